// The administrator brings a quarter's journal as CSV and as a workbook, looks at what would be kept, confirms, reads the
// inspection and finds the numbers on the site; no pupil is left anywhere.
import assert from "node:assert/strict";
import {execFileSync} from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import {after, before, test} from "node:test";
import {filesWith} from "../support/traces.mjs";
import {look, openBrowser, openPage, speak, watch} from "./people.mjs";
import {invite, published, setUp, startSchool} from "./school.mjs";

const YEAR = "2026-2027", LEVELS = {"9-А": [5, 7, 5], "8-А": [4, 8, 5]};
let browser, school, page, director, files;

// The marks of two classes of seventeen; the names are invented.
function marks() {
  const rows = ["класс;окуучу;предмет;баа"];
  for (const [name, levels] of Object.entries(LEVELS))
    for (const subject of ["Алгебра", "Тарых"]) {
      let number = 0;
      for (const [step, count] of levels.entries())
        for (let i = 0; i < count; ++i) rows.push(`${name};Сыноочу${name}${++number} Ырысбек;${subject};${5 - step}`);
    }
  return rows.join("\r\n") + "\r\n";
}

before(async () => {
  browser = await openBrowser();
  school = await startSchool();
  page = await openPage(browser);
  await setUp(page, school);
  files = path.join(school.folder, "journal");
  fs.mkdirSync(files);
  fs.writeFileSync(path.join(files, "marks.csv"), "\ufeff" + marks());
  fs.writeFileSync(path.join(files, "faults.csv"), "класс;окуучу;предмет;баа\n9-А;Сыноочу Ырысбек;Алгибра;5\n9-А;Сыноочу Эрмек;Алгебра;7\n9-А;Сыноочу Эрмек;Алгебра;=5\n");
  fs.writeFileSync(path.join(files, "lessons.csv"), `класс;предмет;дата;тема;домашнее задание;внесено
9-А;Алгебра;2026-11-10;Квадрат теңдеме;№ 12;2026-11-10
9-А;Алгебра;2026-11-12;;№ 13;2026-11-16
`);
  execFileSync("python3", ["-B", path.join(import.meta.dirname, "workbook.py"), path.join(files, "7-А.xlsx")]);
});
after(async () => {
  await browser?.close();
  await school?.stop();
});

async function choose(names, {period = "q2"} = {}) {
  await page.goto(school.base + "/journal");
  await page.setInputFiles("#files", names.map((name) => path.join(files, name)));
  await page.selectOption("#year", YEAR);
  await page.selectOption("#period", period);
}

test("a faulty file is told row by row, and nothing is kept", async () => {
  for (const language of ["ky", "ru"]) {
    await speak(page, school, language);
    await choose(["faults.csv"]);
    await page.click("form.card button[type=submit]:not([formaction])");
    const text = await page.textContent("main");
    for (const place of ["faults.csv:2", "faults.csv:3", "faults.csv:4"]) assert.ok(text.includes(place), place);
    assert.ok(!text.includes("Сыноочу"), "a name is told");
    assert.equal(await page.locator("form[action='/journal/import']").count(), 0);
    await look(page, "journal-faults");
  }
});

for (const [language, names] of [["ky", ["marks.csv"]], ["ru", ["7-А.xlsx"]]]) {
  test(`a file is looked at, then kept as counts (${names[0]})`, async () => {
    await speak(page, school, language);
    await choose(names);
    await look(page, "journal");
    await page.click("form.card button[type=submit]:not([formaction])");
    const text = await page.textContent("main");
    assert.ok(!text.includes("Сыноочу"), "a name is shown");
    assert.ok(await page.locator("table.counts tbody tr").count() > 0, text);
    await look(page, "journal-preview");
    await page.click("form[action='/journal/import'] button");
    await page.waitForURL("**/journal*");
    assert.equal(await page.locator(".fault").count(), 0, await page.textContent("main"));
    await look(page, "journal-kept");
  });
}

test("the same file again changes nothing", async () => {
  await choose(["marks.csv"]);
  await page.click("form.card button[type=submit]:not([formaction])");
  assert.equal(await page.locator("form[action='/journal/import']").count(), 0);
  await look(page, "journal-nothing-new");
});

test("the journal is held against its regulation, by the director as well", async () => {
  director = watch(await invite(page, school, browser, {name: "Бермет Жумабаева", email: "director@school.example", role: "reviewer"}, {locale: "ky-KG"}));
  for (const [who, language] of [[page, "ky"], [director, "ru"]]) {
    await speak(who, school, language);
    await who.goto(school.base + "/journal");
    await who.setInputFiles("#files", ["lessons.csv", "7-А.xlsx"].map((name) => path.join(files, name)));
    await who.selectOption("#year", YEAR);
    await who.selectOption("#period", "q2");
    await who.click("button[formaction='/journal/inspect']");
    const text = await who.textContent("main");
    assert.ok(text.includes("lessons.csv:3"), text);
    assert.ok(!text.includes("Сыноочу"), "a name is told");
    await look(who, "journal-inspection");
  }
  assert.equal(await director.locator("form[action='/journal/preview']").count(), 0, "the director only reads");
});

test("the director approves the numbers, readers find them, and no pupil is left anywhere", async () => {
  await director.goto(school.base + "/review");
  await director.click(`main a[href*='statistics/${YEAR}']`);
  assert.match(await director.textContent("h1"), /Школа в цифрах/);
  await look(director, "journal-review");
  await director.click("button[value=approve]");
  await speak(page, school, "ky");
  await page.goto(school.base + "/publish");
  while (await page.locator("progress").count() > 0) {  // the first publication, of what the school began with
    await page.waitForTimeout(1000);
    await page.goto(school.base + "/publish");
  }
  await page.click("main form[action='/publish'] button");
  const site = path.join(published(school), "statistics"), counts = path.join(site, `${YEAR}-q2.csv`);
  for (let waited = 0; waited < 200 && !fs.existsSync(counts); ++waited) await page.waitForTimeout(1000);
  await page.goto(school.base + "/publish");
  assert.equal(await page.locator("li.card").first().locator(".state-failed").count(), 0, await page.textContent("main"));
  assert.match(fs.readFileSync(counts, "utf8"), /q2,marks,school,algebra/);  // of two classes only: said, not shown
  assert.ok(fs.readFileSync(path.join(site, "index.html"), "utf8").includes(`${YEAR}-q2.csv`), "the page offers them");
  fs.rmSync(files, {recursive: true});
  assert.deepEqual(filesWith(school.folder, ["Сыноочу", "Ырысбек"]), []);
  assert.deepEqual([...page.faults, ...director.faults], []);
});
