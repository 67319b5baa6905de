// Every screen under axe on a telephone and a desktop, in Kyrgyz and Russian; one news by the keyboard alone; one without
// scripts; what each of the five roles sees.
import assert from "node:assert/strict";
import {after, before, test} from "node:test";
import {DESKTOP, look, openBrowser, openPage, PHONE, speak, textOf, watch} from "./people.mjs";
import {invite, setUp, startSchool} from "./school.mjs";

const NEWS = "news/2026/akyrky-konguroo", CONSENT = "c-0001";
const SCREENS = {
  dashboard: "/", "entries-school": "/entries/school", "entries-news": "/entries/news", "new-news": "/new/news", "new-document": "/new/documents",
  "edit-news": `/edit/${NEWS}`, "edit-licences": "/edit/school/licences", "edit-person": "/edit/people/nurbek-sydykov", "edit-document": "/edit/documents/charter",
  "edit-site": "/edit/site", media: "/media", "media-upload": "/media/upload", "media-item": `/media/item/${NEWS}/bell.jpg`, "review-list": "/review",
  "review-one": `/review/${NEWS}`, "publish-list": "/publish", messages: "/messages", drafts: "/drafts", trash: "/trash", users: "/users", log: "/log",
  account: "/account", history: `/history/${NEWS}`, delete: `/delete/${NEWS}`, rename: `/rename/${NEWS}`, help: "/help/write", missing: "/edit/news/2026/nothing",
  consents: "/consents", consent: `/consents/${CONSENT}`, "consent-withdraw": `/consents/${CONSENT}/withdraw`,
  "consent-report": "/consents/report", journal: "/journal", past: "/past",
};
let browser, school, page;

before(async () => {
  browser = await openBrowser();
  school = await startSchool();
  page = await openPage(browser);
  await setUp(page, school);
});
after(async () => {
  await browser?.close();
  await school?.stop();
});

for (const language of ["ky", "ru"]) {
  test(`every screen can be read and used by everybody (${language})`, async () => {
    await speak(page, school, language);
    for (const [name, address] of Object.entries(SCREENS)) {
      const answer = await page.goto(school.base + address);
      assert.equal(answer.status(), name === "missing" ? 404 : 200, address);
      if (await page.locator("form[data-writing]").count()) await textOf(page, "ky");
      assert.equal(await page.locator("h1").count(), 1, address);
      await look(page, `screen-${name}`);
    }
    assert.deepEqual(page.faults, []);
  });
}

// Presses Tab until `selector` has the focus.
async function tabTo(selector, most = 120) {
  for (let steps = 0; steps < most; ++steps) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) {
      const seen = await page.evaluate(() => {
        const box = document.activeElement.getBoundingClientRect();
        const top = document.elementFromPoint(box.x + box.width / 2, box.y + Math.min(box.height, 20) / 2);
        return getComputedStyle(document.activeElement).outlineStyle !== "none" || top !== null;
      });
      assert.ok(seen, `the focus on ${selector} can be seen`);
      return;
    }
  }
  assert.fail(`Tab does not come to ${selector}`);
}

test("news is written, saved and undone with the keyboard alone", async () => {
  await speak(page, school, "ky");
  await page.goto(school.base + "/");
  await page.keyboard.press("Tab");
  assert.ok(await page.evaluate(() => document.activeElement.matches(".skip")), "the way to the content comes first");
  await page.keyboard.press("Enter");
  await tabTo("a[href='/new/news']");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/new/news");
  await tabTo("#title-ky");
  await page.keyboard.type("Баскычтоп менен жазылган кабар");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/edit/news/**");
  await textOf(page, "ky");
  await tabTo("#panel-ky .rich-text");
  await page.keyboard.type("Биринчи сүйлөм.");
  await page.waitForTimeout(700);  // what comes after a pause is undone by itself
  await page.keyboard.press("Alt+F10");
  assert.ok(await page.evaluate(() => document.activeElement.closest(".toolbar") !== null), "Alt+F10 goes to the tools");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await page.keyboard.type(" Калың сөз.");
  assert.match(await page.inputValue("[name='ky.body']"), /\*\*Калың сөз\.\*\*/);
  await page.keyboard.press("Control+z");
  assert.doesNotMatch(await page.inputValue("[name='ky.body']"), /Калың сөз/);
  await page.keyboard.press("Shift+Tab");
  await tabTo("button[value=save]", 200);
  await page.keyboard.press("Enter");
  await page.waitForSelector(".notice");
  assert.match(await page.inputValue("[name='ky.body']"), /Биринчи сүйлөм\./);
});

test("without scripts the same text is written in a plain field and saved", async () => {
  await speak(page, school, "ru");
  const context = await browser.newContext({javaScriptEnabled: false, storageState: await page.context().storageState(), viewport: PHONE});
  const plain = watch(await context.newPage());
  await plain.goto(`${school.base}/edit/${NEWS}`);
  await plain.fill("[name='ky.body']", "Скриптсиз жазылган текст.\n");
  await plain.click("button[value=save]");
  assert.match(await plain.textContent(".notice"), /Сохранено/);
  assert.match(await plain.inputValue("[name='ky.body']"), /Скриптсиз/);
  await plain.click("summary");
  await plain.click(".menu a[href='/review']");
  assert.match(await plain.textContent("h1"), /утверждения/);
  await context.close();
});

test("each role sees what it may do, and nothing that would be refused", async () => {
  const roles = {
    reviewer: {writes: false, approves: true}, auditor: {writes: false, approves: false},
    contributor: {writes: false, approves: false, begins: true}, editor: {writes: true, approves: true, begins: true},
  };
  for (const [role, may] of Object.entries(roles)) {
    const person = watch(await invite(page, school, browser, {name: `Адам ${role}`, email: `${role}@school.example`, role}, {locale: "ky-KG", viewport: DESKTOP}));
    await person.goto(school.base + "/");
    assert.equal(await person.locator("a[href='/new/news']").count() > 0, may.begins === true, `${role} begins news`);
    await person.goto(`${school.base}/edit/${NEWS}`);
    assert.equal(await person.locator("button[value=save]").count() > 0, may.writes, `${role} saves`);
    if (!may.writes) {
      await person.waitForSelector("[data-preview]:not([hidden]) iframe[src]");  // they read the page itself
      await look(person, `reading-${role}`, [DESKTOP]);
    }
    await person.goto(`${school.base}/review/${NEWS}`);
    assert.equal(await person.locator("button[value=approve]").count() > 0, may.approves, `${role} approves`);
    if (role === "contributor") {
      await person.goto(school.base + "/new/news");
      await person.fill("#title-ky", "Окуучунун кабары");
      await person.click("main button");
      await textOf(person, "ky");
      await person.locator("#panel-ky .rich-text").click();
      await person.keyboard.type("Мен жаздым.");
      await person.click("button[value=send]");
      await person.waitForURL("**/review/news/**");
      assert.match(await person.textContent("h1"), /Окуучунун кабары/);
    }
    assert.deepEqual(person.faults, []);
    await person.context().close();
  }
});
