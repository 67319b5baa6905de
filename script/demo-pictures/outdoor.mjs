// Scenes out of doors.
import {Scene, lit, numbers} from "./kit.mjs";
import {fallingLeaves, ground, hill, mountains, plant, sky, snowfall} from "./land.mjs";
import {figure} from "./people.mjs";
import {bus, fence, garland, school, walk} from "./school.mjs";

const GRASS = {spring: "#86b45c", summer: "#6fa350", autumn: "#b5a055", winter: "#eef3f9"};
const FAR = {spring: "#7fa564", summer: "#6f9a5a", autumn: "#b0975a", winter: "#dfe8f2"};
const ROCK = {spring: "#75869a", summer: "#7c8794", autumn: "#86807f", winter: "#8795aa"};
const SNOW = {spring: 0.62, summer: 0.42, autumn: 0.55, winter: 0.98};

export function land(scene, season, {clouds = 5, height = 330, far = true, shift = 0, snow = SNOW[season], blades = season !== "winter", texture = 320} = {}) {
  sky(scene, {clouds});
  const base = scene.horizon + 4;
  if (far) mountains(scene, {seed: scene.seed + 50, base: base - 30, height: height * 0.8, snow: snow + 0.12, haze: 0.62, rock: ROCK[season], meadow: FAR[season], shift: shift + 9, peaks: 1.4});
  mountains(scene, {seed: scene.seed, base, height, snow, haze: 0.26, rock: ROCK[season], meadow: FAR[season], shift});
  hill(scene, {y: base + 6, swell: 26, colour: FAR[season], seed: scene.seed + 3});
  ground(scene, GRASS[season], {blades: blades ? lit(GRASS[season], 0.7) : null, top: base + 2, texture});
}

export function crowd(scene, {rows, from, to, z, step = 0.62, height = [1.15, 1.35], view = "back", seed = 1, wear = {}, skip = 0}) {
  const next = numbers(seed * 101 + 9);
  for (let row = 0; row < rows; ++row) {
    for (let x = from; x < to; x += step) {
      if (next() < skip) continue;
      const px = x + next.between(-0.12, 0.12);
      const pz = z + row * 0.9 + next.between(-0.2, 0.2);
      const girl = next() < 0.5;
      scene.shade(px + 0.2, 0, pz, 0.7, 0.3, scene.time.shadow * 0.7);
      scene.stand(px, 0, pz, figure(next, {height: next.between(...height), skirt: girl, view, light: scene.time.light,
        top: next.of(wear.tops ?? ["#ffffff", "#fbf7ee", "#f2f5fb"]), bottom: next.of(wear.bottoms ?? ["#27304d", "#1f2740", "#38354a"]),
        ribbon: girl && next() < 0.7 ? "#ffffff" : "", bag: view === "back" && next() < (wear.bags ?? 0.5) ? next.of(["#d3603f", "#3d7fa6", "#5d8f53", "#8a5aa0", "#e0a93b"]) : "",
        hold: next() < (wear.flowers ?? 0) ? "flowers" : "", hat: next() < (wear.hats ?? 0) ? next.of(wear.kinds ?? ["knit"]) : "", pose: next() < (wear.raise ?? 0) ? "raise" : wear.pose ?? "stand", vest: wear.vest ?? ""}));
    }
  }
}

