// Pictures and writing as a teacher does them: chosen, dragged, pasted, taken with a telephone; cropped, replaced, sent again after
// a closed window; texts pasted from Word and from the web; facts, people and documents picked from lists with the keyboard.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import {after, before, test} from "node:test";
import {DESKTOP, look, openBrowser, openPage, PHONE, textOf} from "./people.mjs";
import {ROOT, setUp, startSchool} from "./school.mjs";

const NEWS = "news/2026/suuk-kundor", CHESS = path.join(ROOT, "content/news/2026/shahmat-turniri/chess.jpg");
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

const markdown = () => page.inputValue("[name='ky.body']");

// A news of one's own for a test, open in the rich editor with the cursor in the Kyrgyz text.
async function begin(title) {
  await page.goto(`${school.base}/new/news`);
  await page.fill("#title-ky", title);
  await page.click("main button[type=submit]");
  const text = await textOf(page, "ky");
  await text.click();
  return text;
}

// What the clipboard, or a hand that drags, brings: html, plain text, files by name.
async function bring(kind, {html = "", text = "", files = []}) {
  const bytes = files.map((file) => ({name: path.basename(file), base64: fs.readFileSync(file).toString("base64")}));
  await page.locator("#panel-ky .rich-text").evaluate((element, given) => {
    const data = new DataTransfer();
    if (given.html) data.setData("text/html", given.html);
    if (given.text) data.setData("text/plain", given.text);
    for (const {name, base64} of given.bytes) {
      data.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name, {type: "image/jpeg"}));
    }
    const box = element.getBoundingClientRect();
    const event = given.kind === "paste" ? new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true})
      : new DragEvent("drop", {dataTransfer: data, bubbles: true, cancelable: true, clientX: box.x + 40, clientY: box.y + 15});
    element.dispatchEvent(event);
  }, {kind, html, text, bytes});
}

async function describe(ky, ru) {
  const dialog = page.locator("dialog[open]");
  await dialog.waitFor();
  await dialog.locator("[name='alt.ky']").fill(ky);
  await dialog.locator("[name='alt.ru']").fill(ru);
  await dialog.locator("input[name='people?'][value=nobody]").check();
  await dialog.locator("[name=stated_by]").selectOption({index: 1});
  await dialog.locator("button[value=done]").click();
  await dialog.waitFor({state: "detached"});
}

test("a picture that is dragged into the text, and one that is pasted, are sent, described and stand there", async () => {
  const text = await begin("Сүрөттөр сүйрөлөт");
  await bring("drop", {files: [CHESS]});
  await describe("Шахмат тактасы", "Шахматная доска");
  await text.locator("img[data-src]").waitFor();
  await bring("paste", {files: [path.join(ROOT, "content/news/2026/suuk-kundor/frost.jpg")]});
  await describe("Үшүк", "Иней");
  await text.locator("img[data-src]").nth(1).waitFor();
  assert.match(await markdown(), /!\[Шахмат тактасы\]\(chess\.jpg\)[^]*!\[Үшүк\]\(frost\.jpg\)/);
  const wide = await text.locator("img[data-src]").first().evaluate((picture) => picture.decode().then(() => picture.naturalWidth));
  assert.ok(wide > 100, "the picture itself is shown");
});

test("nobody may say nothing about who is on a picture: the site waits, and the media list says so", async () => {
  const text = await begin("Сүрөттө ким бар");
  await bring("paste", {files: [CHESS]});
  const dialog = page.locator("dialog[open]");
  await dialog.waitFor();
  assert.equal(await dialog.locator("input[name='people?']").count(), 3, "nobody, listed people, not known yet");
  await dialog.locator("input[name='people?'][value=listed]").check();
  assert.ok(await dialog.locator("input[name=consents]").count() > 5, "consents to choose from");
  await dialog.locator("button.quiet").click();  // later
  await text.locator("img[data-src]").waitFor();
  await page.goto(`${school.base}/media?show=lacking`);
  assert.match(await page.textContent("main"), /chess\.jpg/);
});

