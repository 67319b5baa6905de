// Markdown into a document. The text is cut into pieces, one a block at the top, which remember their very letters: what is
// not touched is written back as it stood (write.js). A block that would not come back the same is shown as its source.
import {MarkdownParser} from "prosemirror-markdown";
import {schema} from "./schema.js";
import {tokenize} from "./tokens.js";
import {writeBlock} from "./write.js";

const from = (token) => (token.meta && token.meta.origin !== undefined ? token.meta.origin : null);

function isTight(tokens, at) {
  while (++at < tokens.length && tokens[at].type !== "list_item_open");
  for (const level = tokens[at].level; ++at < tokens.length;) {
    if (tokens[at].type === "paragraph_open" && tokens[at].level === level + 1) return tokens[at].hidden;
    if (tokens[at].level < level) break;
  }
  return true;
}

const alignOf = (token) => {
  const found = /text-align:(\w+)/.exec(token.attrGet("style") || "");
  return {align: found ? found[1] : null};
};

const rules = {
  paragraph: {block: "paragraph", getAttrs: (token) => ({origin: from(token)})},
  heading: {block: "heading", getAttrs: (token) => ({origin: from(token), level: Number(token.tag.slice(1)), markup: token.markup[0]})},
  blockquote: {block: "blockquote", getAttrs: (token) => ({origin: from(token)})},
  bullet_list: {
    block: "bullet_list",
    getAttrs: (token, tokens, at) => ({origin: from(token), bullet: token.markup, tight: isTight(tokens, at)}),
  },
  ordered_list: {
    block: "ordered_list",
    getAttrs: (token, tokens, at) => ({
      origin: from(token), order: Number(token.attrGet("start") || (token.attrGet("start") === 0 ? 0 : 1)), delimiter: token.markup, tight: isTight(tokens, at),
    }),
  },
  list_item: {block: "list_item", getAttrs: (token) => ({origin: from(token), checked: token.meta && "checked" in token.meta ? token.meta.checked : null})},
  code_block: {block: "code_block", getAttrs: (token) => ({origin: from(token)})},
  fence: {block: "code_block", getAttrs: (token) => ({origin: from(token), params: token.info.trim()})},
  hr: {node: "horizontal_rule", getAttrs: (token) => ({origin: from(token), markup: token.markup})},
  html_block: {block: "source_block", noCloseToken: true, getAttrs: (token) => ({origin: from(token)})},
  shortcode_block: {node: "shortcode", getAttrs: (token) => ({origin: from(token), raw: token.content})},
  footnote: {block: "footnote", getAttrs: (token) => ({origin: from(token), label: token.meta.label})},
  table: {block: "table", getAttrs: (token) => ({origin: from(token)})},
  thead: {ignore: true},
  tbody: {ignore: true},
  tr: {block: "table_row", getAttrs: (token) => ({origin: from(token)})},

  image: {
    node: "image",
    getAttrs: (token) => ({src: token.attrGet("src"), title: token.attrGet("title") || "", alt: altOf(token.children)}),
  },
  hardbreak: {node: "hard_break"},
  softbreak: {node: "soft_break"},
  shortcode_inline: {node: "shortcode_inline", getAttrs: (token) => ({raw: token.content})},
  footnote_reference: {node: "footnote_reference", getAttrs: (token) => ({label: token.meta.label})},
  html_inline: {node: "source_inline", noCloseToken: true, getAttrs: (token) => ({raw: token.content})},

  em: {mark: "em", getAttrs: (token) => ({markup: token.markup})},
  strong: {mark: "strong", getAttrs: (token) => ({markup: token.markup})},
  s: {mark: "strike"},
  link: {
    mark: "link",
    getAttrs: (token) => ({href: token.attrGet("href"), title: token.attrGet("title") || "", auto: token.info === "auto"}),
  },
  code_inline: {mark: "code", noCloseToken: true},
};

function altOf(tokens) {
  return tokens.map((token) => token.type === "softbreak" || token.type === "hardbreak" ? " " : token.children ? altOf(token.children) : token.content).join("");
}

const parser = new MarkdownParser(schema, {parse: (tokens) => tokens}, rules);
// A cell holds a paragraph, which Markdown does not say.
for (const [name, type] of [["th", schema.nodes.table_header], ["td", schema.nodes.table_cell]]) {
  parser.tokenHandlers[`${name}_open`] = (state, token) => {
    state.openNode(type, alignOf(token));
    state.openNode(schema.nodes.paragraph, null);
  };
  parser.tokenHandlers[`${name}_close`] = (state) => {
    state.closeNode();
    state.closeNode();
  };
}

const isBlank = (line) => /^[ \t\r\n]*$/.test(line);