/** The school from its yard. */
export function yard({time = "day", season = "autumn", seed = 1, turn = -0.35, x = 2, z = 30, eye = 2.2, people = "", bunting = false, weather = "", clouds = 5, height = 330, trees = true, tilt = 0.02, extra = null} = {}) {
  const scene = new Scene({time, seed, eye: [0, eye, 0], tilt, focus: 1180});
  land(scene, season, {clouds, height});
  school(scene, x, z, {turn, snow: season === "winter", bunting});
  walk(scene, {x: -1.4, near: 1.4, far: z - 4, width: 3.4, bend: 1.6, colour: season === "winter" ? "#d7dfe9" : "#d3c5ae"});
  const next = numbers(seed + 400);
  if (trees) {
    for (const [kind, tx, tz, h] of [["poplar", -21, 44, 15], ["poplar", -25, 41, 14], ["poplar", -29, 46, 16], ["birch", -9.5, 19, 8], ["spruce", 17, 27, 9], ["spruce", 21, 31, 11], ["birch", 12.5, 18, 7], ["apple", -7, 12, 3.6]]) {
      plant(scene, kind, season, tx + next.between(-1, 1), tz + next.between(-1, 1), {height: h * next.between(0.9, 1.1), seed: seed + Math.round(tx * 7)});
    }
  }
  if (people === "line") {
    crowd(scene, {rows: 3, from: -8, to: -1.8, z: 12, view: "back", seed, wear: {flowers: 0, bags: 0.55}});
    crowd(scene, {rows: 3, from: 1.6, to: 9, z: 12, view: "back", seed: seed + 1, wear: {bags: 0.55}});
    crowd(scene, {rows: 1, from: -1.4, to: 1.8, z: 18, step: 0.9, height: [1.6, 1.75], view: "front", seed: seed + 2, wear: {tops: ["#3a4a6b", "#8e3b46", "#ece4d4", "#2f5d5a"], flowers: 0.7, hats: 0.3, kinds: ["kalpak"]}});
  }
  if (people === "few") {
    crowd(scene, {rows: 1, from: -3.4, to: 1.2, z: 9, step: 1.25, view: "back", seed, wear: season === "winter" ? {tops: ["#b8433a", "#2f6f8f", "#4f6b46", "#d79a3a"], hats: 1, bags: 0.8, pose: "walk"} : {bags: 0.9, pose: "walk"}});
    crowd(scene, {rows: 1, from: 3, to: 5, z: 15, step: 1, view: "front", seed: seed + 3, wear: season === "winter" ? {tops: ["#7a4a8a", "#c05a3a"], hats: 1, pose: "walk"} : {pose: "walk"}});
  }
  if (extra) extra(scene, next);
  if (weather === "snow") snowfall(scene);
  if (weather === "leaves") fallingLeaves(scene, 46, 0.25);
  return scene.svg();
}

/** Mountains over the valley, the village below. */
export function valley({time = "morning", season = "summer", seed = 3, height = 430, clouds = 4, water = true, shift = 0, village = true, yurt = false, horses = 0, weather = ""} = {}) {
  const scene = new Scene({time, seed, eye: [0, 9, 0], tilt: 0.06, focus: 1100});
  sky(scene, {clouds});
  const base = scene.horizon + 4;
  mountains(scene, {seed: seed + 50, base: base - 40, height: height * 0.85, snow: SNOW[season] + 0.15, haze: 0.6, rock: ROCK[season], meadow: FAR[season], shift: shift + 5, peaks: 1.3});
  mountains(scene, {seed, base, height, snow: SNOW[season], haze: 0.24, rock: ROCK[season], meadow: FAR[season], shift});
  hill(scene, {y: base + 14, swell: 60, colour: FAR[season], seed: seed + 3});
  const next = numbers(seed + 21);
  if (village) {
    for (let i = 0; i < 26; ++i) {
      const [x, z] = [next.between(-95, 95), next.between(95, 210)];
      scene.box(x, 0, z, 9, 3.4, 7, next.of(["#f5ead2", "#f7f2e6", "#e8dcc4"]), {turn: next.between(-0.5, 0.5)});
      scene.stand(x, 3.4, z - 3, `<path d="M-5.4 0L-2.6 -2.9H2.6L5.4 0Z" fill="${lit(season === "winter" ? "#f4f8fd" : next.of(["#a8452f", "#5f7f95", "#8a5a3c", "#7d8d6a"]), scene.time.light)}"/>`, {bias: 4});
      plant(scene, "poplar", season, x + next.between(-9, 9), z - 6, {height: next.between(9, 15), seed: seed + i, shadow: false});
    }
  }
  ground(scene, GRASS[season], {blades: season === "winter" ? null : lit(GRASS[season], 0.7), top: base + 30, texture: 420});
  if (water) {
    const stream = [];
    for (let i = 0; i <= 16; ++i) stream.push([i * 1.0, Math.sin(i * 0.62 + seed) * 9 + i * 0.6]);
    const left = stream.map(([i, x]) => [x - 1.6 - (16 - i) * 0.1, 0.01, 12 + i * i * 0.55]);
    const right = stream.map(([i, x]) => [x + 1.6 + (16 - i) * 0.1, 0.01, 12 + i * i * 0.55]).reverse();
    scene.polygon([...left, ...right], season === "winter" ? "#b9d3e6" : lit("#5ca2c8", scene.time.light), {depth: 395});
    const inner = [...stream.map(([i, x]) => [x - 0.6, 0.02, 12 + i * i * 0.55]), ...stream.map(([i, x]) => [x + 0.5, 0.02, 12 + i * i * 0.55]).reverse()];
    scene.polygon(inner, "#eaf6fb", {depth: 394, alpha: 0.45});
  }
  for (let i = 0; i < 9; ++i) plant(scene, "spruce", season, next.of([-1, 1]) * next.between(16, 42), next.between(30, 62), {height: next.between(9, 15), seed: seed + 90 + i});
  for (let i = 0; i < 5; ++i) plant(scene, next.of(["birch", "apple"]), season, next.of([-1, 1]) * next.between(11, 22), next.between(22, 34), {height: next.between(5, 8), seed: seed + 190 + i});
  if (yurt) {
    for (const [x, z, s] of [[-9, 27, 1], [11, 36, 1]]) {
      scene.shade(x + 1.5, 0, z, 9, 2.4);
      scene.stand(x, 0, z, yurtDrawing(scene.time.light), {scale: s});
    }
  }
  for (let i = 0; i < horses; ++i) scene.stand(next.between(-14, 12), 0, next.between(32, 52), horse(lit(next.of(["#6b3f2a", "#8a5a35", "#3a2c2a", "#d9cbb5"]), scene.time.light), next() < 0.5));
  if (weather === "snow") snowfall(scene, 200);
  if (weather === "leaves") fallingLeaves(scene, 30, 0.4);
  return scene.svg();
}

