// Asks the Nu HTML checker about every page of built sites, in one run: validity.mjs FOLDER…

import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { htmlFiles } from "./pages.mjs";

const CHECKER = join(dirname(createRequire(import.meta.url).resolve("vnu-jar/package.json")), "build/dist/vnu.jar");

const folders = process.argv.slice(2);
const asked = (await Promise.all(folders.map(htmlFiles))).flat().length;
const checked = spawnSync(
  "java",
  ["-Xss2m", "-XX:TieredStopAtLevel=1", "-jar", CHECKER, "--errors-only", "--skip-non-html", "--format", "json", ...folders],
  { encoding: "utf8", maxBuffer: 1 << 28 },
);
if (checked.error) throw checked.error;
const { messages } = JSON.parse(checked.stderr);
for (const { url, lastLine, message } of messages) console.log(`${url}:${lastLine}: ${message}`);
console.log(`HTML: ${asked} pages asked, ${messages.length} errors`);
process.exitCode = messages.length > 0 || asked === 0 ? 1 : 0;
