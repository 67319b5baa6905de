// The toolbar of a rich editor: one tab stop, arrows inside (ARIA toolbar pattern). Buttons tell whether they are on.
import {lift, setBlockType, toggleMark, wrapIn} from "prosemirror-commands";
import {redo, undo} from "prosemirror-history";
import {liftListItem, wrapInList} from "prosemirror-schema-list";
import {Plugin} from "prosemirror-state";
import {addColumnAfter, addRowAfter, deleteColumn, deleteRow, deleteTable, isInTable} from "prosemirror-tables";
import {schema} from "../markdown/index.js";
import {icon} from "./icons.js";
import {shortcodeNames} from "./shortcodes.js";

const {nodes, marks} = schema;

function hasMark(state, type) {
  const {from, $from, to, empty} = state.selection;
  return empty ? Boolean(type.isInSet(state.storedMarks || $from.marks())) : state.doc.rangeHasMark(from, to, type);
}

function around(state, type) {
  const {$from} = state.selection;
  for (let depth = $from.depth; depth > 0; --depth) if ($from.node(depth).type === type) return $from.node(depth);
  return null;
}

function toggleList(type) {
  return (state, dispatch, view) => (around(state, type) ? liftListItem(nodes.list_item) : wrapInList(type))(state, dispatch, view);
}

// A list of tasks: the items of the list around the cursor get, or lose, their boxes.
function toggleTasks(state, dispatch, view) {
  const {$from} = state.selection;
  for (let depth = $from.depth; depth > 0; --depth) {
    const node = $from.node(depth);
    if (node.type !== nodes.bullet_list && node.type !== nodes.ordered_list) continue;
    const on = node.firstChild.attrs.checked === null;
    const transaction = state.tr;
    node.forEach((item, offset) => transaction.setNodeAttribute($from.start(depth) + offset, "checked", on ? false : null));
    if (dispatch) dispatch(transaction);
    return true;
  }
  return wrapInList(nodes.bullet_list)(state, dispatch && ((transaction) => {
    view.dispatch(transaction);
    toggleTasks(view.state, view.dispatch, view);
  }), view);
}

function insertTable(state, dispatch) {
  const cell = (type) => type.create(null, [nodes.paragraph.create()]);
  const row = (type) => nodes.table_row.create(null, [cell(type), cell(type)]);
  const table = nodes.table.create(null, [row(nodes.table_header), row(nodes.table_cell), row(nodes.table_cell)]);
  if (dispatch) dispatch(state.tr.replaceSelectionWith(table).scrollIntoView());
  return true;
}

function insertFootnote(state, dispatch) {
  const used = new Set();
  state.doc.descendants((node) => { if (node.type === nodes.footnote || node.type === nodes.footnote_reference) used.add(node.attrs.label); });
  let number = 1;
  while (used.has(String(number))) ++number;
  const label = String(number);
  if (dispatch) {
    const transaction = state.tr.replaceSelectionWith(nodes.footnote_reference.create({label}));
    const end = transaction.doc.content.size;
    transaction.insert(end, nodes.footnote.create({label}, [nodes.paragraph.create()]));
    dispatch(transaction.setSelection(state.selection.constructor.near(transaction.doc.resolve(end + 2))).scrollIntoView());
  }
  return true;
}

