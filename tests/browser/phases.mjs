// What the first screen of a telephone says in each phase of an election: phases.mjs FOLDER-DAY... (the sample, built for these days)

import { chromium } from "playwright-core";
import { BROWSER } from "./browser.mjs";
import { serve } from "./server.mjs";

/** What every visitor asks before people vote, and on the day. */
const STEPS = ["Cek nama dan TPS", "Yang dibawa", "Cara mencoblos"];
const DAY = ["Rabu, 27 November 2024", "07.00–13.00"];

/** The pages of a voter of Kota Pekalongan, and what else each has to say once people have voted. */
const PAGES = [
  ["index.html", ["Hasil", "Kota Pekalongan"]],
  ["jawa-tengah/index.html", ["Hasil", "Belum ada hasil untuk Jawa Tengah"]],
  ["jawa-tengah/kota-pekalongan/index.html", ["Hasil", "66.219"]],
];

/** The words that stand in the first screen, with single spaces. */
async function firstScreen(page) {
  return page.evaluate(() => {
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const words = [];
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(node);
      const box = range.getBoundingClientRect();
      if (node.parentElement.checkVisibility() && box.height > 0 && box.top < innerHeight) words.push(node.textContent);
    }
    return words.join("").replace(/\s+/g, " ");
  });
}

const browser = await chromium.launch(BROWSER);
const wrong = [];
let screens = 0;
for (const folder of process.argv.slice(2)) {
  const day = folder.slice(-10);
  const site = await serve(folder);
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, timezoneId: "Asia/Jakarta" });
  const page = await context.newPage();
  await page.clock.setFixedTime(`${day}T03:00:00Z`);
  for (const [path, results] of PAGES) {
    await page.goto(`${site.address}${path}`, { waitUntil: "load" });
    const said = await firstScreen(page);
    const asked = [...DAY, ...(day > "2024-11-27" ? results : STEPS)];
    const missing = asked.filter((words) => !said.includes(words));
    if (missing.length > 0) wrong.push(`${day} ${path}: the first screen does not say ${missing.join(", ")}`);
    screens += 1;
  }
  await context.close();
  site.close();
}
await browser.close();
wrong.forEach((line) => console.log(line));
console.log(`phases: ${screens} first screens, ${wrong.length} things wrong`);
if (wrong.length > 0) process.exitCode = 1;
