// Scenes inside the school: rooms in perspective with light from the windows, and the things that stand in them.
import {H, Scene, W, f1, lit, mix, numbers} from "./kit.mjs";
import {mountains, sky} from "./land.mjs";
import {figure} from "./people.mjs";

/** A room seen from its door side. The floor is y = 0, the far wall z = d; windows on the left unless said. */
export function room({time = "morning", seed = 1, w = 9, d = 9, h = 3.3, wall = "#f1e6cf", low = "#c9d8c6", floor = "#b98a5c", windows = "left", eye = [0.6, 1.75, 0.1], turn = 0, tilt = -0.13, focus = 1080, season = "autumn", far = null, boards = true} = {}) {
  const scene = new Scene({time: time === "night" ? "night" : time, seed, eye, turn, tilt, focus});
  const inside = {...scene.time, light: time === "dusk" || time === "night" ? 0.86 : time === "overcast" ? 0.94 : 1.03, stars: 0};
  scene.time = inside;
  const left = -w / 2;
  const right = w / 2;
  const walls = (points, fill, depth) => scene.polygon(points, fill, {depth});
  const [n, z] = [-0.5, d];
  const g = (from, to) => scene.gradient([[0, from], [1, to]], {x1: 0, y1: 0, x2: 1, y2: 0});
  scene.polygon([[left, h, n], [right, h, n], [right, h, z], [left, h, z]], lit("#fbf7ee", 0.95), {depth: 190});
  scene.polygon([[left, 0, n], [right, 0, n], [right, 0, z], [left, 0, z]], lit(floor, 0.98), {depth: 190});
  if (boards) {
    for (let x = left; x < right; x += 0.42) scene.polygon([[x, 0.001, n], [x + 0.02, 0.001, n], [x + 0.02, 0.001, z], [x, 0.001, z]], lit(floor, 0.84), {depth: 189});
    const next = numbers(seed + 31);
    for (let i = 0; i < 34; ++i) {
      const [x, y] = [left + 0.42 * Math.floor(next() * (w / 0.42)), next() * d];
      scene.polygon([[x, 0.001, y], [x + 0.42, 0.001, y], [x + 0.42, 0.001, y + 1.6], [x, 0.001, y + 1.6]], next() < 0.5 ? lit(floor, 1.06) : lit(floor, 0.92), {depth: 189.5, alpha: 0.55});
    }
  }
  const side = (x, bright, shade) => {
    walls([[x, 0, n], [x, 0, z], [x, h, z], [x, h, n]], g(lit(wall, bright), lit(wall, shade)), 188);
    walls([[x, 0, n], [x, 0, z], [x, 1.05, z], [x, 1.05, n]], g(lit(low, bright), lit(low, shade)), 187);
    walls([[x, 1.05, n], [x, 1.05, z], [x, 1.12, z], [x, 1.12, n]], lit("#fffaf0", bright), 186.5);
    walls([[x, 0, n], [x, 0, z], [x, 0.1, z], [x, 0.1, n]], lit("#7c6048", bright), 186);
  };
  side(left, 0.84, 0.9);
  side(right, 1.04, 0.95);
  walls([[left, 0, z], [right, 0, z], [right, h, z], [left, h, z]], g(lit(far ?? wall, 1.0), lit(far ?? wall, 0.93)), 188);
  walls([[left, 0, z], [right, 0, z], [right, 1.05, z], [left, 1.05, z]], lit(low, 0.96), 187);
  walls([[left, 1.05, z], [right, 1.05, z], [right, 1.12, z], [left, 1.12, z]], lit("#fffaf0", 0.96), 186.5);
  walls([[left, 0, z], [right, 0, z], [right, 0.1, z], [left, 0.1, z]], lit("#7c6048", 0.95), 186);
  const outdoor = new Scene({time, seed});
  const view = [outdoor.time.sky[1], outdoor.time.sky[2]];
  const place = {left: (u, v) => [left, v, u], right: (u, v) => [right, v, u], back: (u, v) => [u, v, z]}[windows];
  const spans = windows === "back" ? [[-3.4, -1.4], [-0.9, 1.1], [1.6, 3.6]].filter(([, b]) => b < right) : [[0.9, 2.7], [3.4, 5.2], [5.9, 7.7], [8.4, 10.2]].filter(([, b]) => b < d - 0.2);
  if (windows !== "none") {
    for (const [index, [a, b]] of spans.entries()) {
      const [v0, v1] = [1.0, 2.85];
      const rect = (x0, x1, y0, y1, fill, depth, alpha = 1) => scene.polygon([place(x0, y0), place(x1, y0), place(x1, y1), place(x0, y1)], fill, {depth, alpha});
      rect(a - 0.09, b + 0.09, v0 - 0.09, v1 + 0.09, "#fffdf6", 185);
      rect(a, b, v0, v1, scene.gradient([[0, view[0]], [1, view[1]]]), 184);
      const hills = season === "winter" ? "#f3f8fd" : "#8fa3b5";
      scene.polygon([place(a, v0 + 0.5), place(a + (b - a) * 0.3, v0 + 1.0 + (index % 2) * 0.14), place(a + (b - a) * 0.55, v0 + 0.72), place(a + (b - a) * 0.8, v0 + 1.1), place(b, v0 + 0.62), place(b, v0), place(a, v0)], mix(hills, outdoor.time.haze, 0.35), {depth: 183.8});
      scene.polygon([place(a, v0 + 0.36), place(a + (b - a) * 0.5, v0 + 0.44), place(b, v0 + 0.3), place(b, v0), place(a, v0)], {spring: "#8db866", summer: "#74a457", autumn: "#c8a04a", winter: "#e4edf6"}[season], {depth: 183.7});
      rect((a + b) / 2 - 0.03, (a + b) / 2 + 0.03, v0, v1, "#fffdf6", 183);
      rect(a, b, v1 - 0.62, v1 - 0.57, "#fffdf6", 183);
      rect(a - 0.16, b + 0.16, v0 - 0.16, v0 - 0.07, "#efe6d4", 182.5);
      // the light that falls in
      if (windows === "left" && time !== "night" && time !== "overcast" && time !== "dusk") {
        scene.polygon([[left + 1.1, 0.004, a + 0.4], [left + 1.1, 0.004, b + 0.4], [left + 3.9, 0.004, b + 1.4], [left + 3.9, 0.004, a + 1.4]], "#fff2c8", {alpha: 0.5, depth: 181, blur: "soft"});
        scene.front.push(beam(scene, [[left, v1, a], [left, v1, b], [left + 3.9, 0, b + 1.4], [left + 1.1, 0, a + 0.4]]));
      }
      if (windows === "back" && time !== "overcast" && time !== "night") scene.polygon([[a + 0.2, 0.004, z - 1], [b + 0.2, 0.004, z - 1], [b + 0.9, 0.004, z - 4], [a + 0.9, 0.004, z - 4]], "#fff2c8", {alpha: 0.5, depth: 181, blur: "soft"});
    }
  }
  for (const x of [-w / 4, w / 4]) for (const lz of [d * 0.36, d * 0.6, d * 0.84]) {
    const lamp = (grow, fill, depth) => scene.polygon([[x - 0.7 - grow, h - 0.01, lz - 0.16 - grow], [x + 0.7 + grow, h - 0.01, lz - 0.16 - grow], [x + 0.7 + grow, h - 0.01, lz + 0.16 + grow], [x - 0.7 - grow, h - 0.01, lz + 0.16 + grow]], fill, {depth});
    lamp(0.06, "#d9d2c3", 180.5);
    lamp(0, "#fffdf2", 180);
  }
  scene.finish = () => {
    const warm = scene.glow([[0, "#fff0c2", 0.55], [1, "#fff0c2", 0]]);
    const corner = scene.glow([[0, "#000", 0], [0.7, "#000", 0], [1, "#1a1420", 0.3]]);
    return `<ellipse cx="${windows === "right" ? 1500 : windows === "back" ? 800 : 120}" cy="360" rx="900" ry="720" fill="${warm}" style="mix-blend-mode:soft-light"/><ellipse cx="800" cy="533" rx="1230" ry="850" fill="${corner}"/>`;
  };
  scene.room = {w, d, h, left, right};
  return scene;
}

