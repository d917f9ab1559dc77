// Takes the pictures that the README shows: pictures.mjs FOLDER, a built site. Needs pngquant.

import { spawnSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { BROWSER } from "./browser.mjs";
import { serve } from "./server.mjs";

const TARGET = join(import.meta.dirname, "../../docs/gambar");
const CITY = "jawa-tengah/kota-pekalongan";

const PICTURES = [
  { name: "beranda-360", path: "", width: 360, height: 740, colorScheme: "light" },
  { name: "banding-360", path: `${CITY}/banding.html`, width: 360, height: 740, colorScheme: "light" },
  { name: "kota-pekalongan-360", path: `${CITY}/`, width: 360, height: 740, colorScheme: "light" },
  { name: "kota-pekalongan-1280-gelap", path: `${CITY}/`, width: 1280, height: 800, colorScheme: "dark" },
];

const site = await serve(process.argv[2]);
// A reader of the day the site was built for: on any other its pages say that they are old.
const { hari } = JSON.parse(await readFile(join(process.argv[2], "manifes.json"), "utf8"));
const browser = await chromium.launch(BROWSER);
for (const { name, path, width, height, colorScheme } of PICTURES) {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme });
  await page.clock.setFixedTime(new Date(`${hari}T02:00:00Z`));
  await page.goto(new URL(path, site.address).href);
  const file = join(TARGET, `${name}.png`);
  await page.screenshot({ path: file });
  await page.close();
  const packed = spawnSync("pngquant", ["--force", "--strip", "--speed", "1", "--output", file, "32", file]);
  if (packed.status !== 0) throw new Error(`pngquant: ${packed.error ?? packed.stderr}`);
}
await browser.close();
site.close();
