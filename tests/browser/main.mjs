// Opens pages of built sites in Chromium and says what is wrong with them: main.mjs [--all] FOLDER…

import { availableParallelism } from "node:os";
import { basename } from "node:path";
import { chromium } from "playwright-core";
import { BROWSER } from "./browser.mjs";
import { accessibility, enlargement, fingers, keyboard, layout, paper, sheet, words } from "./checks.mjs";
import { kindsOf } from "./pages.mjs";
import { serve } from "./server.mjs";

/** What changes with the day of a build: the phase, the days left, what is over. */
const DATED = [/^index\.html$/, /(provinsi|kabupaten-kota)\/index\.html$/, /banding\.html$/, /jadwal\.html$/, /paslon\//];

/** Everything that is wrong with one page. */
async function examine(browser, site, path) {
  const address = new URL(path, site.address).href;
  const context = await browser.newContext({ reducedMotion: "reduce" });
  const page = await context.newPage();
  const heard = listen(page, address);
  await page.goto(address, { waitUntil: "load" });
  const plain = await withoutScript(browser, address);
  const wrong = [
    ...(plain === (await words(page)) ? [] : ["without JavaScript the page has other words"]),
    ...(await layout(page)),
    ...(await accessibility(page)),
    ...(await keyboard(page)),
    ...(await enlargement(page)),
    ...(await fingers(page)),
    ...(await paper(page)),
    ...(await sheet(page)),
  ];
  await context.close();
  return [...heard, ...wrong];
}

/** Collects what a page says on the console and asks of the network that it should not. */
function listen(page, address) {
  const heard = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) heard.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => heard.push(`script: ${error.message}`));
  page.on("requestfailed", (request) => heard.push(`request failed: ${request.url()}`));
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol !== "data:" && url.host !== new URL(address).host) heard.push(`asks another host: ${url}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) heard.push(`answer ${response.status()}: ${response.url()}`);
  });
  return heard;
}

/** The words of a page in a browser that runs no script. */
async function withoutScript(browser, address) {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(address, { waitUntil: "load" });
  const text = await words(page);
  await context.close();
  return text;
}

/** The fullest and the emptiest page of every kind. */
async function everyKind(folder) {
  return [...(await kindsOf(folder)).values()].flatMap((paths) => [...new Set([paths[0], paths.at(-1)])]);
}

/** The fullest page of each kind that looks different from one day to another. */
async function datedKinds(folder) {
  const kinds = [...(await kindsOf(folder))];
  return kinds.filter(([kind]) => DATED.some((pattern) => pattern.test(kind))).map(([, paths]) => paths[0]);
}

/** Examines pages of a site, as many at a time as there are processors; gives the lines to print. */
async function examineSite(browser, folder, paths) {
  const site = await serve(folder);
  const waiting = [...paths];
  const [asked, lines] = [waiting.length, []];
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const wrong = await examine(browser, site, next);
      lines.push(...wrong.map((what) => `${basename(folder)} ${next}: ${what}`));
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  site.close();
  return { asked, lines: lines.sort() };
}

// With --all every kind of page; without it those that change with the day.
const choose = process.argv.includes("--all") ? everyKind : datedKinds;
const folders = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const browser = await chromium.launch(BROWSER);
for (const folder of folders) {
  const { asked, lines } = await examineSite(browser, folder, await choose(folder));
  lines.forEach((line) => console.log(line));
  console.log(`${basename(folder)}: ${asked} pages opened, ${lines.length} things wrong`);
  if (lines.length > 0) process.exitCode = 1;
}
await browser.close();
