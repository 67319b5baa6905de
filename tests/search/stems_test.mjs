// The browser cuts words and takes off endings exactly as the program did when it wrote the index.
import assert from "node:assert/strict";
import {execFileSync} from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import process from "node:process";
import {test} from "node:test";
import {engine, openIndex} from "./engine.mjs";

const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), "../..");
const ENDINGS = {
  ky: "лар дын тин ден га ге нын ыбыз сы ында дагы луу чу ган лардын лөрдө үнөн сыз ча".split(" "),
  ru: "а у ом ами ов ей ые ых ого ому ыми ться лся ешь ете ость ного ение ения ый ая".split(" "),
};

// Words of the demonstration school, each with endings put on, until there are enough.
function words(count) {
  const found = new Set();
  for (const folder of ["content", "themes/default/strings.yaml", "schema"]) {
    const place = path.join(root, folder);
    const files = fs.statSync(place).isFile() ? [place] : fs.readdirSync(place, {recursive: true}).map((name) => path.join(place, name));
    for (const file of files.filter((name) => /\.(md|yaml)$/.test(name)).sort()) {
      for (const word of fs.readFileSync(file, "utf8").match(/[А-Яа-яЁёҮүӨөҢң]+/g) ?? []) found.add(word);
    }
  }
  const plain = [...found].sort();
  for (let turn = 0; found.size < count; ++turn) {
    for (const word of plain) found.add(word + ENDINGS[turn % 2 ? "ky" : "ru"][turn % 17]);
  }
  return [...found].slice(0, count);
}

test("20,000 words have the same stems in the program and in the browser", () => {
  const all = [...words(20000), "Ёлка", "ÉCOLE", "straße", "ЖК-3", "e-mail", "2026/2027", "x".repeat(40), "А́ңгеме", "İstanbul", "№12"];
  assert.ok(all.length >= 20000);
  const theirs = execFileSync(process.env.MEKTEP_STEMS, {input: all.join("\n"), encoding: "utf8", maxBuffer: 1 << 26}).trimEnd().split("\n");
  const kyrgyz = engine.stemmer("ky", openIndex(process.env.MEKTEP_SITE, "ky")[0].endings), russian = engine.stemmer("ru", []);
  const ours = all.flatMap((text) => engine.words(text.normalize("NFC")).map(({word}) => `${word} ${kyrgyz(word)} ${russian(word)}`));
  const differences = ours.map((line, at) => (line === theirs[at] ? "" : `${line} ≠ ${theirs[at]}`)).filter(Boolean);
  assert.deepEqual(differences.slice(0, 20), []);
  assert.equal(ours.length, theirs.length);
  assert.ok(new Set(ours.map((line) => line.split(" ")[1])).size < ours.length * 0.8, "nothing is taken off");
});

test("inflected words of one kind meet at one stem", () => {
  const kyrgyz = engine.stemmer("ky", openIndex(process.env.MEKTEP_SITE, "ky")[0].endings);
  const stem = (text) => kyrgyz(engine.words(text)[0].word);
  for (const family of ["мектеп мектептин мектептер мектептерде мектебибиз мектебинин мектебинде мектептеги мектептерибизден",
    "китеп китептер китептерди китебине", "окуучу окуучулар окуучуларыбыздын окуучуга окуучунун",
    "мугалим мугалимдер мугалимдердин мугалимге мугалими", "сабак сабактар сабагы сабактын сабагында"]) {
    const stems = new Set(family.split(" ").map(stem));
    assert.equal(stems.size, 1, `${family}: ${[...stems].join(", ")}`);
  }
});
