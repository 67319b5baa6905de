// Visual regression: five pages in both languages on a phone and on a desktop, compared with the pictures in screenshots/.
//   node tests/browser/look_test.mjs --update     takes them anew (MEKTEP_SITE tells the built site); look at them then
// Letters are those of DejaVu (a Debian package that the tests install), whatever the machine has beside it.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import process from "node:process";
import {after, before, test} from "node:test";
import {fileURLToPath} from "node:url";
import pixelmatch from "pixelmatch";
import {chromium} from "playwright-core";
import {PNG} from "pngjs";
import {serve} from "./site_server.mjs";

const kept = path.join(path.dirname(fileURLToPath(import.meta.url)), "screenshots"), update = process.argv.includes("--update");
const site = process.env.MEKTEP_SITE, left = process.env.MEKTEP_SCREENSHOTS;
// Share of pixels that may differ beside the smoothed edges of letters: they fall otherwise with another Chromium. A heading
// that is missing, a colour or a place that has changed is more (see the last tests).
const TOLERANCE = 0.0025;
const PAGES = {home: "", news: "news/2026/jashyl-mektep/", disclosure: "disclosure/permits/", people: "people/", map: "site-map/"};
// Desktops at half their pixels: small files, and the layout is the same.
const SIZES = [{width: 320, height: 640, scale: 1}, {width: 1280, height: 900, scale: 0.5}];

let server, browser;
before(async () => {
  server = await serve(site);
  browser = await chromium.launch({executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu",
    "--disable-dev-shm-usage", "--font-render-hinting=none", "--disable-lcd-text", "--force-color-profile=srgb"]});
});
after(async () => {
  await browser?.close();
  await server?.close();
});

// The top of the page as it is first seen: what makes a page's look, and small enough to be kept.
async function shoot(address, {width, height, scale}, rule = "") {
  const context = await browser.newContext({viewport: {width, height}, reducedMotion: "reduce", colorScheme: "light", deviceScaleFactor: scale});
  try {
    const page = await context.newPage();
    await page.goto(server.origin + address);
    await page.evaluate(async (more) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`* {font-family: "DejaVu Sans" !important; caret-color: transparent !important} ${more}`);
      document.adoptedStyleSheets = [sheet];
      await Promise.all([...document.images].filter((image) => image.getBoundingClientRect().top < 2 * window.innerHeight).map((image) => {
        image.loading = "eager";
        return image.decode();
      }));
      await document.fonts.ready;
    }, rule);
    const picture = PNG.sync.read(await page.screenshot({animations: "disabled"}));
    // 32 steps of each colour: a file of half the size.
    for (let i = 0; i < picture.data.length; ++i) if (i % 4 < 3) picture.data[i] &= 0xf8;
    return picture;
  } finally {
    await context.close();
  }
}

// Share of the pixels that differ, and a picture of the difference.
function compare(one, other) {
  if (one.width !== other.width || one.height !== other.height) return {share: 1};
  const difference = new PNG({width: one.width, height: one.height});
  const count = pixelmatch(one.data, other.data, difference.data, one.width, one.height, {threshold: 0.1, includeAA: false});
  return {share: count / (one.width * one.height), difference};
}

for (const [name, place] of Object.entries(PAGES)) {
  for (const language of ["ky", "ru"]) {
    for (const size of SIZES) {
      const file = `${name}.${language}.${size.width}.png`;
      test(`${file} looks as it did`, async () => {
        const now = await shoot(`/${language === "ru" ? "ru/" : ""}${place}`, size);
        if (update) {
          fs.mkdirSync(kept, {recursive: true});
          fs.writeFileSync(path.join(kept, file), PNG.sync.write(now, {deflateLevel: 9, colorType: 2}));
          return;
        }
        const {share, difference} = compare(PNG.sync.read(fs.readFileSync(path.join(kept, file))), now);
        if (share > TOLERANCE && left) {
          fs.mkdirSync(left, {recursive: true});
          fs.writeFileSync(path.join(left, `now.${file}`), PNG.sync.write(now));
          if (difference) fs.writeFileSync(path.join(left, `difference.${file}`), PNG.sync.write(difference));
        }
        assert.ok(share <= TOLERANCE, `${(share * 100).toFixed(2)} % of the pixels differ; see now.${file} and difference.${file} in ${left}`);
      });
    }
  }
}

test("the pictures that are kept are those that are compared, and small", () => {
  const files = fs.readdirSync(kept).sort();
  assert.deepEqual(files, Object.keys(PAGES).flatMap((name) => ["ky", "ru"].flatMap((language) => SIZES.map(({width}) => `${name}.${language}.${width}.png`))).sort());
  const sum = files.reduce((total, file) => total + fs.statSync(path.join(kept, file)).size, 0);
  assert.ok(sum <= 1_500_000, `${sum} bytes`);
});

for (const [change, rule] of Object.entries({"another colour of the frame": ":root {--deep: #5e153a !important}", "larger letters": "body {font-size: 1.15rem !important}",
  "a heading that is gone": "h1 {visibility: hidden !important}", "another distance": "main {margin-top: 8px !important}"})) {
  test(`the comparison sees ${change}`, async () => {
    const {share} = compare(await shoot("/about/", SIZES[0]), await shoot("/about/", SIZES[0], rule));
    assert.ok(share > TOLERANCE, `only ${(share * 100).toFixed(2)} %`);
  });
}
