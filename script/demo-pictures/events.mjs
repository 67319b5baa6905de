// What happens out of doors, month by month.
import {H, Scene, W, f1, lit, mix, numbers} from "./kit.mjs";
import {fallingLeaves, ground, hill, mountains, plant, sky, snowfall, tree} from "./land.mjs";
import {bus, crowd, garland, land, walk, yard, yurt} from "./outdoor.mjs";
import {figure} from "./people.mjs";
import {school} from "./school.mjs";

const put = (scene, next, x, z, options) => {
  scene.shade(x + 0.25, 0, z, 0.9, 0.35, scene.time.shadow * 0.8);
  scene.stand(x, 0, z, figure(next, {light: scene.time.light, ...options}));
};

export function road({time = "dusk", season = "autumn", seed = 1, crossing = true, vehicle = true, kids = 4, weather = ""} = {}) {
  const scene = new Scene({time, seed, eye: [0, 2.2, 0], tilt: 0, focus: 1150});
  land(scene, season, {height: 380});
  const next = numbers(seed + 9);
  scene.polygon([[-60, 0.01, 9], [60, 0.01, 9], [60, 0.01, 16], [-60, 0.01, 16]], lit("#6b7078", scene.time.light), {depth: 390});
  for (let x = -40; x < 40; x += 3.4) scene.polygon([[x, 0.02, 12.4], [x + 1.7, 0.02, 12.4], [x + 1.7, 0.02, 12.6], [x, 0.02, 12.6]], lit("#f2ead2", scene.time.light), {depth: 388});
  if (crossing) for (let z = 9.2; z < 15.6; z += 1.05) scene.polygon([[-3.6, 0.03, z], [0.6, 0.03, z], [0.6, 0.03, z + 0.55], [-3.6, 0.03, z + 0.55]], lit("#fbf6e6", scene.time.light), {depth: 387});
  if (vehicle) scene.stand(1.6, 0, 14.2, bus(scene.time.light), {bias: 1});
  for (const x of [-14, -10.5, 11, 15, 19]) plant(scene, "poplar", season, x, next.between(19, 24), {height: next.between(11, 15), seed: seed + Math.round(x)});
  for (let i = 0; i < kids; ++i) put(scene, next, -3 + i * 0.85, next.between(9.6, 11.6), {height: next.between(1.15, 1.4), view: i % 2 ? "back" : "front", pose: "walk", top: next.of(season === "winter" ? ["#b8433a", "#2f6f8f", "#4f6b46"] : ["#c9603a", "#2f6f8f", "#e0b04a", "#8a5aa0"]), bottom: "#2b3350", bag: next.of(["#d3603f", "#3d7fa6", "#5d8f53"]), hat: season === "winter" ? "knit" : "", vest: crossing && time !== "morning" ? "#d9e84a" : "", skirt: next() < 0.4});
  put(scene, next, 1.0, 10.6, {height: 1.68, top: "#3a4a6b", bottom: "#2b2f45", vest: "#f0a030", girl: true, pose: "raise"});
  if (weather === "snow") snowfall(scene, 180);
  return scene.svg();
}

