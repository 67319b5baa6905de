// The fields of shortcodes, as generator/outputs/shortcodes.cpp understands them. `from`: what the field can name; `first`: may
// stand without its name.
export const fieldsOf = {
  figure: [{key: "src", from: "pictures", first: true}, {key: "alt"}, {key: "caption"}],
  gallery: [{key: "photos", from: "pictures", many: true}, {key: "caption"}],
  document: [{key: "id", from: "documents", first: true}],
  person: [{key: "id", from: "people", first: true}],
  fact: [{key: "path", from: "facts", first: true}],
  callout: [{key: "kind", choices: ["info", "warning", "success"]}, {key: "title"}, {key: "text", long: true, first: true}],
  video: [{key: "url", type: "url", first: true}, {key: "title"}],
  map: [{key: "url", type: "url", first: true}, {key: "title"}, {key: "address"}],
  table: [{key: "file", from: "tables", first: true}, {key: "caption"}, {key: "note"}],
  contact: [],
  structure: [],
};
export const shortcodeNames = Object.keys(fieldsOf);
// These stand inside a line.
export const inlineNames = new Set(["fact"]);
