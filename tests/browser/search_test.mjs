// The search in a browser: by keyboard and for screen readers, in both languages, on a phone and a desktop, from a sub-folder and
// from a disk, and what is left of it without JavaScript.
import assert from "node:assert/strict";
import {execFileSync} from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import process from "node:process";
import {after, before, describe, test} from "node:test";
import {fileURLToPath, pathToFileURL} from "node:url";
import {chromium} from "playwright-core";
import * as checks from "./page_checks.mjs";
import {serve} from "./site_server.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const site = process.env.MEKTEP_SITE, screenshots = process.env.MEKTEP_SCREENSHOTS;
const work = fs.mkdtempSync(path.join(os.tmpdir(), "mektep-search-"));
const LANGUAGES = {
  ky: {home: "/", query: "ашкананын менюсу", typo: "лицения", first: "canteen-menu", found: "Табылды", nothing: "Эч нерсе табылган жок"},
  ru: {home: "/ru/", query: "меню столовой", typo: "лецензия", first: "canteen-menu", found: "Найдено", nothing: "Ничего не найдено"},
};

let server, browser;
before(async () => {
  fs.symlinkSync(site, path.join(work, "school"));
  server = await serve(work, new Map());
  browser = await chromium.launch({executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]});
  fs.mkdirSync(screenshots, {recursive: true});
});
after(async () => {
  await browser?.close();
  await server?.close();
  fs.rmSync(work, {recursive: true, force: true});
});