export function race({time = "morning", season = "autumn", seed = 2, skis = false, runners = 9} = {}) {
  const scene = new Scene({time, seed, eye: [0, 1.9, 0], tilt: 0, focus: 1120});
  land(scene, season, {height: 400});
  const next = numbers(seed + 19);
  walk(scene, {x: -0.5, near: 1.2, far: 60, width: skis ? 3.6 : 4.2, bend: -2.4, colour: skis ? "#dbe7f2" : "#cbb68e"});
  if (!skis) for (const side of [-1, 1]) for (let i = 0; i < 7; ++i) plant(scene, "poplar", season, side * (5.4 + i * 0.1) - 1.5, 9 + i * 6.5, {height: next.between(12, 15), seed: seed + i * side + 40});
  else for (let i = 0; i < 12; ++i) plant(scene, "spruce", season, next.of([-1, 1]) * next.between(8, 26), next.between(16, 46), {height: next.between(7, 12), seed: seed + i});
  for (let i = 0; i < runners; ++i) {
    const z = 6.5 + i * 2.3;
    const x = -1.3 - Math.sin((z / 60) * Math.PI) * 2.4 + (i % 3) * 1.05 + next.between(-0.2, 0.2);
    const options = {height: next.between(1.3, 1.6), pose: "walk", view: i % 4 === 3 ? "back" : "front", top: next.of(["#d8443f", "#2f6f8f", "#e0b04a", "#5d8f53", "#f4f1ea"]), bottom: skis ? "#2b3350" : "#33415e", hat: skis ? "knit" : "", girl: next() < 0.5};
    if (skis) scene.stand(x, 0, z - 0.01, `<path d="M-.25 -.02L.55 -.02Q.66 -.03 .68 -.08M-.5 .02L.3 .02Q.41 .01 .43 -.04" stroke="#c8452f" stroke-width=".05" fill="none"/><path d="M-.28 -.75L-.5 0M.3 -.75L.5 0" stroke="#3b424c" stroke-width=".025"/>`);
    put(scene, next, x, z, options);
  }
  if (skis) garland(scene, [-5.5, 3.6, 12], [4.5, 3.6, 12], 22); else fallingLeaves(scene, 36, 0.15);
  return scene.svg();
}

export function fair({time = "day", season = "autumn", seed = 3} = {}) {
  return yard({time, season, seed, turn: -0.3, x: 4, z: 38, eye: 2.1, weather: "leaves", trees: true, extra: (scene, next) => {
    const colours = ["#c8443a", "#e0a63a", "#3f86b8", "#5d9a55"];
    for (const [i, [x, z]] of [[-4.6, 8.5], [-0.7, 9.6], [3.4, 8.7], [-7.8, 13], [7.4, 13]].entries()) {
      scene.shade(x, 0, z, 3.6, 1.2);
      for (const dx of [-1.35, 1.35]) scene.box(x + dx, 0, z + 0.5, 0.09, 2.5, 0.09, "#8a6a48");
      scene.box(x, 0.02, z, 2.9, 0.82, 0.8, colours[i % 4], {top: "#f3e6c8"});
      for (let k = 0; k < 6; ++k) scene.polygon([[x - 1.55 + k * 0.517, 2.5, z - 0.6], [x - 1.55 + (k + 1) * 0.517, 2.5, z - 0.6], [x - 1.45 + (k + 1) * 0.484, 3.05, z + 0.7], [x - 1.45 + k * 0.484, 3.05, z + 0.7]], lit(k % 2 ? "#fbf4e4" : colours[i % 4], scene.time.light), {depth: scene.seen([x, 2, z])[2] - 0.6});
      let goods = "";
      for (let k = 0; k < 22; ++k) goods += `<circle cx="${(-1.25 + k * 0.12).toFixed(2)}" cy="${(-0.07 - (k % 3) * 0.06).toFixed(2)}" r="${next.between(0.06, 0.11).toFixed(2)}" fill="${next.of(["#d2452f", "#e0a63a", "#8db04a", "#e8843a", "#c9a06a", "#f0d58a"])}"/>`;
      scene.stand(x, 0.85, z - 0.2, goods, {bias: 0.7});
      put(scene, next, x + 0.5, z + 1.1, {height: 1.5, top: next.of(["#fffdf6", "#dfe8f3"]), bottom: "#27304d", girl: true});
      put(scene, next, x - 0.4, z - 1.4, {height: next.of([1.25, 1.65]), view: "back", top: next.of(["#8e3b46", "#3a4a6b", "#c9603a", "#4f6b46"]), bottom: "#2b2f45", skirt: next() < 0.5, hat: next() < 0.3 ? "kalpak" : ""});
      if (i < 3) put(scene, next, x + 0.9, z - 1.7, {height: 1.2, view: "back", top: next.of(["#fffdf6", "#e0b04a"]), bottom: "#27304d", skirt: next() < 0.5});
    }
    garland(scene, [-9, 4.6, 12], [0, 4.2, 11], 18); garland(scene, [0, 4.2, 11], [9, 4.6, 12], 18);
  }});
}

