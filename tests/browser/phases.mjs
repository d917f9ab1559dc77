// What the first screen of a telephone says in each phase of an election: phases.mjs FOLDER-DAY... (the sample, built for these days)

import { chromium } from "playwright-core";
import { BROWSER } from "./browser.mjs";
import { serve } from "./server.mjs";

const DAY = ["Rabu, 27 November 2024", "07.00–13.00"];
/** What every visitor asks before people vote, and on the day. */
const STEPS = ["Cek nama dan TPS", "Yang dibawa", "Cara mencoblos"];

/** The phases by their last days, and what every page says in them. */
const PHASES = [
  { name: "campaign", last: "2024-11-23", says: STEPS },
  { name: "quiet period", last: "2024-11-26", says: [...STEPS, "Masa tenang"] },
  { name: "voting day", last: "2024-11-27", says: [...STEPS, "Hari ini Anda memilih"] },
  { name: "counting", last: "2024-12-16", says: ["sudah selesai", "Hasil"] },
  { name: "after", last: "9999-12-31", says: ["sudah selesai", "Hasil"] },
];

/** The pages of a voter of Kota Pekalongan: what each has to say of its own before people vote, while votes are counted, and after. */
const HOME = "index.html";
const PROVINCE = "jawa-tengah/index.html";
const CITY = "jawa-tengah/kota-pekalongan/index.html";
const PAIR = "jawa-tengah/kota-pekalongan/paslon/1.html";
const GOVERNOR = "jawa-tengah/paslon/2.html";
const OWN = {
  [HOME]: { before: [], counting: ["Kota Pekalongan"], after: ["Kota Pekalongan"] },
  [PROVINCE]: {
    before: ["Jawa Tengah", "Surat suara"],
    counting: ["Belum ada hasil untuk Jawa Tengah", "sampai 16 Desember 2024"],
    after: ["Belum ada hasil untuk Jawa Tengah"],
  },
  [CITY]: { before: ["Surat suara Anda"], counting: ["Menurut media", "66.219"], after: ["Menurut media", "66.219"] },
  [PAIR]: { before: ["H. MUHTAROM"], counting: ["66.219", "Menurut media"], after: ["66.219", "Menurut media"] },
  [GOVERNOR]: {
    before: ["TAJ YASIN"],
    counting: ["Belum ada hasil untuk Jawa Tengah", "sampai 16 Desember 2024"],
    after: ["Belum ada hasil untuk Jawa Tengah"],
  },
};

/** The words that stand in the first screen, with single spaces. */
async function firstScreen(page) {
  return page.evaluate(() => {
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const words = [];
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(node);
      const box = range.getBoundingClientRect();
      // The last line of what is said lies on the screen, too.
      if (node.parentElement.checkVisibility() && box.height > 0 && box.bottom <= innerHeight) words.push(node.textContent);
    }
    return words.join("").replace(/\s+/g, " ");
  });
}

const browser = await chromium.launch(BROWSER);
const wrong = [];
const seen = new Set();
let screens = 0;
for (const folder of process.argv.slice(2)) {
  const day = folder.slice(-10);
  const phase = PHASES.find(({ last }) => day <= last);
  seen.add(phase.name);
  const site = await serve(folder);
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, timezoneId: "Asia/Jakarta" });
  const page = await context.newPage();
  await page.clock.setFixedTime(`${day}T03:00:00Z`);
  for (const [path, own] of Object.entries(OWN)) {
    await page.goto(`${site.address}${path}`, { waitUntil: "load" });
    const said = await firstScreen(page);
    const asked = [...DAY, ...phase.says, ...(own[phase.name] ?? own.before)];
    const missing = asked.filter((words) => !said.includes(words));
    if (missing.length > 0) wrong.push(`${phase.name}, ${day}, ${path}: the first screen does not say ${missing.join("; ")}`);
    screens += 1;
  }
  await context.close();
  site.close();
}
await browser.close();
wrong.push(...PHASES.filter(({ name }) => !seen.has(name)).map(({ name }) => `no site was built for the phase ${name}`));
wrong.forEach((line) => console.log(line));
console.log(`phases: ${screens} first screens, ${wrong.length} things wrong`);
if (wrong.length > 0) process.exitCode = 1;
