// mektep serve as a theme author has it: a browser beside an editor. Each test leaves the school as it found it.
import assert from "node:assert/strict";
import {spawn} from "node:child_process";
import fs from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import process from "node:process";
import {after, before, test} from "node:test";
import {fileURLToPath} from "node:url";
import {chromium} from "playwright-core";
import * as checks from "./page_checks.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const work = fs.mkdtempSync(path.join(os.tmpdir(), "mektep-serve-"));
const school = path.join(work, "school"), data = path.join(work, "data");

let server, browser, context, page, output = "", url;
const builds = () => output.split("\n").filter((line) => /^(Built|The site before it)/.test(line)).length;
async function built(count) {
  while (builds() < count) await new Promise((resolve) => { setTimeout(resolve, 10); });
}
const file = (name) => path.join(school, name);
const edit = (name, change) => fs.writeFileSync(name, change(fs.readFileSync(name, "utf8")));

// Changes the school, waits for `seen`, and takes the change back.
async function during(name, change, seen) {
  const before = fs.readFileSync(name);
  edit(name, change);
  try {
    await seen();
  } finally {
    const count = builds();
    fs.writeFileSync(name, before);
    await built(count + 1);
    await page.waitForFunction(() => !document.querySelector("mektep-findings"));
  }
}

before(async () => {
  fs.cpSync(path.join(root, "content"), school, {recursive: true});
  for (const folder of ["schema", "themes"]) fs.cpSync(path.join(root, folder), path.join(data, folder), {recursive: true});
  server = spawn(process.env.MEKTEP, ["serve", school, "--data", data, "--today", "2026-11-21", "--lang", "en"], {stdio: ["ignore", "pipe", "inherit"]});
  url = await new Promise((resolve, reject) => {
    server.once("exit", () => reject(new Error(`ended: ${output}`)));
    server.stdout.on("data", (bytes) => {
      output += bytes;
      const said = /The site is shown at (\S+)/.exec(output);
      if (said) resolve(said[1]);
    });
  });
  await built(1);
  browser = await chromium.launch({executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]});
  context = await browser.newContext({viewport: {width: 1280, height: 800}});
  page = await context.newPage();
  await page.goto(`${url}ru/contacts/`);
});
after(async () => {
  await browser?.close();
  server?.kill("SIGKILL");
  fs.rmSync(work, {recursive: true, force: true});
});

test("an edited text shows by itself", async (test) => {
  const text = file("pages/contacts/index.ru.md");
  assert.ok(fs.existsSync(text));
  await during(text, (old) => old.replace(/^title:.*/m, "title: Как нас найти"), async () => {
    const begin = performance.timeOrigin + performance.now();
    await page.waitForFunction(() => document.querySelector("h1").textContent.includes("Как нас найти"), null, {polling: 5});
    // By the clock of the page: a test learns of a navigation a good deal later than a reader.
    const stands = await page.evaluate(() => performance.timeOrigin + performance.getEntriesByType("navigation")[0].domContentLoadedEventStart);
    test.diagnostic(`from the change to the reloaded page: ${Math.round(stands - begin)} ms`);
  });
  await page.waitForFunction(() => !document.querySelector("h1").textContent.includes("Как нас найти"));
});

test("an edited style sheet of the theme shows by itself", async () => {
  const sheet = path.join(data, "themes/default/assets/style.css");
  await during(sheet, (old) => `${old}\nh1 {letter-spacing: 7px}\n`, () =>
    page.waitForFunction(() => getComputedStyle(document.querySelector("h1")).letterSpacing === "7px"));
});

test("an override of the school that an editor saves by renaming shows, and going takes it away", async () => {
  const partial = file("theme/partials/footer.html");
  fs.mkdirSync(path.dirname(partial), {recursive: true});
  fs.writeFileSync(`${partial}.new`, "<footer data-element=\"footer\">by renaming</footer>\n");
  fs.renameSync(`${partial}.new`, partial);
  await page.waitForFunction(() => document.querySelector("footer").textContent === "by renaming");
  fs.rmSync(file("theme"), {recursive: true});
  await page.waitForFunction(() => document.querySelector("footer").textContent !== "by renaming");
});

test("a page in a new folder of a new folder is there, and its later changes too", async () => {
  const folder = file("pages/new/deep");
  fs.mkdirSync(folder, {recursive: true});
  for (const place of [path.dirname(folder), folder]) for (const locale of ["ky", "ru"]) fs.writeFileSync(path.join(place, `index.${locale}.md`), "---\ntitle: Жаңы\n---\n\nТекст.\n");
  const other = await context.newPage();
  const title = async (wanted) => {
    for (let i = 0; i < 200 && !(await (await fetch(`${url}new/deep/`)).text()).includes(`>${wanted}</h1>`); ++i) await other.waitForTimeout(25);
    await other.waitForFunction((text) => document.querySelector("h1")?.textContent === text, wanted);
  };
  try {
    await other.goto(`${url}new/deep/`);
    await title("Жаңы");
    edit(path.join(folder, "index.ky.md"), (old) => old.replace("Жаңы", "Кийинки"));
    await title("Кийинки");
  } finally {
    await other.close();
    fs.rmSync(path.dirname(folder), {recursive: true});
  }
  await page.waitForFunction(() => !document.querySelector("mektep-findings"));
});

