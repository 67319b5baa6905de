// The Nu Html Checker of the W3C on every page of the built site: no errors, and no warnings but these.
import {execFile} from "node:child_process";
import fs from "node:fs";
import {createRequire} from "node:module";
import os from "node:os";
import path from "node:path";
import process from "node:process";
import {promisify} from "node:util";

const IGNORED = [
  // Files have no origin, so that 'self' means nothing to the checker, and data blocks (JSON-LD) are no scripts. What the policy
  // really stops is seen by tests/browser.
  /violates Content Security Policy/,
  // Facts with the same label stand one after the other, each with its files.
  /^Duplicate “dt” name/,
  // Frames that scroll have names (aria-label), records stand below the heading of their item.
  /^Section lacks heading/,
];
const site = process.env.MEKTEP_SITE, jar = createRequire(import.meta.url)("vnu-jar");
const pages = fs.readdirSync(site, {recursive: true}).filter((name) => name.endsWith(".html")).sort();
if (pages.length < 200) throw new Error(`only ${pages.length} pages in ${site}`);

// One run for all: starting takes longer than checking.
async function complaintsOf(files) {
  const run = promisify(execFile)("java", ["-Xss2m", "-Xmx512m", "-jar", jar, "--format", "json", "--exit-zero-always", ...files], {maxBuffer: 1 << 28});
  const {stderr} = await run;
  return JSON.parse(stderr).messages.map(({type, subType, url, lastLine, message}) =>
    ({kind: subType ?? type, file: path.relative(site, decodeURIComponent(new URL(url).pathname)), line: lastLine, message}));
}

// A checker that finds no fault in these finds none at all.
const work = fs.mkdtempSync(path.join(os.tmpdir(), "mektep-vnu-"));
const home = fs.readFileSync(path.join(site, "index.html"), "utf8");
const broken = [["</main>", "</section></main>", "Stray end tag"], ["</main>", "<img src='x.png'></main>", "alt"],
  ["<h1", "<h1 id=main", "Duplicate ID"], ["lang=\"ky\"", "lang=\"kyrgyz\"", "lang"]]
  .map(([old, replacement, about], i) => {
    if (!home.includes(old)) throw new Error(`the home page has no ${old}`);
    const file = path.join(work, `${i}.html`);
    fs.writeFileSync(file, home.replace(old, replacement));
    return {file, about};
  });
try {
  const found = await complaintsOf([...pages.map((name) => path.join(site, name)), ...broken.map(({file}) => file)]);
  const ours = (file) => path.relative(site, file);
  for (const {file, about} of broken) {
    if (!found.some((each) => each.file === ours(file) && each.kind === "error" && each.message.includes(about)))
      throw new Error(`the checker does not see a fault about ${about}`);
  }
  const real = found.filter((each) => !broken.some(({file}) => ours(file) === each.file) && each.kind !== "info" && !IGNORED.some((ignored) => ignored.test(each.message)));
  const counts = new Map();
  for (const {kind, message} of real) counts.set(`${kind}: ${message}`, (counts.get(`${kind}: ${message}`) ?? 0) + 1);
  for (const [text, count] of [...counts].sort((a, b) => b[1] - a[1]).slice(0, 40)) {
    const {file, line} = real.find((each) => `${each.kind}: ${each.message}` === text);
    console.error(`${count} × ${text}\n  ${file}:${line}`);
  }
  console.log(`${pages.length} pages, ${real.length} complaints`);
  process.exitCode = real.length ? 1 : 0;
} finally {
  fs.rmSync(work, {recursive: true, force: true});
}