export function stars({seed = 4, people = true} = {}) {
  const scene = new Scene({time: "night", seed, eye: [0, 1.7, 0], tilt: 0.2, focus: 1120});
  const next = numbers(seed + 5);
  sky(scene, {clouds: 0});
  scene.back.push(`<g filter="url(#mist)" opacity=".55"><path d="M-50 640Q500 300 1700 -60L1700 160Q700 420 -50 820Z" fill="#8fa3d8"/><path d="M200 520Q700 260 1600 -20L1600 60Q800 330 250 590Z" fill="#e6dcf0"/></g>`);
  for (let i = 0; i < 420; ++i) { const t = next(); scene.back.push(`<circle cx="${f1(t * W)}" cy="${f1(720 - t * 720 + next.between(-130, 130))}" r="${f1(0.5 + next() ** 3 * 1.6)}" fill="#fff" opacity="${next.between(0.3, 0.9).toFixed(2)}"/>`); }
  mountains(scene, {seed, height: 260, snow: 0.7, haze: 0.45, base: scene.horizon});
  hill(scene, {y: scene.horizon + 4, swell: 30, colour: "#3a5a4a", seed});
  ground(scene, "#4a6a50", {top: scene.horizon + 10, blades: "#2f4a3a"});
  const scope = `<path d="M0 -1.1L-.45 0M0 -1.1L.45 0M0 -1.1L.05 0" stroke="#2b2f45" stroke-width=".06"/><g transform="translate(0 -1.15) rotate(-38)"><rect x="-.5" y="-.12" width="1.3" height=".24" rx=".04" fill="#dfe4ee"/><rect x=".7" y="-.15" width=".22" height=".3" rx=".03" fill="#9aa6bd"/><rect x="-.66" y="-.06" width=".18" height=".12" fill="#3b424c"/></g>`;
  for (const [x, z] of [[-2.4, 7], [1.6, 8.4], [4.6, 10.5]]) scene.stand(x, 0, z, scope);
  if (people) for (const [x, z, h, v] of [[-3.1, 7.2, 1.3, "back"], [-3.9, 7.9, 1.65, "back"], [-1.2, 8.6, 1.25, "back"], [0.8, 8.7, 1.4, "back"], [0.1, 9.3, 1.68, "back"], [2.7, 9.4, 1.2, "back"], [3.9, 10.8, 1.7, "back"], [5.6, 11, 1.3, "back"], [-5.4, 10, 1.66, "back"]]) put(scene, next, x, z, {height: h, view: v, top: next.of(["#8e3b46", "#3a6a8b", "#c9803a", "#5d7f53"]), bottom: "#2b2f45", hat: next.of(["knit", "", "kalpak"]), pose: next() < 0.25 ? "raise" : "stand"});
  return scene.svg();
}

export function alley({time = "morning", season = "spring", seed = 5, people = 0, kind = "birch", flowers = true} = {}) {
  const scene = new Scene({time, seed, eye: [0, 1.7, 0], tilt: -0.02, focus: 1000});
  land(scene, season, {height: 300});
  const next = numbers(seed + 15);
  walk(scene, {x: 0, near: 0.6, far: 50, width: 2.8, colour: season === "winter" ? "#dfe7ef" : "#d6c8ae"});
  for (const side of [-1, 1]) for (let i = 0; i < 9; ++i) {
    plant(scene, kind, season, side * 3.3 + next.between(-0.2, 0.2), 5 + i * 4.2, {height: next.between(7, 8.6), seed: seed + i * 3 + side});
    if (i % 2 && i < 8) { scene.box(side * 2.1, 0, 5 + i * 4.2 - 2, 0.5, 0.45, 1.5, "#a8784a"); scene.box(side * 2.34, 0.45, 5 + i * 4.2 - 2, 0.06, 0.45, 1.5, "#a8784a"); }
  }
  if (flowers) for (let i = 0; i < 240; ++i) { const [side, z] = [i % 2 ? 1 : -1, next() ** 2 * 30 + 2.4]; scene.stand(side * next.between(1.55, 2.9), 0, z, `<path d="M0 0V-.25" stroke="#5f9150" stroke-width=".02"/><circle cx="0" cy="-.28" r=".055" fill="${next.of(["#d8443f", "#f1b93f", "#f7f2e6", "#e57a8c"])}"/>`); }
  for (let i = 0; i < people; ++i) put(scene, next, next.between(-1, 1), 7 + i * 2.6, {height: next.between(1.25, 1.65), view: "back", pose: "walk", top: next.of(["#fffdf6", "#3a4a6b", "#8e3b46"]), bottom: "#27304d", skirt: next() < 0.5, bag: "#3d7fa6"});
  if (season === "autumn") fallingLeaves(scene, 60, 0.05);
  if (season === "winter") snowfall(scene, 200);
  return scene.svg();
}