export function yurtDrawing(light) {
  const felt = lit("#f6efe0", light);
  return `<path d="M-3.2 0V-1.9L-1 -3.7Q0 -4.1 1 -3.7L3.2 -1.9V0Z" fill="${felt}"/><path d="M.4 0V-3.9Q.8 -3.85 1 -3.7L3.2 -1.9V0Z" fill="${lit("#d8cbb2", light)}" opacity=".75"/><path d="M-3.25 -1.75H3.25V-1.95L1 -3.7Q.9 -3.75 .8 -3.8L3.05 -2H-3.05L-.8 -3.8L-1 -3.7L-3.25 -1.95Z" fill="${lit("#b3452f", light)}"/><path d="M-3.2 -1.1H3.2V-.9H-3.2Z" fill="${lit("#8a5a35", light)}" opacity=".7"/><rect x="-.75" y="-1.75" width="1.5" height="1.75" fill="${lit("#b3452f", light)}"/><rect x="-.6" y="-1.6" width=".55" height="1.55" fill="${lit("#8d2f22", light)}"/><rect x=".05" y="-1.6" width=".55" height="1.55" fill="${lit("#8d2f22", light)}"/><path d="M-.62 -3.86Q0 -4.25 .62 -3.86L.5 -3.7Q0 -3.95 -.5 -3.7Z" fill="${lit("#8a3a2a", light)}"/>`;
}

function horse(colour, mirrored) {
  return `<g transform="scale(${mirrored ? -1 : 1} 1)" fill="${colour}"><path d="M-1 -1.5Q-.2 -1.75 .6 -1.5L1.15 -2.2L1.25 -2.45L1.35 -2.2L1.75 -1.75Q1.75 -1.55 1.55 -1.6L1.25 -1.7L1 -1Q.9 -.8 .85 0H.68L.6 -.8Q0 -.7 -.5 -.85L-.62 0H-.8L-.9 -.8Q-1.15 -.9 -1.1 -1.3Q-1.4 -1 -1.35 -.6Q-1.55 -1.2 -1 -1.5Z"/></g>`;
}

export {bus, fence, garland, school, walk, yurtDrawing as yurt};
