// Kyrgyz and Russian side by side; on a phone one at a time, as tabs.
export function makeTabs(form) {
  const tabs = [...form.querySelectorAll("[role=tab]")];
  const list = form.querySelector("[role=tablist]");
  const panels = tabs.map((tab) => document.getElementById(tab.getAttribute("aria-controls")));
  const narrow = window.matchMedia("(max-width: 55rem)");
  let chosen = 0;
  const show = () => {
    list.hidden = !narrow.matches;
    tabs.forEach((tab, number) => {
      tab.setAttribute("aria-selected", String(number === chosen));
      tab.tabIndex = number === chosen ? 0 : -1;
      const panel = panels[number];
      panel.hidden = narrow.matches && number !== chosen;
      if (narrow.matches) panel.setAttribute("role", "tabpanel"), panel.setAttribute("aria-labelledby", tab.id);
      else panel.removeAttribute("role"), panel.setAttribute("aria-labelledby", `${panel.id}-title`);
    });
  };
  tabs.forEach((tab, number) => {
    tab.onclick = () => {
      chosen = number;
      show();
    };
    tab.onkeydown = ({key}) => {
      const step = {ArrowRight: 1, ArrowLeft: -1}[key];
      if (!step) return;
      chosen = (number + step + tabs.length) % tabs.length;
      show();
      tabs[chosen].focus();
    };
  });
  narrow.addEventListener("change", show);
  show();
}
