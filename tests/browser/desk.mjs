// Makes a whole region with forms only, as an office does at its desk: desk.mjs PROGRAM (a project is made in a folder of its own)

import { spawn, spawnSync } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { chromium } from "playwright-core";
import { BROWSER } from "./browser.mjs";

const AXE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const [program] = process.argv.slice(2);
const project = join(await mkdtemp(join(tmpdir(), "meja-")), "situs");
const made = spawnSync(program, ["new", "situs", project], { encoding: "utf8" });
if (made.status !== 0) throw new Error(made.stderr);

const child = spawn(program, ["serve", "--folder", project, "--port", "0", "--tanggal", "2024-12-10"]);
child.stderr.resume();
let origin;
for await (const line of createInterface(child.stdout)) {
  const found = line.match(/http:\/\/[^/\s]+/);
  if (found) {
    origin = found[0];
    break;
  }
}

const wrong = [];
process.on("exit", () => wrong.forEach((what) => console.log(what)));
const counted = { forms: 0, fields: 0, clicks: 0 };
const browser = await chromium.launch(BROWSER);
const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
const page = await context.newPage();
page.on("pageerror", (error) => wrong.push(`a script fails: ${error}`));
page.on("console", (said) => said.type() === "error" && !/status of 4\d\d/.test(said.text()) && wrong.push(said.text()));

/** What every page of the desk keeps. */
async function look(name) {
  await page.waitForLoadState("load");
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (wide > 0) {
    const out = await page.evaluate(() => [...document.querySelectorAll("main *")].filter((e) => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest(".kolom")).map((e) => `${e.tagName} ${e.id || e.className} ${Math.round(e.getBoundingClientRect().width)}`).slice(-4));
    wrong.push(`${name}: ${wide} px wider than the screen: ${out}`);
  }
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => window.axe.run(document, { iframes: false, resultTypes: ["violations"] }));
  for (const { id, nodes } of violations) wrong.push(`${name}: axe ${id}: ${nodes[0].html.slice(0, 160)}`);
}

/** Fills in fields of the form by their names; what is folded is opened first. */
async function fill(fields) {
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`[name="${name}"]`);
    await field.evaluate((element) => {
      for (let at = element; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
    });
    if ((await field.evaluate((element) => element.tagName)) === "SELECT") await field.selectOption(value);
    else await field.fill(value);
    counted.fields += 1;
  }
}

/** Sends a form, and waits until the page that answers is there with its scripts. */
async function send(button) {
  await button.click();
  await page.waitForLoadState("load");
}

async function save(name) {
  await send(page.locator("button.utama").first());
  counted.clicks += 1;
  counted.forms += 1;
  if (!page.url().includes("tersimpan=1")) {
    wrong.push(`${name} is not saved: ${await page.locator(".pesan, .temuan.galat").allTextContents()}`);
  }
}

/** Begins a record at the desk and sends its form. */
async function begin(kind, { wilayah, nama }, fields) {
  await page.goto(`${origin}/_pilkada/baru?jenis=${kind}`);
  counted.clicks += 2;
  if (await page.locator("button.utama", { hasText: "Lanjut" }).count()) {
    if (wilayah && (await page.locator("#wilayah").count())) await page.locator("#wilayah").selectOption(wilayah);
    if (nama !== undefined) await page.locator("#nama").fill(nama);
    await send(page.locator("button.utama"));
    counted.clicks += 1;
  }
  await look(`new ${kind}`);
  await fill(fields);
  await save(kind);
}

/** Changes a record that is there. */
async function change(file, fields) {
  await page.goto(`${origin}/_pilkada/catatan?berkas=${file}`);
  counted.clicks += 2;
  await fill(fields);
  await save(file);
}