export function garden({time = "morning", season = "summer", seed = 6, work = "water", greenhouse = true, kids = 6} = {}) {
  const scene = new Scene({time, seed, eye: [0, 2.6, 0], tilt: -0.02, focus: 1100});
  land(scene, season, {height: 340});
  const next = numbers(seed + 25);
  const soil = "#7d5a3f";
  for (let row = 0; row < 7; ++row) {
    const x0 = -7.4 + row * 2.1;
    scene.polygon([[x0, 0.01, 5], [x0 + 1.3, 0.01, 5], [x0 + 1.3, 0.01, 26], [x0, 0.01, 26]], lit(soil, scene.time.light), {depth: 380});
    for (let z = 5.4; z < 26; z += 0.85) scene.stand(x0 + 0.65 + next.between(-0.15, 0.15), 0, z, work === "dig"
      ? `<ellipse cx="0" cy="-.04" rx=".14" ry=".08" fill="${lit("#c9a06a", scene.time.light)}"/>`
      : `<g fill="${lit(next.of(["#5f9a48", "#74ab55", "#4f8a42"]), scene.time.light)}">${[-0.16, -0.05, 0.06, 0.17].map((dx, i) => `<ellipse cx="${dx}" cy="${-0.16 - (i % 2) * 0.08}" rx=".1" ry=".17" transform="rotate(${dx * 160} ${dx} -.1)"/>`).join("")}</g>${row % 3 === 0 ? `<circle cx=".05" cy="-.22" r=".06" fill="#d2452f"/>` : ""}`);
  }
  if (greenhouse) {
    const glass = (points, alpha, depth) => scene.polygon(points, mix("#d6ecf2", scene.time.haze, 0.2), {alpha, depth});
    const [x, z, w, d, h] = [7.2, 15, 5.4, 9, 2.2];
    scene.shade(x, 0, z - 4.5, 7, 1.6);
    scene.box(x, 0, z, w, 0.5, d, "#b98a62");
    for (let k = 0; k < 10; ++k) scene.stand(x - 2.2 + (k % 5) * 1.1, 0.4, z - 3.8 + Math.floor(k / 5) * 1.4, `<g fill="#4f8a42"><ellipse cx="0" cy="-.5" rx=".3" ry=".5"/></g><circle cx=".1" cy="-.5" r=".09" fill="#d2452f"/><circle cx="-.12" cy="-.7" r=".08" fill="#d2452f"/>`);
    glass([[x - w / 2, 0.5, z - d / 2], [x + w / 2, 0.5, z - d / 2], [x + w / 2, h, z - d / 2], [x, h + 1.3, z - d / 2], [x - w / 2, h, z - d / 2]], 0.42, z - d / 2 - 0.2);
    glass([[x - w / 2, 0.5, z - d / 2], [x - w / 2, 0.5, z + d / 2], [x - w / 2, h, z + d / 2], [x - w / 2, h, z - d / 2]], 0.5, z - 0.5);
    glass([[x - w / 2, h, z - d / 2], [x - w / 2, h, z + d / 2], [x, h + 1.3, z + d / 2], [x, h + 1.3, z - d / 2]], 0.62, z - 0.6);
    const beam = (a, b) => { const [p, q] = [scene.at(a), scene.at(b)]; scene.add(Math.min(p.depth, q.depth) - 0.4, `<path d="M${f1(p.x)} ${f1(p.y)}L${f1(q.x)} ${f1(q.y)}" stroke="#fdfbf4" stroke-width="${f1(Math.max(2, p.scale * 0.06))}"/>`); };
    for (const dx of [-w / 2, 0, w / 2]) beam([x + dx, 0.5, z - d / 2], [x + dx, dx ? h : h + 1.3, z - d / 2]);
    beam([x - w / 2, h, z - d / 2], [x, h + 1.3, z - d / 2]); beam([x + w / 2, h, z - d / 2], [x, h + 1.3, z - d / 2]); beam([x - w / 2, h, z - d / 2], [x + w / 2, h, z - d / 2]);
    for (let k = 0; k <= 4; ++k) { beam([x - w / 2, 0.5, z - d / 2 + k * d / 4], [x - w / 2, h, z - d / 2 + k * d / 4]); beam([x - w / 2, h, z - d / 2 + k * d / 4], [x, h + 1.3, z - d / 2 + k * d / 4]); }
    beam([x - w / 2, h, z - d / 2], [x - w / 2, h, z + d / 2]);
  }
  for (let i = 0; i < 4; ++i) plant(scene, "apple", season, -13 + i * 2.6, next.between(24, 30), {height: 4.4, seed: seed + 60 + i});
  for (let i = 0; i < kids; ++i) {
    const [x, z] = [-6 + (i % 3) * 3.6 + next.between(-0.4, 0.4), 7 + Math.floor(i / 3) * 4.2 + next.between(-0.6, 0.6)];
    put(scene, next, x, z, {height: next.between(1.25, 1.5), view: next() < 0.6 ? "front" : "back", top: next.of(["#e0b04a", "#fffdf6", "#7fb0c8", "#d98a6a"]), bottom: "#33415e", hat: season === "summer" ? "cap" : "", hold: work === "harvest" || work === "dig" ? (i % 2 ? "crate" : "") : "", pose: work === "water" ? "hold" : "stand", skirt: next() < 0.3});
    if (work === "water" && i % 2 === 0) scene.stand(x + 0.45, 0, z - 0.1, `<path d="M-.14 -.62H.16V-.34H-.14Z" fill="#3f86b8"/><path d="M.16 -.4L.42 -.58L.46 -.52L.16 -.36Z" fill="#3f86b8"/><path d="M.44 -.55Q.6 -.5 .62 -.1M.44 -.55Q.54 -.45 .54 -.1M.44 -.55Q.66 -.55 .72 -.14" stroke="#bfe3f2" stroke-width=".018" fill="none"/>`);
    if (work === "dig") scene.stand(x - 0.5, 0, z - 0.05, `<path d="M0 -1.2L.12 -.2" stroke="#a8784a" stroke-width=".05"/><path d="M.04 -.26L.24 -.24L.2 0H.1Z" fill="#8d96a1"/>`);
  }
  return scene.svg();
}

