// The page of search results (layouts/search.html): finds while one types, remembers the query in the address.
import {Files} from "./search/files.js";
import {find, marks, snippet} from "./search/find.js";

const PAGE = 10;
const form = document.querySelector(".search-page");
const input = form.querySelector("input[type=search]"), kinds = form.querySelector("fieldset");
const status = document.querySelector(".search-status"), list = document.querySelector(".search-results");
const more = document.querySelector(".search-more"), words = form.dataset;
const files = new Files(document.location.href.split("#")[0]);
const indices = [];
let loading, results = [], shown = 0, turn = 0, last = "", announcement;

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

// Text with the words of the query marked.
function marked(text, places, from = 0, to = text.length) {
  const pieces = [];
  let at = from;
  for (const place of places) {
    pieces.push(text.slice(at, place.at), element("mark", {}, text.slice(place.at, place.end)));
    at = place.end;
  }
  return [...pieces, text.slice(at, to)];
}

function address(path) {
  const [folder, fragment] = path.split("#");
  const url = new URL(`../${folder}${document.location.protocol === "file:" ? "index.html" : ""}`, files.page);
  if (fragment) url.hash = fragment;
  return url.href;
}

function date(days) {
  return new Date(Date.UTC(2000, 0, 1 + days)).toISOString().slice(0, 10).split("-").reverse().join(".");
}

function kindName(kind) {
  return kinds.querySelector(`[value="${kind}"]`).parentElement.querySelector("span").textContent;
}

function result({index, page, asked}) {
  const title = index.titles[page], text = element("p", {className: "search-snippet"});
  const about = [kindName(index.kinds[page])];
  if (index.days[page]) about.push(date(index.days[page]));
  const current = turn;
  files.text(index, page).then((whole) => {
    if (current !== turn || whole === "") return;
    const piece = snippet(index, whole, asked);
    text.append(piece.from > 0 ? "… " : "", ...marked(whole, piece.marks, piece.from, piece.to), piece.to < whole.length ? " …" : "");
  });
  return element("li", {}, element("a", {href: address(index.paths[page])}, ...marked(title, marks(index, title, asked))),
    element("p", {className: "meta"}, about.join(" · ")), text);
}

function showMore() {
  const next = results.slice(shown, shown + PAGE).map(result);
  shown += next.length;
  list.append(...next);
  more.hidden = shown >= results.length;
  return next[0];
}

// Said once the typing has stopped, not for every letter.
function say(text) {
  clearTimeout(announcement);
  announcement = setTimeout(() => { status.textContent = text; }, 300);
}

function show() {
  ++turn;
  performance.mark("search");
  const query = input.value.trim(), {results: all, counts, query: meant} = find(indices, query);
  const chosen = kinds.querySelector(":checked").value;
  for (const radio of kinds.querySelectorAll("input")) {
    radio.parentElement.querySelector(".count").textContent = counts[radio.value];
    radio.disabled = counts[radio.value] === 0 && !radio.checked;
  }
  results = all.filter(({index, page}) => !chosen || index.kinds[page] === chosen);
  shown = 0;
  list.textContent = "";
  kinds.hidden = kinds.disabled = query === "";
  list.hidden = results.length === 0;
  showMore();
  performance.measure("search", "search");
  say(query === "" ? "" : results.length > 0 ? `${words.found}${meant === query ? "" : ` («${meant}»)`}: ${results.length}` : words.nothing);
}

async function search() {
  const query = input.value.trim();
  if (query !== last) {
    last = query;
    // The address can be sent to somebody, and the way back from a result leads here.
    history.replaceState(null, "", query ? `#q=${encodeURIComponent(query)}` : document.location.href.split("#")[0]);
    kinds.querySelector("[value='']").checked = true;
  }
  if (query === "" && !indices.length) return;
  try {
    if (!indices.length) say(words.loading);
    await load();
    show();
  } catch (fault) {
    list.hidden = more.hidden = kinds.hidden = true;
    say(words.failed);
  }
}

// The first part has what is looked for most; of a large site the others follow.
function load() {
  if (!loading) loading = files.part(0).then(async (first) => {
    indices.push(first);
    (async () => {
      for (let number = 1; number < first.parts; ++number) {
        indices.push(await files.part(number));
        // Not under the feet of somebody who is among the results.
        if (!list.contains(document.activeElement)) show();
      }
    })().catch(() => {});
  });
  return loading;
}

function fromAddress() {
  const query = /^#q=(.*)$/.exec(document.location.hash);
  try {
    input.value = query ? decodeURIComponent(query[1]) : "";
  } catch (fault) {
    input.value = "";
  }
  search();
}

let waiting;
input.addEventListener("focus", () => load().catch(() => {}), {once: true});
input.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(search, 60);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(waiting);
  search().then(() => { if (!list.hidden) list.querySelector("a").focus(); });
});
kinds.addEventListener("change", show);
more.addEventListener("click", () => showMore().querySelector("a").focus());
// The arrows go from the box through the results and back; Escape leads to the box.
document.addEventListener("keydown", (event) => {
  const links = [...list.querySelectorAll("a")], stops = [input, ...links], at = stops.indexOf(document.activeElement);
  if (at < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
  const to = event.key === "ArrowDown" ? stops[at + 1] : event.key === "ArrowUp" ? stops[at - 1] : event.key === "Escape" && at > 0 ? input : undefined;
  if (!to) return;
  event.preventDefault();
  to.focus();
});
window.addEventListener("hashchange", fromAddress);
fromAddress();
