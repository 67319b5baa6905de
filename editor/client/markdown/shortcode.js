// {{< name key="value" flag >}}: read and written as generator/syntax/markdown/shortcode.cpp understands it.
const opening = "{{<";
const closing = ">}}";

// The end of the shortcode that begins at `begin`; -1 when it is not closed before a blank line.
export function shortcodeEnd(text, begin) {
  if (!text.startsWith(opening, begin)) return -1;
  let quoted = false;
  for (let at = begin + opening.length; at < text.length; ++at) {
    const letter = text[at];
    if (letter === "\n" && /^[ \t\r]*(\n|$)/.test(text.slice(at + 1, at + 80))) return -1;
    if (quoted && letter === "\\") ++at;
    else if (letter === '"') quoted = !quoted;
    else if (!quoted && text.startsWith(closing, at)) return at + closing.length;
    else if (!quoted && text.startsWith(opening, at)) return -1;
  }
  return -1;
}

// {name, values: [{key, value}]}; null when it is written in a way that a form would not keep.
export function readShortcode(raw) {
  const inner = raw.slice(opening.length, -closing.length);
  const name = /^\s*([\w.-]+)/.exec(inner);
  if (!name) return null;
  const values = [];
  const argument = /\s+(?:([\w.-]+)=)?(?:"((?:[^"\\]|\\.)*)"|([^\s"'“”„«»‘’<>=]+))/gy;
  argument.lastIndex = name[0].length;
  for (;;) {
    const start = argument.lastIndex;
    const found = argument.exec(inner);
    if (!found) return inner.slice(start).trim() === "" ? {name: name[1], values} : null;
    const value = found[2] === undefined ? found[3] : found[2].replace(/\\(["\\])/g, "$1").replace(/\n/g, " ");
    values.push({key: found[1] || "", value});
  }
}

export function writeShortcode({name, values}) {
  const words = values.filter(({value}) => value !== "").map(({key, value}) => {
    const quoted = `"${value.replace(/[\r\n]+/g, " ").replace(/(["\\])/g, "\\$1")}"`;
    return key === "" ? quoted : `${key}=${quoted}`;
  });
  return [opening, name, ...words, closing].join(" ");
}
