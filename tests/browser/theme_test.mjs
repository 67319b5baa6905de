// A theme beside the default one: one page of every kind in both languages, phone and desktop, light and dark.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import process from "node:process";
import {after, before, describe, test} from "node:test";
import {chromium} from "playwright-core";
import * as checks from "./page_checks.mjs";
import {serve} from "./site_server.mjs";

const site = process.env.MEKTEP_SITE;

// Of every kind the heaviest page: it has most to get wrong.
const chosen = new Map();
for (const name of fs.readdirSync(site, {recursive: true}).filter((file) => file.endsWith(".html")).sort()) {
  const text = fs.readFileSync(path.join(site, name), "utf8");
  const kind = /<body class="kind-([a-z0-9-]+)"/.exec(text)?.[1];
  if (!kind) continue;
  const key = `${kind} in ${name.startsWith("ru/") ? "ru" : "ky"}`;
  if (!chosen.has(key) || chosen.get(key).size < text.length) chosen.set(key, {address: `/${name.replace(/index\.html$/, "")}`, size: text.length});
}

let server, browser;
before(async () => {
  server = await serve(site, new Map());
  browser = await chromium.launch({executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]});
});
after(async () => {
  await browser?.close();
  await server?.close();
});

test("there is a page of every kind", () => assert.ok(chosen.size >= 38, [...chosen.keys()].join(", ")));

describe("every kind of page", {concurrency: 2}, () => {
  for (const [key, {address}] of chosen) {
    test(`${key}: ${address}`, async () => {
      const page = await browser.newPage({viewport: {width: 1280, height: 800}, reducedMotion: "reduce"});
      const complaints = [];
      page.on("console", (message) => { if (["error", "warning"].includes(message.type())) complaints.push(message.text()); });
      page.on("request", (request) => { if (!request.url().startsWith(server.origin)) complaints.push(`asks ${request.url()}`); });
      await page.goto(server.origin + address);
      for (const width of [1280, 320]) {
        await page.setViewportSize({width, height: 800});
        await page.emulateMedia({colorScheme: "light"});
        complaints.push(...await checks.overflow(page), ...await checks.diagrams(page), ...await checks.accessibility(page));
        await page.emulateMedia({colorScheme: "dark"});
        complaints.push(...await checks.accessibility(page, ["color-contrast", "link-in-text-block"]));
      }
      if (key.startsWith("home") || key.startsWith("disclosure-group")) {
        complaints.push(...await checks.sightColours(page, async () => complaints.push(...await checks.accessibility(page, ["color-contrast"]))));
        complaints.push(...await checks.sightLetters(page));
      }
      complaints.push(...await checks.spacing(page));
      await page.setViewportSize({width: 640, height: 400});
      complaints.push(...await checks.overflow(page));
      await page.close();
      assert.equal(complaints.length, 0, `\n  ${complaints.join("\n  ")}`);
    });
  }
});
