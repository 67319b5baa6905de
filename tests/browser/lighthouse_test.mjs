// Lighthouse as its users run it: a phone on slow 3G/4G (simulated throttling), four categories. Every one of them must be 100.
import assert from "node:assert/strict";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import process from "node:process";
import {after, before, test} from "node:test";
import * as chromeLauncher from "chrome-launcher";
import lighthouse from "lighthouse";
import {serve} from "./site_server.mjs";

const site = process.env.MEKTEP_SITE;
const extra = new Map();
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
// Home, a news item, the disclosure overview, the staff, a gallery; languages take turns.
const PAGES = ["/", "/ru/news/2026/jashyl-mektep/", "/disclosure/", "/ru/people/", "/albums/"];

let server, chrome, profile;
before(async () => {
  server = await serve(site, extra);
  profile = fs.mkdtempSync(path.join(os.tmpdir(), "mektep-lighthouse-"));
  chrome = await chromeLauncher.launch({chromePath: "/usr/bin/chromium", userDataDir: profile,
    chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]});
});
after(async () => {
  await chrome?.kill();
  await server?.close();
  fs.rmSync(profile, {recursive: true, force: true, maxRetries: 3});
});

async function judge(address, categories = CATEGORIES) {
  const {lhr} = await lighthouse(server.origin + address, {port: chrome.port, output: "json", logLevel: "silent",
    onlyCategories: categories, formFactor: "mobile", throttlingMethod: "simulate", disableFullPageScreenshot: true});
  assert.equal(lhr.runtimeError, undefined, lhr.runtimeError?.message);
  return Object.fromEntries(categories.map((category) => {
    const {score, auditRefs} = lhr.categories[category];
    const faults = auditRefs.map(({id, weight}) => ({...lhr.audits[id], weight}))
      .filter((audit) => audit.weight > 0 && audit.score !== null && audit.score < (category === "performance" ? 0.9 : 1))
      .map((audit) => `${audit.id} ${audit.displayValue ?? ""} ${JSON.stringify(audit.details?.items?.slice(0, 2) ?? "").slice(0, 300)}`);
    return [category, {score: Math.round(score * 100), faults}];
  }));
}

for (const address of PAGES) {
  test(`${address}: 4 × 100`, async () => {
    const found = await judge(address);
    // The one number that depends on the machine is taken again before it is believed.
    for (let again = 0; again < 2 && found.performance.score < 100; ++again) Object.assign(found, await judge(address, ["performance"]));
    for (const category of CATEGORIES) {
      const {score, faults} = found[category];
      assert.equal(score, 100, `${category}: ${score}\n  ${faults.join("\n  ")}`);
    }
  });
}
