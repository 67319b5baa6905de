// The rooms of the school.
import {H, W, f1, lit, mix, numbers} from "./kit.mjs";
import {figure, komuz} from "./people.mjs";
import {tunduk} from "./school.mjs";
import {board, desk, flask, flatOn, globe, laptop, microscope, monitor, onBack, openBook, pot, room, seated, stack} from "./room.mjs";

const WARE = ["#b8433a", "#2f6f8f", "#e0a63a", "#4f7d4a", "#6b4a82", "#d9cbb0", "#31517d", "#c9754a", "#7a9a5c"];

function pinned(scene, x, y, n, seed) {
  const next = numbers(seed + 3);
  for (let i = 0; i < n; ++i) {
    const c = next.of(["#8fc1dc", "#f0d58a", "#e9a48f", "#a9cf9a", "#cdb6dd"]);
    onBack(scene, x + (i % 4) * 0.36, y + Math.floor(i / 4) * 0.44, `<rect x="-.15" y="-.2" width=".3" height=".38" fill="#fffdf6" stroke="#d9ccb5" stroke-width=".01"/><rect x="-.12" y="-.17" width=".24" height=".3" fill="${c}"/><path d="M-.12 .13L-.04 -.02L.02 .06L.07 0L.12 .13Z" fill="${mix(c, "#3f5a4a", 0.45)}"/><circle cx="${i % 2 ? 0.06 : -0.06}" cy="-.1" r=".03" fill="#fff3c4"/>`, 165);
  }
}

export function classroom({time = "morning", season = "autumn", seed = 1, wall = "#f3e6cc", low = "#b9d0c4", text = ["Классная"], teacher = true, pupils = 0.8, rows = 4, raise = 0.25, drawing = "", eye = [1.1, 1.85, 0.2], turn = -0.06, w = 9, tops = ["#fffdf6", "#f4f1e8", "#eef3fa"], extra = null} = {}) {
  const scene = room({time, season, seed, wall, low, w, d: 9.4, eye, turn});
  const next = numbers(seed + 60);
  board(scene, {text, drawing, x: 0.2, width: 4});
  onBack(scene, 0.2, 2.78, `<g transform="scale(.16)">${tunduk("#b3452f", 0.12)}</g>`);
  pinned(scene, -3.9, 1.6, 8, seed);
  flatOn(scene, "back", 2.75, 4.1, 1.25, 2.4, "#cfe5ef", 170);
  onBack(scene, 3.42, 1.83, `<path d="M-.55 .1Q-.4 -.35 -.05 -.25T.4 -.3T.55 .05T.2 .3T-.3 .3Z" fill="#a9c88a" stroke="#7a9a5c" stroke-width=".02"/><path d="M-.3 .1Q0 -.1 .3 .1" stroke="#5ca2c8" stroke-width=".025" fill="none"/><circle cx=".05" cy="-.05" r=".04" fill="#c8352b"/><rect x="-.675" y="-.575" width="1.35" height="1.15" fill="none" stroke="#a8784a" stroke-width=".05"/>`);
  desk(scene, -2.6, 7.6, {w: 1.5, colour: "#c08a52", chair: false, things: `<g transform="translate(-.4 0)">${globe}</g><g transform="translate(.3 0)">${stack(next, 4)}</g>`});
  scene.stand(4, 0, 8.8, pot(0), {scale: 3});
  if (teacher) {
    scene.shade(-1.2, 0, 8.1, 0.9, 0.4, 0.25);
    scene.stand(-1.2, 0, 8.1, figure(next, {height: 1.66, top: next.of(["#7a3f5a", "#2f5d5a", "#3a4a6b", "#a34a3a"]), bottom: "#2b2f45", skirt: seed % 2 === 0, girl: seed % 3 !== 0, pose: "raise", light: scene.time.light}));
  }
  for (let row = 0; row < rows; ++row) {
    for (const x of [-2.5, 0.1, 2.7]) {
      const z = 6.3 - row * 1.45;
      desk(scene, x, z, {seed: seed + row, things: next() < 0.9 ? `<g transform="translate(-.3 0)">${openBook(next.of(WARE))}</g><g transform="translate(.33 0)">${next() < 0.5 ? openBook(next.of(WARE)) : stack(next, 2)}</g>` : ""});
      for (const dx of [-0.31, 0.31]) if (next() < pupils && z > 1.6) seated(scene, x + dx, z - 0.55, next, {top: next.of(tops), raise: next() < raise});
    }
  }
  if (extra) extra(scene, next);
  return scene.svg();
}

export function shelves(scene, x, z, {w = 2.4, h = 2.3, levels = 5, seed = 1, turn = 0, wood = "#a8784a", gap = 0.1} = {}) {
  const next = numbers(seed * 13 + 1);
  const [s, c] = [Math.sin(turn), Math.cos(turn)];
  const at = (u, y, v) => [x + u * c - v * s, y, z + u * s + v * c];
  const base = scene.seen([x, 1, z])[2];
  scene.box(x, 0, z, w, h, 0.36, wood, {turn});
  const step = (h - 0.12) / levels;
  for (let level = 0; level < levels; ++level) {
    const y = 0.08 + level * step;
    scene.polygon([at(-w / 2 + 0.05, y, -0.185), at(w / 2 - 0.05, y, -0.185), at(w / 2 - 0.05, y + step - 0.05, -0.185), at(-w / 2 + 0.05, y + step - 0.05, -0.185)], lit("#5d3f28", 0.9), {depth: base - 0.4});
    let u = -w / 2 + 0.07;
    while (u < w / 2 - 0.12) {
      const bw = next.between(0.035, 0.085);
      const bh = step * next.between(0.6, 0.86);
      const colour = next.of(WARE);
      if (next() > gap) {
        scene.polygon([at(u, y, -0.19), at(u + bw, y, -0.19), at(u + bw, y + bh, -0.19), at(u, y + bh, -0.19)], lit(colour, scene.time.light * next.between(0.88, 1.06)), {depth: base - 0.5, stroke: ""});
        if (next() < 0.6) scene.polygon([at(u + bw * 0.15, y + bh * 0.68, -0.192), at(u + bw * 0.85, y + bh * 0.68, -0.192), at(u + bw * 0.85, y + bh * 0.8, -0.192), at(u + bw * 0.15, y + bh * 0.8, -0.192)], "#fff3d0", {depth: base - 0.6, stroke: ""});
      }
      u += bw + 0.006;
    }
    scene.polygon([at(-w / 2, y - 0.03, -0.2), at(w / 2, y - 0.03, -0.2), at(w / 2, y, -0.2), at(-w / 2, y, -0.2)], lit(wood, scene.time.light * 1.08), {depth: base - 0.7});
  }
}

