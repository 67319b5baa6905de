// Checks of a page that is open in the browser: each returns a list of complaints.
import fs from "node:fs";
import {createRequire} from "node:module";

const axe = fs.readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

// Runs axe; `rules` limits it to some.
export async function accessibility(page, rules) {
  if (!await page.evaluate("typeof window.axe === 'object'")) await page.evaluate(axe);
  const violations = await page.evaluate(async ([tags, only]) => {
    const result = await window.axe.run(document, {runOnly: only ? {type: "rule", values: only} : {type: "tag", values: tags},
      resultTypes: ["violations"]});
    return result.violations.map(({id, help, nodes}) => ({id, help, count: nodes.length,
      where: nodes.slice(0, 3).map((node) => `${node.target.join(" ")}: ${node.any.concat(node.all, node.none)[0]?.message ?? ""}`)}));
  }, [TAGS, rules ?? null]);
  return violations.map(({id, help, count, where}) => `axe ${id}: ${help} (${count})\n    ${where.join("\n    ")}`);
}

// Nothing is wider than the window, wide tables inside their own scrolling frame excepted.
export async function overflow(page) {
  return page.evaluate(() => {
    const wide = document.documentElement.scrollWidth;
    if (wide <= window.innerWidth) return [];
    const guilty = [...document.body.querySelectorAll("*")].filter((element) =>
      element.getBoundingClientRect().right > window.innerWidth + 1 && !element.closest(".scroll, .table, .hidden, .skip, svg"));
    return [`scrolls sideways: ${wide} of ${window.innerWidth} px; ${guilty.slice(0, 4)
      .map((element) => `<${element.tagName.toLowerCase()} class="${element.getAttribute("class") ?? ""}">`).join(" ")}`];
  });
}

// One drawing of every diagram is shown, its letters are large enough to read and stay inside their boxes.
export async function diagrams(page) {
  return page.evaluate(() => {
    const found = [];
    for (const figure of document.querySelectorAll(".figure-diagram")) {
      const shown = [...figure.querySelectorAll("svg")].filter((svg) => svg.checkVisibility());
      if (shown.length !== 1) found.push(`${shown.length} drawings of a diagram are shown`);
      for (const group of shown.flatMap((svg) => [...svg.querySelectorAll("g")])) {
        const box = group.querySelector("rect").getBoundingClientRect();
        for (const text of group.querySelectorAll("text")) {
          const words = text.getBoundingClientRect();
          if (words.left < box.left || words.right > box.right || words.top < box.top || words.bottom > box.bottom)
            found.push(`“${text.textContent}” does not fit its box`);
          const scale = text.getScreenCTM().a, size = parseFloat(getComputedStyle(text).fontSize) * scale;
          if (size < 12) found.push(`“${text.textContent}” is ${size} px small`);
        }
      }
    }
    return found;
  });
}

// The user's own line and letter distances (WCAG 1.4.12) cut and widen nothing.
export async function spacing(page) {
  // Not by a <style>: the pages' policy allows none.
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("* {line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important}" +
      " p {margin-bottom: 2em !important}");
    document.adoptedStyleSheets = [sheet];
  });
  const complaints = (await overflow(page)).map((complaint) => `with wider letters: ${complaint}`);
  await page.evaluate(() => { document.adoptedStyleSheets = []; });
  return complaints;
}

// The first Tab shows the link to the content, Enter takes the focus there.
export async function skipLink(page) {
  const complaints = [];
  await page.evaluate(() => { document.activeElement?.blur(); window.scrollTo(0, 0); });
  await page.keyboard.press("Tab");
  const first = await page.evaluate(() => {
    const element = document.activeElement;
    const box = element.getBoundingClientRect();
    return {href: element.getAttribute("href"), seen: box.top >= 0 && box.left >= 0 && box.height > 20};
  });
  if (first.href !== "#main") return [`the first stop of the keyboard is ${first.href}`];
  if (!first.seen) complaints.push("the link to the content is not seen when it has the focus");
  await page.keyboard.press("Enter");
  if (await page.evaluate(() => document.activeElement?.id) !== "main") complaints.push("the link to the content does not lead there");
  await page.keyboard.press("Tab");
  if (!await page.evaluate(() => document.querySelector("#main, footer").compareDocumentPosition(document.activeElement) &
    (Node.DOCUMENT_POSITION_CONTAINED_BY | Node.DOCUMENT_POSITION_FOLLOWING))) complaints.push("after it the keyboard is not in the content");
  return complaints;
}

// The keyboard reaches everything once, in order, and the focus is always seen.
export async function focusVisible(page, limit = 400) {
  const complaints = [];
  await page.evaluate(() => { document.activeElement?.blur(); window.scrollTo(0, 0); });
  const expected = await page.evaluate(() => [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")]
    .filter((element) => element.checkVisibility()).length);
  let count = 0;
  for (; count < limit; ++count) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      if (element.dataset.stopped) return {again: true};
      element.dataset.stopped = "1";
      const style = getComputedStyle(element), box = element.getBoundingClientRect();
      return {name: `<${element.tagName.toLowerCase()}> ${(element.textContent ?? "").trim().slice(0, 30)}`,
        outline: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
        seen: box.bottom > 0 && box.top < window.innerHeight && box.width > 0};
    });
    if (!stop || stop.again) break;
    if (!stop.outline) complaints.push(`no visible focus on ${stop.name}`);
    if (!stop.seen) complaints.push(`the focus is out of sight on ${stop.name}`);
  }
  await page.evaluate(() => document.querySelectorAll("[data-stopped]").forEach((element) => delete element.dataset.stopped));
  if (count < Math.min(expected, limit)) complaints.push(`the keyboard reaches ${count} of ${expected}`);
  return complaints;
}

// On paper: no menus, but the address of the page.
export async function paper(page) {
  await page.emulateMedia({media: "print"});
  const complaints = await page.evaluate(() => {
    const found = [];
    for (const selector of [".menu", ".langs", ".crumbs", ".skip", ".groups", ".pagination", ".bottom nav"]) {
      for (const element of document.querySelectorAll(selector)) if (element.checkVisibility()) found.push(`${selector} is printed`);
    }
    const address = document.querySelector("link[rel=canonical]")?.href;
    if (!document.body.innerText.includes(address)) found.push(`the address is not printed: ${address}`);
    const style = getComputedStyle(document.body);
    if (style.backgroundColor !== "rgb(255, 255, 255)" || style.color !== "rgb(0, 0, 0)") found.push(`paper is not black on white: ${style.color}`);
    if (!document.querySelector("h1")?.checkVisibility()) found.push("the title is not printed");
    return found;
  });
  await page.emulateMedia({media: "screen"});
  return complaints;
}

// The language switch leads to the same page in the other language.
export async function languageSwitch(page, language) {
  const other = language === "ky" ? "ru" : "ky", address = new URL(page.url()).pathname.replace(/^\/broken-.*/, "/");
  await page.click(`[data-element=languages] a[hreflang=${other}]`);
  const expected = other === "ru" ? `/ru${address}` : address.slice(3);
  return new URL(page.url()).pathname === expected ? [] : [`the switch leads to ${page.url()}`];
}
