// Markdown into tokens: markdown-it with what the generator understands beyond CommonMark and tables.
import MarkdownIt from "markdown-it";
import {shortcodeEnd} from "./shortcode.js";

const md = new MarkdownIt("default", {html: true, linkify: false, typographer: false});
// Addresses stay as they are written; what is dangerous is the generator's to refuse and never followed here.
md.normalizeLink = (address) => address;
md.normalizeLinkText = (address) => address;
md.validateLink = () => true;

// A paragraph that is one shortcode.
md.block.ruler.before("fence", "shortcode", (state, startLine, endLine, silent) => {
  if (state.sCount[startLine] - state.blkIndent >= 4) return false;
  const begin = state.bMarks[startLine] + state.tShift[startLine];
  const end = shortcodeEnd(state.src, begin);
  if (end < 0) return false;
  let line = startLine;
  while (line < endLine && state.eMarks[line] < end) ++line;
  if (line >= endLine || state.src.slice(end, state.eMarks[line]).trim() !== "") return false;
  if (line > startLine && state.level > 0) return false;  // its lines carry marks of what is around it
  // What follows without a blank line belongs to the same paragraph.
  const next = line + 1;
  if (next < endLine && !state.isEmpty(next) && !startsBlock(state, next)) return false;
  if (silent) return false;
  const token = state.push("shortcode_block", "", 0);
  token.content = state.src.slice(begin, end);
  token.map = [startLine, next];
  state.line = next;
  return true;
}, {alt: []});

function startsBlock(state, line) {
  const text = state.src.slice(state.bMarks[line] + state.tShift[line], state.eMarks[line]);
  return /^(#{1,6}(\s|$)|>|```|~~~|\{\{<|([-*_])(\s*\3){2,}\s*$|[-*+]\s+\S|1[.)]\s+\S)/.test(text);
}

md.inline.ruler.before("escape", "shortcode", (state, silent) => {
  const end = shortcodeEnd(state.src, state.pos);
  if (end < 0 || end > state.posMax) return false;
  if (!silent) state.push("shortcode_inline", "", 0).content = state.src.slice(state.pos, end);
  state.pos = end;
  return true;
});

md.block.ruler.before("reference", "footnote", (state, startLine, endLine, silent) => {
  const begin = state.bMarks[startLine] + state.tShift[startLine];
  const found = /^\[\^([^\]\s]+)\]:/.exec(state.src.slice(begin, state.eMarks[startLine]));
  if (!found || state.sCount[startLine] - state.blkIndent >= 4) return false;
  if (silent) return true;
  const open = state.push("footnote_open", "", 1);
  open.meta = {label: found[1]};
  const kept = {parent: state.parentType, mark: state.bMarks[startLine], shift: state.tShift[startLine], count: state.sCount[startLine], indent: state.blkIndent};
  const after = begin + found[0].length;
  const content = after + /^[ \t]*/.exec(state.src.slice(after, state.eMarks[startLine]))[0].length;
  state.bMarks[startLine] = after;
  state.tShift[startLine] = content - after;
  state.sCount[startLine] = kept.indent + 4;
  state.blkIndent += 4;
  state.parentType = "footnote";
  state.md.block.tokenize(state, startLine, endLine, true);
  state.parentType = kept.parent;
  state.blkIndent = kept.indent;
  state.bMarks[startLine] = kept.mark;
  state.tShift[startLine] = kept.shift;
  state.sCount[startLine] = kept.count;
  open.map = [startLine, state.line];
  state.push("footnote_close", "", -1);
  return true;
}, {alt: ["paragraph", "reference"]});

md.inline.ruler.after("image", "footnote", (state, silent) => {
  const found = /^\[\^([^\]\s]+)\]/.exec(state.src.slice(state.pos, Math.min(state.posMax, state.pos + 200)));
  if (!found) return false;
  if (!silent) state.push("footnote_reference", "", 0).meta = {label: found[1]};
  state.pos += found[0].length;
  return true;
});

// "[x] " at the start of an item.
md.core.ruler.after("inline", "tasks", (state) => {
  const {tokens} = state;
  for (let i = 2; i < tokens.length; ++i) {
    if (tokens[i].type !== "inline" || tokens[i - 1].type !== "paragraph_open" || tokens[i - 2].type !== "list_item_open") continue;
    const first = tokens[i].children[0];
    const found = first && first.type === "text" && /^\[([ xX])\][ \t]+/.exec(first.content);
    if (!found) continue;
    first.content = first.content.slice(found[0].length);
    tokens[i - 2].meta = {checked: found[1] !== " "};
  }
});

export function tokenize(text, environment) {
  return md.parse(text, environment);
}
