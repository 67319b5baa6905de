// Looks at one page of every kind and of every shortcode in both languages as its readers do: phone and desktop, light and
// dark, in the colours for those who see badly, enlarged, by keyboard, without JavaScript, on paper. One browser for
// everything; each page is loaded once.
import assert from "node:assert/strict";
import {execFileSync} from "node:child_process";
import {randomBytes} from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import process from "node:process";
import {after, before, describe, test} from "node:test";
import {fileURLToPath} from "node:url";
import {chromium} from "playwright-core";
import * as checks from "./page_checks.mjs";
import {serve} from "./site_server.mjs";

const site = process.env.MEKTEP_SITE, screenshots = process.env.MEKTEP_SCREENSHOTS;
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const extra = new Map();
const KINDS = ["home", "page", "news", "event", "news-list", "tag", "year", "events", "albums", "album", "people", "person",
  "documents", "document", "disclosure", "disclosure-group", "sitemap", "search", "tags", "404"];

// Of every kind the heaviest page: it has most to get wrong.
function choose() {
  const chosen = new Map(), redirects = [];
  for (const name of fs.readdirSync(site, {recursive: true}).filter((file) => file.endsWith(".html")).sort()) {
    const text = fs.readFileSync(path.join(site, name), "utf8");
    const kind = /<body class="kind-([a-z0-9-]+)"/.exec(text)?.[1];
    const address = `/${name.replace(/index\.html$/, "")}`;
    if (!kind) { redirects.push(address); continue; }
    const key = `${kind} ${name.startsWith("ru/") ? "ru" : "ky"}`;
    if (!chosen.has(key) || chosen.get(key).size < text.length) chosen.set(key, {address, size: text.length});
  }
  return {chosen, redirects};
}

