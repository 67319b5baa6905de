// Out of doors: sky, clouds, the mountains of Ala-Too, hills, trees, weather.
import {W, H, clamp, f1, lit, mix, noise, numbers} from "./kit.mjs";

export function sky(scene, {clouds = 5, sun = true} = {}) {
  const {sky: colours, sun: [sx, sy, light], glow, stars} = scene.time;
  const next = numbers(scene.seed + 11);
  const bottom = f1(scene.horizon + 40);
  scene.back.push(`<rect width="${W}" height="${H}" fill="${scene.gradient([[0, colours[0]], [0.62, colours[1]], [1, colours[2]]],
    {x1: 0, y1: 0, x2: 0, y2: bottom, space: "userSpaceOnUse"})}"/>`);
  for (let i = 0; i < 150 * stars; ++i) {
    scene.back.push(`<circle cx="${f1(next() * W)}" cy="${f1(next() * scene.horizon * 0.85)}" r="${f1(0.6 + next() ** 4 * 2.4)}" fill="#fffbe6" opacity="${f1(0.3 + next() * 0.7)}"/>`);
  }
  if (sun) {
    const halo = scene.glow([[0, light, 1], [0.12, light, 0.8], [0.3, glow, 0.4], [1, glow, 0]]);
    scene.back.push(`<circle cx="${f1(sx * W)}" cy="${f1(sy * H)}" r="430" fill="${halo}" opacity=".8"/>` +
      `<circle cx="${f1(sx * W)}" cy="${f1(sy * H)}" r="${stars === 1 ? 44 : 54}" fill="${light}"/>`);
    if (stars === 1) scene.back.push(`<circle cx="${f1(sx * W - 14)}" cy="${f1(sy * H - 8)}" r="9" fill="#d9d6c4" opacity=".6"/><circle cx="${f1(sx * W + 15)}" cy="${f1(sy * H + 12)}" r="6" fill="#d9d6c4" opacity=".6"/>`);
  }
  for (let i = 0; i < clouds; ++i) cloud(scene, next.between(-60, W + 60), next.between(0.08, 0.62) * scene.horizon, next.between(0.5, 1.25), next);
}

function cloud(scene, x, y, size, next) {
  const top = mix(scene.time.sky[2], "#ffffff", scene.time.stars === 1 ? 0.1 : 0.72);
  const under = mix(scene.time.sky[1], scene.time.haze, 0.5);
  const fill = scene.gradient([[0, top], [0.55, mix(top, under, 0.25)], [1, mix(top, under, 0.6)]]);
  const bodies = [];
  const n = 6 + Math.floor(next() * 4);
  for (let i = 0; i < n; ++i) {
    const along = (i / (n - 1) - 0.5) * 2;
    const r = (1 - along * along * 0.75) * next.between(42, 66) * size;
    bodies.push(`<circle cx="${f1(x + along * 150 * size)}" cy="${f1(y - r * 0.5)}" r="${f1(r)}"/>`);
  }
  const id = scene.id();
  scene.defs.push(`<clipPath id="${id}"><rect x="${f1(x - 300 * size)}" y="${f1(y - 160 * size)}" width="${f1(600 * size)}" height="${f1(160 * size)}"/></clipPath>`);
  scene.back.push(`<g opacity="${scene.time.stars === 1 ? 0.25 : 0.85}" clip-path="url(#${id})"><g fill="${fill}">${bodies.join("")}<rect x="${f1(x - 175 * size)}" y="${f1(y - 24 * size)}" width="${f1(350 * size)}" height="${f1(24 * size)}" rx="${f1(12 * size)}"/></g></g>`);
}

