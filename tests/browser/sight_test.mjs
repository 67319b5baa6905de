// The panel for those who see badly and the menu of phones, by keyboard and without JavaScript. That every page is readable in
// every scheme of colours is seen by browser_test.mjs.
import assert from "node:assert/strict";
import process from "node:process";
import {after, before, test} from "node:test";
import {chromium} from "playwright-core";
import {serve} from "./site_server.mjs";

let server, browser;
before(async () => {
  server = await serve(process.env.MEKTEP_SITE);
  browser = await chromium.launch({executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]});
});
after(async () => {
  await browser?.close();
  await server?.close();
});

async function open(options, use) {
  const context = await browser.newContext({viewport: {width: 1280, height: 800}, reducedMotion: "reduce", ...options});
  try {
    const page = await context.newPage();
    await page.goto(`${server.origin}/`);
    await use(page);
  } finally {
    await context.close();
  }
}

const look = (page) => page.evaluate(() => {
  const style = getComputedStyle(document.body), root = getComputedStyle(document.documentElement);
  return {ink: style.color, paper: root.backgroundColor, size: parseFloat(root.fontSize), tracking: style.letterSpacing};
});

// Tab until the focus is on what `selector` names.
async function reach(page, selector) {
  for (let step = 0; step < 15; ++step) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((wanted) => document.activeElement.matches(wanted), selector)) return;
  }
  assert.fail(`the keyboard does not reach ${selector}`);
}

for (const javaScriptEnabled of [true, false]) {
  test(`the panel works by keyboard ${javaScriptEnabled ? "and is remembered" : "without JavaScript"}`, async () => {
    await open({javaScriptEnabled}, async (page) => {
      const usual = await look(page);
      await reach(page, ".sight > summary");
      assert.equal(await page.locator(".sight-panel").isVisible(), false);
      await page.keyboard.press("Enter");
      assert.equal(await page.locator(".sight-panel").isVisible(), true);
      await reach(page, "#size-0");
      await page.keyboard.press("ArrowRight");
      assert.equal((await look(page)).size, usual.size * 1.5);
      await reach(page, "#colours-0");
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("ArrowRight");
      const chosen = await look(page);
      assert.deepEqual([chosen.ink, chosen.paper], ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]);
      await reach(page, "#pictures-0");
      await page.keyboard.press("ArrowRight");
      assert.ok(await page.locator("main img").first().evaluate((image) => image.getBoundingClientRect().width <= 1), "pictures are still shown");
      if (!javaScriptEnabled) return;

      await page.keyboard.press("Escape");
      assert.equal(await page.locator(".sight-panel").isVisible(), false);
      assert.equal(await page.evaluate(() => document.activeElement.matches(".sight > summary")), true, "the focus goes back to where it came from");
      await page.goto(`${server.origin}/ru/disclosure/`);
      assert.deepEqual(await look(page), chosen, "the next page remembers");
      assert.equal(new URL(page.url()).search, "", "addresses stay the same");
      await page.locator(".sight > summary").press("Enter");
      await page.locator("[data-sight=usual]").press("Enter");
      assert.deepEqual(await look(page), usual);
      await page.reload();
      assert.deepEqual(await look(page), usual, "the usual look is remembered, too");
    });
  });
}

for (const javaScriptEnabled of [true, false]) {
  test(`the menu of a phone opens by keyboard ${javaScriptEnabled ? "with" : "without"} JavaScript`, async () => {
    await open({javaScriptEnabled, viewport: {width: 320, height: 640}}, async (page) => {
      const first = page.locator(".menu a").first();
      assert.equal(await first.isVisible(), false);
      await reach(page, ".fold > summary");
      await page.keyboard.press("Enter");
      assert.equal(await first.isVisible(), true);
      await page.keyboard.press("Tab");
      assert.equal(await page.evaluate(() => document.activeElement === document.querySelector(".menu a")), true);
      await page.keyboard.press("Shift+Tab");
      await page.keyboard.press("Enter");
      assert.equal(await first.isVisible(), false);
    });
  });
}

test("what was chosen is taken back by one button", () => open({}, async (page) => {
  await page.click("[data-element=sight] > summary");
  await page.check("#colours-3");
  await page.check("#pictures-1");
  await page.goto(`${server.origin}/ru/`);
  assert.equal((await look(page)).paper, "rgb(157, 209, 255)");
  assert.ok(await page.locator("#colours-3").isChecked());
  assert.ok(await page.locator("main .alt").count() > 0, "the texts of pictures stand in their places");
  await page.click("[data-element=sight] > summary");
  await page.click("[data-sight=usual]");
  await page.goto(`${server.origin}/about/`);
  assert.notEqual((await look(page)).paper, "rgb(157, 209, 255)");
  assert.ok(await page.locator("#colours-0").isChecked());
}));

test("forbidden storage breaks nothing", async () => {
  await open({}, async (page) => {
    await page.addInitScript(() => Object.defineProperty(window, "localStorage", {get() { throw new Error("forbidden"); }}));
    const faults = [];
    page.on("pageerror", (fault) => faults.push(String(fault)));
    await page.reload();
    await page.locator(".sight > summary").press("Enter");
    await page.locator("#colours-1").check();
    assert.equal((await look(page)).paper, "rgb(255, 255, 255)");
    assert.deepEqual(faults, []);
  });
});
