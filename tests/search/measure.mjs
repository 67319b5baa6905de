// Measures the search in Chromium with a processor six times slower: time to read the index, and from a key to the results.
// Not a test.   node tests/search/measure.mjs SITE [SLOWER]
import process from "node:process";
import {chromium} from "playwright-core";
import {serve} from "../browser/site_server.mjs";

const [site, slower = "6"] = process.argv.slice(2);
const QUERIES = ["ашкана", "мектептин директору", "лицения", "китепканадан китеп алуу", "робатотехника ийрими", "а", "ма", "окуучулардын ата-энелеринин чогулушу",
  "абвгдежз", "мугалимдрин квалификацысы", "жаны жыл майрамы", "мектеп"];
const server = await serve(site, new Map());
const browser = await chromium.launch({executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]});
const page = await browser.newPage();
const session = await page.context().newCDPSession(page);
await session.send("Emulation.setCPUThrottlingRate", {rate: Number(slower)});
await page.goto(`${server.origin}/search/`);
const times = [];
for (let round = 0; round < 3; ++round) {
  for (const query of QUERIES) {
    await page.fill("#search-query", "");
    await page.waitForTimeout(150);
    await page.evaluate(() => performance.clearMeasures());
    await page.fill("#search-query", query);
    await page.waitForFunction(() => performance.getEntriesByName("search", "measure").length > 0);
    const time = await page.evaluate(() => performance.getEntriesByName("search", "measure").at(-1).duration);
    if (round > 0) times.push({query, time, results: await page.locator(".search-kinds .count").first().innerText()});
  }
}
for (const {query, time, results} of times) console.log(`${time.toFixed(1).padStart(7)} ms  ${query} (${results})`);
const sorted = times.map(({time}) => time).sort((a, b) => a - b);
console.log(`median ${sorted[sorted.length >> 1].toFixed(1)} ms, worst ${sorted.at(-1).toFixed(1)} ms, processor ${slower} times slower`);
await browser.close();
await server.close();