export function planting({time = "morning", season = "spring", seed = 7, kids = 6, kind = "sapling"} = {}) {
  return yard({time, season, seed, turn: 0.25, x: -2, z: 42, eye: 2.2, extra: (scene, next) => {
    for (let i = 0; i < 11; ++i) {
      const [x, z] = [-6.5 + (i % 5) * 3.1 + next.between(-0.3, 0.3), 7.5 + Math.floor(i / 5) * 4.4];
      scene.polygon([...Array(12).keys()].map((k) => [x + Math.cos(k / 12 * 6.283) * 0.5, 0.01, z + Math.sin(k / 12 * 6.283) * 0.35]), lit("#6b4a34", scene.time.light), {depth: 360});
      scene.stand(x, 0, z, tree(scene, kind, season, seed + i, {height: next.between(1.7, 2.3)}));
      scene.stand(x + 0.14, 0, z, `<path d="M0 0V-1.3" stroke="#c9a06a" stroke-width=".05"/>`);
    }
    for (let i = 0; i < kids; ++i) { const [x, z] = [-5.6 + (i % 4) * 3.1, 7.9 + Math.floor(i / 4) * 4.2]; put(scene, next, x, z, {height: next.of([1.25, 1.4, 1.65]), view: next() < 0.5 ? "front" : "back", top: next.of(["#d98a4a", "#2f6f8f", "#5d8f53", "#c9504a"]), bottom: "#33415e", pose: "hold", hat: next() < 0.4 ? "cap" : ""}); scene.stand(x + 0.42, 0, z - 0.1, `<path d="M0 -1.25L.08 -.2" stroke="#a8784a" stroke-width=".05"/><path d="M-.02 -.26L.18 -.24L.14 0H.04Z" fill="#8d96a1"/>`); }
  }});
}

