// The site as a folder on a disk or a USB stick, opened by a double click: no server, and no JavaScript needed when it was
// built with --links files.
import assert from "node:assert/strict";
import {execFileSync} from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import process from "node:process";
import {after, before, test} from "node:test";
import {fileURLToPath, pathToFileURL} from "node:url";
import {chromium} from "playwright-core";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const work = fs.mkdtempSync(path.join(os.tmpdir(), "mektep-disk-"));
// Without a script, links have to name files; with one, those to folders work as well.
const site = path.join(work, "сайт мектеби", "site"), withFolders = path.join(work, "folders");

let browser;
before(async () => {
  fs.mkdirSync(path.dirname(site));
  execFileSync(process.env.MEKTEP, ["build", path.join(root, "content"), "--data", root, "--out", site, "--today", "2026-11-21",
    "--links", "files"]);
  execFileSync(process.env.MEKTEP, ["build", path.join(root, "content"), "--data", root, "--out", withFolders, "--today", "2026-11-21"]);
  browser = await chromium.launch({executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]});
});
after(async () => {
  await browser?.close();
  fs.rmSync(work, {recursive: true, force: true});
});

// Opens a page of `folder` from the disk and hands it over; anything that cannot be loaded is a fault.
async function open(folder, file, options, use) {
  const context = await browser.newContext(options);
  const faults = [];
  // What is still on its way when a link is followed is given up.
  context.on("requestfailed", (request) => { if (request.failure()?.errorText !== "net::ERR_ABORTED") faults.push(`cannot be loaded: ${request.url()}`); });
  context.on("console", (message) => { if (["error", "warning"].includes(message.type())) faults.push(message.text()); });
  context.on("weberror", (fault) => faults.push(String(fault.error())));
  try {
    const page = await context.newPage();
    await page.goto(pathToFileURL(path.join(folder, file)).href);
    await use(page);
    assert.deepEqual(faults, []);
  } finally {
    await context.close();
  }
}

test("every link names a file that is there", () => {
  const faults = [];
  let links = 0;
  for (const name of fs.readdirSync(site, {recursive: true}).filter((file) => file.endsWith(".html") && !file.endsWith("404.html"))) {
    const html = fs.readFileSync(path.join(site, name), "utf8");
    for (const [, value] of html.matchAll(/<(?:a|link|img|script|source|form)\b[^>]*?\s(?:href|src|action)="([^"]*)"/g)) {
      if (/^[a-z]+:/.test(value)) continue;
      ++links;
      const target = new URL(value, pathToFileURL(path.join(site, name)));
      const file = fileURLToPath(Object.assign(target, {hash: ""}));
      if (!file.startsWith(site) || !fs.statSync(file, {throwIfNoEntry: false})?.isFile()) faults.push(`${name}: ${value}`);
    }
  }
  assert.deepEqual(faults.slice(0, 20), []);
  assert.ok(links > 1000);
});

for (const [folder, javaScriptEnabled] of [[site, false], [site, true], [withFolders, true]]) {
  test(`a site with links to ${folder === site ? "files" : "folders"} is read from a disk ${javaScriptEnabled ? "with" : "without"} JavaScript`, () =>
    open(folder, "index.html", {javaScriptEnabled, viewport: {width: 1280, height: 800}}, async (page) => {
      const menu = page.locator("[data-element=main-menu] a");
      const count = await menu.count();
      assert.ok(count > 3);
      for (let i = 0; i < count; ++i) {
        await page.goto(pathToFileURL(path.join(folder, "index.html")).href);
        const title = (await menu.nth(i).innerText()).trim();
        await menu.nth(i).click();
        await page.locator("h1").first().waitFor();
        assert.ok(page.url().endsWith("/index.html"), `${title} leads to ${page.url()}`);
        assert.equal(await page.locator("h1").count(), 1, title);
      }
      await page.locator("[data-element=languages] a[hreflang=ru]").click();
      assert.equal(await page.locator("html").getAttribute("lang"), "ru");
      assert.ok(page.url().startsWith(pathToFileURL(path.join(folder, "ru/")).href));
      const styled = await page.evaluate(() => [...document.styleSheets].length > 0 && getComputedStyle(document.body).margin !== "8px");
      assert.ok(styled, "the style sheet is there");
    }));
}

test("a redirect leads on", () => {
  const name = fs.readdirSync(site, {recursive: true}).find((file) => file.endsWith(".html") &&
    fs.readFileSync(path.join(site, file), "utf8").includes("http-equiv=\"refresh\""));
  return open(site, name, {}, async (page) => {
    await page.waitForSelector("body[class^=kind-]");
    assert.ok(page.url().endsWith("/index.html"));
  });
});

test("the search box leads to the results on a disk too", () =>
  open(withFolders, "ru/index.html", {viewport: {width: 1280, height: 800}}, async (page) => {
    await page.locator(".search-box input").fill("устав");
    await page.locator(".search-box input").press("Enter");
    await page.waitForURL(/search\/index\.html#q=/);
    const result = page.locator("main a[href*='documents']").first();
    await result.waitFor();
    await result.click();
    await page.waitForURL(/documents\/[^#]*index\.html/);
  }));