export function library({time = "golden", season = "autumn", seed = 2, readers = 5, eye = [0.4, 1.7, 0.1], turn = 0.05, kids = true, sign = "КИТЕПКАНА", gap = 0.08, extra = null} = {}) {
  const scene = room({time, season, seed, w: 9.4, d: 8.4, wall: "#efe0c4", low: "#a8b9a0", floor: "#a87648", eye, turn});
  const next = numbers(seed + 8);
  for (let i = 0; i < 3; ++i) shelves(scene, -2.5 + i * 2.7, 8.1, {w: 2.5, seed: seed + i, gap, h: 2.35});
  for (let i = 0; i < 2; ++i) shelves(scene, 4.35, 2.6 + i * 2.7, {w: 2.5, turn: -Math.PI / 2 - Math.PI, seed: seed + 5 + i, gap});
  onBack(scene, 0.2, 2.72, `<text font-size=".3" font-family="DejaVu Sans" font-weight="bold" fill="#a8452f" text-anchor="middle" letter-spacing=".06">${sign}</text>`);
  const table = (x, z) => {
    desk(scene, x, z, {w: 1.9, colour: "#c99a60", chair: false, h: 0.74, things: `<g transform="translate(-.5 0)">${openBook(next.of(WARE))}</g><g transform="translate(.15 0)">${stack(next, 3 + Math.floor(next() * 3))}</g><g transform="translate(.68 0)">${openBook(next.of(WARE))}</g>`});
    if (kids) for (const dx of [-0.55, 0.5]) if (next() < readers / 6) seated(scene, x + dx, z + 0.35, next, {view: "front", top: next.of(["#fffdf6", "#e3eaf4", "#d98a6a", "#8fb3c9"])});
    if (kids && next() < 0.6) seated(scene, x, z - 0.55, next, {view: "back", top: next.of(["#fffdf6", "#c9d8ea", "#e3b86a"])});
  };
  table(-1.9, 5.4); table(1.3, 5.2); table(-1.5, 3.1); table(1.9, 2.9);
  if (readers > 2) {
    scene.shade(3.1, 0, 6.7, 0.8, 0.4, 0.25);
    scene.stand(3.1, 0, 6.7, figure(next, {height: 1.64, top: "#a34a3a", bottom: "#3a2f45", skirt: true, hold: "book", light: scene.time.light}));
    scene.shade(-3.3, 0, 7.2, 0.7, 0.35, 0.25);
    scene.stand(-3.3, 0, 7.2, figure(next, {height: 1.35, top: "#fffdf6", view: "back", pose: "raise", bag: "#3d7fa6", light: scene.time.light}));
  }
  scene.stand(-4.1, 0, 4.5, pot(0), {scale: 2.6});
  if (extra) extra(scene, next);
  return scene.svg();
}