export function leaves({time = "golden", season = "autumn", seed = 8, kids = 6} = {}) {
  const scene = new Scene({time, seed, eye: [0, 1.9, 0], tilt: -0.01, focus: 1080});
  land(scene, season, {height: 320});
  const next = numbers(seed + 35);
  for (const [x, z] of [[-8, 13], [-3.6, 19], [2.6, 17], [7.5, 12], [12, 19], [-13, 21]]) plant(scene, next.of(["apple", "birch"]), season, x, z, {height: next.between(6, 7.6), seed: seed + Math.round(x * 3)});
  for (let i = 0; i < 520; ++i) { const [x, z] = [next.between(-11, 11), 2.6 + next() ** 1.6 * 18]; scene.stand(x, 0, z, `<ellipse rx=".12" ry=".035" fill="${lit(next.of(["#e0a02c", "#d67a2a", "#c75a2b", "#ecbd45"]), scene.time.light)}"/>`); }
  for (const [x, z] of [[-2.2, 7.4], [3.2, 8.6]]) { let heap = ""; for (let i = 0; i < 130; ++i) { const a = next.between(-1, 1); heap += `<ellipse transform="translate(${(a * 1.1).toFixed(2)} ${(-next() * (1 - a * a) * 0.75).toFixed(2)}) rotate(${next.between(-40, 40).toFixed(0)})" rx=".12" ry=".06" fill="${lit(next.of(["#e0a02c", "#d67a2a", "#c75a2b", "#ecbd45"]), scene.time.light)}"/>`; } scene.shade(x, 0, z, 2.6, 0.7); scene.stand(x, 0, z, heap); }
  for (let i = 0; i < kids; ++i) { const [x, z] = [-4.6 + i * 1.75, 8 + (i % 3) * 1.6]; put(scene, next, x, z, {height: next.between(1.25, 1.5), view: i % 2 ? "front" : "back", top: next.of(["#b8433a", "#2f6f8f", "#5d7f53", "#d79a3a", "#7a4a8a"]), bottom: "#2b3350", hat: next() < 0.5 ? "knit" : "", pose: "hold"}); if (i % 2) scene.stand(x + 0.4, 0, z - 0.1, `<path d="M0 -1.3L.1 -.15" stroke="#a8784a" stroke-width=".045"/><path d="M-.2 0L.1 -.16L.4 0M-.05 0L.1 -.16L.25 0" stroke="#5b636e" stroke-width=".03" fill="none"/>`); }
  fallingLeaves(scene, 34, 0.05);
  return scene.svg();
}

export function feast({time = "morning", season = "spring", seed = 9} = {}) {
  return yard({time, season, seed, turn: -0.25, x: 6, z: 46, eye: 2.1, bunting: true, extra: (scene, next) => {
    scene.shade(-8, 0, 16, 8, 2); scene.stand(-8, 0, 16, yurt(scene.time.light), {scale: 1.05});
    scene.shade(0.2, 0, 9, 3, 0.9, 0.4);
    scene.stand(0.2, 0, 9, `<path d="M-1 -.5L-1.15 0M1 -.5L1.15 0M0 -.35L0 0" stroke="#3b3030" stroke-width=".1"/><path d="M-.7 0Q-.4 -.35 -.2 -.05Q0 -.4 .2 -.05Q.45 -.35 .7 0Z" fill="#f0862f"/><path d="M-.35 0Q-.2 -.2 0 -.02Q.2 -.22 .35 0Z" fill="#ffd24a"/><path d="M-1.25 -1.05H1.25Q1.1 -.3 0 -.28Q-1.1 -.3 -1.25 -1.05Z" fill="#2f2b2e"/><ellipse cx="0" cy="-1.05" rx="1.25" ry=".22" fill="#4a3c36"/><ellipse cx="0" cy="-1.03" rx="1.08" ry=".16" fill="#b5763a"/><path d="M-.3 -1.2q.15 -.4 0 -.8M.2 -1.2q.18 -.4 0 -.9M.6 -1.15q.15 -.3 0 -.6" stroke="#fff" stroke-width=".1" fill="none" opacity=".4"/>`);
    put(scene, next, 1.9, 9.4, {height: 1.64, top: "#2f5d5a", vest: "#b3452f", bottom: "#3a2f45", skirt: true, hat: "scarf", pose: "hold"});
    put(scene, next, -1.5, 9.6, {height: 1.6, top: "#fffaf0", vest: "#2f3f6b", bottom: "#8d2f3a", skirt: true, hat: "scarf", pose: "hold"});
    for (const [x, z, h, hat, v] of [[-3.6, 8.2, 1.3, "kalpak", "back"], [-2.8, 7.6, 1.2, "", "back"], [3.2, 7.8, 1.25, "", "back"], [4, 8.6, 1.4, "kalpak", "back"], [5.2, 12, 1.5, "kalpak", "front"], [6.2, 12.4, 1.4, "", "front"], [7.4, 11.6, 1.3, "kalpak", "front"], [-5, 12.5, 1.7, "kalpak", "front"]]) put(scene, next, x, z, {height: h, view: v, hat, top: next.of(["#fffaf0", "#c8443a", "#2f6f8f"]), vest: next.of(["#b3452f", "#d9a441", "#2f3f6b"]), bottom: next.of(["#27304d", "#8d2f3a"]), skirt: !hat});
    garland(scene, [-9, 4.4, 13], [1, 4.8, 12], 20); garland(scene, [1, 4.8, 12], [10, 4.4, 13], 20);
  }});
}

