// A web server for a built site: compressed, below the site's own path prefix, with its page for what is not there.

import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { gzipSync } from "node:zlib";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ics": "text/calendar; charset=utf-8",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".webp": "image/webp",
  ".xml": "application/xml; charset=utf-8",
};

/** The path prefix a site was built for, as its manifest says. */
async function prefixOf(folder) {
  const manifest = JSON.parse(await readFile(join(folder, "manifes.json"), "utf8"));
  return new URL(manifest.alamat).pathname;
}

/** The file an address stands for, or nothing. */
async function fileAt(folder, prefix, address) {
  const path = decodeURIComponent(new URL(address, "http://localhost").pathname);
  if (!path.startsWith(prefix)) return undefined;
  const file = join(folder, normalize(`/${path.slice(prefix.length)}`));
  const found = await stat(file).catch(() => undefined);
  if (found?.isFile()) return file;
  const index = join(file, "index.html");
  return found?.isDirectory() && (await stat(index).catch(() => undefined)) ? index : undefined;
}

async function answer(folder, prefix, request, response) {
  const found = await fileAt(folder, prefix, request.url);
  const file = found ?? join(folder, "404.html");
  const type = TYPES[extname(file)] ?? "application/octet-stream";
  const body = gzipSync(await readFile(file));
  response.writeHead(found ? 200 : 404, {
    "cache-control": "max-age=600",
    "content-encoding": "gzip",
    "content-length": body.length,
    "content-type": type,
  });
  response.end(body);
}

/** Serves a folder on this machine; gives the site's address and a way to stop. */
export async function serve(folder, port = 0) {
  const prefix = await prefixOf(folder);
  const server = createServer((request, response) => {
    answer(folder, prefix, request, response).catch(() => response.writeHead(500).end());
  });
  await new Promise((listening) => server.listen(port, "127.0.0.1", listening));
  return {
    address: `http://127.0.0.1:${server.address().port}${prefix}`,
    close: () => server.close(),
  };
}

if (process.argv[1] === import.meta.filename) {
  const { address } = await serve(process.argv[2], Number(process.argv[3] ?? 0));
  console.log(address);
}
