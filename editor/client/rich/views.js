// How blocks that are more than text look in the rich editor.
import {readShortcode} from "../markdown/index.js";
import {editShortcode} from "./dialogs.js";
import {fieldsOf} from "./shortcodes.js";

// What people call the values of a shortcode: the person, the document, the fact, instead of their ids.
function named({name, values}, places) {
  const fields = fieldsOf[name] || [];
  return values.map(({key, value}) => {
    const field = fields.find((one) => one.key === key || (key === "" && one.first));
    const options = (field && places[field.from]) || [];
    const label = (id) => (options.find((option) => option.value === id.trim()) || {label: id}).label;
    return field && field.many ? value.split(",").map(label).join(", ") : label(value);
  });
}

class ShortcodeView {
  constructor(node, view, place, options) {
    this.inline = node.isInline;
    this.options = options;
    this.dom = document.createElement(this.inline ? "span" : "div");
    this.dom.className = "shortcode";
    this.dom.contentEditable = "false";
    this.name = document.createElement("strong");
    this.about = document.createElement("span");
    this.edit = document.createElement("button");
    this.edit.type = "button";
    this.edit.className = "quiet";
    this.edit.onclick = () => editShortcode(view, options, {place: place(), raw: this.raw});
    this.dom.append(this.name, " ", this.about, " ", this.edit);
    this.update(node);
  }

  update(node) {
    if (node.isInline !== this.inline || node.attrs.raw === undefined) return false;
    this.raw = node.attrs.raw;
    const {words} = this.options;
    const read = readShortcode(this.raw);
    this.name.textContent = read ? words[`shortcode_${read.name}`] || read.name : "";
    const tell = (parts) => {
      this.about.textContent = parts.filter(Boolean).join(" · ");
      this.edit.setAttribute("aria-label", `${words.change}: ${this.name.textContent} ${this.about.textContent}`);
    };
    tell(read ? read.values.map(({value}) => value) : [this.raw]);
    if (read) this.options.places().then((places) => { if (this.raw === node.attrs.raw) tell(named(read, places)); });
    this.edit.textContent = words.change;
    this.edit.hidden = !read || read.values.length === 0;
    return true;
  }

  stopEvent(event) {
    return this.edit.contains(event.target);
  }

  ignoreMutation() {
    return true;
  }
}

class PictureView {
  constructor(node, options) {
    this.options = options;
    this.dom = document.createElement("img");
    this.dom.draggable = true;
    this.update(node);
  }

  update(node) {
    if (node.type.name !== "image") return false;
    this.dom.dataset.src = node.attrs.src;
    this.dom.src = this.options.asset(node.attrs.src);
    this.dom.alt = node.attrs.alt || node.attrs.src;
    this.dom.title = node.attrs.title;
    return true;
  }
}

// An item with a box, when it is a task.
class ItemView {
  constructor(node, view, place, options) {
    this.dom = document.createElement("li");
    this.box = document.createElement("input");
    this.box.type = "checkbox";
    this.box.contentEditable = "false";
    this.box.setAttribute("aria-label", options.words.task_done);
    this.box.onchange = () => view.dispatch(view.state.tr.setNodeAttribute(place(), "checked", this.box.checked));
    this.contentDOM = document.createElement("div");
    this.dom.append(this.box, this.contentDOM);
    this.update(node);
  }

  update(node) {
    if (node.type.name !== "list_item") return false;
    this.dom.className = node.attrs.checked === null ? "" : "task";
    this.box.hidden = node.attrs.checked === null;
    this.box.checked = node.attrs.checked === true;
    return true;
  }

  stopEvent(event) {
    return event.target === this.box;
  }

  ignoreMutation(mutation) {
    return !this.contentDOM.contains(mutation.target) && mutation.type !== "selection";
  }
}

export function nodeViews(options) {
  const shortcode = (node, view, place) => new ShortcodeView(node, view, place, options);
  return {
    shortcode,
    shortcode_inline: shortcode,
    image: (node) => new PictureView(node, options),
    list_item: (node, view, place) => new ItemView(node, view, place, options),
  };
}
