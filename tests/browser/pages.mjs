// The kinds of pages a site has, read off its files, and the pages that stand for each.

import { readdir, readFile, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";

/** Every HTML file of a built site with its size, in the order of their paths. */
export async function htmlFiles(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith(".html"));
  const paths = files.map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"));
  paths.sort();
  return Promise.all(paths.map(async (path) => ({ path, size: (await stat(join(folder, path))).size })));
}

/** The folders that are regions: their page has its record beside it. */
async function regions(folder) {
  const entries = await readdir(folder, { recursive: true });
  const indexes = entries.map((path) => path.split(sep).join("/")).filter((path) => path.endsWith("/index.json"));
  return new Set(indexes.map((path) => path.slice(0, -"/index.json".length)).filter((path) => path !== "data"));
}

/** A page's kind: its path with the region and the record's own name taken out. */
function kindOf(path, places) {
  const parts = path.split("/");
  let depth = 0;
  while (places.has(parts.slice(0, depth + 1).join("/"))) depth += 1;
  const place = ["", "provinsi/", "kabupaten-kota/"][Math.min(depth, 2)];
  const rest = parts.slice(depth);
  const own = rest.at(-1);
  // `jadwal.en.html` is the page of `jadwal.html` in another language: a kind of its own.
  const language = own.match(/\.([a-z]{2,3}(-[A-Za-z0-9]{2,8})*)\.html$/)?.[1];
  const isIndex = own.split(".")[0] === "index";
  if (rest.length > 1 && !isIndex) {
    rest[rest.length - 1] = (own.startsWith("halaman-") ? "halaman-n" : "…") + (language ? `.${language}` : "");
  }
  return place + rest.join("/");
}

/** Whether a page only leads on to another: nobody stays on it. */
async function isLeadingOn(folder, path) {
  return (await readFile(join(folder, path), "utf8")).includes('http-equiv="refresh"');
}

/** For each kind its pages from the fullest to the emptiest: a map from the kind to paths. */
export async function kindsOf(folder) {
  const places = await regions(folder);
  const kinds = new Map();
  for (const file of await htmlFiles(folder)) {
    if (await isLeadingOn(folder, file.path)) continue;
    const kind = kindOf(file.path, places);
    kinds.set(kind, [...(kinds.get(kind) ?? []), file]);
  }
  const fullestFirst = (files) => files.sort((one, other) => other.size - one.size).map(({ path }) => path);
  return new Map([...kinds].map(([kind, files]) => [kind, fullestFirst(files)]));
}