export function graduation({time = "dusk", season = "summer", seed = 10} = {}) {
  return yard({time, season, seed, turn: -0.12, x: 1, z: 32, eye: 2.1, bunting: true, extra: (scene, next) => {
    for (let i = 0; i < 13; ++i) { const angle = (i / 12 - 0.5) * 1.5; put(scene, next, Math.sin(angle) * 6.6, 14 - Math.cos(angle) * 2.4 + 1.2, {height: next.between(1.58, 1.74), view: "front", top: i % 2 ? "#ffffff" : "#22304d", bottom: i % 2 ? "#22304d" : "#1b2238", skirt: i % 2 === 1, hold: i % 3 === 0 ? "paper" : "flowers", ribbon: i % 2 ? "#ffffff" : ""}); }
    crowd(scene, {rows: 2, from: -7.5, to: 7.5, z: 5.4, step: 1.05, height: [1.2, 1.6], view: "back", seed, skip: 0.25, wear: {tops: ["#8e3b46", "#3a4a6b", "#c9803a", "#5d7f53", "#f4f1ea"], bags: 0, hats: 0.25, kinds: ["kalpak", "scarf"]}});
  }});
}

export function drill({time = "day", season = "autumn", seed = 11} = {}) {
  return yard({time, season, seed, turn: 0.3, x: -3, z: 34, eye: 2.1, extra: (scene, next) => {
    for (let row = 0; row < 4; ++row) for (let i = 0; i < 7; ++i) put(scene, next, -7 + row * 3.7 + next.between(-0.2, 0.2), 8.5 + i * 1.25, {height: next.between(1.2, 1.5), view: "back", top: next.of(["#fffdf6", "#eef3fa", "#f4f1e8"]), bottom: "#27304d", skirt: next() < 0.5});
    for (let row = 0; row < 4; ++row) put(scene, next, -7 + row * 3.7, 18, {height: 1.66, view: "front", top: next.of(["#7a3f5a", "#3a4a6b", "#2f5d5a"]), bottom: "#2b2f45", skirt: row % 2 === 0, hold: "paper"});
    scene.stand(6.6, 0, 8.4, `<rect x="-.16" y="-.75" width=".32" height=".62" rx=".1" fill="#d0302c"/><rect x="-.06" y="-.86" width=".12" height=".12" fill="#2b2a33"/><path d="M.05 -.82Q.3 -.8 .28 -.3" stroke="#2b2a33" stroke-width=".05" fill="none"/><rect x="-.16" y="-.5" width=".32" height=".16" fill="#fff"/>`);
    put(scene, next, 6, 8.8, {height: 1.74, top: "#3d4a3f", bottom: "#2b3330", vest: "#e0b030", hat: "cap", pose: "raise"});
  }});
}

