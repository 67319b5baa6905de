// From a saved file to the new page in a browser, `mektep serve` on the demonstration school.
//   node tests/bench/serve/measure.mjs MEKTEP [CHANGES]
// Milliseconds: median and worst of CHANGES saves of a text, a style sheet and a partial. The page counts as there when its
// document is complete, by the clock of the page itself.
import {spawn} from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import process from "node:process";
import {fileURLToPath} from "node:url";
import {chromium} from "playwright-core";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../../..");
const [mektep = path.join(root, "build/release/generator/mektep"), changes = "10"] = process.argv.slice(2);
const work = fs.mkdtempSync(path.join(os.tmpdir(), "mektep-bench-serve-"));
const school = path.join(work, "school"), data = path.join(work, "data");
fs.cpSync(path.join(root, "content"), school, {recursive: true});
for (const folder of ["schema", "themes"]) fs.cpSync(path.join(root, folder), path.join(data, folder), {recursive: true});

const server = spawn(mektep, ["serve", school, "--data", data, "--today", "2026-11-21", "--lang", "en"], {stdio: ["ignore", "pipe", "inherit"]});
let said = "";
server.stdout.on("data", (bytes) => { said += bytes; });
const until = async (seen) => { while (!seen()) await new Promise((resolve) => { setTimeout(resolve, 10); }); };
const builds = () => said.split("\n").filter((line) => line.startsWith("Built")).length;
await until(() => builds() > 0);
const browser = await chromium.launch({executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]});
const page = await browser.newPage({viewport: {width: 1280, height: 800}});
await page.goto(`${/shown at (\S+)/.exec(said)[1]}ru/contacts/`);

const cases = [
  ["a text", path.join(school, "pages/contacts/index.ru.md"), (text, i) => `${text}\nСтрока ${i}.\n`],
  ["a style sheet", path.join(data, "themes/default/assets/style.css"), (text, i) => `${text}\n.a${i} {color: red}\n`],
  ["a partial", path.join(data, "themes/default/partials/footer.html"), (text, i) => `${text}<!-- --><p>${i}</p>`],
];
try {
  for (const [name, file, edit] of cases) {
    const text = fs.readFileSync(file, "utf8"), times = [];
    for (let i = 0; i < Number(changes); ++i) {
      const loaded = page.waitForEvent("load"), count = builds(), begin = performance.timeOrigin + performance.now();
      fs.writeFileSync(file, edit(text, i));
      await loaded;
      times.push(await page.evaluate(() => performance.timeOrigin + performance.getEntriesByType("navigation")[0].domContentLoadedEventStart) - begin);
      await until(() => builds() > count);
    }
    times.sort((a, b) => a - b);
    process.stdout.write(`${name.padEnd(14)} median ${Math.round(times[times.length >> 1])} ms  worst ${Math.round(times.at(-1))} ms\n`);
    fs.writeFileSync(file, text);
  }
} finally {
  await browser.close();
  server.kill();
  fs.rmSync(work, {recursive: true, force: true});
}
