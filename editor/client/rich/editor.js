// A text area becomes a rich editor with a toolbar and a source mode. The text area stays the one holder of the text: every
// change is written into it, so that saving, autosave and preview know nothing of this.
import {baseKeymap, chainCommands, exitCode, setBlockType, toggleMark} from "prosemirror-commands";
import {dropCursor} from "prosemirror-dropcursor";
import {gapCursor} from "prosemirror-gapcursor";
import {history, redo, undo} from "prosemirror-history";
import {inputRules, textblockTypeInputRule, undoInputRule, wrappingInputRule} from "prosemirror-inputrules";
import {keymap} from "prosemirror-keymap";
import {liftListItem, sinkListItem, splitListItem} from "prosemirror-schema-list";
import {EditorState, Selection} from "prosemirror-state";
import {goToNextCell, tableEditing} from "prosemirror-tables";
import {EditorView} from "prosemirror-view";
import {readMarkdown, schema, writeMarkdown} from "../markdown/index.js";
import {editLink, editShortcode} from "./dialogs.js";
import {cleanPasted, pastedPictures} from "./paste.js";
import {makeToolbar} from "./toolbar.js";
import {nodeViews} from "./views.js";

const {nodes, marks} = schema;

const shortcuts = keymap({
  "Mod-z": chainCommands(undoInputRule, undo),
  "Mod-y": redo,
  "Mod-Shift-z": redo,
  "Mod-b": toggleMark(marks.strong),
  "Mod-i": toggleMark(marks.em),
  "Mod-e": toggleMark(marks.code),
  "Mod-Alt-2": setBlockType(nodes.heading, {level: 2}),
  "Mod-Alt-3": setBlockType(nodes.heading, {level: 3}),
  "Mod-Alt-0": setBlockType(nodes.paragraph),
  Enter: splitListItem(nodes.list_item, {checked: null}),
  "Mod-]": sinkListItem(nodes.list_item),
  "Mod-[": liftListItem(nodes.list_item),
  "Shift-Enter": chainCommands(exitCode, (state, dispatch) => {
    if (dispatch) dispatch(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView());
    return true;
  }),
});

// Tab leaves the editor, as everywhere on a page; only in tables it goes on to the next cell.
const tableKeys = keymap({Tab: goToNextCell(1), "Shift-Tab": goToNextCell(-1)});

