// What is asked of every page. A check takes an open page and gives sentences about what is wrong, none when it is well.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const WIDTHS = [360, 768, 1280];
const SCHEMES = ["light", "dark"];
const AXE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** An A4 sheet's width between the margins of the print style, in CSS pixels. */
const SHEET = 680;

/** Nothing is wider than the window, at any width, in light and dark. */
export async function layout(page) {
  const wrong = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme });
      wrong.push(...(await overflowing(page)).map((what) => `${width} px, ${colorScheme}: ${what}`));
    }
  }
  return wrong;
}

/** At 400 % (320 by 256 of 1280 by 1024) and with letters twice as large, one reads on in one direction only. */
export async function enlargement(page) {
  await page.setViewportSize({ width: 320, height: 256 });
  const zoomed = (await overflowing(page)).map((what) => `400 %: ${what}`);
  const style = await page.addStyleTag({ content: "html { font-size: 200% }" });
  const enlarged = [];
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    enlarged.push(...(await overflowing(page)).map((what) => `${width} px, letters 200 %: ${what}`));
  }
  await style.evaluate((element) => element.remove());
  return [...zoomed, ...enlarged];
}

/** On paper nothing is cut off, and what only a screen can use is left out. */
export async function paper(page) {
  await page.setViewportSize({ width: SHEET, height: 1000 });
  await page.emulateMedia({ media: "print", colorScheme: "light" });
  const wrong = (await overflowing(page)).map((what) => `print: ${what}`);
  const rest = await page.evaluate(() => {
    const scrolled = [...document.querySelectorAll("main *")].filter(
      (element) => element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1 &&
        getComputedStyle(element).overflowX !== "visible" && getComputedStyle(element).clipPath === "none",
    );
    const menus = [...document.querySelectorAll("nav")].filter((element) => element.checkVisibility());
    return [
      ...scrolled.map((element) => `<${element.localName} class="${element.className}"> is cut off`),
      ...menus.map((element) => `the menu "${element.ariaLabel}" is printed`),
    ];
  });
  await page.emulateMedia({ media: "screen" });
  return [...wrong, ...rest.map((what) => `print: ${what}`)];
}

/** A sheet for a notice board is two pages of paper: the ballot, and how to vote. */
export async function sheet(page) {
  if (!/\/cetak(\.[A-Za-z-]+)?\.html$/.test(page.url())) return [];
  await page.emulateMedia({ media: "print", colorScheme: "light" });
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  await page.emulateMedia({ media: "screen" });
  const pages = pdf.match(/\/Type \/Page\b/g) ?? [];
  const sizes = new Set(pdf.match(/\/MediaBox \[[^\]]*\]/g));
  const wrong = pages.length === 2 ? [] : [`the sheet is ${pages.length} pages of paper`];
  return sizes.size === 1 && /0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/.test([...sizes][0])
    ? wrong
    : [...wrong, `the sheet is not A4: ${[...sizes].join(", ")}`];
}

/** Things that stick out of the window or hang out of their section over what follows, or whose words are cut off by their own box. */
function overflowing(page) {
  return page.evaluate(() => {
    const root = document.documentElement;
    const name = (element) => `<${element.localName}${element.className ? ` class="${element.getAttribute("class")}"` : ""}>`;
    const wrong = [];
    if (root.scrollWidth > root.clientWidth) {
      const all = [...document.body.querySelectorAll("*")].filter((element) => !element.closest(".gulir *, svg *"));
      const widest = all.filter((element) => element.getBoundingClientRect().right > root.clientWidth + 1).slice(0, 3);
      wrong.push(`the page scrolls sideways by ${root.scrollWidth - root.clientWidth} px: ${widest.map(name).join(", ")}`);
    }
    for (const element of document.body.querySelectorAll("main, main section")) {
      const over = element.scrollHeight - element.clientHeight;
      if (over > 2) wrong.push(`"${element.innerText.slice(0, 20).replace(/\s+/g, " ").trim()}…" hangs out of its ${name(element)} by ${over} px`);
    }
    for (const element of document.body.querySelectorAll("main *")) {
      const style = getComputedStyle(element);
      const hides = ["hidden", "clip"].includes(style.overflowX) && style.clipPath === "none";
      if (hides && element.scrollWidth > element.clientWidth + 1) wrong.push(`${name(element)} hides what it holds`);
    }
    return wrong;
  });
}

