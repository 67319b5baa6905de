// What was published can be looked at, compared, brought back and undone; the site as it was on a day; publishing at an hour.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import {after, before, test} from "node:test";
import {DESKTOP, look, openBrowser, openPage, speak, textOf, watch} from "./people.mjs";
import {invite, published, setUp, startSchool} from "./school.mjs";

const NEWS = "news/2026/suuk-kundor";
let browser, school, page;

before(async () => {
  browser = await openBrowser();
  school = await startSchool();
  page = await openPage(browser);
  await setUp(page, school);
  await speak(page, school, "ru");
});
after(async () => {
  await browser?.close();
  await school?.stop();
});

const onSite = () => fs.readFileSync(path.join(published(school), NEWS, "index.html"), "utf8");

async function untilPublished() {
  for (;;) {
    await page.goto(`${school.base}/publish`);
    await page.waitForSelector("main h1");
    if (await page.locator("progress").count() === 0) return;
    await page.waitForTimeout(1000);
  }
}

async function write(changes, button) {
  await page.goto(`${school.base}/edit/${NEWS}`);
  await textOf(page, "ky");
  for (const [name, value] of Object.entries(changes)) {
    const field = page.locator(`[name='${name}']`).first();
    await (await field.evaluate(({localName}) => localName) === "select" ? field.selectOption(value) : field.fill(value));
  }
  await page.click(`button[value=${button}]`);
}

test("a published change is seen word by word, as two pages side by side and as source, and undone alone", async () => {
  await untilPublished();
  await write({"ky.title": "Ката аталыш"}, "send");
  await page.waitForURL("**/publish*");
  await untilPublished();
  assert.match(onSite(), /Ката аталыш/);
  await write({"ky.summary": "Кийин жазылган кыскача."}, "save");
  await page.waitForSelector(".notice");

  await page.goto(`${school.base}/publish`);
  await page.locator("ol.cards h3 a").first().click();
  await look(page, "publication");
  await page.click("text=Что изменилось");
  assert.match(await page.textContent("ins"), /Ката/);
  await look(page, "compare-words");
  await page.click("text=Страницы рядом");
  await page.frameLocator("iframe.site >> nth=1").locator("h1:has-text('Ката аталыш')").waitFor();
  assert.doesNotMatch(await page.frameLocator("iframe.site >> nth=0").locator("h1").first().textContent(), /Ката/);
  for (const side of [0, 1]) await page.frameLocator(`iframe.site >> nth=${side}`).locator("h1[style*='outline']").waitFor();
  await look(page, "compare-pages", [DESKTOP]);
  await page.click("text=Исходный текст");
  assert.match(await page.textContent("main"), /title: Ката аталыш/);

  await page.goto(`${school.base}/publish`);
  await page.locator("ol.cards h3 a").first().click();
  await page.click("text=Отменить это изменение");
  await page.waitForURL("**/history/**");
  assert.match(await page.textContent(".notice"), /Изменение отменено/);
  await look(page, "history-undone");
  await page.goto(`${school.base}/edit/${NEWS}`);
  await textOf(page, "ky");
  assert.doesNotMatch(await page.inputValue("[name='ky.title']"), /Ката/);
  assert.equal(await page.inputValue("[name='ky.summary']"), "Кийин жазылган кыскача.", "what came later stays");
});

test("any two versions are compared, and an older one is brought back", async () => {
  await page.goto(`${school.base}/history/${NEWS}`);
  const versions = page.locator(".versions > li");
  const count = await versions.count();
  await versions.last().locator("input[name=from]").check();
  await versions.nth(1).locator("input[name=to]").check();
  await page.click("text=Сравнить");
  assert.match(await page.textContent("main"), /Кийин жазылган кыскача/);
  const chosen = await page.locator("#to option").allTextContents();
  assert.equal(chosen.length, count, "every version can be chosen here, too");
  await page.locator("#from").selectOption({index: 0});
  await page.click(".which button");
  assert.match(await page.textContent("main h2"), /новый файл/);
  await page.goBack();
  await page.locator("button[name=revision]").first().click();
  await page.waitForURL("**/history/**");
  assert.match(await page.textContent(".notice"), /Прежняя версия возвращена/);
});

test("the site of a day opens as visitors saw it; a day before the first publication is told in words", async () => {
  await page.goto(`${school.base}/publish`);
  await page.click("a[href='/past']");
  await page.click("text=Показать");
  await page.frameLocator("iframe.site").locator("h1").first().waitFor();
  await look(page, "past");
  await page.fill("#day", "2020-01-01");
  await page.click("text=Показать");
  assert.match(await page.textContent(".fault"), /ещё не был опубликован/);
  await look(page, "past-nothing", [DESKTOP]);
});