await page.goto(`${origin}/_pilkada/`);
await look("desk");
await change("content/situs.yaml", {
  nama: "Pilkada Kota Contoh",
  alamat: "https://contoh.test/pilkada/",
  "penyelenggara.nama": "KPU Kota Contoh",
});
const source = { "{0}#": "sk-contoh", "{0}=.jenis": "keputusan_kpu", "{0}=.judul": "Keputusan KPU Kota Contoh", "{0}=.penerbit": "KPU Kota Contoh", "{0}=.tanggal": "2024-09-22", "{0}=.catatan": "" };
await change("content/sumber.yaml", source);
for (const [file, words] of [["tentang", "Situs ini diterbitkan KPU Kota Contoh.\n\n## Dari mana isinya\n\nDari keputusan KPU Kota Contoh."], ["privasi", "Situs ini tidak memakai kuki."], ["aksesibilitas", "Laporkan hambatan ke KPU Kota Contoh."]]) {
  await change(`content/halaman/${file}.md`, { _isi: words });
}
await begin("wilayah", { wilayah: "", nama: "Contoh" }, { kode: "97", jenis: "provinsi" });
await begin("wilayah", { wilayah: "contoh", nama: "Kota Contoh" }, { kode: "97.71", jenis: "kota" });
const kota = "contoh/kota-contoh";
await page.goto(`${origin}/_pilkada/paslon?wilayah=${kota}&tambah=3`);
await look("pairs side by side");
const pairs = {};
for (const [place, [calon, wakil]] of [["Sari Contoh", "Budi Contoh"], ["Rina Contoh", "Dodi Contoh"], ["Tono Contoh", "Tini Contoh"]].entries()) {
  Object.assign(pairs, {
    [`${place}:calon.nama`]: calon,
    [`${place}:wakil.nama`]: wakil,
    [`${place}:jalur`]: "perseorangan",
    [`${place}:visi`]: `Visi pasangan ${place + 1}.`,
    [`${place}:misi[0]`]: `Misi pasangan ${place + 1}.`,
    [`${place}:sumber[0]`]: "sk-contoh",
    [`${place}:status[0].keadaan`]: "ditetapkan",
    [`${place}:status[0].tanggal`]: "2024-09-22",
  });
}
await fill(pairs);
await save("pairs side by side");
await begin("pengundian", { wilayah: kota }, { tanggal: "2024-09-23", tempat: "Aula", "sumber[0]": "sk-contoh" });
await begin("deklarasi", { wilayah: kota, nama: "Deklarasi damai" }, { tanggal: "2024-09-24", tempat: "Lapangan", "butir[0]": "Menjaga kampanye damai.", "sumber[0]": "sk-contoh" });
await begin("kegiatan", { wilayah: kota, nama: "Debat pertama" }, { jenis: "debat", tanggal: "2024-10-20", mulai: "19:00", tempat: "Aula", "sumber[0]": "sk-contoh" });
await begin("fakta", { wilayah: kota, nama: "Kesiapan" }, { per_tanggal: "2024-11-01", "sumber[0]": "sk-contoh", "fakta[0].ukuran": "tps", "fakta[0].nilai": "943" });
await begin("berita", { wilayah: kota, nama: "Logistik tiba" }, { ringkasan: "Kotak suara tiba di gudang.", draf: "false", tanggal: "2024-11-15", "sumber[0]": "sk-contoh", _isi: "Kotak suara tiba di gudang KPU Kota Contoh.\n\nPembagiannya mulai pekan depan." });
await begin("hasil", { wilayah: kota }, { status: "rekapitulasi", tanggal: "2024-12-05", "suara{0}=": "12.000", "suara{1}=": "9.500", "suara{2}=": "8.500", sah: "30.000", "sumber[0]": "sk-contoh" });

// With the keyboard alone: to the field, a word more, and sent.
await page.goto(`${origin}/_pilkada/catatan?berkas=content/wilayah/${kota}/wilayah.yaml`);
await look("form");
for (let step = 0; step < 60; step += 1) {
  await page.keyboard.press("Tab");
  if (await page.evaluate(() => document.activeElement.name === "nama")) break;
}
await page.keyboard.press("End");
await page.keyboard.type(" Baru");
await Promise.all([page.waitForURL(/tersimpan=1/), page.keyboard.press("Enter")]).catch(() => wrong.push("the keyboard alone does not save"));