export function computers({time = "morning", season = "autumn", seed = 3, code = true, robot = false, kids = true} = {}) {
  const scene = room({time, season, seed, w: 9, d: 8.4, wall: "#e9edf0", low: "#9db8cc", floor: "#b8a78e", eye: [0.9, 1.8, 0.1], turn: -0.03});
  const next = numbers(seed + 70);
  board(scene, {screen: true, colour: "#eef6fb", width: 3.2, x: 0, text: [{text: robot ? "эгер сызык = кара" : "Алгоритм", size: 0.2, fill: "#22405e"}, {text: robot ? "   алга()" : "1. Башталышы", size: 0.18, fill: "#2f6f8f"}, {text: robot ? "болбосо" : "2. Шарт", size: 0.18, fill: "#a34a3a"}, {text: robot ? "   бурул()" : "3. Жыйынтык", size: 0.18, fill: "#2f6f8f"}], drawing: `<g transform="translate(1 -.62)"><circle r=".3" fill="#ffd166"/><path d="M-.12 0L-.03 .1L.14 -.1" fill="none" stroke="#22405e" stroke-width=".05"/></g>`});
  for (const z of robot ? [6.6, 4.9] : [6.6, 4.7, 2.8]) {
    for (const x of [-2.7, -0.9, 0.9, 2.7]) {
      desk(scene, x, z, {w: 1.6, colour: "#e2d3b8", chair: false, things: `<g transform="translate(0 -.02)">${monitor(code)}</g><rect x="-.22" y="-.012" width=".44" height=".02" fill="#5b636e"/>`});
      if (kids && next() < 0.72) seated(scene, x, z - 0.6, next, {top: next.of(["#fffdf6", "#dfe8f3", "#f1e3c8"]), height: 1.4});
    }
  }
  if (robot) {
    scene.shade(0.9, 0, 2.5, 3, 0.8, 0.35);
    scene.box(0.9, 0.68, 2.5, 2.6, 0.06, 1.1, "#f3ecd9", {bias: 0.1});
    for (const dx of [-1.2, 1.2]) scene.box(0.9 + dx, 0, 2.2, 0.06, 0.68, 0.06, "#6c7f92");
    scene.polygon([...Array(28).keys()].map((i) => [0.9 + Math.cos(i / 28 * 6.283) * 1.05, 0.745, 2.5 + Math.sin(i / 28 * 6.283) * 0.4]), "#22232c", {depth: 2.2});
    scene.polygon([...Array(28).keys()].map((i) => [0.9 + Math.cos(i / 28 * 6.283) * 0.98, 0.746, 2.5 + Math.sin(i / 28 * 6.283) * 0.35]), "#f3ecd9", {depth: 2.19});
    scene.stand(0.3, 0.75, 2.3, robotCar("#e0703a"), {scale: 1.25, bias: 0.6});
    scene.stand(1.4, 0.75, 2.45, robotCar("#2f8f9f"), {scale: 1.25, bias: 0.5});
    scene.stand(-0.9, 0, 2.4, figure(next, {height: 1.45, top: "#fffdf6", bottom: "#27304d", view: "front", pose: "hold", light: scene.time.light}));
    scene.stand(2.75, 0, 2.5, figure(next, {height: 1.5, top: "#e0b04a", bottom: "#27304d", girl: true, ribbon: "#ffffff", pose: "hold", light: scene.time.light}));
  }
  scene.shade(2.4, 0, 7.6, 0.9, 0.4, 0.25);
  scene.stand(2.4, 0, 7.6, figure(next, {height: 1.74, top: "#3a5a7d", bottom: "#2b2f45", light: scene.time.light, pose: "raise", girl: false}));
  return scene.svg();
}

export function robotCar(colour) {
  return `<rect x="-.22" y="-.2" width=".44" height=".14" rx=".03" fill="${colour}"/><rect x="-.16" y="-.32" width=".32" height=".12" rx=".02" fill="#e9edf0"/><rect x="-.13" y="-.29" width=".26" height=".05" fill="#3b424c"/><circle cx="-.07" cy="-.265" r=".02" fill="#7fe0c0"/><circle cx=".07" cy="-.265" r=".02" fill="#7fe0c0"/><path d="M0 -.32V-.42" stroke="#5b636e" stroke-width=".015"/><circle cx="0" cy="-.43" r=".022" fill="#d8443f"/><path d="M-.1 -.2q.05 .08 .1 0t.1 0" stroke="#f0d05a" stroke-width=".012" fill="none"/>${[-0.15, 0.15].map((x) => `<circle cx="${x}" cy="-.07" r=".07" fill="#22232c"/><circle cx="${x}" cy="-.07" r=".03" fill="#b9bec8"/>`).join("")}`;
}

const plate = (food) => `<ellipse cx="0" cy="0" rx=".17" ry=".05" fill="#ffffff"/><ellipse cx="0" cy="-.008" rx=".12" ry=".034" fill="${food}"/><ellipse cx="-.04" cy="-.016" rx=".03" ry=".01" fill="#fff" opacity=".35"/>`;
const cup = `<path d="M-.05 -.1H.05L.042 0H-.042Z" fill="#f7f2e6"/><path d="M-.05 -.1H.05L.048 -.08H-.048Z" fill="#b5643a"/><path d="M-.05 -.07H.05" stroke="#b3452f" stroke-width=".014"/>`;
const bread = `<path d="M-.13 0Q-.15 -.09 0 -.1Q.15 -.09 .13 0Z" fill="#c98a45"/><path d="M-.07 -.085L-.04 -.02M0 -.095V-.02M.07 -.085L.04 -.02" stroke="#e5b878" stroke-width=".014"/>`;
const apple = (c = "#d2452f") => `<circle cx="0" cy="-.045" r=".048" fill="${c}"/><circle cx="-.016" cy="-.06" r=".014" fill="#fff" opacity=".5"/><path d="M0 -.09q.01 -.03 .03 -.04" stroke="#5a3a22" stroke-width=".01" fill="none"/>`;

