// Part of every page that `mektep serve` shows, and of no other: reloads the page when the site has changed, and shows
// what is wrong with its sources. Makes no inline style, because the policy of the pages allows none.
"use strict";
(() => {
  const me = document.currentScript;
  let number = "0";
  const shut = "mektep-findings-closed";

  const style = `
    :host {all: initial; position: fixed; z-index: 2147483647; inset: auto 0 0 0; font: 16px/1.45 system-ui, sans-serif; color: #1b1b1f; pointer-events: none}
    * {box-sizing: border-box}
    section {pointer-events: auto; background: #fff; border-top: 4px solid #b3261e; box-shadow: 0 -4px 24px #0006; max-height: 50vh; overflow: auto; padding: 12px 16px 16px}
    section:focus-visible {outline: 3px solid #0b57d0; outline-offset: -3px}
    header {display: flex; align-items: center; gap: 16px; justify-content: space-between}
    h2 {font-size: 18px; margin: 0}
    ol {margin: 8px 0 0; padding: 0; list-style: none}
    li {border-top: 1px solid #c4c6d0; padding: 8px 0; overflow-wrap: anywhere}
    p {margin: 2px 0} .place {font-family: ui-monospace, monospace; font-size: 14px}
    .word {font-weight: 700; color: #6b4e00} .blocks {color: #b3261e}
    button {pointer-events: auto; font: inherit; min-height: 44px; padding: 6px 16px; border: 2px solid #1b1b1f; border-radius: 8px; background: #fff; color: #1b1b1f; cursor: pointer}
    button:focus-visible {outline: 3px solid #0b57d0; outline-offset: 2px}
    .open {display: block; margin: 0 16px 16px auto; border-color: #b3261e; color: #8c1d18}
    [hidden] {display: none !important}
    @media print {:host {display: none}}`;

  function make(tag, text, name) {
    const element = document.createElement(tag);
    if (text) element.textContent = text;
    if (name) element.className = name;
    return element;
  }

  function row(finding, words) {
    const item = make("li");
    const first = make("p");
    first.append(make("span", finding.severity, finding.blocks ? "word blocks" : "word"), ": ", finding.message);
    item.append(first, make("p", finding.place, "place"));
    if (finding.hint) item.append(make("p", `${words.hint}: ${finding.hint}`));
    return item;
  }

  function show(state) {
    document.querySelector("mektep-findings")?.remove();
    if (state.findings.length === 0) return;
    // What was closed stays closed until something else is wrong.
    const fault = JSON.stringify([state.findings, state.outdated]);
    const host = document.createElement("mektep-findings");
    const root = host.attachShadow({mode: "open"});
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    root.adoptedStyleSheets = [sheet];
    const panel = make("section"), open = make("button", state.title, "open"), close = make("button", state.close, "close");
    panel.setAttribute("aria-label", state.title);
    panel.lang = open.lang = state.lang;
    panel.tabIndex = 0;
    open.type = close.type = "button";
    open.setAttribute("aria-label", `${state.title}. ${state.open}`);
    const head = make("header");
    head.append(make("h2", state.title), close);
    const list = make("ol");
    list.append(...state.findings.map((finding) => row(finding, state)));
    panel.append(head);
    if (state.outdated) panel.append(make("p", state.outdated, "word blocks"));
    panel.append(list);
    if (state.more) panel.append(make("p", state.more));
    const turn = (closed, focus) => {
      panel.hidden = closed;
      open.hidden = !closed;
      if (closed) sessionStorage.setItem(shut, fault);
      else sessionStorage.removeItem(shut);
      if (focus) (closed ? open : panel).focus();
    };
    close.addEventListener("click", () => turn(true, true));
    open.addEventListener("click", () => turn(false, true));
    panel.addEventListener("keydown", (event) => { if (event.key === "Escape") turn(true, true); });
    // Warnings alone do not cover the page by themselves.
    turn(sessionStorage.getItem(shut) === fault || !(state.outdated || state.findings.some((finding) => finding.blocks)), false);
    root.append(panel, open);
    document.body.append(host);
  }

  // Only the tab that is looked at waits: a browser has few connections for one server.
  const visible = () => new Promise((resolve) => {
    if (!document.hidden) return resolve();
    document.addEventListener("visibilitychange", function seen() {
      if (document.hidden) return;
      document.removeEventListener("visibilitychange", seen);
      resolve();
    });
  });

  async function watch() {
    for (;;) {
      await visible();
      const leave = new AbortController();
      const hide = () => { if (document.hidden) leave.abort(); };
      document.addEventListener("visibilitychange", hide);
      try {
        const state = await (await fetch(`/.mektep/state/${number}${location.pathname}`, {signal: leave.signal, cache: "no-store"})).json();
        if (state.page && state.page !== me.dataset.page) return location.reload();
        if (state.number !== number) show(state);
        number = state.number;
      } catch {
        // The program has been ended, or the tab is hidden.
        await new Promise((resolve) => { setTimeout(resolve, 500); });
      }
      document.removeEventListener("visibilitychange", hide);
    }
  }
  watch();
})();