// A mistake is told beside its field while it is typed, and nothing is written.
const region = `content/wilayah/${kota}/wilayah.yaml`;
await page.goto(`${origin}/_pilkada/catatan?berkas=${region}`);
const before = await readFile(join(project, region), "utf8");
const finding = page.locator('[data-temuan="kode"] .temuan.galat');
await page.locator('[name="kode"]').fill("9x");
await page.locator('[name="nama"]').focus();
await finding.first().waitFor({ timeout: 30000 }).catch(() => wrong.push("a mistake is not told while it is typed"));
if ((await page.locator('[name="kode"]').getAttribute("aria-invalid")) !== "true") wrong.push("a field with a mistake does not say so");
await look("form with a finding");
await page.locator('[name="kode"]').fill("97.71");
await page.locator('[name="nama"]').focus();
await finding.first().waitFor({ state: "detached", timeout: 30000 }).catch(() => wrong.push("a mistake that was mended is still told"));
if ((await readFile(join(project, region), "utf8")) !== before) wrong.push("a check has written");

// The same without a script.
const bare = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
await bare.goto(`${origin}/_pilkada/catatan?berkas=${region}`);
await bare.locator('[name="kode"]').fill("9x");
await bare.locator("#periksa").click();
await bare.waitForLoadState("load");
if (!(await bare.locator('[data-temuan="kode"] .temuan.galat').count())) wrong.push("without a script a mistake is not told before it is saved");
if ((await bare.locator('[name="kode"]').inputValue()) !== "9x") wrong.push("without a script a check loses what was typed");
if ((await readFile(join(project, region), "utf8")) !== before) wrong.push("a check without a script has written");

// A source is described where it is needed, and offered afterwards.
await page.goto(`${origin}/_pilkada/baru?jenis=berita&lanjut=1&wilayah=${kota}&nama=Surat+suara+dilipat`);
await fill({ ringkasan: "Surat suara dilipat.", draf: "false", tanggal: "2024-11-16", "_sumber.jenis": "berita", "_sumber.judul": "Surat suara dilipat di gudang", "_sumber.penerbit": "Koran Contoh", "_sumber.tanggal": "2024-11-16", "_sumber.tautan": "https://contoh.test/lipat" });
await look("form with a new source");

// What is pasted from a word processor becomes Markdown.
const word = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0}</style></head><body><!--StartFragment-->
<h1>Pelipatan <span style='mso-spacerun:yes'> </span>surat suara</h1>
<p class=MsoNormal>Dimulai <b>Sabtu, 16 November</b> di <i>gudang</i> KPU; lihat <a href="https://contoh.test/a_b">jadwal</a> dan <a href="javascript:alert(1)">ini</a>.<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>Dihitung<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>2.<span>&nbsp;&nbsp; </span></span><![endif]>Dilipat 5 * 4<o:p></o:p></p>
<table class=MsoTableGrid><tr><td><p class=MsoNormal>Hari</p></td><td><p class=MsoNormal>Lembar</p></td></tr><tr><td><p class=MsoNormal>16</p></td><td><p class=MsoNormal>1.000</p></td></tr></table>
<ul><li>Satu<ul><li>Dalam</li></ul></li><li>Dua</li></ul><!--EndFragment--></body></html>`;
const pasted = await page.locator("#_isi").evaluate((field, html) => {
  field.focus();
  field.select();
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/html", html);
  clipboardData.setData("text/plain", "Pelipatan");
  field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  return field.value;
}, word);
const expected = `## Pelipatan surat suara