/** A range of mountains in small faces, each lit by the sun; snow above a line that follows the season. */
export function mountains(scene, {seed = scene.seed, base = null, height = 330, snow = 0.5, rock = "#6f7f95", meadow = "#7d9a6a", haze = 0.35, shift = 0, peaks = 1} = {}) {
  const grain = noise(seed * 7 + 3);
  const fine = noise(seed * 13 + 5);
  const ground = base ?? scene.horizon + 6;
  const [columns, rows] = [170, 36];
  const ridge = (x, y) => {
    let [sum, weight, size, last] = [0, 0.6, 0.9 * peaks, 1];
    for (let octave = 0; octave < 5; ++octave) {
      const value = 1 - Math.abs(grain(x * size + octave * 19.7 + shift, y * size + octave * 7.3) * 2 - 1);
      sum += value ** 1.5 * weight * last;
      last = clamp(value * 1.25);
      weight *= 0.37;
      size *= 2.1;
    }
    return sum;
  };
  const grid = [];
  for (let row = 0; row <= rows; ++row) {
    const away = row / rows; // 0: the crest behind, 1: the foot in front
    const line = [];
    for (let column = 0; column <= columns; ++column) {
      const x = (column / columns) * 4.4;
      const envelope = Math.sin(Math.PI * (0.5 + 0.5 * away)) ** 0.8;
      const value = ridge(x + (row % 2) * 0.03, away * 1.7);
      line.push({x: (column / columns) * (W + 160) - 80 + (row % 2 ? 7 : 0), h: value * envelope, away});
    }
    grid.push(line);
  }
  const place = (p) => [p.x, ground - p.h * height * 1.05 + p.away * 26];
  const sun = scene.time.sun[0] < 0.5 ? 1 : -1;
  const shapes = [];
  const face = (a, b, c, tiltX, tiltY) => {
    const [pa, pb, pc] = [a, b, c].map(place);
    const slopeX = tiltX * 30 + (fine(pa[0] * 0.06, pc[1] * 0.06) - 0.5) * 0.3;
    const slopeY = tiltY * 3;
    const high = (a.h + b.h + c.h) / 3;
    const light = clamp(0.62 + slopeX * sun * 0.62 - slopeY * 0.25, 0.16, 1.22);
    const rough = fine(pa[0] * 0.035, pa[1] * 0.05);
    const line = 1.05 - snow;
    const white = clamp((high - line * 0.72 + (rough - 0.5) * 0.2) * 11 - Math.max(0, -slopeX * sun) * 0.8);
    let colour = mix(mix(meadow, rock, clamp((high - 0.16) * 4.2 + (rough - 0.5))), "#f7fbff", white);
    colour = white > 0.5 ? mix("#8fa9d0", colour, clamp(light * 0.86 + 0.12)) : lit(colour, 0.5 + light * 0.62);
    colour = mix(colour, scene.time.haze, clamp(haze + (1 - high) * 0.16 + a.away * 0.1));
    if (scene.time.light < 0.8) colour = mix(colour, scene.time.haze, 0.35);
    if (scene.timeName === "dawn" || scene.timeName === "dusk" || scene.timeName === "golden") colour = mix(colour, scene.time.glow, clamp(light - 0.62) * 0.5 * clamp(high * 1.6));
    shapes.push(`<path d="M${f1(pa[0])} ${f1(pa[1])}L${f1(pb[0])} ${f1(pb[1])}L${f1(pc[0])} ${f1(pc[1])}Z" fill="${colour}" stroke="${colour}"/>`);
  };
  for (let row = 0; row < rows; ++row) {
    for (let column = 0; column < columns; ++column) {
      const [a, b, c, d] = [grid[row][column], grid[row][column + 1], grid[row + 1][column], grid[row + 1][column + 1]];
      const tilt = [(b.h + d.h - a.h - c.h) / 2, (c.h + d.h - a.h - b.h) / 2];
      if (row % 2) { face(a, b, d, ...tilt); face(a, d, c, ...tilt); } else { face(a, b, c, ...tilt); face(b, d, c, ...tilt); }
    }
  }
  scene.back.push(`<g stroke-width="1" stroke-linejoin="round">${shapes.join("")}</g>`);
  const veil = scene.gradient([[0, scene.time.haze, 0], [1, scene.time.haze, 0.85]]);
  scene.back.push(`<rect x="0" y="${f1(ground - 130)}" width="${W}" height="170" fill="${veil}"/>`);
}

/** A soft hill across the picture: y at its two ends and how much it swells. */
export function hill(scene, {y, swell = 40, colour = "#86a866", seed = 1, dark = 0.78, depthShade = 0.5}) {
  const grain = noise(seed * 17 + 1);
  const points = [];
  for (let x = -20; x <= W + 20; x += 20) points.push(`${x},${f1(y - grain(x / 310, seed) * swell - grain(x / 90, seed + 4) * swell * 0.14)}`);
  const own = lit(colour, scene.time.light);
  const fill = scene.gradient([[0, mix(own, scene.time.haze, 0.28)], [0.3, own], [1, lit(own, dark)]]);
  scene.back.push(`<polygon points="-20,${H + 20} ${points.join(" ")} ${W + 20},${H + 20}" fill="${fill}"/>`);
  return (x) => y - grain(x / 310, seed) * swell - grain(x / 90, seed + 4) * swell * 0.14;
}