// The clock of a datetime-local field in Bishkek, whatever the machine's zone is.
const inBishkek = (time) => new Date(time + 6 * 3600_000).toISOString().slice(0, 16);

test("an approval for an hour of Bishkek publishes by itself when the hour has come, and not before", async () => {
  const director = watch(await invite(page, school, browser, {name: "Гүлнара Сатыбалдиева", email: "gulnara@school.example", role: "reviewer"},
    {locale: "ru-RU", timezoneId: "Europe/Berlin", viewport: DESKTOP}));
  await speak(director, school, "ru");
  await write({"ky.title": "Белгиленген саатта"}, "save");
  await page.waitForSelector(".notice");
  await director.goto(`${school.base}/review/${NEWS}`);
  assert.match(await director.textContent("main"), /Бишкек/);
  const hour = Math.ceil((Date.now() + 2000) / 60_000) * 60_000;  // the next whole minute
  await director.fill("#not_before", inBishkek(hour + 3600_000));
  await director.click("button[value=approve]");
  assert.match(await director.textContent("main"), new RegExp(inBishkek(hour + 3600_000).slice(11)), "the hour of Bishkek, not of Berlin");
  await look(director, "review-scheduled");
  await director.click("button[value=unschedule]");
  await director.fill("#not_before", inBishkek(hour));
  await director.click("button[value=approve]");
  assert.ok(!onSite().includes("Белгиленген саатта"));
  for (let tries = 0; tries < 150 && !onSite().includes("Белгиленген саатта"); ++tries) await page.waitForTimeout(1000);
  assert.match(onSite(), /Белгиленген саатта/);
  await page.goto(`${school.base}/publish`);
  assert.match(await page.textContent("ol.cards li"), /расписанию|По времени|срок/i);
  assert.deepEqual(director.faults, []);
  await director.context().close();
});

test("an announcement leaves the front page on the day after its last one, by the calendar of Bishkek", async () => {
  const home = () => fs.readFileSync(path.join(published(school), "index.html"), "utf8").split('aria-labelledby="announcements"')[1] ?? "";
  await write({"ky.kind": "announcement", "ky.until": inBishkek(Date.now()).slice(0, 10)}, "send");
  await page.waitForURL("**/publish*");
  await untilPublished();
  assert.match(home(), /suuk-kundor/, "today is its last day");
  await write({"ky.until": inBishkek(Date.now() - 24 * 3600_000).slice(0, 10)}, "send");
  await page.waitForURL("**/publish*");
  await untilPublished();
  assert.doesNotMatch(home(), /suuk-kundor/);
  assert.match(onSite(), /note-warning/, "its page says that it is over");
});

test("two clicks on publish make one publication; a stale bookmark and a deleted person's draft end in words", async () => {
  await page.goto(`${school.base}/publish`);
  const count = await page.locator("ol.cards > li").count();
  await page.dblclick("main form[action='/publish'] button");
  await page.waitForURL("**/publish?done=*");
  await untilPublished();
  assert.ok(await page.locator("ol.cards > li").count() <= count + 1);

  const answer = await page.goto(`${school.base}/edit/news/2026/jok-kabar`);
  assert.equal(answer.status(), 404);
  assert.ok(await page.locator("main a").count() > 0, "a way back");
  await look(page, "stale-bookmark");

  const leaver = watch(await invite(page, school, browser, {name: "Кеткен Мугалим", email: "leaver@school.example", role: "editor"},
    {locale: "ky-KG", viewport: DESKTOP}));
  await leaver.goto(`${school.base}/edit/${NEWS}`);
  await textOf(leaver, "ky");
  await leaver.fill("[name='ky.summary']", "Кеткен адам жазып койгон.");
  await leaver.waitForSelector("[data-save-state=saved]:has-text('·')");
  await page.goto(`${school.base}/users`);
  const card = page.locator("section").filter({hasText: "leaver@school.example"});
  await card.locator("summary").click();
  await card.locator("input[name=disabled]").check();
  await card.locator("form >> nth=0 >> button").click();
  await leaver.fill("[name='ky.summary']", "Дагы бир сүйлөм.");
  await leaver.waitForSelector("[data-save-state=expired]");
  await page.goto(`${school.base}/edit/${NEWS}`);
  await textOf(page, "ky");
  await page.fill("[name='ky.summary']", "Азыркы кыскача.");
  await page.click("button[value=save]");
  await page.waitForSelector(".notice");
  assert.equal(await page.inputValue("[name='ky.summary']"), "Азыркы кыскача.");
  assert.deepEqual(page.faults, []);
  await leaver.context().close();
});
