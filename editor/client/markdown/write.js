// A document into Markdown. A block that equals the piece it was read from is written as it stood there; so are the items of a
// changed list and the rows of a changed table. All else is written anew, in the style of the demonstration school.
import {MarkdownSerializer} from "prosemirror-markdown";
import {schema} from "./schema.js";

const word = /[\p{L}\p{N}]/u;
const isBreak = (node) => node && (node.type.name === "soft_break" || node.type.name === "hard_break");

// A text so that Markdown takes it for text. `lineStart`: it begins a line of its block.
function escapeText(text, {lineStart, cell, heading, tildes}) {
  let out = "";
  for (let at = 0; at < text.length; ++at) {
    const letter = text[at], before = at > 0 ? text[at - 1] : " ", after = at + 1 < text.length ? text[at + 1] : " ";
    const loose = /\s/.test(before) && /\s/.test(after) && at > 0 && at + 1 < text.length;
    const escape =
      letter === "\\" ? at + 1 === text.length || /[!-/:-@[-`{-~\n]/.test(after)
      : letter === "`" || letter === "[" || letter === "]" ? true
      : letter === "*" ? !loose
      : letter === "_" ? !loose && !(word.test(before) && word.test(after))
      : letter === "~" ? tildes && !loose
      : letter === "<" ? /[a-z/!?]/i.test(after)
      : letter === "&" ? /^&(#\d{1,7}|#x[0-9a-f]{1,6}|\w+);/i.test(text.slice(at, at + 40))
      : letter === "{" ? text.startsWith("{{<", at)
      : letter === "!" ? at + 1 === text.length
      : letter === "|" ? cell
      : false;
    out += escape ? `\\${letter}` : letter;
  }
  if (lineStart) {
    out = out.replace(/^\s+/, "")
      .replace(/^(#{1,6}(\s|$)|>|[-+*](?=\s|$)|[-=|:][-=|:\s]*$)/, "\\$&")
      .replace(/^(\d{1,9})([.)])(?=\s|$)/, "$1\\$2");
  }
  if (heading) out = out.replace(/(^|\s)(#+\s*)$/, "$1\\$2");
  return out;
}

function address(href) {
  if (href === "" || /[\s<>]/.test(href) || /[()\\]/.test(href)) return `<${href.replace(/\n/g, "%0A").replace(/[<>\\]/g, "\\$&")}>`;
  return href.replace(/&(?=(#\d|#x|\w)+;)/gi, "\\&").replace(/[*_`~[\]]/g, (letter) => letter === "_" || letter === "~" ? letter : `\\${letter}`);
}

function title(text) {
  return text ? ` "${text.replace(/\s*\n\s*/g, " ").replace(/["\\]/g, "\\$&").replace(/&(?=(#\d|#x|\w)+;)/gi, "\\&")}"` : "";
}

function fenceFor(text, mark) {
  const longest = Math.max(2, ...(text.match(/`+/g) || []).map((run) => run.length));
  return mark.repeat(longest + 1);
}

function oneLine(parent, state) {
  return state.inCell || (parent.type === schema.nodes.heading && parent.attrs.markup === "#");
}

function codeTicks(text) {
  const runs = new Set((text.match(/`+/g) || []).map((run) => run.length));
  let size = 1;
  while (runs.has(size)) ++size;
  return {ticks: "`".repeat(size), pad: /^`|`$|^ .*\S.* $/s.test(text) ? " " : ""};
}

function writeCell(cell) {
  return serializer.serialize(cell, {inCell: true}).replace(/\s*\n\s*/g, " ").trim();
}

const nodes = {
  paragraph(state, node) {
    state.renderInline(node);
    state.closeBlock(node);
  },
  heading(state, node) {
    const {level, markup} = node.attrs;
    if (level <= 2 && (markup === "=" || markup === "-") && node.textContent.trim() !== "") {
      state.renderInline(node, true);
      state.ensureNewLine();
      state.write((level === 1 ? "=" : "-").repeat(Math.max(3, Math.min(node.textContent.length, 60))));
    } else {
      state.write(`${"#".repeat(level)} `);
      state.renderInline(node, false);
    }
    state.closeBlock(node);
  },
  blockquote(state, node) {
    state.wrapBlock("> ", null, node, () => state.renderContent(node));
  },
  bullet_list(state, node, parent, index) {
    const before = index > 0 ? parent.child(index - 1) : null;
    let {bullet} = node.attrs;
    if (before && before.type === node.type && before.attrs.bullet === bullet) bullet = bullet === "-" ? "*" : "-";
    state.renderList(node, "  ", () => `${bullet} `);
  },
  ordered_list(state, node, parent, index) {
    const before = index > 0 ? parent.child(index - 1) : null;
    let {order, delimiter} = node.attrs;
    if (before && before.type === node.type && before.attrs.delimiter === delimiter) delimiter = delimiter === "." ? ")" : ".";
    const width = String(order + node.childCount - 1).length + 2;
    state.renderList(node, " ".repeat(width), (number) => `${order + number}${delimiter}`.padEnd(width));
  },
  list_item(state, node) {
    if (node.attrs.checked !== null) state.write(node.attrs.checked ? "[x] " : "[ ] ");
    state.renderContent(node);
    if (node.textContent === "" && node.childCount === 1) state.closeBlock(node);
  },
  code_block(state, node) {
    const fence = /`/.test(node.attrs.params) ? "~~~~" : fenceFor(node.textContent, "`");
    state.write(`${fence}${node.attrs.params}\n`);
    if (node.textContent !== "") {
      state.text(node.textContent, false);
      state.write("\n");
    }
    state.write(fence);
    state.closeBlock(node);
  },
  horizontal_rule(state, node) {
    state.write(node.attrs.markup);
    state.closeBlock(node);
  },
  source_block(state, node) {
    state.text(node.textContent, false);
    state.closeBlock(node);
  },
  shortcode(state, node) {
    state.text(node.attrs.raw, false);
    state.closeBlock(node);
  },
  footnote(state, node) {
    state.wrapBlock("    ", `[^${node.attrs.label}]: `, node, () => state.renderContent(node));
  },
  table(state, node) {
    tableLines(node, null).forEach((line, number) => {
      if (number > 0) state.ensureNewLine();
      state.write(line);
    });
    state.closeBlock(node);
  },

  text(state, node, parent, index) {
    if (state.inAutolink) return state.text(node.text, false);
    const previous = index > 0 ? parent.child(index - 1) : null;
    const lineStart = isBreak(previous) || state.atBlockStart;
    const last = index === parent.childCount - 1;
    let text = node.text.replace(/\s*\n\s*/g, " ");
    if (isBreak(previous)) text = text.replace(/^[ \t]+/, "");
    if (last || isBreak(parent.child(index + 1))) text = text.replace(/[ \t]+$/, "");
    state.text(escapeText(text, {
      lineStart, cell: state.options.inCell, heading: last && parent.type === schema.nodes.heading,
      tildes: (parent.textContent.match(/~/g) || []).length > 1,
    }), false);
    return undefined;
  },
  image(state, node) {
    const alt = escapeText(node.attrs.alt, {cell: state.options.inCell, tildes: true});
    state.write(`![${alt}](${address(node.attrs.src)}${title(node.attrs.title)})`);
  },
  hard_break(state, node, parent, index) {
    if (index === parent.childCount - 1) return;
    state.write(state.options.inCell || oneLine(parent, state) ? " " : "\\\n");
  },
  soft_break(state, node, parent, index) {
    if (index === parent.childCount - 1) return;
    state.write(state.options.inCell || oneLine(parent, state) ? " " : "\n");
  },
  shortcode_inline(state, node) {
    state.text(node.attrs.raw, false);
  },
  footnote_reference(state, node) {
    state.write(`[^${node.attrs.label}]`);
  },
  source_inline(state, node) {
    state.text(node.attrs.raw, false);
  },
};

const marks = {
  em: {open: (state, mark) => mark.attrs.markup, close: (state, mark) => mark.attrs.markup, mixable: true, expelEnclosingWhitespace: true},
  strong: {open: (state, mark) => mark.attrs.markup, close: (state, mark) => mark.attrs.markup, mixable: true, expelEnclosingWhitespace: true},
  strike: {open: "~~", close: "~~", mixable: true, expelEnclosingWhitespace: true},
  link: {
    open(state, mark, parent, index) {
      const text = parent.child(index).text;
      state.inAutolink = mark.attrs.auto && (text === mark.attrs.href || `mailto:${text}` === mark.attrs.href);
      return state.inAutolink ? "<" : "[";
    },
    close(state, mark) {
      const auto = state.inAutolink;
      state.inAutolink = undefined;
      return auto ? ">" : `](${address(mark.attrs.href)}${title(mark.attrs.title)})`;
    },
    mixable: true,
  },
  code: {
    open(state, mark, parent, index) {
      const {ticks, pad} = codeTicks(parent.child(index).text);
      return ticks + pad;
    },
    close(state, mark, parent, index) {
      const {ticks, pad} = codeTicks(parent.child(index - 1).text);
      return pad + ticks;
    },
    escape: false,
  },
};

const serializer = new MarkdownSerializer(nodes, marks, {hardBreakNodeName: "hard_break"});

function delimiterRow(head) {
  const cells = [];
  head.forEach((cell) => {
    const {align} = cell.attrs;
    cells.push(align === "center" ? ":-:" : align === "right" ? "--:" : align === "left" ? ":--" : "---");
  });
  return `| ${cells.join(" | ")} |`;
}

const alignsOf = (row) => {
  const all = [];
  row.forEach((cell) => all.push(cell.attrs.align));
  return all.join();
};

function tableLines(table, origins) {
  const piece = origins && origins.pieces[table.attrs.origin];
  const lines = [];
  table.forEach((row, offset, number) => {
    const known = origins && origins.pieces[row.attrs.origin];
    const cells = [];
    row.forEach((cell) => cells.push(writeCell(cell)));
    lines.push(known && known.node && row.eq(known.node) ? known.raw : `| ${cells.join(" | ")} |`);
    if (number > 0) return;
    const same = piece && piece.node && piece.node.type === table.type && alignsOf(piece.node.firstChild) === alignsOf(row);
    lines.push(same ? origins.lines[piece.first + 1].replace(/[\r\n]+$/, "") : delimiterRow(row));
  });
  return lines;
}

// One block without regard to where it came from.
export function writeBlock(node) {
  return serializer.serialize(schema.nodes.doc.create(null, [node])).replace(/[ \t]+$/, "");
}

// An item of `list` as it stands in the file, with its number when that has the same width; null when it has to be written.
function itemAsItStood(list, item, number, origins) {
  const piece = origins.pieces[item.attrs.origin];
  if (!piece || !piece.node || !item.eq(piece.node)) return null;
  const origin = piece.parent.node;
  if (!origin || origin.type !== list.type || origin.attrs.bullet !== list.attrs.bullet || origin.attrs.delimiter !== list.attrs.delimiter) return null;
  if (list.type === schema.nodes.bullet_list) return piece.raw;
  const written = /^\s*(\d+)/.exec(piece.raw);
  const all = origins.pieces.filter((other) => other.parent === piece.parent);
  const counted = all.length < 2 || Number(/^\s*(\d+)/.exec(all[1].raw)[1]) !== Number(/^\s*(\d+)/.exec(all[0].raw)[1]);
  const wanted = String(list.attrs.order + number);
  if (!counted && number > 0) return piece.raw;
  if (Number(written[1]) === Number(wanted)) return piece.raw;
  return written[1].length === wanted.length ? piece.raw.replace(written[1], wanted) : null;
}

function writeList(list, origins) {
  let out = "", before = null;
  list.forEach((item, offset, number) => {
    const piece = origins.pieces[item.attrs.origin] || null;
    const text = itemAsItStood(list, item, number, origins) ||
      writeBlock(list.type.create({...list.attrs, order: list.attrs.order === undefined ? undefined : list.attrs.order + number}, [item]));
    if (number > 0) out += before && piece && before.next === piece ? before.gap : list.attrs.tight ? origins.eol : origins.eol + origins.eol;
    out += toEol(text, origins);
    before = piece;
  });
  return out;
}

// Lines of our own with the line ends of the file; what stood in it has them already.
function toEol(text, origins) {
  return origins.eol === "\n" ? text : text.replace(/\r?\n/g, origins.eol);
}

const isList = (node) => node.type === schema.nodes.bullet_list || node.type === schema.nodes.ordered_list;

// A list behind a list of its kind has to begin with another mark to begin anew; `written` is the one before.
function apart(list, before, written) {
  const name = list.type === schema.nodes.bullet_list ? "bullet" : "delimiter";
  if (before.type !== list.type || list.attrs[name] !== written) return list;
  const other = name === "bullet" ? (written === "-" ? "*" : "-") : written === "." ? ")" : ".";
  return list.type.create({...list.attrs, [name]: other}, list.content);
}

// Whether what is indented would become a part of the block before it.
const wouldJoin = (before, raw) =>
  (isList(before) || before.type === schema.nodes.footnote || before.type === schema.nodes.code_block) && /^(\t| {2})/.test(raw);

export function writeMarkdown(doc, origins) {
  let out = origins.before, before = null, beforePiece = null, beforeKept = false, listMark = null;
  doc.forEach((child) => {
    const piece = origins.pieces[child.attrs.origin] || null;
    let kept = piece !== null && piece.node !== null && child.eq(piece.node);
    if (child.type === schema.nodes.paragraph && child.content.size === 0 && !kept) return;
    const follows = before !== null && beforePiece !== null && piece !== null && beforePiece.next === piece;
    const node = before && isList(child) && !(kept && beforeKept && follows) ? apart(child, before, listMark) : child;
    kept = kept && node === child && (!before || follows || !wouldJoin(before, piece.raw));
    if (before) {
      const sure = follows && ((kept && beforeKept) || /(\r\n|\r|\n)[ \t]*(\r\n|\r|\n)/.test(beforePiece.gap) ||
                               (before.type === beforePiece.node.type && node.type === piece.node.type));
      out += sure ? beforePiece.gap : origins.eol + origins.eol;
    }
    if (kept) out += piece.raw;
    else if (isList(node) && piece) out += writeList(node, origins);
    else if (node.type === schema.nodes.table) out += toEol(tableLines(node, origins).join("\n"), origins);
    else out += toEol(writeBlock(node), origins);
    listMark = isList(node) ? node.attrs.bullet || node.attrs.delimiter : null;
    [before, beforePiece, beforeKept] = [node, piece, kept];
  });
  if (before === null) return origins.pieces.length ? "" : out;
  return out + (beforePiece && beforePiece.next === null ? beforePiece.gap : origins.eol);
}