export function canteen({time = "morning", season = "autumn", seed = 5, kids = true, parents = false} = {}) {
  const scene = room({time, season, seed, w: 10, d: 10.5, wall: "#f6e9cd", low: "#e3b98a", floor: "#c7b8a2", boards: false, eye: [0.8, 1.7, 0.1], turn: -0.04});
  const next = numbers(seed + 12);
  for (let x = -5; x < 5; x += 0.8) for (let z = 0; z < 10.5; z += 0.8) if ((Math.round(x / 0.8) + Math.round(z / 0.8)) % 2) scene.polygon([[x, 0.001, z], [x + 0.8, 0.001, z], [x + 0.8, 0.001, z + 0.8], [x, 0.001, z + 0.8]], "#b5a48c", {depth: 189, stroke: "", alpha: 0.6});
  // the serving hatch
  flatOn(scene, "back", -2.4, 2.6, 1.0, 2.5, "#8a9aa5", 175);
  flatOn(scene, "back", -2.25, 2.45, 1.08, 2.42, "#dfe8ea", 174);
  flatOn(scene, "back", -2.6, 2.8, 0.92, 1.06, "#a8784a", 160);
  flatOn(scene, "back", -2.5, 2.7, 2.5, 2.9, "#b3452f", 170);
  onBack(scene, 0.1, 2.6, `<text font-size=".26" font-family="DejaVu Sans" font-weight="bold" fill="#fff6e0" text-anchor="middle" letter-spacing=".05">АШ БОЛСУН!</text>`);
  for (const [i, x] of [-1.2, 0.1, 1.4].entries()) onBack(scene, x, 1.06, `<path d="M-.3 0V-.3H.3V0Z" fill="#9aa3ae"/><path d="M-.3 -.3H.3" stroke="#e6eaee" stroke-width=".05"/><rect x="-.06" y="-.4" width=".12" height=".06" fill="#5b636e"/><path d="M-.1 -.5q.05 -.1 0 -.2M.1 -.5q.05 -.1 0 -.2" stroke="#fff" stroke-width=".03" fill="none" opacity=".7"/>`, 166 - i * 0.1);
  onBack(scene, -0.55, 1.06, figureAt(next, {height: 1.6, top: "#ffffff", hat: "scarf", girl: true, light: 1}), 168);
  onBack(scene, 0.75, 1.06, figureAt(next, {height: 1.6, top: "#ffffff", hat: "scarf", girl: true, light: 1}), 168);
  pinned(scene, 3.5, 1.7, 4, seed);
  for (const z of [7.4, 5.4, 3.4]) {
    for (const x of [-2.6, 0.2, 3.0]) {
      const foods = ["#d9a33f", "#c9653a", "#e9d9a8", "#b5502f"];
      desk(scene, x, z, {w: 2.1, colour: "#e8cfa0", chair: false, things: [-0.7, -0.1, 0.5].map((dx) => `<g transform="translate(${dx} 0)">${plate(next.of(foods))}</g><g transform="translate(${dx + 0.24} .01)">${next() < 0.5 ? cup : apple(next.of(["#d2452f", "#8db04a", "#e0a63a"]))}</g>`).join("") + `<g transform="translate(.85 0)">${bread}</g>`});
      scene.box(x, 0.36, z - 0.62, 1.9, 0.06, 0.3, "#b98650");
      scene.box(x, 0, z - 0.62, 1.6, 0.36, 0.06, "#6c7f92");
      if (kids) for (const dx of [-0.65, 0, 0.62]) {
        if (next() < 0.75) seated(scene, x + dx, z + 0.4, next, {view: "front", height: 1.18, top: next.of(["#fffdf6", "#f0e5d0", "#d6e4ef"])});
        if (next() < 0.5) seated(scene, x + dx, z - 0.6, next, {view: "back", height: 1.18, top: next.of(["#fffdf6", "#f0e5d0", "#d6e4ef"])});
      }
    }
  }
  if (parents) for (const [x, z, top] of [[-1.1, 8.8, "#8e3b46"], [1.5, 8.9, "#3a4a6b"], [-4, 6.3, "#4f6b46"]]) { scene.shade(x, 0, z, 0.9, 0.4, 0.25); scene.stand(x, 0, z, figure(next, {height: 1.66, top, bottom: "#2b2f45", skirt: next() < 0.6, hold: "paper", light: scene.time.light})); }
  return scene.svg();
}

function figureAt(next, options) {
  const id = "c" + Math.round(next() * 1e6);
  return `<clipPath id="${id}"><rect x="-1" y="-1.3" width="2" height="1.3"/></clipPath><g clip-path="url(#${id})"><g transform="translate(0 .75)">${figure(next, options)}</g></g>`;
}

export function laboratory({time = "morning", season = "winter", seed = 6, colours = ["#4f9bd9", "#5fae6a", "#e0703a", "#c8455f"], kids = true, projects = false} = {}) {
  const scene = room({time, season, seed, w: 9, d: 8.6, wall: "#eaf0ea", low: "#9fc0b0", floor: "#b9a98e", eye: [0.5, 1.7, 0.1]});
  const next = numbers(seed + 19);
  if (projects) {
    for (const [i, x] of [-2.9, -0.9, 1.1, 3.1].entries()) {
      flatOn(scene, "back", x - 0.75, x + 0.75, 0.9, 2.5, ["#f4d58a", "#a9d0e0", "#c6dca8", "#efb9a0"][i], 175);
      onBack(scene, x, 2.1, `<rect x="-.6" y="-.25" width="1.2" height=".2" rx=".03" fill="#fffaf0"/><rect x="-.6" y=".05" width=".55" height=".4" fill="#fffaf0"/><path d="M-.55 .4L-.4 .2L-.28 .3L-.12 .12" stroke="#b3452f" stroke-width=".03" fill="none"/><rect x=".05" y=".05" width=".55" height=".4" fill="#fffaf0"/><g fill="#3f86b8"><rect x=".12" y=".25" width=".09" height=".18"/><rect x=".27" y=".18" width=".09" height=".25"/><rect x=".42" y=".12" width=".09" height=".31"/></g><path d="M-.6 .6H.6M-.6 .7H.4M-.6 .8H.5" stroke="#7d7466" stroke-width=".03" opacity=".6"/>`, 170 - i * 0.1);
    }
  } else {
    board(scene, {x: 0, width: 3.6, text: ["v = s / t", "s = 10 м", "t = 8 с"], drawing: `<g transform="translate(.5 -.6)" fill="none" stroke="#f3f6ec" stroke-width=".025"><path d="M-.5 .35H.7M-.5 .35V-.4"/><path d="M-.5 .35L.5 -.25" stroke="#ffd98a"/><path d="M0 .05V.35M-.5 .05H0" stroke-dasharray=".05 .05"/></g>`});
    shelves(scene, 3.6, 8.3, {w: 1.5, levels: 4, seed, gap: 0.5});
    scene.box(-3.7, 0, 8.2, 1.3, 2.1, 0.6, "#dfe5e8");
  }
  for (const [row, z] of [6.2, 4.3, 2.5].entries()) {
    for (const x of [-2.3, 1.0]) {
      const things = [`<g transform="translate(-.75 0)">${flask(next.of(colours))}</g>`, `<g transform="translate(-.42 0)">${flask(next.of(colours))}</g>`, `<g transform="translate(.12 0) scale(1.15)">${next() < 0.6 ? microscope : laptop()}</g>`, `<g transform="translate(.72 0)">${next() < 0.5 ? openBook(next.of(WARE)) : flask(next.of(colours))}</g>`].join("");
      desk(scene, x, z, {w: 2.3, colour: "#dcd6c8", chair: false, h: 0.82, things});
      if (kids) for (const dx of [-0.7, 0.1, 0.8]) if (next() < 0.7 && row !== 3) { scene.shade(x + dx, 0, z + 0.5, 0.6, 0.3, 0.2); scene.stand(x + dx, 0, z + 0.5, figure(next, {height: next.between(1.45, 1.6), top: next() < 0.5 ? "#ffffff" : next.of(["#dfe8f3", "#f1e3c8"]), bottom: "#27304d", skirt: next() < 0.5, pose: next() < 0.4 ? "hold" : "stand", light: scene.time.light})); }
    }
  }
  if (kids && projects) for (const [x, z] of [[2.9, 3.4], [3.3, 5.2]]) scene.stand(x, 0, z, figure(next, {height: 1.66, top: next.of(["#7a3f5a", "#3a4a6b"]), bottom: "#2b2f45", skirt: true, hold: "paper", light: scene.time.light}));
  return scene.svg();
}

