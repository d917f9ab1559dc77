// Asks servers that go by the rules of a build for its files, and opens its pages in Chromium: servers.mjs FOLDER NAME=ADDRESS…

import { readFile } from "node:fs/promises";
import { request } from "node:http";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { chromium } from "playwright-core";
import { BROWSER } from "./browser.mjs";
import { kindsOf } from "./pages.mjs";

const TYPES = {
  css: "text/css",
  csv: "text/csv",
  html: "text/html",
  ics: "text/calendar",
  jpg: "image/jpeg",
  js: "text/javascript",
  json: "application/json",
  jsonld: "application/ld+json",
  png: "image/png",
  svg: "image/svg+xml",
  txt: "text/plain",
  webp: "image/webp",
  xml: "text/xml application/xml",
};
const TEXTS = ["css", "csv", "html", "ics", "js", "json", "jsonld", "txt", "xml"];

/** An answer as it comes over the line: nothing is unpacked, no redirect followed. */
function ask(address, encoding = "") {
  return new Promise((done, failed) => {
    const asked = request(address, { headers: { "accept-encoding": encoding } }, (answer) => {
      const parts = [];
      answer.on("data", (part) => parts.push(part));
      answer.on("end", () => done({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts) }));
    });
    asked.on("error", failed).end();
  });
}

/** What is wrong with one file in one encoding. */
async function file(folder, site, path, encoding, unpack) {
  const [answer, bytes] = await Promise.all([ask(site + encodeURI(path), encoding), readFile(join(folder, path))]);
  const { status, headers, body } = answer;
  const ending = path.split(".").at(-1);
  const isText = TEXTS.includes(ending);
  const isPacked = await readFile(join(folder, path + (encoding === "br" ? ".br" : ".gz"))).then(() => true, () => false);
  const wrong = [];
  if (status !== 200) wrong.push(`status ${status}`);
  const type = headers["content-type"] ?? "";
  if (TYPES[ending] && !TYPES[ending].split(" ").includes(type.split(";")[0])) wrong.push(`type ${type}`);
  if (isText && !/charset=utf-8/i.test(type) && !/json|xml|javascript/.test(type)) wrong.push(`no charset in ${type}`);
  const expected = encoding && isPacked ? encoding : undefined;
  if (headers["content-encoding"] !== expected) wrong.push(`encoding ${headers["content-encoding"]}, not ${expected}`);
  const plain = expected ? unpack(body) : body;
  if (!plain.equals(bytes)) wrong.push("other bytes than the file's");
  const isLasting = /-[0-9a-f]{12}-[0-9]+\.(webp|jpg)$/.test(path);
  const keep = headers["cache-control"] ?? "";
  if (isLasting !== /immutable/.test(keep) || !/max-age=\d+/.test(keep)) wrong.push(`cache-control ${keep}`);
  return [...wrong, ...policy(headers, ending === "pdf" || isLasting)].map((what) => `${path} (${encoding || "plain"}): ${what}`);
}

/** What is wrong with the headers that every answer has. */
function policy(headers, hasNone = false) {
  const wrong = [];
  const said = headers["content-security-policy"] ?? "";
  if (!hasNone && !/^default-src 'none'; .*style-src 'self' 'sha256-.*frame-ancestors 'none'/.test(said)) wrong.push(`policy ${said}`);
  if (/unsafe/.test(said)) wrong.push(`a lax policy: ${said}`);
  const expected = {
    "x-content-type-options": /^nosniff$/,
    "referrer-policy": /^same-origin$/,
    "permissions-policy": /camera=\(\)/,
    "strict-transport-security": /^max-age=31536000$/,
  };
  for (const [name, value] of Object.entries(expected)) {
    if (!value.test(headers[name] ?? "")) wrong.push(`${name}: ${headers[name]}`);
  }
  return wrong;
}

/** Pages that only lead on, and a folder without its stroke. */
async function moved(folder, address, prefix, paths) {
  const wrong = [];
  let count = 0;
  for (const path of paths.filter((path) => path.endsWith(".html"))) {
    const to = (await readFile(join(folder, path), "utf8")).match(/http-equiv="refresh" content="0; url=([^"]*)"/)?.[1];
    if (!to) continue;
    count += 1;
    const { status, headers } = await ask(address + prefix + encodeURI(path));
    const here = new URL(to, address + prefix + encodeURI(path)).pathname.replace(/index\.html$/, "");
    const there = headers.location && new URL(headers.location, address).pathname;
    if (status !== 301 || there !== here) wrong.push(`${path}: status ${status} to ${there}, not ${here}`);
    if ((await ask(address + there)).status !== 200) wrong.push(`${path}: leads to ${there}, which is not there`);
  }
  if (count === 0) wrong.push("no page of the site leads on: nothing was tried");
  const bare = await ask(`${address}${prefix}data`);
  if (![301, 308].includes(bare.status) || !bare.headers.location?.endsWith("/data/")) {
    wrong.push(`a folder without its stroke: status ${bare.status} to ${bare.headers.location}`);
  }
  return wrong;
}

