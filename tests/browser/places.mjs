// The way of a newcomer from "I live in Kelurahan Medono" to the ballots: places.mjs FOLDER (the sample)

import { chromium } from "playwright-core";
import { pathToFileURL } from "node:url";
import { join } from "node:path";
import { BROWSER } from "./browser.mjs";
import { serve } from "./server.mjs";

/** A telephone of the smallest kind. */
const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

/** Where a voter of Kelurahan Medono finds what he is given, and what stands there. */
const REGION = "jawa-tengah/kota-pekalongan/index.html";
const BALLOTS = ["Gubernur dan Wakil Gubernur Jawa Tengah", "Wali Kota dan Wakil Wali Kota Kota Pekalongan"];

/** What a query must find first, and beside it. */
const QUERIES = [
  ["med", "Medono", "Kecamatan Pekalongan Barat, Kota Pekalongan", "surat suara: gubernur, wali kota"],
  ["Kelurahan Medono", "Medono", "Kecamatan Pekalongan Barat, Kota Pekalongan"],
  // The name is that of many; the words behind it say which.
  ["kauman kota pekalongan", "Kauman", "Kecamatan Pekalongan Timur, Kota Pekalongan"],
  ["kota pekalongan kauman", "Kauman", "Kecamatan Pekalongan Timur, Kota Pekalongan"],
  // Written in one word, or in two.
  ["kandangpanjang", "Kandang Panjang", "Kecamatan Pekalongan Utara, Kota Pekalongan"],
  ["kali baros", "Kali Baros", "Kecamatan Pekalongan Timur, Kota Pekalongan"],
  ["padukuan kraton", "Padukuhan Kraton", "Kecamatan Pekalongan Utara, Kota Pekalongan"],
  ["kecamatan pekalongan barat", "Kecamatan Pekalongan Barat", "Kota Pekalongan"],
  // A region's own name is that of the region first.
  ["kota pekalongan", "Kota Pekalongan", "Daerah"],
];

/** The most that a query may take, the script with it. */
const MOST = 50 * 1024;

const wrong = [];
const expect = (is, what) => is || wrong.push(what);

/** Types into the search and waits for what it says. */
async function typed(page, root, query) {
  await page.goto(`${root}cari.html`);
  await page.getByRole("searchbox").pressSequentially(query);
  await page.getByRole("status").filter({ hasText: /\d/ }).waitFor();
}

/** Each query finds what it asks for, in few bytes. */
async function queries(browser, root) {
  for (const [query, name, ...beside] of QUERIES) {
    const page = await browser.newPage(PHONE);
    let taken = 0;
    page.on("response", (response) => {
      if (response.url().endsWith(".js")) taken += Number(response.headers()["content-length"] ?? 0);
    });
    await typed(page, root, query);
    const rows = page.locator("#hasil li");
    const first = (await rows.allInnerTexts()).slice(0, 20);
    const found = name === "Medono" ? first.find((row) => beside.every((part) => row.includes(part))) : first[0];
    expect(found?.startsWith(name) && beside.every((part) => found.includes(part)), `"${query}" finds ${first.join(" | ")}`);
    expect(taken < MOST, `"${query}" took ${taken} bytes`);
    await page.close();
  }
}

/** Names repeat: every row says its region, and no two rows are the same. */
async function namesakes(browser, root) {
  const page = await browser.newPage(PHONE);
  await typed(page, root, "kauman");
  const rows = await page.locator("#tempat li").allInnerTexts();
  expect(rows.length > 4 && new Set(rows).size === rows.length, `"kauman" finds ${rows.join(" | ")}`);
  expect(rows.every((row) => /(Kabupaten|Kota) /.test(row)), `a row says no region: ${rows.join(" | ")}`);
  const said = await page.getByRole("status").innerText();
  expect(/^\d+ hasil/.test(said), `"kauman" is said to be found so: ${said}`);
  const before = rows.length;
  if (await page.locator("#tempat button").isVisible()) {
    await page.locator("#tempat button").tap();
    expect((await page.locator("#tempat li").count()) > before, "there are no more where more are said to be");
  }
  await page.close();
}

/** Whether the page says which ballots there are, where the reader looks. */
async function shows(page, how) {
  for (const ballot of BALLOTS) {
    const heading = page.locator("#surat-suara h3", { hasText: ballot });
    expect((await heading.count()) === 1, `${how}: ${page.url()} does not say ${ballot}`);
  }
  const top = await page.locator("#surat-suara").evaluate((section) => section.getBoundingClientRect().top);
  expect(top < 740, `${how}: the ballots begin at ${top}`);
}

/** From the first page: one search and one tap. */
async function oneSearch(browser, root, how) {
  const page = await browser.newPage(PHONE);
  await page.goto(`${root}index.html`);
  await page.getByRole("searchbox").fill("medono");
  await page.getByRole("searchbox").press("Enter");
  await page.locator("#tempat li a", { hasText: "Medono" }).first().waitFor();
  const row = page.locator("#tempat li", { hasText: "Kota Pekalongan" }).locator("a");
  const box = await row.boundingBox();
  expect(box.height >= 24, `${how}: the row is ${box.height} px high`);
  await row.tap();
  await page.waitForURL(`**/${REGION}#surat-suara`);
  await shows(page, how);
  await page.close();
}

/** Without a script: two taps to the ballots, and the kelurahan stand in the region's list. */
async function leafing(browser, root) {
  const context = await browser.newContext({ ...PHONE, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${root}index.html`);
  const region = page.locator(`main a[href="${REGION}"]`).first();
  if (!(await region.isVisible())) await page.locator("summary", { hasText: "Jawa Tengah" }).first().tap();
  await region.tap();
  await page.waitForURL(`**/${REGION}`);
  await shows(page, "without JavaScript");
  await page.locator('main a[href$="tps/index.html"]').tap();
  await page.waitForURL("**/tps/index.html");
  const listed = page.locator("main", { hasText: "Medono" });
  expect((await listed.count()) === 1, `${page.url()} does not list Medono`);
  for (const ballot of BALLOTS) expect((await listed.innerText()).includes(ballot), `${page.url()} does not say ${ballot}`);
  await context.close();
}

const folder = process.argv[2];
const site = await serve(folder);
const browser = await chromium.launch(BROWSER);
await queries(browser, site.address);
await namesakes(browser, site.address);
await oneSearch(browser, site.address, "from the network");
await oneSearch(browser, pathToFileURL(join(folder, "/")).href, "from a memory card");
await leafing(browser, site.address);
await browser.close();
site.close();
wrong.forEach((what) => console.log(what));
console.log(`places: ${wrong.length} things wrong`);
process.exitCode = wrong.length > 0 ? 1 : 0;
