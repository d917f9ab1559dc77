// Reads what is handed on with the network off: offline.mjs PROGRAM FOLDER (the sample, built for a day before the vote)

import { execFileSync } from "node:child_process";
import { copyFile, mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { BROWSER } from "./browser.mjs";
import { accessibility, enlargement, layout, paper } from "./checks.mjs";

/** What a voter of Kota Pekalongan has to find in the one file. */
const SAID = ["Rabu, 27 November 2024", "07.00–13.00 WIB", "Keadaan per 20 November 2024", "H. MUHTAROM", "C.Pemberitahuan-KWK", "Langkah 6."];
const REGION = "jawa-tengah/kota-pekalongan";
/** Letters that somebody reads who sees badly, in CSS pixels: 20 points. */
const LARGE = 26;

const [program, site] = process.argv.slice(2);
const work = await mkdtemp(join(tmpdir(), "luring-"));
const browser = await chromium.launch(BROWSER);
const wrong = [];

/** A page without a network, that tells of every file it asks for but its own. */
async function alone(own) {
  const context = await browser.newContext({ offline: true, viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  page.on("request", (request) => {
    if (!request.url().startsWith("data:") && !own(request.url())) wrong.push(`asks for ${request.url()}`);
  });
  // What a page still asks for when it is left for the next is broken off.
  const isBrokenOff = (request) => request.failure()?.errorText === "net::ERR_ABORTED";
  page.on("requestfailed", (request) => isBrokenOff(request) || wrong.push(`does not get ${request.url()}`));
  page.on("pageerror", (error) => wrong.push(`script: ${error.message}`));
  return page;
}

/** The words of a page, with single spaces. */
const words = async (page) => (await page.locator("body").innerText()).replace(/\s+/g, " ");

// One file, as a chat or Bluetooth delivers it: alone in a folder.
const file = join(work, "diterima.html");
await copyFile(join(site, REGION, "luring.html"), file);
const address = pathToFileURL(file).href;
const handed = await alone((url) => url === address);
await handed.goto(address);
const text = await words(handed);
wrong.push(...SAID.filter((part) => !text.includes(part)).map((part) => `the file does not say ${part}`));
if ((await stat(file)).size > 60 * 1024) wrong.push("the file is too large to be handed on");
for (const check of [layout, accessibility, enlargement, paper]) wrong.push(...(await check(handed)));

// The zip, as a memory card has it.
execFileSync(program, ["bundle", "--output", site, "--ke", join(work, "situs.zip"), "--provinsi", "jawa-tengah"], { stdio: "ignore" });
execFileSync("python3", ["-m", "zipfile", "-e", join(work, "situs.zip"), work]);
const root = pathToFileURL(join(work, "situs/")).href;
const card = await alone((url) => url.startsWith(root));
await card.goto(`${root}index.html`);
await card.locator("details:has-text('Jawa Tengah') summary").first().click();
await card.locator("#daerah a", { hasText: "Kota Pekalongan" }).first().click();
if (!card.url().endsWith(`${REGION}/index.html`)) wrong.push(`the first page leads to ${card.url()}`);
await card.locator(".surat a", { hasText: "MUHTAROM" }).click();
if (!card.url().endsWith("/paslon/1.html")) wrong.push(`the ballot leads to ${card.url()}`);
await card.goto(`${root}cari.html?q=pekalongan`);
const found = card.locator("a", { hasText: "Kota Pekalongan" }).first();
await found.waitFor({ timeout: 10_000 }).catch(() => wrong.push("the search finds nothing without a network"));

// The sheet in large letters: everything in it, on as many pages as it takes.
await card.goto(`${root}${REGION}/cetak.html#besar`);
await card.emulateMedia({ media: "print" });
const small = await card.evaluate((least) => {
  const walk = document.createTreeWalker(document.querySelector("#besar"), NodeFilter.SHOW_TEXT);
  const small = [];
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const size = parseFloat(getComputedStyle(node.parentElement).fontSize);
    if (node.textContent.trim() && node.parentElement.checkVisibility() && size < least) small.push(node.textContent.trim());
  }
  return small;
}, LARGE);
wrong.push(...small.map((words) => `small letters on the sheet in large ones: ${words}`));
wrong.push(...(await paper(card)));
const sheet = (await card.pdf({ preferCSSPageSize: true })).toString("latin1").match(/\/Type \/Page\b/g) ?? [];
if (sheet.length < 3) wrong.push(`large letters take ${sheet.length} pages`);

await browser.close();
await rm(work, { recursive: true });
wrong.forEach((line) => console.log(`offline: ${line}`));
console.log(`offline: one file, one zip and the sheet in large letters, ${wrong.length} things wrong`);
if (wrong.length > 0) process.exitCode = 1;
