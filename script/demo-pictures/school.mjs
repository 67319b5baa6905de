// The school of the demonstration and what stands around it: in space, so that it can be seen from any side.
import {lit, mix} from "./kit.mjs";

/** The tunduk: the ring of a yurt's crown with its crossed ribs, in a circle of radius 1. */
export function tunduk(colour, width = 0.09) {
  const ribs = [-0.3, 0, 0.3].map((t) => `<path d="M${-Math.sqrt(1 - t * t)} ${t}Q0 ${t - 0.22} ${Math.sqrt(1 - t * t)} ${t}M${t} ${-Math.sqrt(1 - t * t)}Q${t + 0.22} 0 ${t} ${Math.sqrt(1 - t * t)}"/>`).join("");
  return `<g fill="none" stroke="${colour}" stroke-width="${width}"><circle r="1"/>${ribs}</g>`;
}

function panel(scene, place, u0, u1, v0, v1, fill, depth) {
  scene.polygon([place(u0, v0), place(u1, v0), place(u1, v1), place(u0, v1)], fill, {depth});
}

function windows(scene, place, {from, to, count, floors, depth, night, seed, boxed}) {
  const step = (to - from) / count;
  for (const [floor, sill] of floors.entries()) {
    for (let i = 0; i < count; ++i) {
      const middle = from + step * (i + 0.5);
      if (boxed && floor === 0 && Math.abs(middle - boxed) < 2.4) continue;
      const shining = night && (i * 7 + floor * 3 + seed) % 5 < 3;
      const frame = lit("#fffdf5", scene.time.light);
      panel(scene, place, middle - 0.98, middle + 0.98, sill - 0.1, sill + 2.02, frame, depth - 0.03);
      const sky = shining ? "#ffd98a" : mix(lit("#5d86a8", scene.time.light), scene.time.sky[1], 0.4);
      panel(scene, place, middle - 0.86, middle + 0.86, sill + 0.02, sill + 1.9, sky, depth - 0.06);
      if (!shining) {
        scene.polygon([place(middle - 0.86, sill + 0.9), place(middle + 0.86, sill + 1.6), place(middle + 0.86, sill + 1.9), place(middle - 0.86, sill + 1.9)], mix(sky, "#ffffff", 0.35), {depth: depth - 0.07});
        scene.polygon([place(middle - 0.86, sill + 0.02), place(middle + 0.5, sill + 0.02), place(middle - 0.86, sill + 0.62)], lit(sky, 0.72), {depth: depth - 0.07});
      }
      panel(scene, place, middle - 0.05, middle + 0.05, sill, sill + 1.9, frame, depth - 0.09);
      panel(scene, place, middle - 0.86, middle + 0.86, sill + 1.22, sill + 1.3, frame, depth - 0.09);
      panel(scene, place, middle - 1.1, middle + 1.1, sill - 0.2, sill - 0.06, lit("#d9cdb8", scene.time.light * 0.92), depth - 0.1);
    }
  }
}

