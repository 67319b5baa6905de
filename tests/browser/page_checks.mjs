// Checks of a page that is open in the browser: each returns a list of complaints.
import fs from "node:fs";
import {createRequire} from "node:module";

const axe = fs.readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

// Marks what looks like something before it, with all that is in it: place in the document, classes, colours, letters.
const markAlike = (page) => page.evaluate(() => {
  const seen = new Set();
  const visit = (element, above) => {
    const path = `${above} ${element.tagName}.${element.getAttribute("class") ?? ""}`, style = getComputedStyle(element);
    const look = [path, style.color, style.backgroundColor, style.fontSize, style.fontWeight, element.checkVisibility()].join();
    let alike = seen.has(look);
    seen.add(look);
    for (const child of element.children) if (!visit(child, path)) alike = false;
    element.toggleAttribute("data-alike", alike);
    return alike;
  };
  visit(document.body, "");
});

// Runs axe. `colours` are rules that judge by the look alone: a page of a hundred like rows need not be asked about each.
export async function accessibility(page, colours) {
  if (!await page.evaluate("typeof window.axe === 'object'")) await page.evaluate(axe);
  if (colours) await markAlike(page);
  const violations = await page.evaluate(async ([tags, only]) => {
    const result = await window.axe.run(only ? {include: [["html"]], exclude: [["[data-alike]"]]} : document,
      {runOnly: only ? {type: "rule", values: only} : {type: "tag", values: tags}, resultTypes: ["violations"]});
    return result.violations.map(({id, help, nodes}) => ({id, help, count: nodes.length,
      where: nodes.slice(0, 3).map((node) => `${node.target.join(" ")}: ${node.any.concat(node.all, node.none)[0]?.message ?? ""}`)}));
  }, [TAGS, colours ?? null]);
  return violations.map(({id, help, count, where}) => `axe ${id}: ${help} (${count})\n    ${where.join("\n    ")}`);
}

// Nothing is wider than the window, wide tables inside their own scrolling frame excepted.
export async function overflow(page) {
  return page.evaluate(() => {
    const wide = document.documentElement.scrollWidth;
    if (wide <= window.innerWidth) return [];
    const guilty = [...document.body.querySelectorAll("*")].filter((element) =>
      element.getBoundingClientRect().right > window.innerWidth + 1 && element.checkVisibility() && !element.closest(".scroll, .table, .hidden, .skip, svg"));
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
  // Text that its box does not show. What is hidden from eyes on purpose is one pixel large.
  const cut = () => page.evaluate(() => [...document.body.querySelectorAll("*")].filter((element) => {
    if (element.closest("svg") || !element.checkVisibility() || element.clientWidth < 2 || element.clientHeight < 2) return false;
    const style = getComputedStyle(element), hides = (value) => value === "hidden" || value === "clip";
    return element.innerText?.trim() && ((hides(style.overflowX) && element.scrollWidth > element.clientWidth + 1) ||
      (hides(style.overflowY) && element.scrollHeight > element.clientHeight + 1));
  }).map((element) => `<${element.tagName.toLowerCase()} class="${element.className}"> ${element.innerText.trim().slice(0, 30)}`));
  const before = new Set(await cut());
  // Not by a <style>: the pages' policy allows none.
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("* {line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important}" +
      " p {margin-bottom: 2em !important}");
    document.adoptedStyleSheets = [sheet];
  });
  const complaints = (await overflow(page)).map((complaint) => `with wider letters: ${complaint}`);
  for (const text of await cut()) if (!before.has(text)) complaints.push(`with wider letters: cut off: ${text}`);
  await page.evaluate(() => { document.adoptedStyleSheets = []; });
  return complaints;
}