export function gym({time = "day", seed = 7, sport = "volleyball", banner = "", season = "autumn", crowdSize = 0, tops = ["#d8443f", "#2f6f8f"]} = {}) {
  const scene = room({time, season, seed, w: 15, d: 20, h: 6.4, wall: "#efe6d2", low: "#7fa5b8", floor: "#cf9f63", eye: [0.8, 2.3, -0.2], focus: 1150, tilt: -0.13, windows: "left"});
  const next = numbers(seed + 29);
  const line = (x0, z0, x1, z1, c = "#fffaf0") => scene.polygon([[x0, 0.003, z0], [x1, 0.003, z0], [x1, 0.003, z1], [x0, 0.003, z1]], c, {depth: 185});
  line(-5, 4, 5, 4.12); line(-5, 16, 5, 16.12); line(-5, 4, -4.88, 16.1); line(4.88, 4, 5, 16.1); line(-5, 10, 5, 10.1);
  scene.polygon([...Array(24).keys()].map((i) => [Math.cos(i / 24 * 6.283) * 2.2, 0.002, 10 + Math.sin(i / 24 * 6.283) * 2.2]), "#d8543f", {depth: 186, alpha: 0.35});
  for (let i = 0; i < 4; ++i) flatOn(scene, "right", 3 + i * 4.2, 6.4 + i * 4.2, 1.2, 4.6, "#f7efdd", 180), [1.4, 1.9, 2.4, 2.9, 3.4, 3.9, 4.4].forEach((y) => flatOn(scene, "right", 3 + i * 4.2, 6.4 + i * 4.2, y, y + 0.1, "#b98650", 179));
  // a basket on the far wall
  onBack(scene, 0, 3.5, `<rect x="-.95" y="-1.1" width="1.9" height="1.2" fill="#fff" stroke="#b3452f" stroke-width=".06"/><rect x="-.3" y="-.45" width=".6" height=".42" fill="none" stroke="#b3452f" stroke-width=".05"/><ellipse cx="0" cy=".12" rx=".3" ry=".07" fill="none" stroke="#e0703a" stroke-width=".06"/><path d="M-.28 .14L-.16 .55H.16L.28 .14M-.1 .18L-.05 .55M.1 .18L.05 .55" stroke="#fff" stroke-width=".03" fill="none"/>`);
  onBack(scene, 0, 5.3, `<rect x="-3.2" y="-.5" width="6.4" height=".8" fill="#b3452f"/><text y=".06" font-size=".42" font-family="DejaVu Sans" font-weight="bold" fill="#fff6e0" text-anchor="middle">${banner || "СПОРТ — ДЕН СООЛУК"}</text>`);
  const player = (x, z, options) => { scene.shade(x, 0, z, 1, 0.45, 0.28); scene.stand(x, 0, z, figure(next, {height: next.between(1.5, 1.72), bottom: "#22304d", light: scene.time.light, girl: next() < 0.5, ...options})); };
  if (sport === "volleyball") {
    const [a, b] = [scene.at([-5.2, 0, 10]), scene.at([5.2, 0, 10])];
    for (const p of [a, b]) scene.add(p.depth, `<rect x="${f1(p.x - 4)}" y="${f1(p.y - p.scale * 2.5)}" width="8" height="${f1(p.scale * 2.5)}" fill="#6c7f92"/>`);
    const id = scene.id();
    scene.defs.push(`<pattern id="${id}" width="9" height="9" patternUnits="userSpaceOnUse"><path d="M9 0H0V9" fill="none" stroke="#3b424c" stroke-width="1.2"/></pattern>`);
    const [nt, nb] = [a.y - a.scale * 2.43, a.y - a.scale * 1.45];
    scene.add(a.depth - 0.05, `<rect x="${f1(a.x)}" y="${f1(nt)}" width="${f1(b.x - a.x)}" height="${f1(nb - nt)}" fill="url(#${id})"/><rect x="${f1(a.x)}" y="${f1(nt - 7)}" width="${f1(b.x - a.x)}" height="13" fill="#fffaf0"/>`);
    for (const [x, z, raise] of [[-2.6, 13, false], [0.6, 12.2, true], [2.9, 14.2, false], [-1, 15, false]]) player(x, z, {top: tops[0], view: "front", pose: raise ? "raise" : "hold"});
    for (const [x, z, raise] of [[-1.8, 7.6, true], [1.7, 6.4, false], [-3.6, 5.4, false], [3.8, 8.4, false]]) player(x, z, {top: tops[1], view: "back", pose: raise ? "raise" : "walk"});
    const ball = scene.at([-0.6, 3.3, 9]);
    scene.add(8.4, `<g transform="translate(${f1(ball.x)} ${f1(ball.y)}) scale(${(ball.scale * 0.16).toFixed(1)})"><circle r="1" fill="#f6d660"/><path d="M-1 0A1.4 1.4 0 0 0 .5 .86M-.3 -.95A1.5 1.5 0 0 1 .8 .6M-.9 -.4Q0 -.2 .95 -.3" fill="none" stroke="#2f5d9f" stroke-width=".16"/><circle cx="-.35" cy="-.4" r=".25" fill="#fff" opacity=".5"/></g>`);
  }
  if (sport === "assembly") {
    for (let row = 0; row < 6; ++row) for (let x = -4.6; x <= 4.6; x += 0.95) if (next() < 0.85) { const z = 5 + row * 1.2; scene.stand(x + next.between(-0.1, 0.1), 0, z, figure(next, {height: next.between(1.2, 1.5), view: "back", top: next.of(["#8e3b46", "#3a4a6b", "#4f6b46", "#d9cbb0", "#7a4a6b", "#b98650", "#2f5d5a"]), bottom: "#2b2f45", pose: "sit", hat: next() < 0.18 ? next.of(["kalpak", "scarf"]) : "", girl: next() < 0.55, light: scene.time.light})); scene.box(x, 0, z - 0.25, 0.45, 0.85, 0.06, "#5b4636"); }
    desk(scene, 0, 14.6, {w: 3.6, colour: "#8d2f22", chair: false});
    for (const x of [-1.1, 0, 1.1]) player(x, 15.4, {top: next.of(["#3a4a6b", "#8e3b46", "#2f5d5a"]), view: "front", hold: x === 0 ? "paper" : ""});
  }
  if (sport === "games") {
    const flags = ["#d8443f", "#f1b93f", "#3f86b8", "#6aa457"];
    for (let i = 0; i < 4; ++i) for (let k = 0; k < 3; ++k) player(-4.2 + i * 2.8 + next.between(-0.2, 0.2), 6 + k * 2.2, {top: flags[i], height: 1.35, view: k === 0 ? "back" : "front", pose: k === 1 ? "walk" : k === 0 ? "raise" : "stand", hold: k === 2 ? "ball" : ""});
  }
  if (sport === "wrestling" || sport === "tree") {
    scene.polygon([[-3, 0.01, 6], [3, 0.01, 6], [3, 0.01, 12], [-3, 0.01, 12]], "#3f6fa0", {depth: 150});
  }
  if (sport === "tree") {
    for (let row = 0; row < 2; ++row) for (let i = 0; i < 12; ++i) { const angle = i / 12 * 6.283 + row * 0.3; const r = 3.1 + row * 1.3; player(Math.cos(angle) * r, 10 + Math.sin(angle) * r * 0.8, {height: next.between(1.15, 1.3), top: next.of(["#d8443f", "#f1b93f", "#3f86b8", "#6aa457", "#ffffff", "#8a5aa0"]), view: Math.sin(angle) < 0 ? "back" : "front", skirt: next() < 0.5, pose: next() < 0.3 ? "raise" : "walk"}); }
    scene.stand(0, 0, 10, bigTree(next), {});
  }
  return scene.svg();
}

