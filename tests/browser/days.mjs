// Reads a site by moved clocks, in three time zones of readers: days.mjs FOLDER (the sample, built for 22 November 2024)

import { chromium } from "playwright-core";
import { BROWSER } from "./browser.mjs";
import { accessibility, layout } from "./checks.mjs";
import { serve } from "./server.mjs";

/** A city of each time zone that the sample has, and the pages around. */
const WIB = "jawa-tengah/kota-pekalongan/index.html";
const WITA = "kalimantan-timur/kota-samarinda/index.html";
const HOME = "index.html";

/** Where readers are: the day in the region counts, wherever they read. */
const READERS = ["Asia/Jakarta", "Asia/Jayapura", "America/New_York"];

/** What a page says of voting day at a moment, and whether it says that it is old. */
const EXPECTED = [
  ["2024-11-22T03:00:00Z", WIB, "(5 hari lagi)", false],
  ["2024-11-22T03:00:00Z", HOME, "(5 hari lagi)", false],
  // In the city it is the 23rd for another hour, and the 24th an hour east of it.
  ["2024-11-23T16:00:00Z", WIB, "(4 hari lagi)", false],
  ["2024-11-23T16:00:00Z", WITA, "(3 hari lagi)", true],
  ["2024-11-26T16:30:00Z", WIB, "(besok)", true],
  ["2024-11-26T16:30:00Z", WITA, "(hari ini)", true],
  ["2024-11-27T16:59:00Z", WIB, "(hari ini)", true],
  ["2024-11-27T17:00:00Z", WIB, "", true],
  ["2024-12-24T05:00:00Z", HOME, "", true],
];

/** What is wrong with a page at a moment. */
async function read(browser, address, timezoneId, [moment, path, words, isOld]) {
  const context = await browser.newContext({ timezoneId, reducedMotion: "reduce" });
  const page = await context.newPage();
  const wrong = [];
  page.on("pageerror", (error) => wrong.push(`script: ${error.message}`));
  await page.clock.setFixedTime(moment);
  await page.goto(`${address}${path}`, { waitUntil: "load" });
  const said = await page.evaluate(() => document.querySelector("time[datetime='2024-11-27'] + .lagi")?.textContent.trim() ?? "");
  if (said !== words) wrong.push(`says "${said}" and not "${words}"`);
  const old = await page.locator(".fase.lama").count();
  if (old !== Number(isOld)) wrong.push(`says ${old} times that it is old`);
  wrong.push(...(await layout(page)), ...(await accessibility(page)));
  await context.close();
  return wrong.map((what) => `${path} at ${moment} in ${timezoneId}: ${what}`);
}

const site = await serve(process.argv[2]);
const browser = await chromium.launch(BROWSER);
const wrong = [];
for (const zone of READERS) {
  for (const expected of EXPECTED) wrong.push(...(await read(browser, site.address, zone, expected)));
}
await browser.close();
site.close();
wrong.forEach((line) => console.log(line));
console.log(`days: ${READERS.length * EXPECTED.length} readings, ${wrong.length} things wrong`);
if (wrong.length > 0) process.exitCode = 1;
