// A browser for a story, with people who look at their screens: nothing that breaks silently passes.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import {chromium} from "playwright-core";
import {accessibility, overflow} from "../browser/page_checks.mjs";

const PICTURES = path.join(process.env.MEKTEP_BUILD, "screenshots/editor");
const ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync"];
export const PHONE = {width: 320, height: 640}, DESKTOP = {width: 1280, height: 900};

export function openBrowser() {
  fs.mkdirSync(PICTURES, {recursive: true});
  return chromium.launch({executablePath: "/usr/bin/chromium", args: ARGUMENTS});
}

// Faults of scripts are collected in `page.faults`; a story ends with assert.deepEqual(page.faults, []).
export async function openPage(browser, options = {}) {
  const page = await (await browser.newContext({locale: "ky-KG", viewport: DESKTOP, ...options})).newPage();
  return watch(page);
}

export function watch(page) {
  page.faults = [];
  page.on("pageerror", (fault) => page.faults.push(fault.message));
  page.setDefaultTimeout(30_000);
  return page;
}

export async function speak(page, school, language) {
  await page.goto(school.base + "/account");
  await page.click(`button[value=${language}]`);
}

// Bars that stay in sight lie over fields at some places of a scrolled page: no fault of the fields.
function hold(page, sticky) {
  return page.evaluate((stays) => {
    const bars = [...document.querySelectorAll("main *")].filter((one) => stays ? one.dataset.held : getComputedStyle(one).position === "sticky");
    for (const bar of bars) {
      bar.style.position = stays ? "" : "static";
      if (stays) delete bar.dataset.held;
      else bar.dataset.held = "yes";
    }
  }, sticky);
}

// axe and sideways scrolling at both widths, with a picture of each.
export async function look(page, name, widths = [PHONE, DESKTOP]) {
  const found = [], before = page.viewportSize();
  const language = await page.getAttribute("html", "lang");
  for (const size of widths) {
    await page.setViewportSize(size);
    await page.screenshot({path: path.join(PICTURES, `${name}.${language}.${size.width}.png`), fullPage: true});
    await hold(page, false);
    found.push(...await accessibility(page), ...await overflow(page));
    await hold(page, true);
  }
  await page.setViewportSize(before);
  assert.deepEqual(found, [], name);
}

// The editor of one language, as soon as it is there.
export async function textOf(page, language) {
  await page.waitForSelector("form[data-ready=rich]");
  return page.locator(`#panel-${language} .rich-text`);
}