// Shows the page in each of the colours of the panel for those who see badly, and leaves it in the usual ones.
export async function sightColours(page, use) {
  const choose = (id) => page.evaluate((button) => document.getElementById(button).click(), id);
  const ids = await page.evaluate(() => [...document.querySelectorAll(".sight input[name=colours]")].map((button) => button.id));
  if (ids.length < 4) return [`the panel has ${ids.length} choices of colours`];
  const seen = new Set();
  for (const id of ids.slice(1)) {
    await choose(id);
    seen.add(await page.evaluate(() => [document.body, document.documentElement].map((each) => getComputedStyle(each)).map((each) => each.color + each.backgroundColor).join()));
    await use(id);
  }
  await choose(ids[0]);
  return seen.size === ids.length - 1 ? [] : ["some colours of the panel look the same"];
}

// The largest letters and widest lines of the panel together scroll nothing sideways.
export async function sightLetters(page) {
  const choose = (number) => page.evaluate((wanted) => {
    for (const name of ["size", "letters", "lines"]) document.getElementById(`${name}-${wanted}`).click();
  }, number);
  await choose(2);
  const complaints = await overflow(page);
  if (await page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize)) < 32) complaints.push("the letters do not grow");
  await choose(0);
  return complaints.map((complaint) => `with the largest letters: ${complaint}`);
}

// What axe does not look at: frames of fields and the ring of the focus need 3:1 against what is around them (WCAG 1.4.11,
// 2.4.13). Computed from the colours that the browser has resolved.
export async function contrast(page) {
  return page.evaluate(() => {
    const pen = document.createElement("canvas").getContext("2d", {willReadFrequently: true}), known = new Map(), found = new Map();
    const rgba = (colour) => {
      if (!known.has(colour)) {
        pen.clearRect(0, 0, 1, 1);
        pen.fillStyle = colour;
        pen.fillRect(0, 0, 1, 1);
        known.set(colour, [...pen.getImageData(0, 0, 1, 1).data].map((part) => part / 255));
      }
      return known.get(colour);
    };
    const over = ([r, g, b, a], below) => [r, g, b].map((part, i) => part * a + below[i] * (1 - a)).concat(1);
    // Colour of the surface that an element stands on; null above a picture.
    const surface = (element) => {
      const layers = [];
      for (let each = element; each; each = each.parentElement) {
        const style = getComputedStyle(each), colour = rgba(style.backgroundColor);
        if (style.backgroundImage !== "none" || (each !== element && each.tagName === "PICTURE")) return null;
        layers.push(colour);
        if (colour[3] === 1) break;
      }
      return layers.reverse().reduce((below, colour) => over(colour, below), rgba(getComputedStyle(document.documentElement).colorScheme === "dark" ? "#121212" : "#fff"));
    };
    const light = ([r, g, b]) => [r, g, b].map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
      .reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i], 0);
    const ratio = (one, other) => {
      const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
      return (high + 0.05) / (low + 0.05);
    };
    const name = (element) => `<${element.tagName.toLowerCase()} class="${element.getAttribute("class") ?? ""}" in ${element.parentElement.className || element.parentElement.tagName}>`;
    const complain = (what, element, best) => found.set(`${what} ${name(element)}`, `${what} of ${name(element)} has ${best.toFixed(2)}:1`);

    for (const element of document.querySelectorAll("input:not([type=radio], [type=checkbox]), select, textarea")) {
      if (!element.checkVisibility()) continue;
      const around = surface(element.parentElement), inside = surface(element), style = getComputedStyle(element);
      if (!around || !inside) continue;
      const sides = ["Top", "Bottom", "Left"].map((side) => parseFloat(style[`border${side}Width`]) > 0 ? ratio(over(rgba(style[`border${side}Color`]), around), around) : 1);
      const best = Math.max(Math.min(...sides), ratio(inside, around));
      if (best < 3) complain("frame", element, best);
    }
    const kinds = new Set();
    for (const element of document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")) {
      if (!element.checkVisibility()) continue;
      const around = surface(element.parentElement);
      const kind = `${element.tagName} ${element.className} ${element.parentElement.className} ${around}`;
      if (!around || kinds.has(kind)) continue;
      kinds.add(kind);
      element.focus({preventScroll: true});
      if (document.activeElement !== element) continue;
      const style = getComputedStyle(element), rings = [];
      if (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) rings.push(style.outlineColor);
      const shadow = /^(.+\)|#\w+) 0px 0px 0px [\d.]+px/.exec(style.boxShadow);
      if (shadow) rings.push(shadow[1]);
      const best = Math.max(1, ...rings.map((ring) => ratio(over(rgba(ring), around), around)));
      if (best < 3) complain("focus", element, best);
    }
    document.activeElement?.blur();
    window.scrollTo(0, 0);
    return kinds.size > 3 ? [...found.values()] : [`only ${kinds.size} kinds of focus were seen`];
  });
}

