// Looks for a pair with a slip in a word, and for the index of those who run no script: search.mjs FOLDER

import { chromium } from "playwright-core";
import { pathToFileURL } from "node:url";
import { join } from "node:path";
import { BROWSER } from "./browser.mjs";
import { serve } from "./server.mjs";

/** What a query with a slip in it must find in the made-up site, in this order: the region, then its pairs by number. */
const QUERY = "kabupatan";
const FOUND = ["contoh/kabupaten-contoh/index.html", "contoh/kabupaten-contoh/paslon/1.html", "contoh/kabupaten-contoh/paslon/2.html"];

/** The most that a query may take, the script with it. */
const MOST = 50 * 1024;

/** The addresses of the results below the site's root, once the page has said how many there are. */
async function results(page, root) {
  await page.getByRole("status").filter({ hasText: /\d/ }).waitFor();
  const links = await page.locator("#hasil li a").evaluateAll((all) => all.map((link) => link.href));
  return links.map((link) => link.slice(root.length));
}

/** What is wrong with a list of results. */
function compared(found, how) {
  const wanted = FOUND.join(" ");
  return found.slice(0, FOUND.length).join(" ") === wanted ? [] : [`${how}: "${QUERY}" finds ${found.join(" ")}, not ${wanted}`];
}

/** Typing finds, the address keeps the query, and little is taken from the network. */
async function typing(page, root) {
  let taken = 0;
  page.on("response", async (response) => {
    if (response.url().endsWith(".js")) taken += Number(response.headers()["content-length"]);
  });
  await page.goto(`${root}cari.html`);
  await page.getByRole("searchbox").pressSequentially(QUERY);
  const wrong = compared(await results(page, root), "typed");
  if (!page.url().endsWith(`?q=${QUERY}`)) wrong.push(`the address ${page.url()} does not keep the query`);
  if (taken === 0 || taken > MOST) wrong.push(`the query took ${taken} bytes`);
  await page.keyboard.press("Tab");
  const focused = await page.evaluate(() => document.activeElement.href ?? "");
  if (!focused.endsWith(FOUND[0])) wrong.push(`after the field the keyboard is at ${focused}, not at the first result`);
  return wrong;
}

/** Without a script there is no field, and the index leads to the region. */
async function leafing(browser, root) {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(`${root}cari.html`);
  const wrong = [];
  if (await page.locator("form").isVisible()) wrong.push("without JavaScript the field is shown");
  await page.locator(`main a[href="${FOUND[0]}"]`).click();
  if (page.url() !== `${root}${FOUND[0]}`) wrong.push(`without JavaScript the index leads to ${page.url()}`);
  await page.close();
  return wrong;
}

const folder = process.argv[2];
const site = await serve(folder);
const browser = await chromium.launch(BROWSER);
const page = await browser.newPage();
const disk = `${pathToFileURL(join(folder, "/")).href}`;
const wrong = await typing(page, site.address);
await page.goto(`${site.address}cari.html?q=${QUERY}`);
wrong.push(...compared(await results(page, site.address), "linked"));
await page.goto(`${disk}cari.html?q=${QUERY}`);
wrong.push(...compared(await results(page, disk), "from a memory card"), ...(await leafing(browser, site.address)));
await browser.close();
site.close();
wrong.forEach((what) => console.log(what));
console.log(`search: ${wrong.length} things wrong`);
process.exitCode = wrong.length > 0 ? 1 : 0;