/** Opens a page of each kind and waits for what the policy stops; searches, too. */
async function violations(address, prefix, folder) {
  const browser = await chromium.launch(BROWSER);
  const context = await browser.newContext();
  const found = [];
  await context.exposeFunction("stopped", (what) => found.push(what));
  await context.addInitScript(() => {
    addEventListener("securitypolicyviolation", (event) => globalThis.stopped(`${location.pathname}: ${event.violatedDirective} ${event.blockedURI}`));
  });
  const paths = [...(await kindsOf(folder)).values()].flatMap((all) => [...new Set([all[0], all.at(-1)])]);
  let unstyled = 0;
  for (const path of [...paths, "tidak-ada.html"]) {
    const page = await context.newPage();
    page.on("console", (message) => {
      const isMissing = path === "tidak-ada.html" && /404/.test(message.text());
      if (message.type() === "error" && !isMissing) found.push(`${path}: ${message.text()}`);
    });
    await page.goto(address + prefix + encodeURI(path), { waitUntil: "load" });
    if ((await page.evaluate(() => document.styleSheets.length)) === 0) unstyled += 1;
    if (path === "cari.html") {
      await page.fill("input[type=search]", "pemilih");
      await page.waitForFunction(() => document.querySelectorAll("main li a").length > 0);
    }
    await page.close();
  }
  // The measure works: what nobody drew is stopped.
  const page = await context.newPage();
  await page.goto(address + prefix, { waitUntil: "load" });
  const before = found.length;
  await page.evaluate(() => document.body.insertAdjacentHTML("beforeend", "<p style='color:red'>x</p>"));
  await page.waitForTimeout(100);
  const isHeard = found.length > before;
  found.length = before;
  await browser.close();
  if (!isHeard) found.push("a style that is not named was not stopped");
  if (unstyled > 0) found.push(`${unstyled} pages without a style`);
  return { opened: paths.length + 1, found };
}

/** Everything that is wrong with one server. */
async function examine(name, address, folder, prefix, [paths, all]) {
  const wrong = [];
  for (const path of paths) {
    for (const [encoding, unpack] of [["", undefined], ["gzip", gunzipSync], ["br", brotliDecompressSync]]) {
      wrong.push(...(await file(folder, address + prefix, path, encoding, unpack)));
    }
  }
  const root = await ask(address + prefix);
  if (!root.body.equals(await readFile(join(folder, "index.html")))) wrong.push("the root is not index.html");
  for (const path of ["tidak-ada.html", "tidak/ada/", "manifes.json.minisi"]) {
    const { status, headers, body } = await ask(address + prefix + path);
    const isOurs = body.equals(await readFile(join(folder, "404.html")));
    if (status !== 404 || !isOurs) wrong.push(`${path}: status ${status}, ${isOurs ? "our" : "another"} page`);
    wrong.push(...policy(headers).map((what) => `${path}: ${what}`));
  }
  const contact = await ask(`${address}/.well-known/security.txt`);
  if (contact.status !== 200 || !/^Contact: /.test(contact.body) || !/^text\/plain/.test(contact.headers["content-type"])) {
    wrong.push(`security.txt: status ${contact.status}, ${contact.headers["content-type"]}`);
  }
  wrong.push(...(await moved(folder, address, prefix, all)));
  const { opened, found } = await violations(address, prefix, folder);
  wrong.push(...found);
  wrong.slice(0, 40).forEach((what) => console.log(`${name}: ${what}`));
  console.log(`${name}: ${paths.length} files in three encodings, ${opened} pages opened, ${wrong.length} things wrong`);
  return wrong.length;
}

const [folder, ...servers] = process.argv.slice(2);
const manifest = JSON.parse(await readFile(join(folder, "manifes.json"), "utf8"));
const prefix = new URL(manifest.alamat).pathname;
const leading = async (path) => path.endsWith(".html") && (await readFile(join(folder, path), "utf8")).includes('http-equiv="refresh"');
const all = Object.keys(manifest.berkas).filter((path) => !/\.(gz|br)$/.test(path) && !path.startsWith("."));
const staying = [];
for (const path of all) if (!(await leading(path))) staying.push(path);
let wrong = 0;
for (const server of servers) {
  const [name, address] = server.split("=");
  wrong += await examine(name, address, folder, prefix, [staying, all]);
}
process.exitCode = wrong > 0 ? 1 : 0;