/** axe-core finds nothing, on a wide window in light and dark and on a telephone. */
export async function accessibility(page) {
  const found = new Map();
  await page.evaluate(AXE);
  for (const [width, colorScheme] of [[1280, "light"], [1280, "dark"], [360, "light"]]) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    const violations = await page.evaluate(
      async (values) => (await window.axe.run({ runOnly: { type: "tag", values }, resultTypes: ["violations"] })).violations,
      AXE_TAGS,
    );
    for (const { id, help, nodes } of violations) {
      const what = `axe ${id}: ${help}: ${nodes[0].html.slice(0, 90)} (${nodes.length})`;
      found.set(what, [...(found.get(what) ?? []), `${width} px ${colorScheme}`]);
    }
  }
  return [...found].map(([what, looks]) => `${looks.join(", ")}: ${what}`);
}

/** What stands in menus and lists to be tapped, and not in a sentence. */
const TAPPED = [
  "nav a", "summary", "button", "input[type=search]", ".aksi a", ".langkah a", ".ajakan a", ".fase a", ".ke-bidang a", ".pilih label",
  ".daftar > li > a", ".berita > li > a", ".provinsi > li > a", ".baris a", ".surat a",
].join();

/** On a telephone a finger meets what it is meant to tap: 44 px high, or 43 where letters are rounded. */
export async function fingers(page) {
  await page.setViewportSize({ width: 360, height: 800 });
  const small = await page.evaluate((tapped) => {
    const all = [...document.querySelectorAll(tapped)].filter((element) => element.checkVisibility());
    const low = all.filter((element) => element.getBoundingClientRect().height < 43);
    return low.map((element) => `${element.innerText.slice(0, 30)} (${Math.round(element.getBoundingClientRect().height)} px)`);
  }, TAPPED);
  return small.slice(0, 3).map((what) => `too low for a finger: ${what}, one of ${small.length}`);
}

/** Tab goes to every link and control in reading order, and one sees where it is. */
export async function keyboard(page) {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.emulateMedia({ colorScheme: "light" });
  const expected = await page.evaluate(() => {
    const places = ":is(a[href], button, input, select, textarea, summary, [tabindex='0']):not(:disabled, [tabindex='-1'])";
    const all = [...document.querySelectorAll(places)].filter((element) => element.checkVisibility());
    all.forEach((element, index) => element.setAttribute("data-urutan", index));
    window.scrollTo(0, 0);
    return all.length;
  });
  const wrong = [];
  for (let index = 0; index < expected && wrong.length === 0; index += 1) {
    await page.keyboard.press("Tab");
    wrong.push(...(await page.evaluate(focusAt, index)));
  }
  return wrong.map((what) => `keyboard: ${what}`);
}

/** What is wrong about the element that has the focus, which should be the one of this number; runs in the page. */
function focusAt(index) {
  const element = document.activeElement;
  const name = `<${element.localName}> "${element.textContent.trim().slice(0, 40)}"`;
  if (element.getAttribute("data-urutan") !== String(index)) return [`stop ${index + 1} is ${name}, out of order`];
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  const seen = box.bottom > 0 && box.top < innerHeight && box.width > 0;
  const ringed = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  return [...(seen ? [] : [`${name} is focused out of sight`]), ...(ringed ? [] : [`${name} has no visible focus`])];
}

/** The words a reader sees, but for the search field and what the clock adds: without a script there is neither. */
export async function words(page) {
  await page.setViewportSize({ width: 1280, height: 800 });
  return page.evaluate(() => {
    const field = document.querySelector("form[role=search]")?.innerText;
    const added = [...document.querySelectorAll(".lagi, .fase.lama")];
    const show = (display) => added.forEach((element) => (element.style.display = display));
    show("none");
    const all = document.body.innerText;
    show("");
    return (field ? all.replace(field, "") : all).replace(/\s+/g, " ");
  });
}
