// A pupil's consent from the paper to its withdrawal: the form is printed, the paper entered, her name kept on this machine, readers
// see her; then she is taken back by one button, and no byte of her is left on the site.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import {after, before, test} from "node:test";
import {filesWith} from "../support/traces.mjs";
import {look, openBrowser, openPage, speak} from "./people.mjs";
import {published, setUp, startSchool} from "./school.mjs";

const NEWS = "news/2026/jengish", TRACES = ["Чомоева", "Бегимай", "jengish"];
let browser, school, page;

// The news that names her is written already; without her consent nobody may read it.
function write(content) {
  fs.mkdirSync(path.join(content, NEWS), {recursive: true});
  fs.writeFileSync(path.join(content, NEWS, "index.ky.md"), `---
title: Мелдеш өттү
date: 2026-09-20
consents: [c-0991]
---

Чомоева Бегимай биринчи орунду алды.
`);
  fs.writeFileSync(path.join(content, "consents/c-0991.yaml"), `subject: pupil
pseudonym: pupil-0042
representative: parent
scopes: [news]
covers: [name]
from: 2026-09-01
evidence: {number: "09-91", date: 2026-09-01}
risks_explained: {by: nurbek-sydykov, on: 2026-09-01}
`);
}

before(async () => {
  browser = await openBrowser();
  school = await startSchool({change: write});
  page = await openPage(browser);
  await setUp(page, school);
});
after(async () => {
  await browser?.close();
  await school?.stop();
});

async function publish() {
  await page.goto(school.base + "/publish");
  await quiet();
  await page.click("main form[action='/publish'] button");
  await quiet();
}

async function quiet() {
  for (;;) {
    await page.goto(school.base + "/publish");
    if (await page.locator("progress").count() === 0) return;
    await page.waitForTimeout(1000);
  }
}

test("a new paper is entered, and the form to sign is printed", async () => {
  for (const language of ["ky", "ru"]) {
    await speak(page, school, language);
    await page.goto(school.base + "/entries/consents/new");
    await look(page, "consent-new");
  }
  await page.goto(school.base + "/consents/c-0991/paper");
  const text = await page.textContent("body");
  for (const word of ["pupil-0042", "09-91"]) assert.ok(text.includes(word), word);
  assert.ok(!text.includes("Чомоева"), "the name is written by hand");
  const sheet = await page.pdf({format: "A4"});
  assert.ok(sheet.length > 10_000);
  await look(page, "consent-paper");
});

test("her name is kept on this machine, for whoever may see it", async () => {
  await speak(page, school, "ky");
  await page.goto(school.base + "/consents/c-0991");
  await page.fill("#surname", "Чомоева");
  await page.fill("#given", "Бегимай");
  await page.click("form[action$='/name'] button");
  await page.waitForURL("**/consents/**");
  await look(page, "consent-named");
  await page.goto(school.base + "/consents");
  assert.match(await page.textContent("main"), /Чомоева Бегимай/);
});

test("readers see her while the consent holds", async () => {
  await publish();
  const html = fs.readFileSync(path.join(published(school), NEWS, "index.html"), "utf8");
  assert.match(html, /Чомоева Бегимай/);
  assert.ok(filesWith(published(school), TRACES).length > 2, "page, lists and search know her");
});

test("one button takes her off the site, and nothing is left", async () => {
  for (const language of ["ru", "ky"]) {
    await speak(page, school, language);
    await page.goto(school.base + "/consents/c-0991/withdraw");
    await look(page, "consent-withdrawing");
  }
  assert.match(await page.textContent("main"), /news\/2026\/jengish\/index\.html/);
  await page.click("main form button.danger");
  for (let waited = 0; waited < 200; ++waited) {
    await page.goto(school.base + "/consents/c-0991");
    if (await page.locator("#withdrawal ~ .notice").count() > 0) break;
    await page.waitForTimeout(1000);
  }
  assert.equal(await page.locator("#withdrawal ~ .fault").count(), 0, await page.textContent("main"));
  await look(page, "consent-withdrawn");
  const state = path.dirname(path.dirname(published(school)));
  assert.deepEqual(filesWith(path.join(state, "public"), TRACES), []);
  assert.deepEqual(filesWith(path.join(state, "cache"), TRACES.slice(0, 2)), []);
  assert.ok(!fs.existsSync(path.join(published(school), NEWS)));
  assert.deepEqual(page.faults, []);
});