async function open(address, options, use) {
  const context = await browser.newContext({viewport: {width: 1280, height: 800}, reducedMotion: "reduce", ...options});
  const faults = [], asked = [];
  context.on("request", (request) => asked.push(new URL(request.url()).pathname));
  context.on("response", (response) => { if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`); });
  context.on("console", (message) => { if (["error", "warning"].includes(message.type())) faults.push(`console: ${message.text()}`); });
  context.on("weberror", (fault) => faults.push(`error: ${fault.error()}`));
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(10000);
    await page.goto(address.includes(":") ? address : `${server.origin}/school${address}`, {waitUntil: "load"});
    await use(page, asked);
    assert.deepEqual(faults, []);
  } finally {
    await context.close();
  }
}

const results = (page) => page.locator(".search-results > li > a");
const status = (page, text) => page.waitForFunction((part) => document.querySelector(".search-status").textContent.includes(part), text);
const focused = (page) => page.evaluate(() => document.activeElement.tagName + (document.activeElement.id ? `#${document.activeElement.id}` : ""));

for (const [language, {home, query, typo, first, found, nothing}] of Object.entries(LANGUAGES)) {
  for (const width of [320, 1280]) {
    describe(`in ${language}, ${width} px`, () => {
      const size = {viewport: {width, height: 800}};

      test("the box in the header leads to the results, by keyboard alone", () => open(home, size, async (page, asked) => {
        assert.ok(!asked.some((name) => name.endsWith("/search/index.js")), "the index is loaded before anybody searches");
        await page.focus("#search-box");
        await page.keyboard.type(query);
        await page.keyboard.press("Enter");
        await page.waitForURL((url) => url.pathname.endsWith(`${home}search/`) && url.search === "");
        await status(page, found);
        const places = await results(page).evaluateAll((links) => links.map((link) => link.pathname));
        assert.ok(places.slice(0, 3).some((place) => place.includes(first)), places.join(" "));
        assert.equal(await page.inputValue("#search-query"), query);
        // From the box through the results and back.
        await page.focus("#search-query");
        await page.keyboard.press("ArrowDown");
        assert.equal(await focused(page), "A");
        await page.keyboard.press("ArrowDown");
        await page.keyboard.press("Escape");
        assert.equal(await focused(page), "INPUT#search-query");
        await page.keyboard.press("Enter");
        await page.waitForFunction(() => document.activeElement.tagName === "A");
        await page.keyboard.press("Enter");
        await page.waitForURL((url) => url.pathname === places[0]);
        // The way back shows the same.
        await page.goBack();
        await status(page, found);
        assert.equal(await page.inputValue("#search-query"), query);
      }));

      test("results, marks and snippets are accessible and fit the window", () => open(`${home}search/`, size, async (page) => {
        await page.fill("#search-query", query);
        await status(page, found);
        await page.waitForSelector(".search-snippet mark");
        assert.equal(await page.getAttribute(".search-status", "role"), "status");
        const complaints = [...await checks.accessibility(page), ...await checks.overflow(page), ...await checks.spacing(page),
          // The kinds are one stop of many, and the walk begins behind the box that was typed in.
          ...(await checks.focusVisible(page, 60)).filter((each) => !/^the keyboard reaches| is stop \d+ of the keyboard/.test(each))];
        await page.emulateMedia({colorScheme: "dark"});
        complaints.push(...await checks.accessibility(page, ["color-contrast", "link-in-text-block"]));
        await page.emulateMedia({colorScheme: "light"});
        await page.screenshot({path: path.join(screenshots, `search-results.${language}.${width}.png`), fullPage: true});
        assert.equal(complaints.length, 0, complaints.join("\n"));
      }));

      test("typing errors are forgiven, and nothing found is said", () => open(`${home}search/`, size, async (page) => {
        await page.fill("#search-query", typo);
        await status(page, found);
        assert.ok((await results(page).evaluateAll((links) => links.map((link) => link.pathname))).slice(0, 3).some((name) => name.includes("licence")));
        await page.fill("#search-query", "ъъъъъъъъ");
        await status(page, nothing);
        assert.equal(await results(page).count(), 0);
        assert.equal(await page.locator(".search-results").isVisible(), false);
      }));

      test("kinds narrow the results", () => open(`${home}search/#q=${encodeURIComponent(language === "ky" ? "мектеп" : "школа")}`, size, async (page) => {
        await status(page, found);
        const all = Number((await page.locator(".search-kinds .count").first().innerText()));
        await page.focus(".search-kinds [value='']");
        await page.keyboard.press("ArrowDown");
        await page.waitForFunction(() => document.querySelector(".search-kinds [value=n]").checked);
        await page.waitForFunction((before) => Number(/\d+/.exec(document.querySelector(".search-status").textContent)) < before, all);
        const places = await results(page).evaluateAll((links) => links.map((link) => link.pathname));
        assert.ok(places.length > 0 && places.every((place) => /\/(news|events|albums)\//.test(place)), places.join(" "));
      }));

      test("more results take the focus to the first new one", () => open(`${home}search/#q=${encodeURIComponent(language === "ky" ? "мектеп" : "школа")}`, size, async (page) => {
        await status(page, found);
        assert.equal(await results(page).count(), 10);
        await page.focus(".search-more");
        await page.keyboard.press("Enter");
        assert.equal(await results(page).count(), 20);
        assert.ok(await results(page).nth(10).evaluate((link) => link === document.activeElement));
      }));

      test("without JavaScript the box leads to the site map", () => open(home, {...size, javaScriptEnabled: false}, async (page) => {
        await page.fill("#search-box", query);
        await page.press("#search-box", "Enter");
        await page.waitForURL((url) => url.pathname.endsWith(`${home}site-map/`));
        await page.goto(`${server.origin}/school${home}search/`);
        await page.press("#search-query", "Enter");
        await page.waitForURL((url) => url.pathname.endsWith(`${home}site-map/`));
        assert.ok(!page.url().includes("="), `a query string: ${page.url()}`);
      }));
    });
  }
}

for (const [language, {home}] of Object.entries(LANGUAGES)) {
  test(`the catalogue of the library is searched where it stands, in ${language}`, () => open(`${home}library/catalogue/`, {}, async (page) => {
    const shown = () => page.locator("main .text tbody tr:visible").count();
    const all = await shown();
    await page.focus("#find-rows");
    await page.keyboard.type("АЙТМАТОВ гулсарат");  // capitals, a letter that the keyboard lacks
    await page.waitForFunction(() => /: 1$/.test(document.querySelector(".find-rows [role=status]").textContent));
    assert.equal(await shown(), 1);
    assert.match(await page.locator("main .text tbody tr:visible").innerText(), /Гүлсарат/);
    assert.equal(await page.locator("main .text h2:visible").count(), 1, "the headings of lists without a book go with them");
    const complaints = [...await checks.accessibility(page), ...await checks.overflow(page)];
    assert.equal(complaints.length, 0, complaints.join("\n"));
    await page.fill("#find-rows", "ъъъъ");
    assert.equal(await shown(), 0);
    await page.fill("#find-rows", "");
    assert.equal(await shown(), all);
  }));
}

test("without JavaScript the catalogue is whole, and short tables have no field", async () => {
  await open("/library/catalogue/", {javaScriptEnabled: false}, async (page) => {
    assert.equal(await page.locator("#find-rows").count(), 0);
    assert.ok(await page.locator("main .text tbody tr:visible").count() > 100);
  });
  await open("/canteen/", {}, async (page) => assert.equal(await page.locator("#find-rows").count(), 0));
});

test("a damaged index is said, with the way to the site map", () => open("/search/", {}, async (page) => {
  await page.route("**/search/index.js", (route) => route.fulfill({contentType: "text/javascript", body: "mektepSearch({\"version\":99})"}));
  await page.fill("#search-query", "мектеп");
  await status(page, "картасын");
  await page.locator("#search-hint a").click();
  await page.waitForURL((url) => url.pathname.endsWith("/site-map/"));
}));

test("it works from a disk", async () => {
  const folder = path.join(work, "дискте");
  execFileSync(process.env.MEKTEP, ["build", path.join(root, "content"), "--data", root, "--out", folder, "--today", "2026-11-21", "--links", "files"]);
  await open(pathToFileURL(path.join(folder, "ru/contacts/index.html")).href, {}, async (page) => {
    await page.fill("#search-box", "лицензия");
    await page.press("#search-box", "Enter");
    await status(page, "Найдено");
    await page.waitForSelector(".search-snippet mark");
    await results(page).first().click();
    await page.waitForURL((url) => url.pathname.endsWith("index.html"));
    assert.ok(await page.locator("h1").isVisible());
  });
});