export function makeToolbar({words}, commands) {
  const element = document.createElement("div");
  element.className = "toolbar";
  element.setAttribute("role", "toolbar");
  element.setAttribute("aria-label", words.toolbar);
  let view = null;
  const buttons = [];

  const run = (command) => () => {
    command(view.state, view.dispatch, view);
    view.focus();
  };
  function button(name, act, {on, key, shown, rare} = {}) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = rare ? "tool rare" : "tool";
    made.append(icon(name));
    made.title = key ? `${words[name]} (${key})` : words[name];
    made.setAttribute("aria-label", words[name]);
    if (on) made.setAttribute("aria-pressed", "false");
    made.onmousedown = (event) => event.preventDefault();
    made.onclick = act;
    element.append(made);
    buttons.push({made, on, shown});
  }

  const kinds = document.createElement("select");
  kinds.setAttribute("aria-label", words.kind_of_block);
  for (const [value, text] of [["0", words.paragraph], ["2", words.heading_2], ["3", words.heading_3], ["4", words.heading_4]]) kinds.append(new Option(text, value));
  kinds.onchange = () => run(kinds.value === "0" ? setBlockType(nodes.paragraph) : setBlockType(nodes.heading, {level: Number(kinds.value)}))();
  element.append(kinds);

  const is = (type) => (state) => hasMark(state, type);
  const within = (type) => (state) => around(state, type) !== null;
  button("bold", run(toggleMark(marks.strong)), {on: is(marks.strong), key: "Ctrl+B"});
  button("italic", run(toggleMark(marks.em)), {on: is(marks.em), key: "Ctrl+I"});
  button("link", () => commands.link(view), {on: is(marks.link), key: "Ctrl+K"});
  button("bullets", run(toggleList(nodes.bullet_list)), {on: within(nodes.bullet_list)});
  button("picture", () => commands.picture(view));
  if (window.matchMedia("(pointer: coarse)").matches) button("camera", () => commands.picture(view, true));  // of a telephone
  button("undo", run(undo), {key: "Ctrl+Z"});
  button("redo", run(redo), {key: "Ctrl+Y"});
  button("more", () => more.setAttribute("aria-expanded", String(element.classList.toggle("is-open"))));
  const more = element.lastElementChild;  // only telephones show it: there the rare tools wait behind it
  more.classList.add("tool-more");
  more.setAttribute("aria-expanded", "false");
  button("numbers", run(toggleList(nodes.ordered_list)), {on: within(nodes.ordered_list), rare: true});
  button("tasks", run(toggleTasks), {rare: true});
  button("quote", run((state, dispatch) => (around(state, nodes.blockquote) ? lift : wrapIn(nodes.blockquote))(state, dispatch)), {on: within(nodes.blockquote), rare: true});
  button("table", run(insertTable), {shown: (state) => !isInTable(state), rare: true});
  for (const [name, command] of [["row_after", addRowAfter], ["column_after", addColumnAfter], ["row_delete", deleteRow],
    ["column_delete", deleteColumn], ["table_delete", deleteTable]]) {
    button(name, run(command), {shown: isInTable});
  }
  button("footnote", run(insertFootnote), {rare: true});

  const blocks = document.createElement("select");
  blocks.className = "rare";
  blocks.setAttribute("aria-label", words.insert_block);
  blocks.append(new Option(words.insert_block, ""));
  for (const name of shortcodeNames) blocks.append(new Option(words[`shortcode_${name}`], name));
  blocks.onchange = () => {
    const name = blocks.value;
    blocks.value = "";
    commands.shortcode(view, name);
  };
  element.append(blocks);
  button("source", () => commands.source(), {rare: true});

  const stops = () => [...element.children].filter((child) => child.offsetParent !== null);
  function setStop(stop) {
    for (const child of element.children) child.tabIndex = child === stop ? 0 : -1;
  }
  setStop(element.firstElementChild);
  element.addEventListener("focusin", (event) => setStop(event.target.closest(".toolbar > *")));
  element.onkeydown = (event) => {
    const all = stops();
    const step = {ArrowRight: 1, ArrowLeft: -1}[event.key];
    const at = event.key === "Home" ? 0 : event.key === "End" ? all.length - 1 : step ? (all.indexOf(event.target) + step + all.length) % all.length : -1;
    if (event.key === "Escape") view.focus();
    if (at < 0) return;
    event.preventDefault();
    all[at].focus();
  };

  function update(state) {
    for (const {made, on, shown} of buttons) {
      if (on) made.setAttribute("aria-pressed", String(on(state)));
      if (shown) made.hidden = !shown(state);
    }
    const {parent} = state.selection.$from;
    kinds.value = parent.type === nodes.heading ? String(Math.min(Math.max(parent.attrs.level, 2), 4)) : "0";
    if (!stops().some((child) => child.tabIndex === 0)) setStop(element.firstElementChild);
  }

  const plugin = new Plugin({
    view(editor) {
      view = editor;
      update(view.state);
      return {update: (now) => update(now.state)};
    },
  });
  return {element, plugin, focus: () => (stops().find((child) => child.tabIndex === 0) || element.firstElementChild).focus()};
}
