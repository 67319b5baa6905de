// Markdown ↔ document, for the editor and its tests.
export {readMarkdown} from "./read.js";
export {writeBlock, writeMarkdown} from "./write.js";
export {schema} from "./schema.js";
export {readShortcode, shortcodeEnd, writeShortcode} from "./shortcode.js";
