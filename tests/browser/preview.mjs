// Follows changes in the preview, as somebody who writes sees them: preview.mjs PROGRAM PROJECT (the project is changed)

import { spawn } from "node:child_process";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { chromium } from "playwright-core";
import { BROWSER } from "./browser.mjs";

const [program, project] = process.argv.slice(2);
const QUESTIONS = "content/tanya-jawab.yaml";
const PAGE = "tanya-jawab.html";

/** Starts the preview; gives the address it says, and the way to stop it. */
async function preview() {
  const child = spawn(program, ["serve", "--folder", project, "--port", "0", "--tanggal", "2024-11-20"]);
  child.stderr.resume();
  for await (const line of createInterface(child.stdout)) {
    const address = line.match(/http:\S+/);
    if (address) return { address: address[0], stop: () => child.kill() };
  }
  throw new Error("the preview did not start");
}

/** Saves a file as many editors do: beside, then renamed. */
async function save(path, text) {
  const file = join(project, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.new`, text);
  await rename(`${file}.new`, file);
}

const wrong = [];
const expect = (is, what) => is || wrong.push(what);
const { address, stop } = await preview();
const browser = await chromium.launch(BROWSER);
const page = await browser.newPage({ viewport: { width: 360, height: 300 } });
page.on("pageerror", (error) => wrong.push(`the page's script fails: ${error}`));
await page.goto(`${address}${PAGE}`);
await page.evaluate(() => (window.before = true));
const isSamePage = () => page.evaluate(() => window.before === true);
const colour = () => page.evaluate(() => getComputedStyle(document.querySelector("h1")).color);

// Another style: the page stays, and looks different.
const css = await readFile(join(project, "themes/bawaan/aset/gaya.css"), "utf8");
await save("themes/bawaan/aset/gaya.css", `${css}\nh1 { color: rgb(1, 2, 3); }\n`);
await page.waitForFunction(() => getComputedStyle(document.querySelector("h1")).color === "rgb(1, 2, 3)");
expect(await isSamePage(), "another style loads the page anew");

// Other words: the page comes anew, and is scrolled to where it was.
const words = await readFile(join(project, QUESTIONS), "utf8");
await page.evaluate(() => scrollTo(0, 200));
// The page is scrolled smoothly, and the preview is faster than that.
await page.waitForFunction(() => scrollY === 200);
await save(QUESTIONS, words.replace("tanya: ", "tanya: Pertanyaan yang berubah, "));
await page.getByText("Pertanyaan yang berubah").first().waitFor();
await page.waitForFunction(() => scrollY === 200).catch(() => wrong.push("the page is not scrolled to where it was"));
expect(!(await isSamePage()), "other words do not load the page anew");
expect((await colour()) === "rgb(1, 2, 3)", "the style is lost");

// A mistake: the page stays, and what is wrong is said over it; mended, it goes away.
const said = page.locator("pilkada-temuan details.galat");
await save(QUESTIONS, "tanya_jawab: [");
await said.waitFor();
const text = await said.textContent();
expect(text.includes(QUESTIONS) && text.includes("FMT-"), `the mistake is not said: ${text}`);
expect(await page.getByText("Pertanyaan yang berubah").first().isVisible(), "a mistake takes the page away");
await save(QUESTIONS, words.replace("tanya: ", "tanya: Pertanyaan yang berubah, "));
await said.waitFor({ state: "detached" });

await browser.close();
stop();
wrong.forEach((what) => console.log(what));
console.log(`preview: ${wrong.length} things wrong`);
process.exitCode = wrong.length > 0 ? 1 : 0;