/** Two floors, 42 by 12 metres, entrance in the middle of the side that looks to -z. (x, z): the middle of that side. */
export function school(scene, x, z, {turn = 0, snow = false, flags = true, bunting = false} = {}) {
  const [s, c] = [Math.sin(turn), Math.cos(turn)];
  const at = (u, y, v) => [x + u * c - v * s, y, z + u * s + v * c];
  const [half, deep, high] = [21, 12, 8];
  const night = scene.time.light < 0.8;
  const wall = "#f3e2bf";
  const sides = [
    {place: (u, y) => at(u, y, 0), normal: [0, -1], from: -half, to: half, count: 14, boxed: 0.001},
    {place: (u, y) => at(half, y, u), normal: [1, 0], from: 0, to: deep, count: 4},
    {place: (u, y) => at(-half, y, deep - u), normal: [-1, 0], from: 0, to: deep, count: 4},
  ];
  const base = scene.seen(at(0, 3, deep / 2))[2];
  // the shadow on the ground
  scene.polygon([at(half - 2, 0.01, 0), at(half + 7, 0.01, -3.4), at(-half + 5, 0.01, -3.4), at(-half, 0.01, 0)], "#1c2140", {alpha: scene.time.shadow * 0.8, blur: "soft", depth: base + 9});
  sides.forEach((side, index) => {
    const normal = [side.normal[0] * c - side.normal[1] * s, 0, side.normal[0] * s + side.normal[1] * c];
    const spot = side.place((side.from + side.to) / 2, 3);
    const to = scene.eye.map((value, axis) => value - spot[axis]);
    if (normal[0] * to[0] + normal[2] * to[2] <= 0) return;
    const depth = base - (index === 0 ? 1 : 0.5);
    const bright = scene.brightness(normal);
    const [a, b] = [side.place(side.from, 0), side.place(side.to, 0)];
    scene.polygon([a, b, side.place(side.to, high), side.place(side.from, high)], lit(wall, bright), {depth});
    panel(scene, side.place, side.from, side.to, 0, 0.8, lit("#9b8a7c", bright), depth - 0.01);
    panel(scene, side.place, side.from, side.to, 4.05, 4.3, lit("#fffaf0", bright), depth - 0.01);
    panel(scene, side.place, side.from, side.to, high - 0.75, high, lit("#e0c99c", bright * 0.9), depth - 0.01);
    // an ornament in the band under the roof
    for (let u = side.from + 0.8; u < side.to - 0.6; u += 1.3) {
      scene.polygon([side.place(u, high - 0.38), side.place(u + 0.36, high - 0.16), side.place(u + 0.72, high - 0.38), side.place(u + 0.36, high - 0.6)], lit("#b3452f", bright), {depth: depth - 0.02});
    }
    windows(scene, side.place, {...side, floors: [1.35, 5.05], depth, night, seed: scene.seed});
  });
  // the roof: a hip with eaves
  const [over, ridge, top] = [0.9, 11.3, high];
  const roof = snow ? "#f2f6fb" : "#a8452f";
  const faces = [
    [[-half - over, top, -over], [half + over, top, -over], [half - 6, ridge, deep / 2], [-half + 6, ridge, deep / 2], [0, 0.8, -0.6]],
    [[half + over, top, -over], [half + over, top, deep + over], [half - 6, ridge, deep / 2], null, [0.6, 0.8, 0]],
    [[-half - over, top, deep + over], [-half - over, top, -over], [-half + 6, ridge, deep / 2], null, [-0.6, 0.8, 0]],
  ];
  faces.forEach(([p, q, r, t, normal], index) => {
    const points = [p, q, r, t].filter(Boolean).map(([u, y, v]) => at(u, y, v));
    const turned = [normal[0] * c - normal[2] * s, normal[1], normal[0] * s + normal[2] * c];
    const to = scene.eye.map((value, axis) => value - points[0][axis]);
    if (turned[0] * to[0] + turned[1] * to[1] + turned[2] * to[2] <= -6) return;
    scene.polygon(points, lit(roof, scene.brightness(turned) * (index === 0 ? 1.04 : 0.94)), {depth: base - 1.2});
    if (index === 0) {
      for (let u = -half; u <= half; u += 1.1) {
        const up = Math.min(1, (half + 0.9 - Math.abs(u)) / 6.5);
        scene.polygon([at(u, top + 0.02, -over), at(u + 0.1, top + 0.02, -over), at(u * 0.72 + 0.1, top + (ridge - top) * up, -over + (deep / 2 + over) * up), at(u * 0.72, top + (ridge - top) * up, -over + (deep / 2 + over) * up)], lit(roof, scene.brightness(turned) * 0.88), {depth: base - 1.21});
      }
      scene.polygon([at(-half - over, top - 0.22, -over), at(half + over, top - 0.22, -over), at(half + over, top, -over), at(-half - over, top, -over)], lit("#fffaf0", scene.time.light * 0.94), {depth: base - 1.22});
    }
  });
  // the entrance: a porch with a sign, steps, a ramp
  const front = at(0, 0, -2.2);
  const porch = base - 7;
  const bright = scene.brightness([s, 0, -c]);
  const p = (u, y, v = -2.4) => at(u, y, v);
  scene.polygon([p(-3.4, 0.6, 0), p(3.4, 0.6, 0), p(3.4, 4.6, 0), p(-3.4, 4.6, 0)], lit("#c9a777", bright * 0.8), {depth: porch + 0.3});
  scene.polygon([p(-1.5, 0.6, -0.02), p(1.5, 0.6, -0.02), p(1.5, 3.5, -0.02), p(-1.5, 3.5, -0.02)], lit("#6b3f2a", bright), {depth: porch + 0.2});
  for (const u of [-1.4, 0.1]) scene.polygon([p(u, 0.8, -0.04), p(u + 1.3, 0.8, -0.04), p(u + 1.3, 3.3, -0.04), p(u, 3.3, -0.04)], night ? "#ffd98a" : lit("#7fa3bd", bright), {depth: porch + 0.1});
  for (const u of [-3.2, 2.7]) scene.polygon([p(u, 0.6), p(u + 0.5, 0.6), p(u + 0.5, 4.4), p(u, 4.4)], lit("#fffaf0", bright), {depth: porch - 0.1});
  scene.polygon([p(-3.7, 4.3), p(3.7, 4.3), p(3.7, 5.0), p(-3.7, 5.0)], lit("#b3452f", bright * 1.02), {depth: porch - 0.2});
  scene.polygon([p(-3.7, 5.0), p(3.7, 5.0), p(3.7, 5.0, 0), p(-3.7, 5.0, 0)], lit(snow ? "#f5f8fc" : "#8f3a27", scene.time.light), {depth: porch - 0.1});
  scene.polygon([p(-3.7, 5.0), p(0, 6.6), p(3.7, 5.0)], lit("#f3e2bf", bright), {depth: porch - 0.25});
  scene.polygon([p(-4, 5.0), p(0, 6.75), p(4, 5.0), p(4, 5.25), p(0, 7.05), p(-4, 5.25)], lit(roof, bright * 1.05), {depth: porch - 0.3});
  const crest = scene.at(p(0, 5.55, -2.5));
  scene.add(porch - 0.4, `<g transform="translate(${crest.x.toFixed(1)} ${crest.y.toFixed(1)}) scale(${(crest.scale * 0.46).toFixed(2)})">${tunduk(lit("#b3452f", bright), 0.12)}</g>`);
  const sign = scene.at(p(0, 4.65, -2.5));
  scene.add(porch - 0.4, `<text x="${sign.x.toFixed(1)}" y="${(sign.y + sign.scale * 0.14).toFixed(1)}" font-family="DejaVu Sans" font-weight="bold" font-size="${(sign.scale * 0.42).toFixed(1)}" fill="#fff6e0" text-anchor="middle" textLength="${(sign.scale * 4.6).toFixed(1)}">ЖАЗ-БУЛАК МЕКТЕБИ</text>`);
  for (let i = 0; i < 4; ++i) {
    const [y, v] = [0.6 - i * 0.15, -2.8 - i * 0.42];
    scene.polygon([p(-3.6, y, v), p(3.6, y, v), p(3.6, y, v + 0.44), p(-3.6, y, v + 0.44)], lit(snow ? "#e9eef5" : "#d8ccb8", scene.time.light * 1.02), {depth: porch - 0.5 - i * 0.2});
    scene.polygon([p(-3.6, y - 0.15, v), p(3.6, y - 0.15, v), p(3.6, y, v), p(-3.6, y, v)], lit("#a8998a", bright * 0.95), {depth: porch - 0.55 - i * 0.2});
  }
  scene.polygon([p(3.9, 0, -3.2), p(9.4, 0, -3.2), p(9.4, 0, -1.9), p(3.9, 0.6, -1.9), p(3.9, 0.6, -3.2)], lit("#c6b9a6", bright), {depth: porch - 0.2});
  scene.polygon([p(3.9, 1.35, -3.2), p(9.2, 0.78, -3.2), p(9.2, 0.86, -3.2), p(3.9, 1.44, -3.2)], lit("#5f6a78", scene.time.light), {depth: porch - 0.6});
  if (flags) {
    const pole = at(-9.5, 0, -4.5);
    scene.stand(pole[0], 0, pole[2], `<rect x="-.05" y="-9.5" width=".1" height="9.5" fill="${lit("#e4e6ea", scene.time.light)}"/><path d="M.05 -9.4Q.9 -9.7 1.5 -9.35T2.9 -9.4V-7.6Q2.1 -7.3 1.5 -7.6T.05 -7.6Z" fill="${lit("#d42a2e", scene.time.light)}"/><g transform="translate(1.45 -8.5) scale(.42)"><circle r="1" fill="#ffd24a"/>${tunduk("#d42a2e", 0.13).replace("<g ", '<g transform="scale(.5)" ')}</g>`, {bias: 6});
  }
  if (bunting) garland(scene, at(-19, 7.4, -0.4), at(-3.6, 6.4, -2.6), 16), garland(scene, at(3.6, 6.4, -2.6), at(19, 7.4, -0.4), 16);
  return {at, front};
}

