// Long lists in a text, such as the catalogue of the library: a field above them leaves only the rows that have all words.
// Without JavaScript there is no such field, and the lists are whole.
const ENOUGH = 30;

// As people type: without the letters that their keyboard lacks.
const plain = (text) => text.toLowerCase().replace(/[үөңё]/g, (letter) => ({"ү": "у", "ө": "о", "ң": "н", "ё": "е"})[letter]);

// Lists with the heading that stands right before each of them: it goes with its list.
function listsOf(text) {
  return [...text.querySelectorAll(":scope > [data-find]")].map((frame) => {
    const before = frame.previousElementSibling;
    return {frame, heading: before && /^H[2-4]$/.test(before.tagName) ? before : null,
      rows: [...frame.querySelectorAll("tbody tr")].map((row) => ({row, words: plain(row.textContent)}))};
  });
}

export function connectRows() {
  const text = document.querySelector("main .text");
  const lists = text ? listsOf(text) : [], count = () => lists.reduce((sum, {rows}) => sum + rows.filter(({row}) => !row.hidden).length, 0);
  if (count() < ENOUGH) return;
  const {find, found} = lists[0].frame.dataset;
  const form = document.createElement("form");
  form.className = "search find-rows no-print";
  form.innerHTML = '<label for="find-rows"></label><input type="search" id="find-rows" autocomplete="off" spellcheck="false"><p class="small" role="status"></p>';
  const [label, input, status] = form.children;
  label.textContent = find;
  const show = () => {
    const asked = plain(input.value).split(/\s+/).filter(Boolean);
    for (const {frame, heading, rows} of lists) {
      for (const {row, words} of rows) row.hidden = !asked.every((word) => words.includes(word));
      frame.hidden = rows.every(({row}) => row.hidden);
      if (heading) heading.hidden = frame.hidden;
    }
    status.textContent = asked.length > 0 ? `${found}: ${count()}` : "";
  };
  input.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  (lists[0].heading ?? lists[0].frame).before(form);
}