/** The ground from the horizon to the eye. */
export function ground(scene, colour, {near = null, top = scene.horizon, texture = 260, blades = null} = {}) {
  const own = lit(colour, scene.time.light);
  const fill = scene.gradient([[0, mix(own, scene.time.haze, 0.45)], [0.25, own], [1, lit(near ?? own, 0.86)]]);
  scene.back.push(`<rect x="0" y="${f1(top)}" width="${W}" height="${f1(H - top)}" fill="${fill}"/>`);
  const next = numbers(scene.seed + 77);
  const marks = [];
  for (let i = 0; i < texture; ++i) {
    const deep = next() ** 1.7;
    const y = top + 8 + deep * (H - top);
    const size = 3 + deep * 26;
    const shade = next() < 0.5 ? lit(own, 0.84) : mix(own, "#fff6d8", 0.2);
    marks.push(blades
      ? `<path d="M${f1(next() * W)} ${f1(y)}q${f1(size * 0.1)} ${f1(-size * 0.6)} ${f1(next.between(-0.3, 0.3) * size)} ${f1(-size)}" stroke="${next() < 0.4 ? blades : shade}" stroke-width="${f1(1 + deep * 2.6)}" fill="none" stroke-linecap="round"/>`
      : `<ellipse cx="${f1(next() * W)}" cy="${f1(y)}" rx="${f1(size * 2)}" ry="${f1(size * 0.24)}" fill="${shade}"/>`);
  }
  for (let i = 0; i < 26; ++i) {
    const y = top + 20 + next() * (H - top);
    const deep = (y - top) / (H - top);
    scene.back.push(`<ellipse cx="${f1(next() * W)}" cy="${f1(y)}" rx="${f1(60 + deep * 260)}" ry="${f1(4 + deep * 26)}" fill="${next() < 0.5 ? lit(own, 0.8) : mix(own, "#fff3c0", 0.3)}" opacity=".22" filter="url(#soft)"/>`);
  }
  scene.back.push(`<g opacity="${blades ? 0.55 : 0.3}">${marks.join("")}</g>`);
}

const LEAVES = {
  spring: ["#8fbf55", "#a8cf63", "#74a848"],
  summer: ["#4d8a45", "#63a04e", "#3c7540"],
  autumn: ["#e0a02c", "#d67a2a", "#c75a2b", "#ecbd45"],
  winter: null,
};

