// The panel for those who see badly: it works without JavaScript, remembers with it, and every scheme of colours is readable.
import assert from "node:assert/strict";
import process from "node:process";
import {after, before, test} from "node:test";
import {chromium} from "playwright-core";
import * as checks from "./page_checks.mjs";
import {serve} from "./site_server.mjs";

let server, browser;
before(async () => {
  server = await serve(process.env.MEKTEP_SITE, new Map());
  browser = await chromium.launch({executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]});
});
after(async () => {
  await browser?.close();
  await server?.close();
});

async function open(address, options, use) {
  const context = await browser.newContext({viewport: {width: 1280, height: 800}, reducedMotion: "reduce", ...options});
  try {
    const page = await context.newPage();
    await page.goto(server.origin + address);
    await use(page);
  } finally {
    await context.close();
  }
}

const looks = (page) => page.evaluate(() => {
  const style = getComputedStyle(document.body);
  return {size: getComputedStyle(document.documentElement).fontSize, ground: getComputedStyle(document.documentElement).backgroundColor,
    ink: style.color, line: parseFloat(getComputedStyle(document.querySelector("main p")).lineHeight) / parseFloat(style.fontSize)};
});

for (const javaScriptEnabled of [false, true]) {
  test(`the panel changes the page ${javaScriptEnabled ? "with" : "without"} JavaScript`, () => open("/about/", {javaScriptEnabled}, async (page) => {
    await page.click("[data-element=sight] > summary");
    for (const id of ["size-1", "colours-2", "lines-2", "letters-1"]) await page.check(`#${id}`);
    const {size, ground, ink, line} = await looks(page);
    assert.deepEqual({size, ground, ink}, {size: "24px", ground: "rgb(0, 0, 0)", ink: "rgb(255, 255, 255)"});
    assert.ok(line > 2, `lines of ${line}`);
    await page.check("#pictures-1");
    assert.ok((await page.locator("main img").first().boundingBox()).width <= 1);
  }));
}

test("what was chosen holds on the next page, in the other language too, and is taken back by one button", () => open("/about/", {}, async (page) => {
  await page.click("[data-element=sight] > summary");
  await page.check("#colours-3");
  await page.check("#pictures-1");
  await page.goto(`${server.origin}/ru/`);
  assert.equal((await looks(page)).ground, "rgb(157, 209, 255)");
  assert.ok(await page.locator("#colours-3").isChecked());
  assert.ok(await page.locator("main .alt").count() > 0);
  await page.click("[data-element=sight] > summary");
  await page.click("[data-sight=usual]");
  await page.goto(`${server.origin}/about/`);
  assert.notEqual((await looks(page)).ground, "rgb(157, 209, 255)");
  assert.ok(await page.locator("#colours-0").isChecked());
}));

test("the panel is usable by keyboard and Escape closes it", () => open("/", {}, async (page) => {
  await page.focus("[data-element=sight] > summary");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowRight");
  assert.equal((await looks(page)).size, "24px");
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("[data-element=sight][open]").count(), 0);
}));

for (const scheme of ["1", "2", "3", "4"]) {
  test(`scheme ${scheme} is readable on every kind of page, with large letters on a phone, too`, () => open("/", {}, async (page) => {
    await page.evaluate((colours) => localStorage.setItem("mektep-sight", JSON.stringify({colours, size: "1"})), scheme);
    for (const address of ["/", "/disclosure/", "/disclosure/permits/", "/news/", "/people/", "/contacts/"]) {
      await page.goto(server.origin + address);
      await page.setViewportSize({width: 1280, height: 800});
      if (address === "/") await page.click("[data-element=sight] > summary");
      const complaints = [...await checks.accessibility(page), ...await checks.overflow(page)];
      await page.setViewportSize({width: 375, height: 800});
      complaints.push(...await checks.overflow(page), ...await checks.accessibility(page, ["color-contrast"]));
      assert.equal(complaints.length, 0, `${address}\n  ${complaints.join("\n  ")}`);
    }
  }));
}