function bigTree(next) {
  const parts = [`<rect x="-.14" y="-.5" width=".28" height=".5" fill="#5b4636"/>`];
  for (let i = 0; i < 6; ++i) {
    const y = -0.45 - i * 0.72;
    const w = 1.75 * (1 - i / 6.6);
    parts.push(`<path d="M0 ${f1(y - 1.3)}L${w.toFixed(2)} ${y.toFixed(2)}Q0 ${(y + 0.25).toFixed(2)} ${(-w).toFixed(2)} ${y.toFixed(2)}Z" fill="${["#2f6b4a", "#377a54", "#2b6244"][i % 3]}"/><path d="M0 ${f1(y - 1.3)}L${(-w).toFixed(2)} ${y.toFixed(2)}Q${(-w / 2).toFixed(2)} ${(y + 0.16).toFixed(2)} 0 ${(y + 0.12).toFixed(2)}Z" fill="#59a06f" opacity=".4"/>`);
    for (let k = 0; k < 7 - i; ++k) parts.push(`<circle cx="${(next.between(-0.85, 0.85) * w).toFixed(2)}" cy="${(y - next.between(-0.05, 0.35)).toFixed(2)}" r=".09" fill="${next.of(["#d8443f", "#f1b93f", "#5fb0d8", "#f7f2e6", "#c8455f"])}"/>`);
  }
  parts.push(`<path transform="translate(0 -5.5) scale(.34)" d="M0 -1L.29 -.4L.95 -.31L.48 .15L.59 .81L0 .5L-.59 .81L-.48 .15L-.95 -.31L-.29 -.4Z" fill="#ffd24a"/>`);
  return parts.join("");
}