test("what is pasted from Word and from the web arrives clean", async () => {
  await begin("Word'дон көчүрүлгөн");
  await bring("paste", {html: fs.readFileSync(path.join(ROOT, "tests/data/paste/word.html"), "utf8"), text: "—"});
  const word = await markdown();
  assert.match(word, /^## Чогулуштун күн тартиби$/m);
  assert.match(word, /^[-*] Окуу жылынын жыйынтыгы$/m);
  assert.match(word, /^1[.)] Отчёт$/m);
  assert.match(word, /\*\*милдеттүү\*\*/);
  assert.match(word, /\| Класс \| Саны \|/);
  assert.doesNotMatch(word, /mso|style=|<o:p|<span|font|\u00a0{2}/);
  await begin("Тизме ичинде тизме");
  const item = (level, mark, text) => `<p class=MsoListParagraph style='mso-list:l0 level${level} lfo1'><span style='mso-list:Ignore'>${mark}&nbsp;&nbsp; </span>${text}</p>`;
  await bring("paste", {html: item(1, "·", "Мектеп") + item(2, "o", "Класстар") + item(2, "o", "Китепкана") + item(3, "§", "Окуу залы") + item(1, "·", "Үй"), text: "—"});
  assert.match(await markdown(), /^[-*] Мектеп\n+ +[-*] Класстар\n+ +[-*] Китепкана\n+ {3,}[-*] Окуу залы\n+[-*] Үй$/m);
  await begin("Желеден көчүрүлгөн");
  await bring("paste", {html: "<meta charset='utf-8'><div class='x' onclick='evil()'><h1>Аталышы</h1><script>evil()</script><p style='color:red'>Бир <a href='javascript:evil()'>жаман</a> жана <a href='https://edu.gov.kg/' onclick='x'>жакшы</a> шилтеме.</p><img src='https://tracker.example/p.gif' alt=''><iframe src='https://x.example'></iframe></div>", text: "x"});
  assert.equal((await markdown()).trim(), "## Аталышы\n\nБир жаман жана [жакшы](https://edu.gov.kg/) шилтеме.");
});

test("on a telephone the camera is one touch away", async () => {
  const phone = await openPage(browser, {viewport: PHONE, hasTouch: true, isMobile: true, storageState: await page.context().storageState()});
  await phone.goto(`${school.base}/edit/${NEWS}`);
  await textOf(phone, "ky");
  const [chooser] = await Promise.all([phone.waitForEvent("filechooser"), phone.locator("#panel-ky .toolbar [aria-label='Сүрөткө тартуу']").click()]);
  assert.equal(await chooser.element().getAttribute("capture"), "environment");
  await phone.goto(`${school.base}/media/upload`);
  await phone.locator("[data-camera]").waitFor();
  await look(phone, "media-upload-phone", [PHONE]);
  assert.deepEqual(phone.faults, []);
  await phone.context().close();
});

test("a picture is cropped with the mouse and the point that matters is set", async () => {
  await page.goto(`${school.base}/media/item/${NEWS}/frost.jpg`);
  await page.locator("[data-focal]").click({position: {x: 20, y: 20}});
  assert.ok(Number(await page.inputValue("[id='in:focal.x']")) < 20);
  await page.click("main form.entry-form >> nth=0 >> button[type=submit]");
  await page.waitForSelector(".notice");
  assert.ok(Number(await page.inputValue("[id='in:focal.x']")) < 20, "it was kept");
  const crop = page.locator("[data-crop]");
  await crop.scrollIntoViewIfNeeded();
  const box = await crop.locator("img").boundingBox();
  await page.mouse.move(box.x + box.width * 0.25, box.y + box.height * 0.25);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.75, box.y + box.height * 0.75, {steps: 5});
  await page.mouse.up();
  assert.ok(Math.abs(Number(await page.inputValue("#width")) - 50) < 3);
  await look(page, "media-crop", [DESKTOP]);
  const size = () => page.locator("[data-focal] img").evaluate((picture) => picture.decode().then(() => picture.naturalWidth));
  const before = await size();
  await page.click(".crop-form button[type=submit]");
  await page.waitForSelector(".notice");
  assert.ok(Math.abs(await size() - before / 2) < before / 10, "half as wide as before");
});

test("another file in the place of a picture keeps its address and the texts that show it", async () => {
  await page.goto(`${school.base}/media/item/${NEWS}/frost.jpg`);
  const bytes = () => page.locator("[data-focal] img").evaluate((picture) => fetch(picture.src, {cache: "no-store"}).then((answer) => answer.arrayBuffer()).then((read) => read.byteLength));
  const was = await bytes();
  await page.setInputFiles("#file", CHESS);
  await page.click("form[action*='/media/replace/'] button");
  await page.waitForSelector(".notice");
  assert.match(new URL(page.url()).pathname, /frost\.jpg$/);
  assert.notEqual(await bytes(), was);
  await page.goto(`${school.base}/edit/${NEWS}`);
  await textOf(page, "ky");
  assert.equal(await page.inputValue("[name='ky.image']"), "frost.jpg");
});