test("a broken file keeps the site and says where, in an overlay that is accessible and can be closed", async () => {
  const text = file("pages/contacts/index.ru.md");
  const title = await page.locator("h1").textContent();
  await during(text, (old) => old.replace(/^title:.*/m, "title: \"Как нас найти"), async () => {
    const overlay = page.locator("mektep-findings section");
    await overlay.waitFor({state: "visible"});
    const said = await overlay.innerText();
    assert.match(said, /pages\/contacts\/index\.ru\.md:\d+/);
    assert.match(said, /error/);
    assert.match(said, /The page is still the old one/);
    assert.equal(await page.locator("h1").textContent(), title, "the last good page stays");
    assert.deepEqual(await checks.accessibility(page), []);
    await page.setViewportSize({width: 320, height: 640});
    assert.deepEqual(await checks.overflow(page), []);
    await page.setViewportSize({width: 1280, height: 800});
    await page.getByRole("button", {name: "Close"}).click();
    assert.ok(await overlay.isHidden());
    await page.reload();
    const open = page.getByRole("button", {name: "Show the findings"});
    await open.waitFor();
    assert.ok(await overlay.isHidden(), "closed stays closed");
    assert.deepEqual(await checks.accessibility(page), []);
    await open.click();
    assert.ok(await overlay.isVisible());
    await page.keyboard.press("Escape");
    assert.ok(await overlay.isHidden());
  });
});

test("a broken template keeps the site and says where", async () => {
  const layout = path.join(data, "themes/default/layouts/page.html");
  const html = await (await fetch(`${url}about/`)).text();
  await during(layout, (old) => `${old}{% if %}`, async () => {
    await page.locator("mektep-findings section").waitFor({state: "visible"});
    assert.match(await page.locator("mektep-findings section").innerText(), /layouts\/page\.html:\d+/);
    assert.equal((await (await fetch(`${url}about/`)).text()).replace(/data-\w+="\d+"/g, ""), html.replace(/data-\w+="\d+"/g, ""));
  });
});

test("many saves at once are one build", async () => {
  const count = builds(), text = file("pages/contacts/index.ru.md"), before = fs.readFileSync(text, "utf8");
  for (let i = 0; i < 20; ++i) fs.writeFileSync(text, before.replace(/^title:.*/m, `title: ${i}`));
  fs.writeFileSync(file("pages/contacts/.index.ru.md.swp"), "x");
  await page.waitForFunction(() => document.querySelector("h1").textContent === "19");
  await built(count + 1);  // the line comes after the page
  assert.equal(builds() - count, 1);
  fs.rmSync(file("pages/contacts/.index.ru.md.swp"));
  fs.writeFileSync(text, before);
  await page.waitForFunction(() => document.querySelector("h1").textContent !== "19");
  await built(count + 2);
  assert.equal(builds() - count, 2);
});

test("addresses are answered as a web server answers them", async () => {
  const get = (address, options) => fetch(new URL(address, url), {redirect: "manual", ...options});
  for (const [address, type] of [["", "text/html; charset=utf-8"], ["feed.xml", "application/atom+xml; charset=utf-8"],
    ["calendar.ics", "text/calendar; charset=utf-8"], ["manifest.webmanifest", "application/manifest+json; charset=utf-8"]]) {
    const answer = await get(address);
    assert.equal(answer.status, 200, address);
    assert.equal(answer.headers.get("content-type"), type);
    assert.equal(answer.headers.get("cache-control"), "no-store");
  }
  const moved = await get("about");
  assert.deepEqual([moved.status, moved.headers.get("location")], [301, "/about/"]);
  for (const [address, language] of [["nothing/", "ky"], ["ru/nothing/at/all/", "ru"]]) {
    const lost = await get(address);
    assert.equal(lost.status, 404);
    assert.match(await lost.text(), new RegExp(`<html lang="${language}">`));
  }
  assert.equal((await get("", {method: "POST", body: "x"})).status, 405);
  const head = await get("", {method: "HEAD"});
  assert.deepEqual([head.status, await head.text()], [200, ""]);
});

// What fetch() would mend or forbid.
function raw(request) {
  return new Promise((resolve, reject) => {
    const socket = net.connect(new URL(url).port, "127.0.0.1", () => socket.write(request.replaceAll("\n", "\r\n")));
    let said = "";
    socket.on("data", (bytes) => { said += bytes; }).on("end", () => resolve(said)).on("error", reject);
  });
}

test("no path leads out of the site, and no other name to it", async () => {
  for (const way of ["/../../../../etc/passwd", "/%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd", "//etc/passwd", "/..%2f..%2f..%2fetc/passwd",
    "/assets/%00/../../site.yaml", "/.mektep/../site.yaml", "/.mektep/state/x", "\\..\\site.yaml"]) {
    const said = await raw(`GET ${way} HTTP/1.1\nHost: localhost\nConnection: close\n\n`);
    assert.match(said, /^HTTP\/1\.1 4\d\d /, way);
    assert.ok(!said.includes("root:") && !said.includes("base_url"), way);
  }
  for (const host of ["evil.example", "evil.example:8000", "127.0.0.1.evil.example", "localhost:x", ""]) {
    assert.match(await raw(`GET / HTTP/1.1\nHost: ${host}\nConnection: close\n\n`), /^HTTP\/1\.1 421 /, host);
  }
  assert.match(await raw("GET / HTTP/1.1\nConnection: close\n\n"), /^HTTP\/1\.1 421 /);
  assert.match(await raw("GET / HTTP/1.1\nHost: localhost\nTransfer-Encoding: chunked\nConnection: close\n\n0\n\n"), /^HTTP\/1\.1 400 /);
});

test("a taken port is said, and Ctrl-C ends it cleanly", async () => {
  const second = spawn(process.env.MEKTEP, ["serve", school, "--data", data, "--lang", "en", "--port", new URL(url).port]);
  let said = "";
  second.stderr.on("data", (bytes) => { said += bytes; });
  assert.equal(await new Promise((resolve) => { second.once("exit", resolve); }), 2);
  assert.match(said, /is taken/);
  server.kill("SIGINT");
  assert.equal(await new Promise((resolve) => { server.once("exit", resolve); }), 0);
});
