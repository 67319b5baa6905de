// A small quiet room: two armchairs, a lamp, a window.
import {lit, numbers} from "./kit.mjs";
import {openBook, pot, room} from "./room.mjs";
import {shelves} from "./indoor.mjs";

export function comfort({seed = 1, time = "golden", season = "autumn"} = {}) {
  const scene = room({time, season, seed, w: 5.6, d: 5.2, h: 2.9, wall: "#f0dcc0", low: "#c9b69a", floor: "#a8764a", windows: "back", eye: [0, 1.5, -0.9], focus: 1000, tilt: -0.06});
  const next = numbers(seed);
  const ring = [];
  for (let i = 0; i < 30; ++i) ring.push([Math.cos((i / 30) * 6.283) * 1.9, 0.004, 2.6 + Math.sin((i / 30) * 6.283) * 1.1]);
  scene.polygon(ring, "#b3563f", {depth: 150, stroke: ""});
  scene.polygon(ring.map(([x, y, z]) => [x * 0.8, y, 2.6 + (z - 2.6) * 0.8]), "#e6c48a", {depth: 149, stroke: ""});
  scene.polygon(ring.map(([x, y, z]) => [x * 0.7, y, 2.6 + (z - 2.6) * 0.7]), "#8d4436", {depth: 148, stroke: ""});
  const chair = (x, z, colour, turn) => {
    scene.shade(x, 0, z, 1.5, 0.8, 0.35);
    scene.box(x, 0.12, z, 0.95, 0.34, 0.85, colour, {turn});
    const [s, c] = [Math.sin(turn), Math.cos(turn)];
    scene.box(x - 0.36 * s, 0.12, z + 0.36 * c, 0.95, 0.95, 0.2, lit(colour, 0.96), {turn});
    for (const side of [-0.46, 0.46]) scene.box(x + side * c, 0.12, z + side * s, 0.16, 0.55, 0.85, lit(colour, 1.05), {turn, bias: 0.1});
  };
  chair(-1.35, 3.1, "#4f7d74", -0.75);
  chair(1.35, 3.1, "#c98a4a", 0.75);
  scene.shade(0, 0, 2.7, 0.8, 0.4, 0.3);
  scene.box(0, 0, 2.7, 0.08, 0.42, 0.08, "#7d5734");
  scene.box(0, 0.42, 2.7, 0.7, 0.04, 0.5, "#a8784a");
  scene.stand(-0.1, 0.47, 2.6, openBook("#2f6f8f"), {bias: 0.4, scale: 0.8});
  scene.stand(0.2, 0.47, 2.6, `<path d="M-.05 -.1H.05L.042 0H-.042Z" fill="#f7f2e6"/><path d="M-.03 -.14q.02 -.04 0 -.08M.02 -.14q.02 -.04 0 -.08" stroke="#fff" stroke-width=".012" fill="none"/>`, {bias: 0.5});
  shelves(scene, -2.2, 4.9, {w: 1.0, h: 1.9, levels: 4, seed, gap: 0.25});
  scene.stand(2.35, 0, 4.6, `<path d="M0 0V-1.5" stroke="#5b4636" stroke-width=".05"/><path d="M-.2 0H.2" stroke="#5b4636" stroke-width=".06"/><path d="M-.3 -1.4L-.18 -1.85H.18L.3 -1.4Z" fill="#ffe7b0"/>`);
  const place = scene.at([2.35, 1.6, 4.6]);
  scene.front.push(`<circle cx="${place.x.toFixed(0)}" cy="${place.y.toFixed(0)}" r="330" fill="${scene.glow([[0, "#ffe7b0", 0.7], [1, "#ffe7b0", 0]])}"/>`);
  scene.stand(-0.2, 1.0, 5.1, pot(1), {scale: 1.6, bias: 0.2});
  scene.stand(0.75, 1.0, 5.1, pot(0), {scale: 1.3, bias: 0.2});
  scene.stand(-2.5, 0, 2.4, pot(0), {scale: 2.6});
  return scene.svg();
}