function beam(scene, points) {
  const path = points.map((point) => { const p = scene.at(point); return `${f1(p.x)},${f1(p.y)}`; }).join(" ");
  if (points.some((point) => scene.at(point).depth < 0.3)) return "";
  return `<polygon points="${path}" fill="#fff4cf" opacity=".1" filter="url(#soft)"/>`;
}

export function flatOn(scene, wall, a, b, v0, v1, fill, depth = 170) {
  const {left, right, d} = scene.room;
  const at = {left: (u, v) => [left + 0.02, v, u], right: (u, v) => [right - 0.02, v, u], back: (u, v) => [u, v, d - 0.02]}[wall];
  scene.polygon([at(a, v0), at(b, v0), at(b, v1), at(a, v1)], fill, {depth});
}

/** SVG on the far wall, in metres, origin at (x, y). */
export function onBack(scene, x, y, svg, depth = 160) {
  const place = scene.at([x, y, scene.room.d - 0.03]);
  scene.add(depth, `<g transform="translate(${f1(place.x)} ${f1(place.y)}) scale(${place.scale.toFixed(2)})">${svg}</g>`);
}

export function board(scene, {text = [], width = 3.6, x = 0, y = 1.1, colour = "#2f5f50", drawing = "", screen = false} = {}) {
  const frame = screen ? "#dfe4ea" : "#a8784a";
  flatOn(scene, "back", x - width / 2 - 0.08, x + width / 2 + 0.08, y - 0.08, y + 1.38, frame, 175);
  flatOn(scene, "back", x - width / 2, x + width / 2, y, y + 1.3, colour, 174);
  flatOn(scene, "back", x - width / 2, x + width / 2, y - 0.12, y - 0.05, lit(frame, 0.85), 173);
  const lines = text.map((line, index) => `<text x="${-width / 2 + 0.18}" y="${-1.0 + index * 0.27}" font-size="${line.size ?? 0.2}" font-family="DejaVu Sans" fill="${line.fill ?? "#f3f6ec"}" opacity=".92">${line.text ?? line}</text>`).join("");
  onBack(scene, x, y, `<path d="M${-width / 2} -1.3L${width * 0.1} -1.3L${-width * 0.25} 0H${-width / 2}Z" fill="#fff" opacity=".05"/>${lines}${drawing}`, 172);
}