Dimulai **Sabtu, 16 November** di *gudang* KPU; lihat [jadwal](<https://contoh.test/a_b>) dan ini.

1. Dihitung
2. Dilipat 5 \\* 4

| Hari | Lembar |
| --- | --- |
| 16 | 1.000 |

- Satu
   - Dalam
- Dua`;
if (pasted.trim() !== expected) wrong.push(`pasted from a word processor: ${JSON.stringify(pasted)}`);
await save("an article with a new source");
const article = await readFile(join(project, "content/wilayah", kota, "berita/2024-11-16-surat-suara-dilipat.md"), "utf8").catch(String);
const key = /sumber:\s*(?:-|\[)\s*([a-z0-9-]+)/.exec(article)?.[1];
const sources = await readFile(join(project, "content/wilayah", kota, "sumber.yaml"), "utf8").catch(String);
if (!key || !sources.includes(`${key}:`)) wrong.push(`a source described in a form is not the article's: ${article} ${sources}`);
await page.goto(`${origin}/_pilkada/baru?jenis=kegiatan&lanjut=1&wilayah=${kota}&nama=Rapat`);
const offered = page.locator('[name="sumber[0]"] + .pakai');
await offered.evaluate((element) => {
  for (let at = element; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
});
await offered.click();
if ((await page.locator('[name="sumber[0]"]').inputValue()) !== key) wrong.push(`the source that was used last is not offered: ${await page.locator(`[name="sumber[0]"]`).inputValue()}, not ${key}`);

// The photo of a person is cropped before it is sent.
const photo = Buffer.from(await page.evaluate(async () => {
  const canvas = new OffscreenCanvas(900, 600);
  const draw = canvas.getContext("2d");
  draw.fillStyle = "#777";
  draw.fillRect(0, 0, 900, 600);
  const blob = await canvas.convertToBlob({ type: "image/png" });
  return [...new Uint8Array(await blob.arrayBuffer())];
}));
await page.goto(`${origin}/_pilkada/catatan?berkas=content/wilayah/${kota}/paslon/1.yaml`);
const chosen = page.locator('[name="calon.foto@"]');
await chosen.evaluate((element) => {
  for (let at = element; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
});
await chosen.setInputFiles({ name: "Foto Calon.png", mimeType: "image/png", buffer: photo });
await page.locator(".potong input").nth(2).fill("50");
await look("form with a photo to crop");
await page.locator(".potong button").click();
await page.locator(".potong[role=status]").waitFor();
await save("a cropped photo");
const written = await readFile(join(project, "content/wilayah", kota, "paslon/foto-calon.jpg")).catch(() => Buffer.alloc(0));
const size = await page.evaluate(async (bytes) => {
  const picture = await createImageBitmap(new Blob([new Uint8Array(bytes)])).catch(() => ({ width: 0, height: 0 }));
  return [picture.width, picture.height];
}, [...written]);
if (size[0] < 200 || size[0] * 4 !== size[1] * 3) wrong.push(`the photo was cropped to ${size}`);

for (const path of ["", `wilayah?jalur=${kota}`, "nanti", "terbitkan"]) {
  await page.goto(`${origin}/_pilkada/${path}`);
  await look(path || "desk");
}
await send(page.locator("button.utama"));
const said = await page.locator("main").innerText();
if (!said.includes("Sudah terbit")) wrong.push(`not published: ${said}`);
const regions = await readdir(join(project, "output", kota)).catch(() => []);
for (const name of ["paslon", "pengundian.html", "deklarasi", "kegiatan", "kesiapan.html", "berita", "hasil.html"]) {
  if (!regions.includes(name)) wrong.push(`${name} is not published`);
}
const first = await readFile(join(project, "output", kota, "index.html"), "utf8").catch(() => "");
if (first.includes("_pilkada")) wrong.push("the desk is published");

await browser.close();
child.kill();
if (wrong.length === 0) await rm(join(project, ".."), { recursive: true });
else console.log(project);
console.log(`desk: ${counted.forms} forms, ${counted.fields} fields, ${counted.clicks} clicks, ${wrong.length} things wrong`);
process.exitCode = wrong.length > 0 ? 1 : 0;
