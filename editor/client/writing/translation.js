// What the Russian text owes to the Kyrgyz one: what has changed there since, taken over or marked as current.
export function watchTranslation(form, words, setText) {
  const button = form.querySelector("[data-copy]");
  const kyrgyz = form.elements["ky.body"], russian = form.elements["ru.body"];
  button.hidden = false;
  button.onclick = () => {
    if (russian.value.trim() !== "" && !window.confirm(words.copy_confirm)) return;
    setText("ru", kyrgyz.value);
  };

  const notice = form.querySelector("[data-changed]");
  if (!notice) return;
  notice.addEventListener("toggle", async () => {
    const place = notice.querySelector("[data-difference]");
    if (!notice.open || place.childElementCount) return;
    place.textContent = "…";
    try {
      const [{diffWords}, answer] = await Promise.all([import(form.dataset.rich), fetch(`/api/v1/translation/${form.dataset.writing}`)]);
      const {before, now} = await answer.json();
      place.replaceChildren(...diffWords(before, now).map(({added, removed, value}) => {
        const part = document.createElement(added ? "ins" : removed ? "del" : "span");
        part.textContent = value;
        return part;
      }));
    } catch (fault) {
      place.textContent = words.no_difference;
    }
  }, {capture: true});
}
