// A teacher with a telephone writes news in two languages with two photographs and publishes them; readers see both.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import {after, before, test} from "node:test";
import {look, openBrowser, openPage, PHONE, textOf} from "./people.mjs";
import {published, ROOT, setUp, startSchool} from "./school.mjs";

let browser, school, page;
const photo = (name) => path.join(ROOT, "content/news/2026", name);

before(async () => {
  browser = await openBrowser();
  school = await startSchool();
  page = await openPage(browser, {viewport: PHONE, hasTouch: true, isMobile: true});
  await setUp(page, school);
});
after(async () => {
  await browser?.close();
  await school?.stop();
});

async function describe(alt, {people = "nobody"} = {}) {
  const dialog = page.locator("dialog[open]");
  await dialog.waitFor();
  await dialog.locator("[name='alt.ky']").fill(alt.ky);
  await dialog.locator("[name='alt.ru']").fill(alt.ru);
  if (people) {
    await dialog.locator(`input[name='people?'][value=${people}]`).check();
    await dialog.locator("[name=stated_by]").selectOption({index: 1});
  }
  await dialog.locator("button[value=done]").click();
  await dialog.waitFor({state: "detached"});
}

test("news with two photographs, in both languages, from a telephone", async () => {
  await page.goto(school.base + "/");
  await page.click("main a[href='/new/news']");
  await page.fill("#title-ky", "Күзгү спартакиада аяктады");
  await page.fill("#title-ru", "Осенняя спартакиада завершилась");
  await page.click("main button[type=submit]");
  assert.match(page.url(), /\/edit\/news\/2026\/kuzgu-spartakiada-ayaktady$/);

  const kyrgyz = await textOf(page, "ky");
  await kyrgyz.click();
  await page.keyboard.type("Спартакиадага бардык класстар катышты.");
  await page.keyboard.press("Enter");
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.locator("#panel-ky .toolbar [aria-label=Сүрөт]").click()]);
  await chooser.setFiles([photo("shahmat-turniri/chess.jpg"), photo("suuk-kundor/frost.jpg")]);
  await page.locator("dialog[open]").waitFor();
  await look(page, "picture-dialog", [PHONE]);
  await describe({ky: "Шахмат тактасы", ru: "Шахматная доска"});
  await describe({ky: "Үшүк баскан терезе", ru: "Замёрзшее окно"});
  await kyrgyz.locator("img").nth(1).waitFor();

  await page.click("#tab-ru");
  const russian = await textOf(page, "ru");
  await russian.locator("img").nth(1).waitFor();  // the pictures are in the other language as well
  await russian.click();
  await page.keyboard.press("Control+Home");
  await page.keyboard.type("В спартакиаде участвовали все классы.");
  await page.keyboard.press("Enter");
  await page.fill("[name='ru.summary']", "Спартакиада прошла.");
  await page.click("#tab-ky");
  await page.fill("[name='ky.summary']", "Спартакиада өттү.");
  await look(page, "writing");

  await page.click("button[name=do][value=send]");
  await page.waitForURL("**/publish*");
  await page.waitForSelector(".state-shown, .state-failed", {timeout: 200_000});
  assert.equal(await page.locator("li.card").first().locator(".state-failed").count(), 0, await page.textContent("main"));
  await page.waitForFunction(() => !document.querySelector("progress"), {timeout: 200_000});

  for (const [folder, words] of [["news/2026/kuzgu-spartakiada-ayaktady", ["бардык класстар", "Шахмат тактасы", "Үшүк баскан терезе"]],
    ["ru/news/2026/kuzgu-spartakiada-ayaktady", ["все классы", "Шахматная доска", "Замёрзшее окно"]]]) {
    const html = fs.readFileSync(path.join(published(school), folder, "index.html"), "utf8");
    for (const word of words) assert.ok(html.includes(word), `${folder} lacks “${word}”`);
    const pictures = [...html.matchAll(/<img[^>]*>/g)].map(([tag]) => tag).filter((tag) => words.some((word) => tag.includes(`alt="${word}"`)));
    assert.equal(pictures.length, 2, folder);
    for (const tag of pictures) {
      const {pathname} = new URL(/src="([^"]+)"/.exec(tag)[1], `http://x/${folder}/`);
      assert.ok(fs.statSync(path.join(published(school), pathname)).size > 1000, pathname);
    }
  }
  assert.deepEqual(page.faults, []);
});
