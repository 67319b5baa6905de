// The search box in the header: with JavaScript it leads to the page of results, without to the site map.
import {asPage} from "./folders.js";

export function connectSearchBox() {
  const form = document.querySelector(".search-box");
  if (!form) return;
  const page = asPage(new URL(form.dataset.search, document.baseURI)), input = form.querySelector("input");
  // What the page of results will ask for comes while one types.
  input.addEventListener("focus", () => {
    for (const address of [page, new URL("index.js", page)]) {
      document.head.append(Object.assign(document.createElement("link"), {rel: "prefetch", href: address.href}));
    }
  }, {once: true});
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    page.hash = input.value.trim() ? `q=${encodeURIComponent(input.value.trim())}` : "";
    document.location.assign(page.href);
  });
}
