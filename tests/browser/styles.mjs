// Whether the style sheet belongs into each page or into a file: the first paint on a slow network, of one page and of a visit of four,
// both ways. styles.mjs [SITE]; docs/ukur.md has what came of it.

import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { chromium } from "playwright-core";
import { BROWSER } from "./browser.mjs";

const site = process.argv[2] ?? "../../output";
const TIMES = 5;
const CITY = "jawa-tengah/kota-pekalongan";
const VISIT = [`${CITY}/index.html`, `${CITY}/paslon/1.html`, `${CITY}/banding.html`, `${CITY}/cara-memilih.html`];
// What Chromium's own tools call slow 3G: 400 kbit/s, two seconds until an answer begins.
const NETWORK = { offline: false, latency: 2000, downloadThroughput: 50_000, uploadThroughput: 50_000 };

const prefix = new URL(JSON.parse(await readFile(join(site, "manifes.json"), "utf8")).alamat).pathname;

/** Serves the site as it is, or with its styles in files that are named by what is in them. */
async function serve(inFile) {
  const styles = new Map();
  const linked = (html) =>
    html.replace(/<style>(.*?)<\/style>/s, (_, style) => {
      const name = `${prefix}gaya-${createHash("sha256").update(style).digest("hex").slice(0, 12)}.css`;
      styles.set(name, style);
      return `<link rel="stylesheet" href="${name}">`;
    });
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, "http://localhost").pathname;
    const send = (type, keep, body) => {
      response.writeHead(200, { "content-type": type, "content-encoding": "gzip", "cache-control": keep });
      response.end(gzipSync(body, { level: 9 }));
    };
    if (styles.has(path)) return send("text/css; charset=utf-8", "max-age=31536000, immutable", styles.get(path));
    const file = join(site, path.slice(prefix.length));
    if (!(await stat(file).catch(() => undefined))?.isFile()) return response.writeHead(404).end();
    const body = await readFile(file);
    if (!path.endsWith(".html")) return send(path.endsWith(".js") ? "text/javascript" : "", "max-age=300", body);
    send("text/html; charset=utf-8", "no-cache", inFile ? linked(body.toString()) : body);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return { address: `http://127.0.0.1:${server.address().port}${prefix}`, stop: () => server.close() };
}

/** The first paint of each page of a visit by somebody who was never here, in milliseconds, and the bytes that were sent. */
async function visit(browser, address) {
  const context = await browser.newContext({ viewport: { width: 360, height: 640 } });
  const page = await context.newPage();
  const network = await context.newCDPSession(page);
  await network.send("Network.enable");
  await network.send("Network.emulateNetworkConditions", NETWORK);
  const painted = [];
  let sent = 0;
  network.on("Network.loadingFinished", ({ encodedDataLength }) => (sent += encodedDataLength));
  for (const path of VISIT) {
    await page.goto(address + path, { waitUntil: "load" });
    const paint = () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime;
    await page.waitForFunction(paint);
    painted.push(await page.evaluate(paint));
  }
  await context.close();
  return { one: painted[0], four: painted.reduce((sum, time) => sum + time), sent };
}

const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];
const browser = await chromium.launch(BROWSER);
const ways = [
  ["in the page", await serve(false)],
  ["in a file", await serve(true)],
];
const measured = new Map(ways.map(([name]) => [name, []]));
for (let time = 0; time < TIMES; time++) {
  for (const [name, { address }] of ways) measured.get(name).push(await visit(browser, address));
}
for (const [name, { stop }] of ways) {
  const of = (key) => median(measured.get(name).map((one) => one[key]));
  console.log(`${name}: one page ${(of("one") / 1000).toFixed(2)} s, four pages ${(of("four") / 1000).toFixed(2)} s, ${of("sent")} bytes`);
  stop();
}
await browser.close();
