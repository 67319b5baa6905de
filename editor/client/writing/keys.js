// The row of keys that Russian keyboards of old computers lack: ң ө ү, quotes and the dash, put where the cursor was last.
export function keyRow(form, editors) {
  const row = form.querySelector("[data-keys]");
  let last = null;
  form.addEventListener("focusin", ({target}) => {
    if (target.matches("textarea, input[type=text], .rich-text")) last = target;
  });
  let capital = false;
  row.addEventListener("mousedown", (event) => event.preventDefault());  // the cursor stays
  row.addEventListener("click", ({target}) => {
    const key = target.closest("button");
    if (!key) return;
    if (key.dataset.shift !== undefined) {
      capital = !capital;
      key.setAttribute("aria-pressed", String(capital));
      for (const other of row.querySelectorAll("[data-key]")) {
        const letter = other.dataset.key;
        other.firstElementChild.textContent = capital ? letter.toLocaleUpperCase("ky") : letter;
      }
      return;
    }
    const letter = capital ? key.dataset.key.toLocaleUpperCase("ky") : key.dataset.key;
    for (const editor of editors.values()) {
      if (last === editor.view.dom) {
        editor.insert(letter);
        editor.focus();
        return;
      }
    }
    const field = last || form.querySelector("textarea:not([hidden])");
    field.focus();
    if (!document.execCommand("insertText", false, letter)) field.setRangeText(letter, field.selectionStart, field.selectionEnd, "end");
    field.dispatchEvent(new Event("input", {bubbles: true}));
  });
}