export function stage({time = "dusk", seed = 8, curtain = "#8d2f3a", banner = "", act = "komuz", floor = "#a8703f", backdrop = "#e9b46a"} = {}) {
  const scene = room({time, seed, w: 11, d: 9, h: 4.6, wall: backdrop, low: mix(backdrop, "#8a4a2a", 0.25), far: backdrop, floor, windows: "none", eye: [0.2, 1.5, -1.2], focus: 1000, tilt: 0.03});
  const next = numbers(seed + 39);
  const glow = scene.glow([[0, "#fff3cf", 0.85], [1, "#fff3cf", 0]]);
  onBack(scene, 0, 2.5, `<ellipse rx="4.6" ry="3" fill="${glow}"/><g opacity=".4" transform="translate(0 -.1) scale(1.45)">${tunduk("#b3452f", 0.06)}</g>`, 171);
  if (banner) onBack(scene, 0, 4.25, `<text font-size=".46" font-family="DejaVu Sans" font-weight="bold" fill="#8d2f22" text-anchor="middle">${banner}</text>`, 160);
  const player = (x, z, options) => { scene.shade(x, 0, z, 1, 0.5, 0.35); scene.stand(x, 0, z, figure(next, {light: 1.02, ...options})); };
  if (act === "komuz") {
    [[-3, 5.4], [-1.8, 6], [-0.6, 5.4], [0.6, 6], [1.8, 5.4], [3, 6]].forEach(([x, z], i) => {
      scene.box(x, 0, z + 0.1, 0.5, 0.42, 0.4, "#6b3f2a");
      player(x, z, {height: 1.5, top: i % 2 ? "#fffaf0" : "#8d2f3a", bottom: i % 2 ? "#8d2f3a" : "#2b2f45", skirt: i % 2 === 1, hat: i % 2 ? "" : "kalpak", hold: "komuz", vest: i % 2 ? "#b3452f" : "#d9a441"});
    });
  }
  if (act === "dance") [[-2.8, 4.6], [-1.4, 5.6], [0, 4.6], [1.4, 5.6], [2.8, 4.6]].forEach(([x, z], i) => player(x, z, {height: 1.5, top: ["#c8352b", "#fffaf0", "#2f6f8f", "#fffaf0", "#c8352b"][i], bottom: ["#fffaf0", "#c8352b", "#fffaf0", "#2f6f8f", "#fffaf0"][i], skirt: true, pose: "raise", vest: "#8d2f22"}));
  if (act === "flowers") [[-2.4, 5], [-1.2, 5.5], [0, 5], [1.2, 5.5], [2.4, 5]].forEach(([x, z], i) => player(x, z, {height: i % 2 ? 1.4 : 1.66, top: ["#7a3f5a", "#fffdf6", "#2f5d5a", "#fffdf6", "#3a4a6b"][i], bottom: "#2b2f45", skirt: i !== 2, hold: "flowers"}));
  if (act === "manas") { player(0, 5, {height: 1.6, top: "#2f3f6b", vest: "#d9a441", bottom: "#2b2f45", hat: "kalpak", pose: "raise"}); [[-2.4, 6], [2.4, 6]].forEach(([x, z]) => player(x, z, {height: 1.5, top: "#fffaf0", vest: "#b3452f", bottom: "#2b2f45", hat: "kalpak", hold: "komuz"})); }
  for (const side of [-1, 1]) {
    let folds = "";
    for (let i = 0; i < 9; ++i) folds += `<path d="M${side < 0 ? i * 30 : W - i * 30} -10Q${side < 0 ? i * 30 + 24 : W - i * 30 - 24} 500 ${side < 0 ? i * 24 : W - i * 24} 1080H${side < 0 ? i * 24 + 34 : W - i * 24 - 34}Q${side < 0 ? i * 30 + 60 : W - i * 30 - 60} 500 ${side < 0 ? i * 30 + 40 : W - i * 30 - 40} -10Z" fill="${lit(curtain, i % 2 ? 0.84 : 1.05)}"/>`;
    scene.front.push(folds);
  }
  let top = "";
  for (let i = 0; i < 10; ++i) top += `<path d="M${i * 160 - 5} -5H${i * 160 + 165}V70Q${i * 160 + 80} 150 ${i * 160 - 5} 70Z" fill="${lit(curtain, i % 2 ? 0.92 : 1.02)}"/><path d="M${i * 160} 76Q${i * 160 + 80} 152 ${i * 160 + 160} 76" stroke="#e6b85a" stroke-width="7" fill="none"/>`;
  scene.front.push(top);
  for (let i = 0; i < 15; ++i) scene.front.push(`<g transform="translate(${40 + i * 110 + next.between(-20, 20)} 1090) scale(${next.between(165, 200).toFixed(0)})" opacity=".96">${figure(next, {height: 1.4, view: "back", top: next.of(["#2b2433", "#3a2f45", "#2f2a3a"]), pose: "sit", girl: next() < 0.5, light: 0.72})}</g>`.replace("1090", "1150"));
  return scene.svg();
}