test("an upload that a closed window stopped goes on where it was when the file is chosen again", async () => {
  const big = path.join(school.folder, "чоң.jpg");
  fs.writeFileSync(big, Buffer.concat([fs.readFileSync(CHESS), Buffer.alloc(1_500_000)]));  // what follows a JPEG is dropped
  await page.goto(`${school.base}/media/upload?entry=${NEWS}`);
  await page.route(/offset=1048576$/, (route) => route.abort());  // the third piece does not leave
  await page.setInputFiles("#file", big);
  await page.click(".upload-form [type=submit]");
  await page.waitForFunction(() => document.querySelector(".sent progress")?.value > 0.6);
  await page.reload();
  await page.unroute(/offset=1048576$/);
  assert.match(await page.textContent(".warning"), /чоң\.jpg/);
  const offsets = [];
  page.on("request", (request) => {
    const offset = /uploads\/.*offset=(\d+)/.exec(request.url());
    if (offset) offsets.push(Number(offset[1]));
  });
  await page.setInputFiles("#file", big);
  await page.click(".upload-form [type=submit]");
  await page.waitForSelector(".sent a");
  assert.deepEqual(offsets, [1048576, 1572864]);
  await page.reload();
  assert.equal(await page.locator("main .warning").count(), 0);
});

test("a file is sent from the field that names it, and chosen there", async () => {
  await page.goto(`${school.base}/edit/documents/charter`);
  const field = page.locator("select[data-file]").first();
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), field.locator("xpath=following-sibling::p//button").click()]);
  const pdf = path.join(school.folder, "jany-ustav.pdf");
  fs.copyFileSync(path.join(ROOT, "content/documents/charter/charter-ky.pdf"), pdf);
  await chooser.setFiles(pdf);
  await page.waitForFunction(() => document.querySelector("select[data-file]").value === "jany-ustav.pdf");
  await page.click("form.entry-form .do button[value=save]");
  await page.waitForSelector(".notice");
  assert.equal(await page.locator("select[data-file]").first().inputValue(), "jany-ustav.pdf");
});

test("a fact, a person, a document and a gallery are picked from lists with the keyboard alone", async () => {
  await begin("Тизмеден тандалгандар");
  const insert = async (name) => {
    await page.locator("#panel-ky .rich-text").focus();
    await page.keyboard.press("Control+End");
    await page.keyboard.press("Alt+F10");
    await page.keyboard.press("End");
    await page.keyboard.press("ArrowLeft");
    assert.ok(await page.evaluate(() => document.activeElement.localName === "select"), "the list of blocks");
    await page.locator("#panel-ky .toolbar select").last().selectOption(name);
    await page.locator("dialog[open]").waitFor();
  };
  const take = async () => {
    await page.keyboard.press("Enter");
    await page.locator("dialog[open]").waitFor({state: "detached"});
  };
  await insert("fact");
  await look(page, "fact-dialog");
  assert.ok(await page.evaluate(() => document.activeElement.type === "search"), "one looks for a word at once");
  await page.keyboard.type("мектеп телефондору");
  await take();
  assert.match(await markdown(), /\{\{< fact [^>]*school\/organisation#phones/);
  assert.match(await page.textContent("#panel-ky .shortcode"), /\+996/);
  await insert("person");
  await page.keyboard.type("сыдыков");
  await take();
  assert.match(await markdown(), /\{\{< person [^>]*nurbek-sydykov/);
  await insert("document");
  await page.keyboard.type("устав");
  await take();
  assert.match(await markdown(), /\{\{< document [^>]*charter/);
  assert.match(await page.textContent("#panel-ky .rich-text"), /Мектептин уставы/, "people read names, not ids");
  await page.goto(`${school.base}/edit/${NEWS}`);
  await (await textOf(page, "ky")).click();
  await insert("gallery");
  await page.keyboard.press("Space");
  await take();
  assert.match(await markdown(), /\{\{< gallery photos="\w+\.jpg"/);
  assert.deepEqual(page.faults, []);
});