// Budget of a page without photographs, by what the browser has asked for: requests, bytes on the wire.
export const BUDGET = {requests: 6, compressed: 50_000};
export async function budget(requests) {
  const counted = [];
  for (const request of requests) {
    const {pathname} = new URL(request.url());
    if (request.resourceType() === "image" && !pathname.endsWith(".svg")) continue;
    const {responseBodySize} = await request.sizes();
    counted.push({pathname, size: responseBodySize});
  }
  const sum = counted.reduce((total, {size}) => total + size, 0), names = counted.map(({pathname, size}) => `${pathname} ${size}`).join(", ");
  const complaints = [];
  if (counted.length < 3 || counted.some(({size}) => size === 0)) complaints.push(`the requests were not counted: ${names}`);
  if (counted.length > BUDGET.requests) complaints.push(`${counted.length} requests: ${names}`);
  if (sum > BUDGET.compressed) complaints.push(`${sum} bytes on the wire: ${names}`);
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

// The keyboard reaches everything once, in the order of the document, there and back, and the focus is always seen.
export async function focusVisible(page, limit = 400) {
  const complaints = [];
  const expected = await page.evaluate(() => {
    document.activeElement?.blur();
    window.scrollTo(0, 0);
    // Of radio buttons one in a group is a stop.
    const stops = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")]
      .filter((element) => element.checkVisibility() && !element.disabled && (element.type !== "radio" || element.checked));
    stops.forEach((element, i) => { element.dataset.stop = i; });
    return stops.length;
  });
  let count = 0;
  for (; count < limit; ++count) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate((usual) => {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      if (element.dataset.stopped) return {again: true};
      element.dataset.stopped = "1";
      const style = getComputedStyle(element), box = element.getBoundingClientRect();
      // What is in front of the middle of it is the element itself, or something in or around it.
      const front = document.elementFromPoint(Math.max(0, box.left) + Math.min(box.width, 30) / 2, Math.min(Math.max(box.top, 0) + 6, box.bottom - 1));
      return {number: Number(element.dataset.stop ?? -1), name: `<${element.tagName.toLowerCase()}> ${(element.textContent ?? "").trim().slice(0, 30)}`,
        outline: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
        seen: box.bottom > 0 && box.top < window.innerHeight && box.width > 0,
        covered: front && !element.contains(front) && !front.contains(element) && (front.closest("header, nav, [popover]")?.contains(element) === false)};
    });
    if (!stop || stop.again) break;
    if (!stop.outline) complaints.push(`no visible focus on ${stop.name}`);
    if (!stop.seen) complaints.push(`the focus is out of sight on ${stop.name}`);
    if (stop.covered) complaints.push(`something covers ${stop.name}`);
    if (stop.number !== count) complaints.push(`${stop.name} is stop ${count} of the keyboard, but ${stop.number} of the document`);
  }
  if (count < Math.min(expected, limit)) complaints.push(`the keyboard reaches ${count} of ${expected}`);
  // And back: a few steps suffice to be trapped.
  const steps = Math.min(count - 1, 12), here = () => page.evaluate(() => Number(document.activeElement?.dataset.stop ?? -1));
  if (count >= limit) {
    const last = await here();
    for (let step = 0; step < steps; ++step) await page.keyboard.press("Shift+Tab");
    if (await here() !== last - steps) complaints.push(`${steps} steps back from ${last} lead to ${await here()}`);
  }
  await page.evaluate(() => document.querySelectorAll("[data-stop]").forEach((element) => { delete element.dataset.stopped; delete element.dataset.stop; }));
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
