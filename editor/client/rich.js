// The rich editor, loaded when the page is there already: until then, and without it, people write in the text area.
export {mountRich} from "./rich/editor.js";
export {diffWords} from "diff";