/** Trees are drawn in metres. Kinds: poplar, birch, apple, spruce, sapling. */
export function tree(scene, kind, season, seed, {height = 8} = {}) {
  const next = numbers(seed * 31 + 7);
  const light = scene.time.light;
  const leaves = LEAVES[season];
  const bark = kind === "birch" ? "#e9e4da" : "#7a5a43";
  const parts = [];
  const trunk = height * (kind === "apple" ? 0.028 : 0.018);
  const sunLeft = scene.time.sun[0] < 0.5;
  if (kind === "spruce") {
    const green = ["#2f5d4a", "#3a6c52", "#27503f"];
    for (let i = 0; i < 9; ++i) {
      const y = -height * (0.08 + i * 0.1);
      const w = height * 0.17 * (1 - i / 9.6);
      const c = lit(green[i % 3], light);
      parts.push(`<path d="M0 ${(y - height * 0.16).toFixed(2)}L${w.toFixed(2)} ${y.toFixed(2)}Q0 ${(y - height * 0.03).toFixed(2)} ${(-w).toFixed(2)} ${y.toFixed(2)}Z" fill="${c}"/>`,
        `<path d="M0 ${(y - height * 0.16).toFixed(2)}L${((sunLeft ? -1 : 1) * w).toFixed(2)} ${y.toFixed(2)}Q0 ${(y - height * 0.03).toFixed(2)} 0 ${y.toFixed(2)}Z" fill="${season === "winter" ? "#f4f9ff" : mix(c, "#dfe9a0", 0.28)}" opacity="${season === "winter" ? 0.85 : 0.7}"/>`);
    }
    return `<rect x="-.12" y="${(-height * 0.1).toFixed(2)}" width=".24" height="${(height * 0.1).toFixed(2)}" fill="#5b4636"/>${parts.join("")}`;
  }
  const branches = [];
  const reach = {poplar: 0.09, birch: 0.2, apple: 0.42, sapling: 0.12}[kind];
  const crownFrom = {poplar: 0.14, birch: 0.28, apple: 0.36, sapling: 0.4}[kind];
  for (let i = 0; i < (kind === "sapling" ? 5 : 13); ++i) {
    const from = height * (crownFrom * 0.8 + next() * (leaves ? 0.72 - crownFrom : 0.9 - crownFrom));
    const side = i % 2 ? 1 : -1;
    const out = height * reach * next.between(0.5, 1) * (leaves ? 0.7 : 1);
    branches.push(`<path d="M0 ${(-from).toFixed(2)}q${(side * out * 0.5).toFixed(2)} ${(-out * 0.4).toFixed(2)} ${(side * out).toFixed(2)} ${(-out * (kind === "poplar" ? 2.4 : 1)).toFixed(2)}" stroke-width="${(trunk * 0.5).toFixed(3)}"/>`);
  }
  parts.push(`<g fill="none" stroke="${lit(mix(bark, "#5a4a40", kind === "birch" ? 0.3 : 0), light)}" stroke-linecap="round">${branches.join("")}</g>`,
    `<path d="M${(-trunk).toFixed(2)} 0L${(-trunk * 0.35).toFixed(2)} ${(-height * 0.93).toFixed(2)}L${(trunk * 0.35).toFixed(2)} ${(-height * 0.93).toFixed(2)}L${trunk.toFixed(2)} 0Z" fill="${lit(bark, light)}"/>`);
  if (kind === "birch") for (let i = 0; i < 8; ++i) parts.push(`<rect x="${(-trunk * 0.8).toFixed(2)}" y="${(-height * (0.05 + i * 0.09 + next() * 0.03)).toFixed(2)}" width="${(trunk * next.between(0.7, 1.4)).toFixed(2)}" height=".05" fill="#3e3a38"/>`);
  const blobs = [];
  if (leaves) {
    const n = {poplar: 170, birch: 200, apple: 270, sapling: 18}[kind];
    for (let i = 0; i < n; ++i) {
      const up = crownFrom + next() * (1 - crownFrom);
      const along = (up - crownFrom) / (1 - crownFrom);
      const width = {poplar: Math.sin(Math.PI * (0.12 + along * 0.88)) * 0.085, birch: Math.sin(Math.PI * (0.15 + along * 0.8)) * 0.2, apple: Math.sqrt(Math.max(0.02, 1 - (along * 2 - 1) ** 2)) * 0.36, sapling: 0.1}[kind];
      const x = next.between(-1, 1) * width * height;
      const r = height * {poplar: 0.026, birch: 0.03, apple: 0.038, sapling: 0.04}[kind] * next.between(0.6, 1.3);
      const facing = (sunLeft ? -x : x) / (width * height + 0.01);
      const c = lit(next.of(leaves), light * (0.8 + 0.24 * facing + along * 0.2));
      blobs.push([facing * 0.7 + along + next() * 0.5, `<ellipse cx="${x.toFixed(2)}" cy="${(-up * height).toFixed(2)}" rx="${r.toFixed(2)}" ry="${(r * 0.86).toFixed(2)}" fill="${c}"/>`]);
    }
    blobs.sort((a, b) => a[0] - b[0]);
    parts.push(...blobs.map((blob) => blob[1]));
    if (kind === "apple" && season === "autumn") for (let i = 0; i < 16; ++i) parts.push(`<circle cx="${(next.between(-0.3, 0.3) * height).toFixed(2)}" cy="${(-height * next.between(0.42, 0.86)).toFixed(2)}" r="${(height * 0.016).toFixed(2)}" fill="#c8352b"/>`);
    if (kind === "apple" && season === "spring") for (let i = 0; i < 70; ++i) parts.push(`<circle cx="${(next.between(-0.34, 0.34) * height).toFixed(2)}" cy="${(-height * next.between(0.4, 0.95)).toFixed(2)}" r="${(height * 0.014).toFixed(2)}" fill="${next() < 0.5 ? "#ffffff" : "#fbd9e2"}"/>`);
  } else {
    parts.push(`<g fill="none" stroke="#ffffff" stroke-linecap="round" opacity=".75" transform="translate(0 -.05)">${branches.join("").replaceAll(/stroke-width="[^"]+"/g, `stroke-width="${(trunk * 0.3).toFixed(3)}"`)}</g>`);
  }
  return parts.join("");
}

export function plant(scene, kind, season, x, z, {height = 8, seed = 1, shadow = true} = {}) {
  if (shadow) scene.shade(x + 0.12 * height, 0, z + 0.02, height * (kind === "apple" ? 0.9 : 0.4), height * 0.16, scene.time.shadow * 0.8);
  scene.stand(x, 0, z, tree(scene, kind, season, seed, {height}));
}

export function snowfall(scene, amount = 260) {
  const next = numbers(scene.seed + 5);
  for (let i = 0; i < amount; ++i) {
    const near = next() ** 3;
    scene.front.push(`<circle cx="${f1(next() * W)}" cy="${f1(next() * H)}" r="${f1(1.4 + near * 7)}" fill="#ffffff" opacity="${f1(0.9 - near * 0.5)}"${near > 0.4 ? ' filter="url(#soft)"' : ""}/>`);
  }
}

export function fallingLeaves(scene, amount = 40, top = 0.1) {
  const next = numbers(scene.seed + 6);
  for (let i = 0; i < amount; ++i) {
    const size = next.between(7, 20);
    const colour = next.of(LEAVES.autumn);
    scene.front.push(`<path transform="translate(${f1(next() * W)} ${f1(H * (top + next() * (1 - top)))}) rotate(${f1(next() * 360)}) scale(${f1(size)} ${f1(size)})" d="M-1 0Q-.3 -.7 1 0Q-.3 .7 -1 0Z" fill="${colour}" opacity=".9"/>`);
  }
}
