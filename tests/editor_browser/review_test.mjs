// From a missing licence on the dashboard to the site: the editor mends it, the director approves, it is published, rolled
// back; an entry is deleted and comes back from the trash.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import {after, before, test} from "node:test";
import {DESKTOP, look, openBrowser, openPage, PHONE, watch} from "./people.mjs";
import {invite, published, setUp, startSchool} from "./school.mjs";

const WORDS = "Общеобразовательная деятельность № 417";
let browser, school, admin, editor, director;

// The school of this story has not told of its licence.
function forgetLicence(content) {
  const file = path.join(content, "school/licences.yaml");
  fs.writeFileSync(file, fs.readFileSync(file, "utf8").replace(/^licences:\n(?: .*\n)+/m, ""));
}

before(async () => {
  browser = await openBrowser();
  school = await startSchool({change: forgetLicence});
  admin = await openPage(browser);
  await setUp(admin, school);
  editor = watch(await invite(admin, school, browser, {name: "Нурлан Асанов", email: "nurlan@school.example", role: "editor"},
    {locale: "ru-RU", viewport: PHONE}));
  director = watch(await invite(admin, school, browser, {name: "Гүлнара Сатыбалдиева", email: "gulnara@school.example", role: "reviewer"},
    {locale: "ru-RU", viewport: DESKTOP}));
  for (const page of [editor, director]) {
    await page.goto(school.base + "/account");
    await page.click("button[value=ru]");
  }
});
after(async () => {
  await browser?.close();
  await school?.stop();
});

async function publication(page) {
  await page.waitForURL("**/publish*");
  for (;;) {
    await page.waitForSelector("main h1");
    if (await page.locator("progress").count() === 0) return;
    await page.waitForTimeout(1000);
    await page.goto(school.base + "/publish");
  }
}

test("a missing licence number is mended from the dashboard", async () => {
  await editor.goto(school.base + "/");
  const line = editor.locator("#blocks").locator("..").locator("a[href*='/edit/school/licences']").first();
  await line.waitFor({timeout: 120_000});
  await look(editor, "dashboard-blocked");
  await line.click();
  await editor.waitForSelector("form.entry-form");
  assert.match(new URL(editor.url()).hash, /licences/);
  await look(editor, "licence");
  await editor.click("button[value='add licences']");
  const row = editor.locator("[data-key=licences] .row").first();
  await row.locator("select").first().selectOption("licence");
  await row.locator("input[lang=ky]").first().fill("Жалпы билим берүү ишмердиги № 417");
  await row.locator("input[lang=ru]").first().fill(WORDS);
  await row.locator("input[type=checkbox]").first().check();
  await editor.click("form.entry-form .do button[value=send]");
  await editor.waitForURL("**/review/school/licences*");
  assert.match(await editor.textContent(".notice"), /Отправлено на утверждение/);
  assert.match(await editor.textContent("h1"), /Лицензии/);
});

test("the director sees what changed, approves, and the licence is on the site", async () => {
  await director.goto(school.base + "/review");
  await look(director, "review");
  await director.click("main li a");
  await look(director, "review-entry");
  await director.click("text=Посмотреть изменения");
  assert.match(await director.textContent("main"), new RegExp(WORDS));
  await look(director, "compare");
  await director.goBack();
  await director.click("button[value=approve]");
  assert.match(await director.textContent(".notice"), /Утверждено/);

  await editor.goto(school.base + "/publish");
  await editor.dblclick("main form button");  // the second click asks for nothing new
  await publication(editor);
  await look(editor, "publish");
  assert.match(fs.readFileSync(path.join(published(school), "ru/disclosure/permits/index.html"), "utf8"), new RegExp(WORDS));
});

test("one click goes back to the publication before", async () => {
  const page = path.join(published(school), "news/2026/suuk-kundor/index.html");
  await editor.goto(school.base + "/edit/news/2026/suuk-kundor");
  await editor.waitForSelector("form[data-ready=rich]");
  await editor.fill("[name='ky.title']", "Жаңылыш аталыш");
  await editor.click("button[value=send]");
  await publication(editor);
  assert.match(fs.readFileSync(page, "utf8"), /Жаңылыш аталыш/);
  await editor.locator("form[action$='/roll-back'] button").first().click();
  await publication(editor);
  assert.doesNotMatch(fs.readFileSync(page, "utf8"), /Жаңылыш аталыш/);
});

test("a deleted entry waits in the trash and comes back", async () => {
  await editor.goto(school.base + "/edit/news/2026/suuk-kundor");
  await editor.click("a[href='/delete/news/2026/suuk-kundor']");
  await look(editor, "delete");
  await editor.click("main button.danger");
  await editor.waitForURL("**/trash*");
  await look(editor, "trash");
  await editor.click("main li button");
  await editor.waitForURL("**/history/news/2026/suuk-kundor*");
  await look(editor, "history");
  await editor.click("text=Править");
  assert.equal(await editor.locator("form[data-writing]").count(), 1);
  assert.deepEqual([...admin.faults, ...editor.faults, ...director.faults], []);
});
