// What comes from Word, from other pages or from the telephone is cleaned before it is read: only what the text can hold remains.
// The schema is the allow-list; here is mended what would otherwise arrive as the wrong thing.

const dropped = "script,style,meta,link,title,object,embed,iframe,svg,math,form,button,input,select,textarea,noscript,template,head,xml";

export function cleanPasted(html) {
  const {body} = new DOMParser().parseFromString(html.replace(/<!--\[if[^]*?<!\[endif\]-->/gi, " ").replace(/<\/?o:p[^>]*>/gi, ""), "text/html");
  for (const element of [...body.querySelectorAll(dropped)]) element.remove();
  comments(body);
  const own = body.querySelector("[data-pm-slice]") !== null;
  if (!own) {
    styles(body);
    wordLists(body);
    for (const heading of [...body.querySelectorAll("h1,h5,h6")]) rename(heading, heading.localName === "h1" ? "h2" : "h4");
    pictures(body);
  }
  links(body);
  tables(body);
  for (const element of body.querySelectorAll("*")) {
    for (const {name} of [...element.attributes]) {
      if (!["href", "src", "alt", "title", "start", "data-pm-slice", "data-checked", "data-src"].includes(name)) element.removeAttribute(name);
    }
  }
  spaces(body);
  return body.innerHTML;
}

function rename(element, name) {
  const made = element.ownerDocument.createElement(name);
  made.append(...element.childNodes);
  element.replaceWith(made);
  return made;
}

function comments(body) {
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_COMMENT);
  const all = [];
  while (walker.nextNode()) all.push(walker.currentNode);
  for (const comment of all) comment.remove();
}

// Word processors say bold with styles, and put texts that are not bold into <b>.
function styles(body) {
  for (const element of [...body.querySelectorAll("b,strong,i,em")]) {
    const {fontWeight, fontStyle} = element.style;
    if (fontWeight === "normal" || fontWeight === "400" || fontStyle === "normal") element.replaceWith(...element.childNodes);
  }
  for (const element of [...body.querySelectorAll("span[style],font[style]")]) {
    const {fontWeight, fontStyle, textDecoration} = element.style;
    const wrap = (name) => {
      const made = body.ownerDocument.createElement(name);
      made.append(...element.childNodes);
      element.append(made);
    };
    if (fontWeight === "bold" || Number(fontWeight) >= 600) wrap("strong");
    if (fontStyle === "italic") wrap("em");
    if (/line-through/.test(textDecoration)) wrap("s");
  }
}

// Word writes lists as paragraphs with a bullet of their own; how deep they lie is said by a style: "mso-list: l0 level2 lfo1".
function wordLists(body) {
  let open = [];  // the lists that the last item lies in, the outermost first
  let last = null;  // the list beside which the next paragraph must stand
  for (const paragraph of [...body.querySelectorAll("p[class*=MsoList],p[style*='mso-list']")]) {
    const mark = /^[\s\u00a0]*([·•§o○▪\-–—\uf0b7]|\d{1,3}[.)]|[a-zа-я][.)])[\s\u00a0]+/i.exec(paragraph.textContent);
    if (!mark) continue;
    const name = /\d/.test(mark[1]) ? "ol" : "ul";
    const said = /mso-list:[^;]*level(\d)/i.exec(paragraph.getAttribute("style") || "");
    if (!last || last.nextElementSibling !== paragraph) open = [];
    // A level that leaves one out cannot be said in Markdown.
    const level = Math.min(said ? Number(said[1]) : 1, open.length + 1);
    open.length = Math.min(open.length, level);
    if (open.length === level && open[level - 1].localName !== name) open.length = level - 1;
    if (open.length < level) {
      const list = body.ownerDocument.createElement(name);
      if (level === 1) paragraph.before(list);
      else open[level - 2].lastElementChild.append(list);
      open.push(list);
    }
    last = open[0];
    cut(paragraph, mark[0].length);
    const item = body.ownerDocument.createElement("li");
    item.append(...paragraph.childNodes);
    open[level - 1].append(item);
    paragraph.remove();
  }
}

// Removes the first `count` letters below `element`.
function cut(element, count) {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (count > 0 && walker.nextNode()) {
    const text = walker.currentNode;
    const taken = Math.min(count, text.data.length);
    text.data = text.data.slice(taken);
    count -= taken;
  }
}

// A picture of another page would be asked for by every reader; one of a document has no file.
function pictures(body) {
  for (const picture of [...body.querySelectorAll("img,picture,video,audio,source")]) picture.remove();
}

function links(body) {
  for (const link of [...body.querySelectorAll("a")]) {
    const href = (link.getAttribute("href") || "").trim();
    if (!/^(https?:|mailto:|tel:|\/(?!\/)|\.{0,2}\/|#)/i.test(href) || link.textContent.trim() === "" || href.startsWith("#")) link.replaceWith(...link.childNodes);
  }
}

// A table begins with a heading row, and its cells hold one line each.
function tables(body) {
  for (const table of [...body.querySelectorAll("table")]) {
    const rows = [...table.rows];
    if (rows.length === 0) {
      table.remove();
      continue;
    }
    const width = Math.max(...rows.map((row) => row.cells.length));
    rows.forEach((row, number) => {
      while (row.cells.length < width) row.append(table.ownerDocument.createElement("td"));
      for (const cell of [...row.cells]) {
        const lines = [...cell.querySelectorAll("p,div,li,br")];
        for (const line of lines) line.localName === "br" ? line.replaceWith(" ") : line.replaceWith(" ", ...line.childNodes, " ");
        for (const inner of [...cell.querySelectorAll("ul,ol,h1,h2,h3,h4,table")]) inner.replaceWith(...inner.childNodes);
        const wanted = number === 0 ? "th" : "td";
        if (cell.localName !== wanted) rename(cell, wanted);
      }
    });
  }
}

function spaces(body) {
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode;
    text.data = text.data.replace(/[\u200b\u2060\ufeff\u00ad]/g, "").replace(/\u00a0{2,}/g, " ").replace(/\u00a0(?=\s|$)/g, " ");
  }
}

export function pastedPictures(data) {
  return data ? [...data.files].filter((file) => /^image\/(jpeg|png|webp)$/.test(file.type)) : [];
}
