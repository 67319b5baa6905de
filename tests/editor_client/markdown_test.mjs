// What is not touched is written as it stood; what is touched changes nothing else; nothing is lost.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import test from "node:test";
import {bundled, root} from "./bundled.mjs";

const {readMarkdown, schema, writeMarkdown} = await bundled("markdown/index.js");

function filesBelow(folder) {
  return fs.readdirSync(folder, {withFileTypes: true, recursive: true})
    .filter((entry) => entry.isFile() && entry.name.endsWith(".md"))
    .map((entry) => fs.readFileSync(path.join(entry.parentPath || entry.path, entry.name), "utf8"));
}

const body = (text) => text.replace(/^---\r?\n[^]*?\n---\r?\n/, "");
const examples = fs.readFileSync(path.join(root, "tests/data/markdown/examples.md"), "utf8").split(/^%%%\n/m);
const specification = fs.readFileSync(path.join(root, "tests/node_modules/commonmark-spec/spec.txt"), "utf8")
  .match(/^`{32} example\n[^]*?\n\.\n/gm).map((example) => example.replace(/^.*\n/, "").replace(/\n\.\n$/, "\n").replace(/→/g, "\t"));
const school = filesBelow(path.join(root, "content")).map(body);
const golden = filesBelow(path.join(root, "tests/golden")).map(body);
const corpus = [...school, ...golden, ...examples, ...specification];
const odd = ["", "\n", "\n\n  \n", "а", "а\r\n\r\nб\r\n", "а\rб\r\rв", "# а\r\n- б\n- в\r\n", "\tкод\n", "а\u0000б\n", "> - 1. а\n", "[а]: /б\n\n[а]\n"];

// The same from one run to the next.
function chance(seed) {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return Math.floor((state / 4294967296) * limit);
  };
}

const round = (text) => {
  const {doc, origins} = readMarkdown(text);
  return writeMarkdown(doc, origins);
};

test("the corpora are there", () => {
  assert.ok(school.length > 150 && golden.length > 10 && examples.length > 100 && specification.length > 600);
});

test("opened and saved, every text is what it was", () => {
  for (const text of [...corpus, ...odd]) assert.equal(round(text), text);
});

test("the school's own texts are shown as what they are, not as source", () => {
  for (const text of school) {
    readMarkdown(text).doc.descendants((node) => assert.notEqual(node.type, schema.nodes.source_block, node.textContent));
  }
});

// The document with `typed` put into the block `index` at its end, and that block's piece.
function typeInto(text, index, typed) {
  const {doc, origins} = readMarkdown(text);
  const blocks = doc.content.content.slice();
  const block = blocks[index];
  if (block.type !== schema.nodes.paragraph || block.content.size === 0) return null;
  blocks[index] = block.copy(block.content.append(schema.nodes.paragraph.create(null, schema.text(typed)).content));
  return {doc: schema.nodes.doc.create(null, blocks), origins, piece: origins.pieces[block.attrs.origin]};
}

test("a changed paragraph changes only its own lines", () => {
  let changed = 0;
  for (const text of corpus) {
    const count = readMarkdown(text).doc.childCount;
    for (let index = 0; index < count; ++index) {
      const typed = typeInto(text, index, " жаңы");
      if (!typed) continue;
      ++changed;
      const {lines} = typed.origins;
      const before = lines.slice(0, typed.piece.first).join("");
      const after = typed.piece.gap + lines.slice(typed.piece.end).join("").slice(typed.piece.gap.length - (/^(\r\n|\r|\n)?/.exec(typed.piece.gap)[0].length));
      const written = writeMarkdown(typed.doc, typed.origins);
      assert.ok(written.startsWith(before), JSON.stringify([text, written]));
      assert.ok(written.endsWith(after), JSON.stringify([text, written, after]));
      assert.ok(written.includes("жаңы"));
    }
  }
  assert.ok(changed > 1000);
});

test("a changed paragraph is read again as what it was changed into", () => {
  const plain = (doc) => JSON.stringify(doc.toJSON(), (key, value) => (key === "origin" ? undefined : value));
  for (const text of corpus) {
    const count = readMarkdown(text).doc.childCount;
    for (let index = 0; index < count; ++index) {
      const typed = typeInto(text, index, " сөз");
      if (!typed) continue;
      const again = readMarkdown(writeMarkdown(typed.doc, typed.origins)).doc;
      assert.equal(plain(again), plain(typed.doc), text);
    }
  }
});

test("a changed item leaves its neighbours as they stood", () => {
  const text = "*   бир\n*   эки\n    уландысы\n\n*   үч\n";
  const {doc, origins} = readMarkdown(text);
  const list = doc.firstChild;
  const item = list.child(0);
  const first = item.copy(item.content.replaceChild(0, item.firstChild.copy(schema.nodes.paragraph.create(null, schema.text("жаңы")).content)));
  const now = schema.nodes.doc.create(null, [list.copy(list.content.replaceChild(0, first))]);
  assert.equal(writeMarkdown(now, origins), "* жаңы\n*   эки\n    уландысы\n\n*   үч\n");
});

test("a changed row leaves the rest of its table as it stood", () => {
  const text = "|а|б|\n|:-|--:|\n|1|2|\n| 3 | 4 |\n";
  const {doc, origins} = readMarkdown(text);
  const table = doc.firstChild;
  const row = table.child(1);
  const cell = row.child(0).copy(schema.nodes.doc.create(null, [schema.nodes.paragraph.create(null, schema.text("а|б"))]).content);
  const now = schema.nodes.doc.create(null, [table.copy(table.content.replaceChild(1, row.copy(row.content.replaceChild(0, cell))))]);
  assert.equal(writeMarkdown(now, origins), "|а|б|\n|:-|--:|\n| а\\|б | 2 |\n| 3 | 4 |\n");
});

test("texts made of anything come back as what they were", () => {
  const random = chance(7);
  const words = ["сөз", "*", "**", "_", "`", "[", "](", "<b>", "&amp;", "\\", "!", "#", "1.", "-", "+996", ">", "~~", "|", "{{<", ">}}", "[^1]", "http://a.kg", ":", "===", "  "];
  for (let count = 0; count < 3000; ++count) {
    const marks = [[], [schema.marks.em.create()], [schema.marks.strong.create()], [schema.marks.strike.create()], [schema.marks.link.create({href: "/a b/"})]];
    const inline = [];
    for (let parts = 1 + random(4); parts > 0; --parts) {
      let text = "";
      for (let length = 1 + random(3); length > 0; --length) text += (text ? " ".repeat(random(2)) : "") + words[random(words.length)];
      inline.push(schema.text(` ${text.trim() || "х"} `, marks[random(marks.length)]));
    }
    const type = [schema.nodes.paragraph, schema.nodes.heading][random(2)];
    const doc = schema.nodes.doc.create(null, [type.create(null, inline)]);
    const again = readMarkdown(writeMarkdown(doc, readMarkdown("").origins)).doc;
    assert.equal(again.textContent.replace(/\s+/g, " ").trim(), doc.textContent.replace(/\s+/g, " ").trim());
    assert.equal(again.firstChild.type.name, type.name);
    assert.equal(again.childCount, 1);
  }
});

test("blocks put together in any order stay apart", () => {
  const random = chance(11);
  const blocks = ["абзац", "# баш", "- а\n- б", "* а\n\n  б", "1. а\n2. б", "> цитата", "```\nкод\n```", "    код", "| а |\n|---|\n| б |", "***", "{{< contact >}}", "[^1]: эскертүү"];
  for (let count = 0; count < 2000; ++count) {
    const text = Array.from({length: 4}, () => blocks[random(blocks.length)]).join("\n\n");
    const {doc, origins} = readMarkdown(text);
    const picked = [];
    for (let parts = 4; parts > 0; --parts) picked.push(doc.child(random(doc.childCount)));
    const now = schema.nodes.doc.create(null, picked);
    const again = readMarkdown(writeMarkdown(now, origins)).doc;
    assert.deepEqual(again.content.content.map((node) => node.type.name + node.textContent), picked.map((node) => node.type.name + node.textContent), text);
  }
});