// Few pages that show every shortcode of the theme among them, each with what it is there for. Pictures alone in a paragraph
// are figures; the drawing of the structure is on the site map as well.
function chooseShortcodes(language) {
  const missing = new Set(fs.readdirSync(path.join(root, "themes/default/partials/shortcodes")).map((name) => path.parse(name).name));
  missing.delete("structure");
  const sources = fs.readdirSync(path.join(root, "content"), {recursive: true}).filter((name) => name.endsWith(`index.${language}.md`)).sort()
    .map((name) => {
      const text = fs.readFileSync(path.join(root, "content", name), "utf8");
      const uses = [...text.matchAll(/\{\{< *([a-z]+)/g)].map(([, shortcode]) => shortcode).concat(/^!\[/m.test(text) ? "figure" : []);
      return {address: `/${language === "ru" ? "ru/" : ""}${path.dirname(name).replace(/^pages\//, "")}/`, uses};
    }).filter(({address}) => fs.existsSync(path.join(site, address, "index.html")));
  const pages = [];
  while (missing.size > 0) {
    const news = ({uses}) => new Set(uses.filter((use) => missing.has(use))).size;
    const best = sources.reduce((one, other) => news(other) > news(one) ? other : one);
    const shows = [...new Set(best.uses)].filter((use) => missing.delete(use));
    assert.ok(shows.length > 0, `no page shows ${[...missing].join(", ")}`);
    pages.push({kind: `with-${shows.sort().join("-")}`, language, address: best.address});
  }
  return pages;
}

// Light, dark and the colours of the panel differ by colours alone: these rules of axe look at them.
const COLOURS = ["color-contrast", "link-in-text-block"];
const {chosen, redirects} = choose();
const cases = KINDS.flatMap((kind) => ["ky", "ru"].map((language) => ({kind, language, address: chosen.get(`${kind} ${language}`)?.address})))
  .concat(["ky", "ru"].flatMap(chooseShortcodes));

let server, browser;
before(async () => {
  server = await serve(site, extra);
  browser = await chromium.launch({executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]});
  fs.rmSync(screenshots, {recursive: true, force: true});
  fs.mkdirSync(screenshots, {recursive: true});
});
after(async () => {
  await browser?.close();
  await server?.close();
});

// Opens an address and hands the page over, with what went wrong while it was open.
async function open(address, options, use) {
  const context = await browser.newContext({viewport: {width: 1280, height: 800}, reducedMotion: "reduce", ...options});
  const faults = [], loaded = [];
  context.on("requestfinished", (request) => loaded.push(request));
  context.on("request", (request) => { if (!request.url().startsWith(server.origin)) faults.push(`asks another host: ${request.url()}`); });
  context.on("response", (response) => { if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`); });
  context.on("console", (message) => { if (["error", "warning"].includes(message.type())) faults.push(`console: ${message.text()}`); });
  context.on("weberror", (fault) => faults.push(`error: ${fault.error()}`));
  try {
    const page = await context.newPage();
    await page.goto(server.origin + address, {waitUntil: "load"});
    const complaints = await use(page, loaded) ?? [];
    return [...faults, ...complaints];
  } finally {
    await context.close();
  }
}

function none(complaints) {
  assert.equal(complaints.length, 0, `\n  ${complaints.join("\n  ")}`);
}

// Pictures further down load only when they come near.
const loadPictures = (page) => page.evaluate(() => Promise.all([...document.images].map((image) => {
  image.loading = "eager";
  return image.decode();
})));
// All that can be read; the field that a script puts above long lists is left out.
const readable = (page) => page.evaluate(() => {
  const aids = document.querySelectorAll(".find-rows");
  for (const aid of aids) aid.hidden = true;
  const text = document.body.innerText;
  for (const aid of aids) aid.hidden = false;
  return text;
});
const shot = (page, name) => page.screenshot({path: path.join(screenshots, `${name}.jpg`), type: "jpeg", quality: 80, fullPage: true});

describe("every kind of page", {concurrency: 2}, () => {
  for (const {kind, language, address} of cases) {
    test(`${kind} in ${language}: ${address}`, async () => {
      assert.ok(address, "the demonstration site has no such page");
      none(await open(address, {}, async (page, loaded) => {
        const complaints = [];
        const note = (where, found) => complaints.push(...found.map((each) => `${where}: ${each}`));
        note("budget", await checks.budget(loaded));
        const text = await readable(page);
        await loadPictures(page);
        for (const width of [1280, 320]) {
          await page.setViewportSize({width, height: 800});
          await page.emulateMedia({colorScheme: "light"});
          note(`${width}`, await checks.overflow(page));
          note(`${width}`, await checks.diagrams(page));
          note(`${width} light`, await checks.accessibility(page));
          note(`${width} light`, await checks.contrast(page));
          await shot(page, `${kind}.${language}.${width}.light`);
          await page.emulateMedia({colorScheme: "dark"});
          note(`${width} dark`, await checks.accessibility(page, COLOURS));
          note(`${width} dark`, await checks.contrast(page));
          if (language === "ky" && width === 1280) await shot(page, `${kind}.${language}.${width}.dark`);
          await page.emulateMedia({colorScheme: "light"});
          note(`${width}`, await checks.sightColours(page, async (scheme) => {
            note(`${width} ${scheme}`, await checks.accessibility(page, COLOURS));
            note(`${width} ${scheme}`, await checks.contrast(page));
          }));
          note(`${width}`, await checks.spacing(page));
          note(`${width}`, await checks.sightLetters(page));
        }
        // 200 % in a window of 1280.
        await page.setViewportSize({width: 640, height: 400});
        note("200 %", await checks.overflow(page));
        note("200 %", await checks.diagrams(page));
        note("print", await checks.paper(page));
        await page.setViewportSize({width: 1280, height: 800});
        if (kind !== "404") note("languages", await checks.languageSwitch(page, language));
        note("without JavaScript", await open(address, {javaScriptEnabled: false}, async (plain) =>
          (await readable(plain)) === text ? [] : ["the text is another"]));
        return complaints;
      }));
    });
  }
});

describe("by keyboard", {concurrency: 2}, () => {
  for (const {kind, language, address} of cases.filter((each) => ["home", "news", "news-list", "people", "disclosure", "disclosure-group", "album", "search", "404"].includes(each.kind))) {
    for (const width of [320, 1280]) {
      test(`${kind} in ${language}, ${width} px: the content is one key away and the focus is always seen`, async () => {
        for (const check of [checks.skipLink, (page) => checks.focusVisible(page, 120)]) {
          none(await open(address, {viewport: {width, height: 800}}, check));
        }
      });
    }
  }
});

test("redirects lead to their pages", async () => {
  assert.ok(redirects.length > 0);
  for (const address of redirects) {
    none(await open(address, {}, async (page) => {
      await page.waitForURL((url) => url.pathname !== address, {timeout: 5000});
      await page.waitForLoadState("load");
      return await page.locator("body[class^=kind-]").count() ? [] : [`leads to ${page.url()}`];
    }));
  }
});

test("a printed page bears its address and date and no menu", async () => {
  for (const {language, address, label} of [{language: "ky", address: chosen.get("disclosure ky").address, label: "Башкы меню"},
    {language: "ru", address: chosen.get("news ru").address, label: "Главное меню"}]) {
    none(await open(address, {}, async (page) => {
      const menu = await page.locator("[data-element=main-menu] li").allInnerTexts();
      const canonical = await page.locator("link[rel=canonical]").getAttribute("href");
      const date = (await page.locator("main time").first().innerText()).trim();
      const file = path.join(screenshots, `print.${language}.pdf`);
      await page.pdf({path: file, format: "A4"});
      const text = execFileSync("pdftotext", ["-layout", file, "-"], {encoding: "utf8"}).replace(/\s+/g, " ");
      const complaints = [];
      if (!text.replaceAll(" ", "").includes(canonical)) complaints.push(`the address is not on paper: ${canonical}`);
      if (!text.includes(date.replace(/\s+/g, " "))) complaints.push(`the date is not on paper: ${date}`);
      if (menu.length > 3 && text.includes(menu.join(" "))) complaints.push(`${label} is printed`);
      return complaints;
    }));
  }
});

// A check that has not been seen to fail proves nothing: the same checks on the home page with faults put in.
describe("the checks see", {concurrency: 2}, () => {
  // Without the policy that would stop the faults.
  const unguarded = (name) => fs.readFileSync(path.join(site, name), "utf8").replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, "");
  const home = unguarded("index.html"), map = unguarded("site-map/index.html");
  // Links are relative: a broken page lies as deep as its original.
  const broken = (name, old, replacement, source = home) => {
    assert.ok(source.includes(old), `the page has no ${old}`);
    const address = `/broken-${name}${source === home ? "" : "/"}`;
    extra.set(address, source.replace(old, replacement));
    return address;
  };
  const sees = (title, old, replacement, check, about, options = {}, source = home) => test(title, async () => {
    const complaints = await open(broken(title.replace(/[^a-z]+/g, "-"), old, replacement, source), options, (page) => check(page));
    assert.ok(complaints.some((each) => each.includes(about)), `saw only: ${complaints.join("; ")}`);
  });
  const end = "</main>", narrow = {viewport: {width: 320, height: 800}};
  const style = (rule) => ["</head>", `<style>${rule}</style></head>`];
  sees("poor contrast", ...style(".meta, h1 {color: #bbb8b0 !important}"), (page) => checks.accessibility(page), "color-contrast");
  sees("poor contrast in the dark", ...style("@media (prefers-color-scheme: dark) {h1 {color: #444}}"),
    async (page) => { await page.emulateMedia({colorScheme: "dark"}); return checks.accessibility(page, ["color-contrast"]); }, "color-contrast");
  sees("a picture without text", end, "<img src='/assets/x.svg'></main>", (page) => checks.accessibility(page), "image-alt");
  sees("small targets", end, "<p><button style='width:9px;height:9px;padding:0'>x</button><button style='width:9px;height:9px;padding:0'>y</button></p></main>", (page) => checks.accessibility(page), "target-size");
  sees("a page that scrolls sideways", end, "<p style='width:30rem'>x</p></main>", checks.overflow, "scrolls sideways", narrow);
  sees("long words with wider letters", end, `<p style='white-space:nowrap'>${"ы".repeat(26)}</p></main>`, checks.spacing, "with wider letters", narrow);
  sees("a hidden link to the content", ...style(".skip:focus {top: -5rem}"), checks.skipLink, "not seen");
  sees("a link to the content that leads nowhere", 'href="#main"', 'href="#man"', checks.skipLink, "first stop");
  sees("an invisible focus", ...style(":focus-visible {outline: none}"), checks.focusVisible, "no visible focus");
  sees("an order of its own", end, "<button tabindex='3'>x</button></main>", checks.focusVisible, "of the document");
  sees("a ring of the focus that is too pale", ...style(":focus-visible {outline-color: #f4ecd8; box-shadow: none}"), checks.contrast, "focus of");
  sees("a field without a frame", ...style(".search-box input {border-color: #eee !important}"), checks.contrast, "frame of");
  sees("text that is cut off", end, "<div style='height:1.25em;line-height:1.2;overflow:hidden'>Мектеп</div></main>", checks.spacing, "cut off", narrow);
  sees("a trap of the keyboard", end, "<button onkeydown='event.preventDefault()'>x</button></main>", checks.focusVisible, "the keyboard reaches");
  sees("a printed menu", ...style("@media print {.menu {display: block !important}}"), checks.paper, ".menu is printed");
  sees("paper without address", ...style("@media print {.print-only {display: none !important}}"), checks.paper, "not printed");
  sees("a call to another host", end, "<img alt='' src='http://127.0.0.1:9/x.png'></main>", () => [], "another host");
  sees("a missing file", end, "<img alt='' src='/x.png'></main>", () => [], "404");
  sees("a text made by a script", end, "<p id='made'></p><script>document.getElementById('made').textContent = 'x'</script></main>",
    async (page) => [`text: ${(await page.locator("#made").innerText()) === "" ? "another" : "the same"}`], "another", {javaScriptEnabled: false});
  sees("a language switch to the home page", 'href="ru/" lang', 'href="ru/contacts/" lang', (page) => checks.languageSwitch(page, "ky"), "leads to");
  sees("a diagram with letters outside its box", ...style(".diagram text {font-size: 1.6rem}"), checks.diagrams, "does not fit", {}, map);
  sees("a diagram drawn too small", ...style(".diagram-wide {width: 40rem !important}"), checks.diagrams, "px small", {}, map);
  sees("both drawings of a diagram", ...style(".diagram {display: block !important}"), checks.diagrams, "2 drawings", {}, map);
  test("a page that asks for too much", async () => {
    const names = ["1", "2", "3", "4"], address = broken("heavy", end, `${names.map((name) => `<script src='/heavy-${name}'></script>`).join("")}</main>`);
    for (const name of names) extra.set(`/heavy-${name}`, `// ${randomBytes(15000).toString("base64")}`);
    const complaints = await open(address, {}, (page, loaded) => checks.budget(loaded));
    for (const about of ["requests:", "on the wire"]) assert.ok(complaints.some((each) => each.includes(about)), complaints.join("; "));
  });
  test("a script in a page is stopped", async () => {
    extra.set("/broken-policy", fs.readFileSync(path.join(site, "index.html"), "utf8").replace(end, "<script>document.title = 'x'</script></main>"));
    const complaints = await open("/broken-policy", {}, async (page) => (await page.title()) === "x" ? ["it ran"] : []);
    assert.ok(complaints.length === 1 && /Content Security Policy/.test(complaints[0]), complaints.join("; "));
  });
  sees("errors of scripts", end, "<script>console.error('x'); undefinedName()</script></main>", () => [], "console");
});
