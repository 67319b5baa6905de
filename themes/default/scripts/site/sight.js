// The panel for those who see badly: remembers what was chosen and sets it before the page is drawn, so this one script is
// loaded without delay. Everything but the remembering works without it: see the panel in assets/style.css.
const root = document.documentElement, key = "mektep-sight", names = ["size", "colours", "letters", "lines", "pictures"];
let chosen = {};
try {
  chosen = JSON.parse(localStorage.getItem(key)) || {};
} catch {
  // Nothing is remembered: storage is forbidden or empty.
}

// What is not shown can still be read.
function describePictures() {
  for (const image of document.querySelectorAll("main img[alt]:not([alt=''])")) {
    const picture = image.closest("picture") || image;
    if (picture.nextElementSibling && picture.nextElementSibling.className === "alt") continue;
    const text = document.createElement("span");
    text.className = "alt";
    text.setAttribute("aria-hidden", "true");
    text.textContent = image.alt;
    picture.after(text);
  }
}

function show() {
  for (const name of names) {
    const value = /^[1-4]$/.test(chosen[name]) ? chosen[name] : "0";
    if (value === "0") delete root.dataset[name];
    else root.dataset[name] = value;
    const button = document.getElementById(`${name}-${value}`);
    if (button) button.checked = true;
  }
  const usual = document.querySelector("[data-sight=usual]");
  if (usual) usual.hidden = !names.some((name) => root.dataset[name]);
  if (root.dataset.pictures) describePictures();
}

function keep(choice) {
  chosen = choice;
  try {
    localStorage.setItem(key, JSON.stringify(chosen));
  } catch {
    // It holds for this page only.
  }
  show();
}

show();
document.addEventListener("DOMContentLoaded", () => {
  show();
  const panel = document.querySelector(".sight");
  if (!panel) return;
  panel.addEventListener("change", ({target}) => keep({...chosen, [target.name]: target.id.split("-")[1]}));
  panel.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !panel.open) return;
    panel.open = false;
    panel.querySelector("summary").focus();
  });
  panel.querySelector("[data-sight=usual]").addEventListener("click", () => {
    keep({});
    panel.querySelector("summary").focus();
  });
});
// Browsers that go back put the buttons as they were when one left.
window.addEventListener("pageshow", show);