// The pieces of a text: {raw, gap: line ends and blank lines behind it, node}. `nested` ones are items of lists and rows of tables.
export class Origins {
  constructor(text) {
    this.lines = text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) || [];
    this.pieces = [];
    this.before = "";  // blank lines at the beginning
    this.eol = (text.match(/\r\n/g) || []).length * 2 > (text.match(/\r|\n/g) || []).length ? "\r\n" : "\n";
  }

  add(map, parent) {
    let [first, end] = map;
    while (end > first + 1 && isBlank(this.lines[end - 1])) --end;
    this.pieces.push({first, end, parent, raw: null, gap: null, node: null});
    return this.pieces.length - 1;
  }

  finish() {
    const close = (pieces, last) => pieces.forEach((piece, number) => {
      const next = number + 1 < pieces.length ? pieces[number + 1].first : last;
      const whole = this.lines.slice(piece.first, piece.end).join("");
      piece.raw = whole.replace(/(\r\n|\r|\n)$/, "");
      piece.gap = whole.slice(piece.raw.length) + this.lines.slice(piece.end, next).join("");
      piece.next = number + 1 < pieces.length ? pieces[number + 1] : null;
    });
    const top = this.pieces.filter((piece) => piece.parent === null);
    close(top, this.lines.length);
    for (const parent of top) close(this.pieces.filter((piece) => piece.parent === parent), parent.end);
    this.before = this.lines.slice(0, top.length ? top[0].first : this.lines.length).join("");
  }
}

// Numbers the blocks, and puts what Markdown has no block for (addresses of links, above all) between them as source.
function mark(tokens, origins) {
  const all = [];
  let line = 0, parent = null;
  const source = (end) => {
    for (let first = line; first < end; ++first) {
      if (isBlank(origins.lines[first])) continue;
      let last = first + 1;
      while (last < end && !isBlank(origins.lines[last])) ++last;
      all.push({
        type: "html_block", level: 0, nesting: 0, content: origins.lines.slice(first, last).join("").replace(/\r\n?/g, "\n"),
        meta: {origin: origins.add([first, last], null)},
      });
      first = last;
    }
  };
  for (const token of tokens) {
    if (token.level === 0 && token.nesting >= 0 && token.map) {
      source(token.map[0]);
      const number = origins.add(token.map, null);
      parent = origins.pieces[number];
      line = parent.end;
      token.meta = {...token.meta, origin: number};
      if (token.type === "html_block") token.content = origins.lines.slice(parent.first, parent.end).join("").replace(/\r\n?/g, "\n");
      parent.type = token.type;
    } else if (token.map && ((token.type === "list_item_open" && token.level === 1 && /list_open$/.test(parent.type)) ||
                             (token.type === "tr_open" && token.level === 2 && parent.type === "table_open"))) {
      token.meta = {...token.meta, origin: origins.add(token.map, parent)};
    }
    all.push(token);
  }
  source(origins.lines.length);
  return all;
}

const withoutOrigin = (json) => JSON.stringify(json, (key, value) => (key === "origin" ? undefined : value));

function parse(text, environment, origins) {
  return parser.parse(mark(tokenize(text, environment), origins));
}

// Whether what we would write for a block is read as the same block.
function comesBack(node, environment) {
  try {
    const text = writeBlock(node);
    const again = parse(text, {references: {...environment.references}}, new Origins(text));
    return again.childCount === 1 && withoutOrigin(again.firstChild.toJSON()) === withoutOrigin(node.toJSON());
  } catch (fault) {
    return false;
  }
}

function asSource(node, raw) {
  const text = raw.replace(/\r\n?/g, "\n");
  return schema.nodes.source_block.create({origin: node.attrs.origin}, text === "" ? null : schema.text(text));
}

// {doc, origins}
export function readMarkdown(text) {
  const origins = new Origins(text);
  const environment = {};
  let doc;
  try {
    doc = parse(text, environment, origins);
  } catch (fault) {  // deeper than the reader goes: all of it as source
    origins.pieces = [];
    const number = origins.add([0, origins.lines.length], null);
    doc = schema.nodes.doc.create(null, [asSource({attrs: {origin: number}}, text)]);
  }
  origins.finish();
  const blocks = [];
  doc.forEach((node) => {
    const piece = origins.pieces[node.attrs.origin];
    const kept = !piece || node.type === schema.nodes.source_block || comesBack(node, environment) ? node : asSource(node, piece.raw);
    blocks.push(kept);
    if (!piece) return;
    piece.node = kept;
    if (kept === node) kept.forEach((child) => {
      if (child.attrs.origin !== null && child.attrs.origin !== undefined) origins.pieces[child.attrs.origin].node = child;
    });
  });
  return {doc: schema.nodes.doc.create(null, blocks.length ? blocks : [schema.nodes.paragraph.create()]), origins};
}