/** A string of small flags between two points. */
export function garland(scene, from, to, count) {
  const colours = ["#d8443f", "#f1b93f", "#3f86b8", "#6aa457", "#f7f2e6"];
  const [a, b] = [scene.at(from), scene.at(to)];
  const point = (t) => [a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t + Math.sin(Math.PI * t) * a.scale * 1.1];
  const parts = [];
  for (let i = 0; i < count; ++i) {
    const [x, y] = point(i / count);
    const [x2, y2] = point((i + 0.8) / count);
    parts.push(`<path d="M${x.toFixed(1)} ${y.toFixed(1)}L${x2.toFixed(1)} ${y2.toFixed(1)}L${((x + x2) / 2).toFixed(1)} ${((y + y2) / 2 + Math.hypot(x2 - x, y2 - y) * 1.15).toFixed(1)}Z" fill="${lit(colours[i % 5], scene.time.light)}"/>`);
  }
  scene.add(Math.min(a.depth, b.depth) - 1.5, `<path d="M${point(0).map((v) => v.toFixed(1)).join(" ")}${[...Array(21).keys()].map((i) => "L" + point(i / 20).map((v) => v.toFixed(1)).join(" ")).join("")}" fill="none" stroke="#5a5148" stroke-width="1.5"/>${parts.join("")}`);
}