export function desk(scene, x, z, {colour = "#d9b078", w = 1.25, things = "", seed = 1, chair = true, h = 0.72} = {}) {
  scene.shade(x, 0.002, z, w * 1.3, 0.9, 0.26, -0.6);
  for (const [dx, dz] of [[-w / 2 + 0.08, 0.18], [w / 2 - 0.08, 0.18], [-w / 2 + 0.08, -0.18], [w / 2 - 0.08, -0.18]]) scene.box(x + dx, 0, z + dz, 0.045, h - 0.03, 0.045, "#6c7f92");
  scene.box(x, h - 0.04, z, w, 0.045, 0.52, colour, {bias: 0.1});
  if (chair) {
    for (const dx of [-w / 4, w / 4]) {
      scene.box(x + dx, 0, z - 0.52, 0.36, 0.42, 0.04, "#6c7f92", {bias: 0});
      scene.box(x + dx, 0.42, z - 0.52, 0.4, 0.035, 0.36, "#c08a52", {bias: 0.05});
      scene.box(x + dx, 0.58, z - 0.7, 0.4, 0.3, 0.03, "#c08a52", {bias: 0.1});
    }
  }
  if (things) scene.stand(x, h + 0.01, z - 0.05, things, {bias: 0.35});
}

export const openBook = (colour = "#b8433a") => `<path d="M0 0Q-.12 -.05 -.26 -.02V-.06Q-.12 -.09 0 -.04Q.12 -.09 .26 -.06V-.02Q.12 -.05 0 0Z" fill="${colour}"/><path d="M0 -.03Q-.12 -.08 -.24 -.05L-.2 -.11Q-.1 -.13 0 -.08Q.1 -.13 .2 -.11L.24 -.05Q.12 -.08 0 -.03Z" fill="#fffaf0"/>`;
export const stack = (next, n = 4) => [...Array(n).keys()].map((i) => `<rect x="${f1(-0.16 + next.between(-0.02, 0.02)) === "-0.2" ? -0.17 : -0.15}" y="${(-0.055 * (i + 1)).toFixed(3)}" width="${next.between(0.27, 0.34).toFixed(2)}" height=".05" rx=".008" fill="${next.of(["#b8433a", "#2f6f8f", "#e0a63a", "#4f7d4a", "#6b4a82", "#d9cbb0", "#31517d"])}"/><rect x="-.1" y="${(-0.055 * (i + 1) + 0.012).toFixed(3)}" width=".2" height=".008" fill="#fff" opacity=".6"/>`).join("");
export const laptop = (glow = "#bfe3f2") => `<path d="M-.24 -.02H.24L.27 0H-.27Z" fill="#9aa3ae"/><rect x="-.22" y="-.34" width=".44" height=".31" rx=".015" fill="#3b424c"/><rect x="-.2" y="-.32" width=".4" height=".26" fill="${glow}"/><path d="M-.2 -.06L.05 -.32H.2V-.3L-.02 -.06Z" fill="#fff" opacity=".3"/>`;
export const monitor = (code = false) => `<rect x="-.05" y="-.1" width=".1" height=".1" fill="#8d96a1"/><rect x="-.14" y="-.02" width=".28" height=".02" fill="#8d96a1"/><rect x="-.3" y="-.47" width=".6" height=".38" rx=".02" fill="#2c323b"/><rect x="-.28" y="-.45" width=".56" height=".33" fill="${code ? "#1f3348" : "#cfe7f3"}"/>${code ? [0, 1, 2, 3, 4].map((i) => `<rect x="${-0.24 + (i % 3) * 0.04}" y="${-0.41 + i * 0.055}" width="${0.3 - (i % 2) * 0.12}" height=".022" rx=".01" fill="${["#ffd166", "#7fd1ae", "#8ecae6", "#f4a261", "#7fd1ae"][i]}"/>`).join("") : `<path d="M-.28 -.2L-.1 -.36L.06 -.24L.16 -.32L.28 -.18V-.12H-.28Z" fill="#7fa98a"/><circle cx=".15" cy="-.38" r=".035" fill="#ffd166"/>`}`;
export const globe = `<path d="M-.1 0H.1L.06 -.03H-.06Z" fill="#7d5734"/><rect x="-.012" y="-.1" width=".024" height=".08" fill="#c9a23c"/><circle cx="0" cy="-.26" r=".165" fill="#4f97bd"/><path d="M-.12 -.36Q-.02 -.42 .04 -.36T.0 -.26T-.1 -.24T-.14 -.3ZM.05 -.24Q.14 -.28 .15 -.22T.08 -.13T.03 -.18Z" fill="#86b45c"/><path d="M-.13 -.4A.19 .19 0 0 0 .05 -.08" fill="none" stroke="#c9a23c" stroke-width=".018"/><ellipse cx="-.05" cy="-.33" rx=".05" ry=".035" fill="#fff" opacity=".4"/>`;
export const pot = (kind = 0) => `<path d="M-.11 -.16H.11L.08 0H-.08Z" fill="#b5623f"/><rect x="-.125" y="-.19" width=".25" height=".045" fill="#c87650"/>${kind === 0 ? [-50, -25, 0, 24, 48].map((a) => `<ellipse transform="rotate(${a} 0 -.17)" cx="0" cy="-.36" rx=".045" ry=".19" fill="${a < 0 ? "#5f9150" : "#4a7d45"}"/>`).join("") : `<g fill="#5f9150">${[-0.1, 0, 0.1].map((x) => `<circle cx="${x}" cy="-.3" r=".1"/>`).join("")}</g>${[[-0.12, -0.35], [0.02, -0.4], [0.13, -0.33], [-0.03, -0.28]].map(([x, y]) => `<circle cx="${x}" cy="${y}" r=".032" fill="#e5566b"/>`).join("")}`}`;
export const flask = (colour) => `<path d="M-.03 -.34H.03V-.2L.13 -.02Q.14 0 .11 0H-.11Q-.14 0 -.13 -.02L-.03 -.2Z" fill="#eaf4f8" opacity=".75"/><path d="M-.075 -.12H.075L.125 -.02Q.13 -.005 .11 -.005H-.11Q-.13 -.005 -.125 -.02Z" fill="${colour}"/><circle cx="-.02" cy="-.07" r=".014" fill="#fff" opacity=".7"/><circle cx=".04" cy="-.05" r=".01" fill="#fff" opacity=".7"/><rect x="-.04" y="-.36" width=".08" height=".025" rx=".01" fill="#d5e6ee"/>`;
export const microscope = `<path d="M-.12 0H.14V-.04H-.12Z" fill="#3b424c"/><path d="M.1 -.03Q.16 -.2 .04 -.3" fill="none" stroke="#3b424c" stroke-width=".05"/><rect x="-.1" y="-.14" width=".2" height=".025" fill="#4b535e"/><g transform="rotate(-20 0 -.3)"><rect x="-.035" y="-.42" width=".07" height=".24" rx=".01" fill="#eef1f4"/><rect x="-.028" y="-.47" width=".056" height=".06" fill="#3b424c"/><rect x="-.02" y="-.19" width=".04" height=".05" fill="#8d96a1"/></g>`;

/** Pupils at their desks, seen from behind (or from the front). */
export function seated(scene, x, z, next, {view = "back", top = "#fbf7ee", raise = false, girl = next() < 0.5, height = 1.3} = {}) {
  const light = scene.time.light;
  scene.stand(x, 0.02, z, `<g transform="translate(0 .18)">${figure(next, {height, view, top, pose: raise ? "raise" : "sit", girl, ribbon: girl && next() < 0.6 ? "#ffffff" : "", light})}</g>`, {bias: view === "back" ? 0.02 : -0.3});
}

export {figure};
