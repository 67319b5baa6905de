// What a text is made of. Every block that can stand at the top has `origin`: the number of the piece of the
// file that it was read from (read.js), so that what was not touched is written as it stood.
import {Schema} from "prosemirror-model";
import {tableNodes} from "prosemirror-tables";

const origin = {origin: {default: null}};

function block(spec) {
  return {group: "block", ...spec, attrs: {...origin, ...spec.attrs}};
}

const tables = tableNodes({
  tableGroup: "block",
  cellContent: "paragraph",
  cellAttributes: {
    align: {
      default: null,
      getFromDOM: (cell) => cell.style.textAlign || null,
      setDOMAttr: (align, attributes) => { if (align) attributes["data-align"] = align; },
    },
  },
});
for (const name of ["table", "table_row"]) tables[name].attrs = {...tables[name].attrs, ...origin};

const nodes = {
  doc: {content: "block+"},
  paragraph: block({
    content: "inline*",
    parseDOM: [{tag: "p"}],
    toDOM: () => ["p", 0],
  }),
  heading: block({
    attrs: {level: {default: 2}, markup: {default: "#"}},
    content: "inline*",
    defining: true,
    parseDOM: [1, 2, 3, 4, 5, 6].map((level) => ({tag: `h${level}`, attrs: {level}})),
    toDOM: (node) => [`h${node.attrs.level}`, 0],
  }),
  blockquote: block({
    content: "block+",
    defining: true,
    parseDOM: [{tag: "blockquote"}],
    toDOM: () => ["blockquote", 0],
  }),
  bullet_list: block({
    attrs: {bullet: {default: "-"}, tight: {default: true}},
    content: "list_item+",
    parseDOM: [{tag: "ul"}],
    toDOM: () => ["ul", 0],
  }),
  ordered_list: block({
    attrs: {order: {default: 1}, delimiter: {default: "."}, tight: {default: true}},
    content: "list_item+",
    parseDOM: [{tag: "ol", getAttrs: (list) => ({order: list.hasAttribute("start") ? Number(list.getAttribute("start")) || 1 : 1})}],
    toDOM: (node) => node.attrs.order === 1 ? ["ol", 0] : ["ol", {start: node.attrs.order}, 0],
  }),
  list_item: {
    attrs: {...origin, checked: {default: null}},  // of a task: done, open, or null: not a task
    content: "block+",
    defining: true,
    parseDOM: [{tag: "li", getAttrs: (item) => ({checked: item.dataset.checked ? item.dataset.checked === "true" : null})}],
    toDOM: (node) => node.attrs.checked === null ? ["li", 0] : ["li", {"data-checked": String(node.attrs.checked)}, 0],
  },
  code_block: block({
    attrs: {params: {default: ""}},
    content: "text*",
    marks: "",
    code: true,
    defining: true,
    parseDOM: [{tag: "pre", preserveWhitespace: "full"}],
    toDOM: () => ["pre", ["code", 0]],
  }),
  horizontal_rule: block({
    attrs: {markup: {default: "---"}},
    parseDOM: [{tag: "hr"}],
    toDOM: () => ["hr"],
  }),
  // What nothing else stands for: shown and edited as it is written.
  source_block: block({
    content: "text*",
    marks: "",
    code: true,
    defining: true,
    isolating: true,
    toDOM: () => ["pre", {class: "source", spellcheck: "false"}, 0],
  }),
  // {{< name … >}} in a paragraph of its own.
  shortcode: block({
    attrs: {raw: {default: ""}},
    atom: true,
    draggable: true,
    toDOM: (node) => ["div", {class: "shortcode"}, node.attrs.raw],
  }),
  footnote: block({
    attrs: {label: {default: "1"}},
    content: "block+",
    defining: true,
    isolating: true,
    toDOM: (node) => ["div", {class: "footnote", "data-label": node.attrs.label}, 0],
  }),
  ...tables,

  text: {group: "inline"},
  image: {
    inline: true,
    group: "inline",
    draggable: true,
    attrs: {src: {default: ""}, alt: {default: ""}, title: {default: ""}},
    parseDOM: [{
      tag: "img[src]",
      getAttrs: (image) => ({
        src: image.dataset.src || image.getAttribute("src"), alt: image.getAttribute("alt") || "", title: image.getAttribute("title") || "",
      }),
    }],
    toDOM: (node) => ["img", {"data-src": node.attrs.src, src: node.attrs.src, alt: node.attrs.alt, title: node.attrs.title}],
  },
  hard_break: {
    inline: true,
    group: "inline",
    selectable: false,
    linebreakReplacement: true,
    parseDOM: [{tag: "br"}],
    toDOM: () => ["br"],
  },
  // The end of a line inside a paragraph: a space to readers.
  soft_break: {inline: true, group: "inline", selectable: false, toDOM: () => ["span", {class: "soft-break"}, " "]},
  shortcode_inline: {
    inline: true,
    group: "inline",
    atom: true,
    attrs: {raw: {default: ""}},
    toDOM: (node) => ["span", {class: "shortcode"}, node.attrs.raw],
  },
  footnote_reference: {
    inline: true,
    group: "inline",
    atom: true,
    attrs: {label: {default: "1"}},
    toDOM: (node) => ["sup", {class: "footnote-reference"}, node.attrs.label],
  },
  // Raw HTML in a line: never rendered, never lost.
  source_inline: {
    inline: true,
    group: "inline",
    atom: true,
    attrs: {raw: {default: ""}},
    toDOM: (node) => ["code", {class: "source"}, node.attrs.raw],
  },
};

const marks = {
  link: {
    attrs: {href: {default: ""}, title: {default: ""}, auto: {default: false}},
    inclusive: false,
    parseDOM: [{tag: "a[href]", getAttrs: (link) => ({href: link.getAttribute("href"), title: link.getAttribute("title") || ""})}],
    // Not followed while one writes: no address, so no `javascript:` either.
    toDOM: (mark) => ["a", {"data-href": mark.attrs.href, href: /^(https?:|mailto:|tel:|[/#.])/i.test(mark.attrs.href) ? mark.attrs.href : null}, 0],
  },
  em: {
    attrs: {markup: {default: "*"}},
    parseDOM: [{tag: "i"}, {tag: "em"}],
    toDOM: () => ["em", 0],
  },
  strong: {
    attrs: {markup: {default: "**"}},
    parseDOM: [{tag: "strong"}, {tag: "b"}],
    toDOM: () => ["strong", 0],
  },
  strike: {parseDOM: [{tag: "s"}, {tag: "del"}, {tag: "strike"}], toDOM: () => ["s", 0]},
  code: {code: true, parseDOM: [{tag: "code"}], toDOM: () => ["code", 0]},
};

export const schema = new Schema({nodes, marks});