/** A paved walk from the entrance to the eye. */
export function walk(scene, {x = 0, near = -4, far = 30, width = 3, colour = "#cfc2ad", bend = 0} = {}) {
  const [left, right] = [[], []];
  for (let i = 0; i <= 12; ++i) {
    const z = near + ((far - near) * i) / 12;
    const middle = x + bend * Math.sin((Math.PI * i) / 12);
    left.push([middle - width / 2, 0.005, z]);
    right.unshift([middle + width / 2, 0.005, z]);
  }
  scene.polygon([...left, ...right], lit(colour, scene.time.light), {depth: 400});
}

/** A low fence along z. */
export function fence(scene, z, from, to, {colour = "#f2ead8", gap = null} = {}) {
  for (let x = from; x < to; x += 0.55) {
    if (gap && x > gap[0] && x < gap[1]) continue;
    scene.stand(x, 0, z, `<path d="M-.06 0V-1L0 -1.1L.06 -1V0Z" fill="${lit(colour, scene.time.light)}"/><rect x="-.28" y="-.82" width=".56" height=".07" fill="${lit(colour, scene.time.light * 0.9)}"/><rect x="-.28" y="-.35" width=".56" height=".07" fill="${lit(colour, scene.time.light * 0.9)}"/>`);
  }
}

/** A yellow school bus, seen from its side; 7.5 metres. */
export function bus(light) {
  const body = lit("#f0b429", light);
  const parts = [`<ellipse cx="3.7" cy="0" rx="4.3" ry=".22" fill="#1c2140" opacity=".35"/>`,
    `<path d="M0 -.5V-2.5Q0 -3 .5 -3H6.7Q7.2 -3 7.35 -2.5L7.6 -1.4V-.5Z" fill="${body}"/><path d="M0 -.5V-1H7.6V-.5Z" fill="${lit("#d99413", light)}"/><rect x="0" y="-1.25" width="7.55" height=".12" fill="${lit("#2b2a33", light)}"/>`];
  for (let i = 0; i < 5; ++i) parts.push(`<rect x="${0.35 + i * 1.12}" y="-2.6" width=".95" height=".95" rx=".12" fill="${lit("#bcd8e8", light)}"/><path d="M${0.35 + i * 1.12} -1.9L${1.05 + i * 1.12} -2.6H${1.3 + i * 1.12}V-2.4L${0.6 + i * 1.12} -1.65H${0.35 + i * 1.12}Z" fill="#fff" opacity=".45"/>`);
  parts.push(`<path d="M6.05 -2.6H6.75Q6.95 -2.6 7 -2.4L7.15 -1.65H6.05Z" fill="${lit("#bcd8e8", light)}"/>`,
    `<rect x="3" y="-3.25" width="1.9" height=".28" rx=".08" fill="${lit("#2b2a33", light)}"/><text x="3.95" y="-3.04" font-size=".2" font-weight="bold" font-family="DejaVu Sans" fill="#ffe08a" text-anchor="middle">БАЛДАР</text>`,
    `<circle cx="7.45" cy="-.85" r=".13" fill="#fff6cf"/>`);
  for (const x of [1.5, 6]) parts.push(`<circle cx="${x}" cy="-.45" r=".5" fill="${lit("#22232c", light)}"/><circle cx="${x}" cy="-.45" r=".24" fill="${lit("#b9bec8", light)}"/>`);
  return parts.join("");
}