export function museum({time = "golden", seed = 9, visitors = true} = {}) {
  const scene = room({time, seed, w: 9.4, d: 8, h: 3.4, wall: "#ead9bb", low: "#8d5a45", floor: "#9a6a42", eye: [0.6, 1.7, 0.1], windows: "left"});
  const next = numbers(seed + 49);
  // a felt carpet on the far wall
  onBack(scene, 0.2, 1.75, shyrdak(3.2, 1.7), 172);
  for (const [i, x] of [-3.3, -2.5, 3.0, 3.8].entries()) onBack(scene, x, 1.9, `<rect x="-.32" y="-.42" width=".64" height=".84" fill="#6b4a2f"/><rect x="-.27" y="-.37" width=".54" height=".74" fill="#d9c9a5"/><path d="M-.27 .37L-.05 0L.08 .18L.16 .05L.27 .37Z" fill="#a58f6a"/><circle cx=".12" cy="-.16" r=".07" fill="#efe3c8"/>`, 168 - i * 0.1);
  const showcase = (x, z, things, w = 1.7) => {
    scene.shade(x, 0, z, w * 1.2, 0.9, 0.3);
    scene.box(x, 0, z, w, 0.85, 0.6, "#7d4f33");
    scene.box(x, 0.85, z, w, 0.03, 0.6, "#efe0c0", {bias: 0.05});
    scene.stand(x, 0.9, z, things, {bias: 0.5});
    scene.stand(x, 0.87, z - 0.28, `<path d="M${-w / 2} 0V-.5H${w / 2}V0Z" fill="#dff0f5" opacity=".22"/><path d="M${-w / 2} 0V-.5H${w / 2}V0" fill="none" stroke="#b98650" stroke-width=".025"/><path d="M${-w / 2 + 0.1} -.05L${-w / 2 + 0.45} -.48H${-w / 2 + 0.7}L${-w / 2 + 0.3} -.05Z" fill="#fff" opacity=".25"/>`, {bias: 0.8});
  };
  const jug = `<path d="M-.05 -.34H.05L.04 -.28Q.14 -.2 .12 -.08Q.1 0 0 0Q-.1 0 -.12 -.08Q-.14 -.2 -.04 -.28Z" fill="#a8653a"/><path d="M-.11 -.12H.11" stroke="#e6c38a" stroke-width=".02"/><path d="M.05 -.3Q.16 -.3 .12 -.16" fill="none" stroke="#a8653a" stroke-width=".025"/>`;
  const inkwell = `<path d="M-.08 0V-.12L-.04 -.16V-.2H.04V-.16L.08 -.12V0Z" fill="#31517d"/><path d="M.02 -.2L.14 -.42" stroke="#5a3a22" stroke-width=".02"/>`;
  showcase(-2.6, 5.6, `<g transform="translate(-.5 0)">${openBook("#8d5a45")}</g><g transform="translate(.1 0)">${inkwell}</g><g transform="translate(.55 0)">${jug}</g>`);
  showcase(0.2, 6.3, `<g transform="translate(-.5 0)">${jug}</g><g transform="translate(0 0)">${stack(next, 4)}</g><g transform="translate(.5 0)">${openBook("#6b4a2f")}</g>`);
  showcase(2.9, 5.4, `<g transform="translate(-.45 0)">${inkwell}</g><g transform="translate(.25 0)">${openBook("#8d2f22")}</g>`);
  scene.stand(-4, 0, 7.4, `<g transform="scale(1.5)">${komuz(1)}</g>`, {bias: -0.4});
  scene.stand(4.1, 0, 7.2, jug, {scale: 3.2});
  if (visitors) [[-1.6, 4.3, "back"], [-0.7, 3.9, "back"], [1.1, 4.2, "back"], [2, 3.8, "back"]].forEach(([x, z, view]) => { scene.shade(x, 0, z, 0.7, 0.35, 0.3); scene.stand(x, 0, z, figure(next, {height: next.between(1.25, 1.42), view, top: next.of(["#fffdf6", "#dfe8f3", "#f1e3c8"]), bottom: "#27304d", skirt: next() < 0.5, light: 1})); });
  if (visitors) { scene.shade(1.6, 0, 6.9, 0.8, 0.4, 0.3); scene.stand(1.65, 0, 6.95, figure(next, {height: 1.64, top: "#2f5d5a", bottom: "#2b2f45", skirt: true, pose: "raise", light: 1})); }
  return scene.svg();
}

/** A felt carpet with the ram's horn ornament; w by h metres around its middle. */
export function shyrdak(w, h, a = "#a8322b", b = "#f0dfb8", c = "#2b3f5a") {
  const horn = "M0 -.36V.36M0 -.1C.1 -.4 .42 -.42 .42 -.2C.42 -.04 .2 -.04 .22 -.18M0 -.1C-.1 -.4 -.42 -.42 -.42 -.2C-.42 -.04 -.2 -.04 -.22 -.18M0 .1C.1 .4 .42 .42 .42 .2C.42 .04 .2 .04 .22 .18M0 .1C-.1 .4 -.42 .42 -.42 .2C-.42 .04 -.2 .04 -.22 .18";
  const n = Math.max(1, Math.round(w / h));
  const size = Math.min(h * 0.78, (w * 0.86) / n);
  let inner = "";
  for (let i = 0; i < n; ++i) inner += `<g transform="translate(${((i - (n - 1) / 2) * size * 1.05).toFixed(3)} 0) scale(${size.toFixed(3)})"><path d="M0 -.5L.5 0L0 .5L-.5 0Z" fill="${c}" opacity=".9"/><path d="${horn}" fill="none" stroke="${b}" stroke-width=".07" stroke-linecap="round"/></g>`;
  let teeth = "";
  for (let x = -w / 2 + 0.08; x < w / 2 - 0.05; x += 0.16) teeth += `<path d="M${x.toFixed(2)} ${(-h / 2 + 0.02).toFixed(2)}l.08 .09l.08 -.09ZM${x.toFixed(2)} ${(h / 2 - 0.02).toFixed(2)}l.08 -.09l.08 .09Z" fill="${b}"/>`;
  return `<rect x="${-w / 2}" y="${-h / 2}" width="${w}" height="${h}" fill="${c}"/><rect x="${-w / 2 + 0.12}" y="${-h / 2 + 0.12}" width="${w - 0.24}" height="${h - 0.24}" fill="${a}"/>${teeth}${inner}`;
}
