// Forms of the rich editor: of a shortcode, of a link. Native dialogs: the focus stays inside and comes back.
import {TextSelection} from "prosemirror-state";
import {readShortcode, schema, writeShortcode} from "../markdown/index.js";
import {fieldsOf, inlineNames} from "./shortcodes.js";

const long_list = 12;  // choices; above that one looks for a word

function fill(select, options) {
  const groups = new Map();
  select.replaceChildren();
  for (const {value, label, group} of options) {
    if (group && !groups.has(group)) {
      const made = document.createElement("optgroup");
      made.label = group;
      groups.set(group, made);
      select.append(made);
    }
    (groups.get(group) || select).append(new Option(label, value));
  }
}

// A field above a long list: only what holds its words stays, the first of it chosen, so that Enter takes it.
function filterOf(select, options, words) {
  const filter = document.createElement("input");
  filter.type = "search";
  filter.placeholder = words.find;
  filter.setAttribute("aria-label", words.find);
  filter.oninput = () => {
    const wanted = filter.value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    const left = options.filter(({label, group}) => wanted.every((word) => `${group || ""} ${label}`.toLocaleLowerCase().includes(word)));
    const chosen = select.value;
    fill(select, wanted.length ? left : options);
    if (!wanted.length || left.some(({value}) => value === chosen && value !== "")) select.value = chosen;
    else select.selectedIndex = 0;
  };
  return filter;
}

// What can be chosen is chosen from a list of names; a value that is not in it stays.
function fieldFor({key, label, value, long, many, type, choices, options}, words) {
  if (many && options && options.length) return manyOf({key, label, value, options});
  const line = document.createElement("label");
  line.append(label);
  const listed = choices || (options && options.length ? [{value: "", label: ""}, ...options] : null);
  if (listed && value && !listed.some((choice) => choice.value === value)) listed.push({value, label: value});
  const input = document.createElement(listed ? "select" : long ? "textarea" : "input");
  if (listed) fill(input, listed);
  if (type) input.type = type;
  input.name = key;
  input.value = value || (choices ? choices[0].value : "");
  line.append(input);
  if (!listed || listed.length <= long_list) return line;
  input.size = 7;  // seen at once what is left of the list
  const both = document.createElement("div");
  both.className = "filtered";
  both.append(filterOf(input, listed, words), line);
  return both;
}

function manyOf({key, label, value, options}) {
  const group = document.createElement("fieldset");
  const legend = document.createElement("legend");
  legend.textContent = label;
  group.append(legend);
  const chosen = (value || "").split(",").map((name) => name.trim());
  for (const option of options) {
    const line = document.createElement("label");
    line.className = "choice";
    const box = document.createElement("input");
    Object.assign(box, {type: "checkbox", name: key, value: option.value, checked: chosen.includes(option.value)});
    line.append(box, ` ${option.label}`);
    group.append(line);
  }
  return group;
}

// A promise of the values by key, or null when it was given up.
function ask(title, fields, words) {
  const dialog = document.createElement("dialog");
  dialog.className = "dialog";
  dialog.setAttribute("aria-label", title);
  const form = document.createElement("form");
  form.method = "dialog";
  const heading = document.createElement("h2");
  heading.textContent = title;
  const row = document.createElement("div");
  row.className = "row";
  const done = document.createElement("button");
  done.value = "done";
  done.textContent = words.done;
  const cancel = document.createElement("button");
  cancel.type = "button";
  cancel.className = "quiet";
  cancel.textContent = words.cancel;
  cancel.onclick = () => dialog.close("");
  row.append(done, cancel);
  form.append(heading, ...fields.map((field) => fieldFor(field, words)), row);
  dialog.append(form);
  document.body.append(dialog);
  return new Promise((resolve) => {
    dialog.onclose = () => {
      const values = {};
      for (const [key, value] of new FormData(form)) values[key] = key in values ? `${values[key]}, ${value}` : value;
      dialog.remove();
      resolve(dialog.returnValue === "done" ? values : null);
    };
    dialog.showModal();
  });
}

// A new shortcode `name`, or the one at `place` of the document with its text `raw`.
export async function editShortcode(view, {words, places}, {name, place = null, raw = null}) {
  const known = raw === null ? {name, values: []} : readShortcode(raw);
  if (!known) return;
  const specified = fieldsOf[known.name] || [...new Set(known.values.map(({key}) => key))].map((key) => ({key}));
  const given = (field) => {
    const found = known.values.find(({key}) => key === field.key) || (field.first && known.values.find(({key}) => key === ""));
    return found ? found.value : "";
  };
  const choices = await places();
  if (specified.length) {
    const title = words[`shortcode_${known.name}`] || known.name;
    const answers = await ask(title, specified.map((field) => ({
      ...field, label: words[`field_${field.key}`] || field.key, value: given(field), options: choices[field.from],
      choices: field.choices && field.choices.map((value) => ({value, label: words[`choice_${value}`] || value})),
    })), words);
    view.focus();
    if (!answers) return;
    const others = known.values.filter(({key}) => key !== "" && !specified.some((field) => field.key === key));
    known.values = [...specified.map(({key}) => ({key, value: answers[key] || ""})), ...others];
  }
  const text = writeShortcode(known);
  const type = inlineNames.has(known.name) ? schema.nodes.shortcode_inline : schema.nodes.shortcode;
  const {tr} = view.state;
  if (place === null) view.dispatch(tr.replaceSelectionWith(type.create({raw: text})).scrollIntoView());
  else view.dispatch(tr.setNodeAttribute(place, "raw", text));
  view.focus();
}

export async function editLink(view, {words, places}) {
  const {state} = view;
  const type = schema.marks.link;
  let {from, to, empty, $from} = state.selection;
  const mark = type.isInSet($from.marks()) || type.isInSet(state.doc.nodeAt(from)?.marks || []);
  if (mark && empty) {  // all of the link around the cursor
    const {parent} = $from, start = $from.start();
    parent.forEach((node, offset) => {
      if (mark.isInSet(node.marks) && start + offset <= from && from <= start + offset + node.nodeSize) [from, to] = [start + offset, start + offset + node.nodeSize];
    });
    empty = false;
  }
  const choices = await places();
  const answers = await ask(words.link, [
    {key: "href", label: words.field_href, value: mark ? mark.attrs.href : "", options: choices.pages},
    ...(empty ? [{key: "text", label: words.field_link_text, value: ""}] : []),
  ], words);
  view.focus();
  if (!answers) return;
  const href = answers.href.trim();
  const transaction = view.state.tr;
  if (/^\s*(javascript|data|vbscript):/i.test(href)) return;
  if (empty && href) transaction.insertText(answers.text || href, from), to = from + (answers.text || href).length;
  transaction.removeMark(from, to, type);
  if (href) transaction.addMark(from, to, type.create({href}));
  view.dispatch(transaction.setSelection(TextSelection.create(transaction.doc, to)).removeStoredMark(type).scrollIntoView());
}
