// The search finds what people look for: recall among the first five over queries.txt, with the browser's own modules and
// the index of the demonstration site.
import assert from "node:assert/strict";
import fs from "node:fs";
import process from "node:process";
import {test} from "node:test";
import {engine, openIndex} from "./engine.mjs";

const site = process.env.MEKTEP_SITE, WANTED = 0.95, FIRST = 5;
const queries = fs.readFileSync(new URL("queries.txt", import.meta.url), "utf8").split("\n")
  .filter((line) => line && !line.startsWith("#")).map((line) => {
    const [language, query, pages] = line.split(" | ");
    return {language, query, pages: pages.split(" ")};
  });
const indices = {ky: openIndex(site, "ky"), ru: openIndex(site, "ru")};

function recall(some) {
  const misses = [];
  let found = 0, expected = 0;
  for (const {language, query, pages} of some) {
    const paths = engine.find(indices[language], query).results.slice(0, FIRST).map(({index, page}) => index.paths[page]);
    const missing = pages.filter((page) => !paths.includes(page));
    found += pages.length - missing.length;
    expected += pages.length;
    if (missing.length) misses.push(`${language} «${query}»: no ${missing.join(", ")} in ${paths.join(", ") || "nothing"}`);
  }
  return {share: found / expected, misses};
}

test("there are queries enough, and they name pages that exist", () => {
  assert.ok(queries.length >= 120, `${queries.length} queries`);
  assert.ok(["ky", "ru"].every((language) => queries.filter((each) => each.language === language).length >= 50));
  const known = new Set(indices.ky.flatMap(({paths}) => paths));
  const unknown = queries.flatMap(({pages}) => pages).filter((page) => !known.has(page));
  assert.deepEqual(unknown, []);
});

for (const language of ["ky", "ru"]) {
  test(`${language}: of the pages looked for, ${WANTED * 100} % are among the first ${FIRST}`, (t) => {
    const {share, misses} = recall(queries.filter((each) => each.language === language));
    t.diagnostic(`recall@${FIRST}: ${share.toFixed(3)}`);
    misses.forEach((miss) => t.diagnostic(miss));
    assert.ok(share >= WANTED, `${share.toFixed(3)}\n${misses.join("\n")}`);
  });
}

test("a wrong page would be seen", () => {
  const wrong = queries.map((each) => ({...each, pages: ["tags/"]}));
  assert.ok(recall(wrong).share < 0.2);
});