const typing = inputRules({
  rules: [
    wrappingInputRule(/^\s*>\s$/, nodes.blockquote),
    wrappingInputRule(/^(\d+)\.\s$/, nodes.ordered_list, (match) => ({order: Number(match[1])}), (match, node) => node.childCount + node.attrs.order === Number(match[1])),
    wrappingInputRule(/^\s*([-+*])\s$/, nodes.bullet_list),
    textblockTypeInputRule(/^(#{2,4})\s$/, nodes.heading, (match) => ({level: match[1].length})),
  ],
});

// `options`: lang, label, words, places (what shortcodes can name), pictures(files) → promise of [{src, alt}], asset(src) → address.
export function mountRich(area, options) {
  const {words} = options;
  let {doc, origins} = readMarkdown(area.value);
  let written = area.value;
  const frame = document.createElement("div");
  frame.className = "rich";
  const place = document.createElement("div");

  const commands = {
    link: (view) => editLink(view, options),
    shortcode: (view, name) => editShortcode(view, options, {name}),
    picture(view, camera = false) {
      const input = document.createElement("input");
      input.type = "file";
      input.accept = "image/jpeg,image/png,image/webp";
      input.multiple = !camera;
      if (camera) input.setAttribute("capture", "environment");
      input.onchange = () => putPictures(view, [...input.files]);
      input.click();
    },
    source: () => setSource(true),
  };

  async function putPictures(view, files) {
    for (const picture of await options.pictures(files)) {
      const paragraph = nodes.paragraph.create(null, nodes.image.create(picture));
      const {$from} = view.state.selection;
      const {tr} = view.state;
      // A picture stands in a paragraph of its own, behind the one that is written.
      if ($from.depth === 1 && $from.parent.type === nodes.paragraph && $from.parent.childCount > 0) tr.insert($from.after(), paragraph).setSelection(Selection.near(tr.doc.resolve($from.after() + paragraph.nodeSize - 1), -1));
      else if ($from.depth === 1 && $from.parent.type === nodes.paragraph) tr.insert($from.pos, paragraph.firstChild);
      else tr.replaceSelectionWith(paragraph.firstChild);
      view.dispatch(tr.scrollIntoView());
    }
    view.focus();
  }

  const newState = () => EditorState.create({
    doc,
    plugins: [typing, tableKeys, shortcuts, keymap(baseKeymap), history(), dropCursor(), gapCursor(), tableEditing(), toolbar.plugin],
  });
  const toolbar = makeToolbar(options, commands);
  const view = new EditorView(place, {
    state: newState(),
    nodeViews: nodeViews(options),
    attributes: {
      role: "textbox", "aria-multiline": "true", "aria-label": options.label, lang: options.lang, spellcheck: "true", class: "rich-text",
      "aria-describedby": area.getAttribute("aria-describedby") || "",
    },
    transformPastedHTML: (html) => cleanPasted(html),
    clipboardTextSerializer: (slice) => slice.content.textBetween(0, slice.content.size, "\n\n", "\n"),
    handlePaste(_view, event) {
      const pictures = pastedPictures(event.clipboardData);
      if (pictures.length) putPictures(view, pictures);
      return pictures.length > 0;
    },
    handleDrop(_view, event) {
      const pictures = pastedPictures(event.dataTransfer);
      if (!pictures.length) return false;
      event.preventDefault();
      putPictures(view, pictures);
      return true;
    },
    handleKeyDown(_view, event) {
      if ((event.ctrlKey || event.metaKey) && event.key === "k") {
        commands.link(view);
        event.preventDefault();
        return true;
      }
      if (event.altKey && event.key === "F10") {
        toolbar.focus();
        return true;
      }
      return false;
    },
    dispatchTransaction(transaction) {
      view.updateState(view.state.apply(transaction));
      if (transaction.docChanged) keep();
    },
  });

  function keep() {
    written = writeMarkdown(view.state.doc, origins);
    if (area.value === written) return;
    area.value = written;
    area.dispatchEvent(new Event("input", {bubbles: true}));
  }

  const back = document.createElement("button");
  back.type = "button";
  back.className = "quiet source-back";
  back.textContent = words.rich_mode;
  back.hidden = true;
  back.onclick = () => setSource(false);

  function setSource(on) {
    if (!on && area.value !== written) setText(area.value);
    frame.classList.toggle("is-source", on);
    toolbar.element.hidden = place.hidden = on;
    area.hidden = !on;
    back.hidden = !on;
    (on ? area : view).focus();
  }

  function setText(text) {
    ({doc, origins} = readMarkdown(text));
    written = text;
    view.updateState(newState());
  }

  area.before(frame);
  frame.append(toolbar.element, back, place, area);
  area.hidden = true;

  return {
    view,
    focus: () => (area.hidden ? view : area).focus(),
    hasFocus: () => view.hasFocus(),
    insert: (text) => view.dispatch(view.state.tr.insertText(text).scrollIntoView()),
    // From outside (a restored copy, the other language): one step that can be undone.
    setText(text) {
      const read = readMarkdown(text);
      ({origins} = read);
      view.dispatch(view.state.tr.replaceWith(0, view.state.doc.content.size, read.doc.content));
      keep();
    },
    // Puts `to` in the place of the word `from`, wherever it stands.
    replaceWord(from, to) {
      const places = [];
      view.state.doc.descendants((node, at) => {
        if (!node.isText) return;
        for (let found = node.text.indexOf(from); found >= 0; found = node.text.indexOf(from, found + from.length)) places.push([at + found, node.marks]);
      });
      const transaction = view.state.tr;
      for (const [at, kept] of places.reverse()) transaction.replaceWith(at, at + from.length, schema.text(to, kept));
      if (places.length) view.dispatch(transaction);
    },
  };
}
