// Nothing that somebody typed is lost: two people in one entry, a session that runs out, a network that goes, two tabs.
import assert from "node:assert/strict";
import {after, before, test} from "node:test";
import {look, openBrowser, openPage, textOf, watch} from "./people.mjs";
import {invite, PASSWORD, setUp, startSchool} from "./school.mjs";

const ENTRY = "/edit/news/2026/akyrky-konguroo";
let browser, school, aigul, nurlan;

before(async () => {
  browser = await openBrowser();
  school = await startSchool();
  aigul = await openPage(browser);
  await setUp(aigul, school);
  nurlan = watch(await invite(aigul, school, browser, {name: "Нурлан Асанов", email: "nurlan@school.example", role: "editor"},
    {locale: "ky-KG", viewport: {width: 1280, height: 900}}));
});
after(async () => {
  await browser?.close();
  await school?.stop();
});

const saved = (page) => page.waitForSelector("[data-save-state=saved]:has-text('сакталды')", {timeout: 60_000});
async function typeAtEnd(page, text) {
  const kyrgyz = await textOf(page, "ky");
  await kyrgyz.click();
  await page.keyboard.press("Control+End");
  await page.keyboard.press("Enter");
  await page.keyboard.type(text);
}
const save = (page) => page.click("button[name=do][value=save]");

test("two people see each other; what differs is merged, what collides is shown side by side with both texts", async () => {
  await aigul.goto(school.base + ENTRY);
  await textOf(aigul, "ky");
  await nurlan.goto(school.base + ENTRY);
  await nurlan.waitForSelector("[data-presence]:has-text('Айгүл Токтосунова')");

  await aigul.fill("[name='ky.summary']", "Айгүл жазган кыскача.");
  await nurlan.fill("[name='ky.title']", "Коңгуроо чалынды");
  await save(aigul);
  await aigul.waitForSelector(".notice");
  await save(nurlan);
  assert.match(await nurlan.textContent(".notice"), /бириктирилди/);
  assert.equal(await nurlan.inputValue("[name='ky.summary']"), "Айгүл жазган кыскача.");
  assert.equal(await nurlan.inputValue("[name='ky.title']"), "Коңгуроо чалынды");

  await aigul.goto(school.base + ENTRY);
  await textOf(aigul, "ky");
  await aigul.fill("[name='ky.title']", "Айгүлдүн аталышы");
  await nurlan.fill("[name='ky.title']", "Нурландын аталышы");
  await save(aigul);
  await aigul.waitForSelector(".notice");
  await save(nurlan);
  await nurlan.waitForURL("**/conflict/**");
  const places = await nurlan.textContent("main");
  assert.match(places, /Айгүлдүн аталышы/);
  assert.match(places, /Нурландын аталышы/);
  await look(nurlan, "conflict");
  await nurlan.locator("input[type=radio][value=mine]").first().check();
  await nurlan.locator("main form button").click();
  await nurlan.waitForURL("**/edit/**");
  assert.equal(await nurlan.inputValue("[name='ky.title']"), "Нурландын аталышы");
});

test("a session that ran out while somebody typed costs no word", async () => {
  await nurlan.goto(school.base + ENTRY);
  await textOf(nurlan, "ky");
  const cookies = await nurlan.context().cookies();
  await nurlan.context().clearCookies();
  await typeAtEnd(nurlan, "Кирүү мөөнөтү бүткөндө жазылган сүйлөм.");
  await nurlan.waitForSelector("[data-save-state=expired]");
  assert.ok(await nurlan.isVisible("[data-save-state] a"), "the way to log in");
  // Logged in again in another tab, the text goes to the server by itself.
  await nurlan.context().addCookies(cookies);
  await nurlan.evaluate(() => window.dispatchEvent(new Event("focus")));
  await saved(nurlan);
  await nurlan.reload();
  assert.match(await (await textOf(nurlan, "ky")).textContent(), /Кирүү мөөнөтү бүткөндө жазылган сүйлөм/);
});

test("without a network the text waits in the browser, says so, and is saved when the network is back", async () => {
  await nurlan.context().setOffline(true);
  await typeAtEnd(nurlan, "Тармаксыз жазылган сүйлөм.");
  await nurlan.waitForSelector("[data-save-state=offline]");
  await look(nurlan, "offline");
  await nurlan.context().setOffline(false);
  await saved(nurlan);
  // The same person on another device finds it there.
  const other = watch(await nurlan.context().newPage());
  await other.goto(school.base + ENTRY);
  assert.match(await (await textOf(other, "ky")).textContent(), /Тармаксыз жазылган сүйлөм/);
  await other.close();
});

test("a server that dies and comes back has what it had said it had; the browser gives back the rest", async () => {
  await typeAtEnd(nurlan, "Сервер өчкөнгө чейин.");
  await saved(nurlan);
  await school.kill("SIGKILL");
  await typeAtEnd(nurlan, "Сервер өчүп турганда.");
  await nurlan.waitForSelector("[data-save-state=offline]");
  await school.start();
  await saved(nurlan);
  await nurlan.reload();
  const text = await (await textOf(nurlan, "ky")).textContent();
  assert.match(text, /Сервер өчкөнгө чейин/);
  assert.match(text, /Сервер өчүп турганда/);
});

test("two tabs of one person: the later one is the draft, the other text is a copy", async () => {
  await nurlan.goto(school.base + ENTRY);
  await textOf(nurlan, "ky");
  const other = watch(await nurlan.context().newPage());
  await other.goto(school.base + ENTRY);
  await textOf(other, "ky");
  await nurlan.fill("[name='ky.summary']", "Биринчи терезе.");
  await saved(nurlan);
  await other.fill("[name='ky.summary']", "Экинчи терезе.");
  await saved(other);
  await other.goto(school.base + "/drafts");
  const drafts = await other.textContent("main");
  assert.match(drafts, /Нурландын аталышы/, "drafts have titles");
  assert.equal(await other.locator("button[value=take]").count() > 0, true, "the first text is kept as a copy");
  await look(other, "drafts");
  await other.close();
});

test("going back after a save shows what was saved, a second click saves nothing twice", async () => {
  await nurlan.goto(school.base + ENTRY);
  await textOf(nurlan, "ky");
  await nurlan.fill("[name='ky.summary']", "Акыркы кыскача.");
  await nurlan.dblclick("button[name=do][value=save]");
  await nurlan.waitForSelector(".notice");
  assert.equal(await nurlan.inputValue("[name='ky.summary']"), "Акыркы кыскача.");
  await nurlan.goto(school.base + "/history/news/2026/akyrky-konguroo");
  const versions = await nurlan.locator(".versions > li").count();
  await nurlan.goBack();
  await nurlan.waitForSelector("form[data-writing]");
  assert.equal(await nurlan.inputValue("[name='ky.summary']"), "Акыркы кыскача.");
  await nurlan.goto(school.base + "/history/news/2026/akyrky-konguroo");
  assert.equal(await nurlan.locator(".versions > li").count(), versions);
  assert.deepEqual([...aigul.faults, ...nurlan.faults], []);
});
