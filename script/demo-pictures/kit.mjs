// The drawing kit of the demonstration pictures: numbers from a seed, colours, light, a small perspective camera.
// A scene collects shapes with their distance; they are painted from far to near.

export const W = 1600;
export const H = 1067;

/** The same seed gives the same numbers, on every machine. */
export function numbers(seed) {
  let state = (seed * 2654435761) >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  next.between = (low, high) => low + (high - low) * next();
  next.of = (list) => list[Math.floor(next() * list.length)];
  return next;
}

export const f1 = (value) => (Math.round(value * 10) / 10).toString();
export const clamp = (value, low = 0, high = 1) => Math.min(high, Math.max(low, value));

function channels(colour) {
  return [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
}

function hex(parts) {
  return "#" + parts.map((part) => Math.round(clamp(part, 0, 255)).toString(16).padStart(2, "0")).join("");
}

export function mix(a, b, share) {
  const [x, y] = [channels(a), channels(b)];
  return hex(x.map((part, index) => part + (y[index] - part) * clamp(share)));
}

/** Lighter (above 1) or darker (below 1), shadows turning to blue and lights to yellow, as they do outdoors. */
export function lit(colour, strength) {
  return strength < 1 ? mix(colour, "#2b2f55", (1 - strength) * 0.85) : mix(colour, "#fff3d6", (strength - 1) * 0.9);
}

/** Smooth noise in two dimensions, from 0 to 1. */
export function noise(seed) {
  const table = new Float64Array(65536);
  const next = numbers(seed);
  for (let i = 0; i < table.length; ++i) table[i] = next();
  const at = (x, y) => table[((x & 255) << 8) | (y & 255)];
  const ease = (t) => t * t * (3 - 2 * t);
  return (x, y) => {
    const [i, j] = [Math.floor(x), Math.floor(y)];
    const [u, v] = [ease(x - i), ease(y - j)];
    return (at(i, j) * (1 - u) + at(i + 1, j) * u) * (1 - v) + (at(i, j + 1) * (1 - u) + at(i + 1, j + 1) * u) * v;
  };
}

export const TIMES = {
  dawn: {sky: ["#5d7fb8", "#e9a893", "#ffe0ae"], sun: [0.74, 0.42, "#fff0c4"], haze: "#efc3ae", light: 0.98, glow: "#ffbb77", shadow: 0.34, stars: 0},
  morning: {sky: ["#5fa6dc", "#b5dcf0", "#fdf1d8"], sun: [0.2, 0.2, "#fff8e0"], haze: "#cfe4ee", light: 1.06, glow: "#fff0c0", shadow: 0.3, stars: 0},
  day: {sky: ["#3f8fd4", "#8fc7ef", "#e6f5fb"], sun: [0.78, 0.12, "#fffbe8"], haze: "#c2def0", light: 1.08, glow: "#fff6d8", shadow: 0.34, stars: 0},
  golden: {sky: ["#4f86bd", "#f0c58c", "#ffe2a2"], sun: [0.24, 0.36, "#fff3c0"], haze: "#f0cb9c", light: 1.02, glow: "#ffc060", shadow: 0.38, stars: 0},
  dusk: {sky: ["#293a6e", "#98608d", "#f7a36b"], sun: [0.66, 0.45, "#ffd9a0"], haze: "#a0769a", light: 0.74, glow: "#ff9a60", shadow: 0.4, stars: 0.4},
  night: {sky: ["#0a1534", "#1b2f5e", "#44598c"], sun: [0.75, 0.17, "#f6f2dc"], haze: "#2d4474", light: 0.5, glow: "#a8bfe8", shadow: 0.5, stars: 1},
  winter: {sky: ["#79a8d2", "#c6ddee", "#faf5ee"], sun: [0.3, 0.22, "#fffdf2"], haze: "#dce8f1", light: 1.07, glow: "#fff6e4", shadow: 0.24, stars: 0},
  overcast: {sky: ["#8499aa", "#b7c6d0", "#e8e7df"], sun: [0.5, 0.2, "#f3f2ea"], haze: "#c6d1d7", light: 0.93, glow: "#ffffff", shadow: 0.2, stars: 0},
};

export class Scene {
  constructor({time = "day", seed = 1, eye = [0, 1.7, 0], turn = 0, tilt = 0, focus = 1150} = {}) {
    this.time = TIMES[time];
    this.timeName = time;
    this.seed = seed;
    this.next = numbers(seed);
    this.eye = eye;
    this.sin = Math.sin(turn);
    this.cos = Math.cos(turn);
    this.focus = focus;
    this.horizon = H * (0.5 + tilt);
    this.back = [];
    this.items = [];
    this.front = [];
    this.defs = [];
    this.count = 0;
    this.light = [-0.55, 0.72, -0.42];
  }

  id() {
    return "d" + this.count++;
  }

  /** A point of the world (metres; x right, y up, z away) in camera space. */
  seen([x, y, z]) {
    const [dx, dy, dz] = [x - this.eye[0], y - this.eye[1], z - this.eye[2]];
    return [dx * this.cos - dz * this.sin, dy, dx * this.sin + dz * this.cos];
  }

  flat([x, y, z]) {
    const depth = Math.max(z, 0.05);
    return [W / 2 + (x / depth) * this.focus, this.horizon - (y / depth) * this.focus];
  }

  at(point) {
    const seen = this.seen(point);
    const [x, y] = this.flat(seen);
    return {x, y, depth: seen[2], scale: this.focus / Math.max(seen[2], 0.05)};
  }

  gradient(stops, {x1 = 0, y1 = 0, x2 = 0, y2 = 1, space = ""} = {}) {
    const id = this.id();
    const units = space ? ` gradientUnits="${space}"` : "";
    this.defs.push(`<linearGradient id="${id}" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}"${units}>` + stops.map(([at, colour, alpha = 1]) =>
      `<stop offset="${at}" stop-color="${colour}" stop-opacity="${alpha}"/>`).join("") + "</linearGradient>");
    return `url(#${id})`;
  }

  glow(stops) {
    const id = this.id();
    this.defs.push(`<radialGradient id="${id}">` + stops.map(([at, colour, alpha = 1]) =>
      `<stop offset="${at}" stop-color="${colour}" stop-opacity="${alpha}"/>`).join("") + "</radialGradient>");
    return `url(#${id})`;
  }

  add(depth, svg) {
    this.items.push({depth, svg, order: this.items.length});
  }

  /** A flat polygon in space; what lies behind the eye is cut off. */
  polygon(points, fill, {alpha = 1, depth = null, blur = "", stroke = fill, extra = ""} = {}) {
    const near = 0.12;
    const seen = points.map((point) => this.seen(point));
    const kept = [];
    seen.forEach((a, index) => {
      const b = seen[(index + 1) % seen.length];
      if (a[2] >= near) kept.push(a);
      if ((a[2] >= near) !== (b[2] >= near)) {
        const share = (near - a[2]) / (b[2] - a[2]);
        kept.push(a.map((value, axis) => value + (b[axis] - value) * share));
      }
    });
    if (kept.length < 3) return;
    const path = kept.map((point) => this.flat(point).map(f1).join(",")).join(" ");
    const away = depth ?? kept.reduce((sum, point) => sum + point[2], 0) / kept.length;
    const line = stroke && !blur && alpha === 1 && !stroke.startsWith("url") ? ` stroke="${stroke}" stroke-width=".8"` : "";
    this.add(away, `<polygon points="${path}" fill="${fill}"${line}${alpha < 1 ? ` opacity="${alpha}"` : ""}` +
      `${blur ? ` filter="url(#${blur})"` : ""}${extra}/>`);
  }

  /** How bright a face with this normal is. */
  brightness(normal) {
    const dot = normal[0] * this.light[0] + normal[1] * this.light[1] + normal[2] * this.light[2];
    return this.time.light * (0.74 + 0.34 * clamp(dot, -0.6, 1));
  }

  /** A box standing on y, turned around its middle; only the sides that are seen. `bias` brings it forward in the order. */
  box(x, y, z, w, h, d, colour, {turn = 0, bias = 0, top = colour, shine = 1} = {}) {
    const [s, c] = [Math.sin(turn), Math.cos(turn)];
    const corner = (dx, dy, dz) => [x + dx * c - dz * s, y + dy, z + dx * s + dz * c];
    const [a, b] = [w / 2, d / 2];
    const faces = [
      [[-a, 0, -b], [a, 0, -b], [a, h, -b], [-a, h, -b], [0, 0, -1]],
      [[a, 0, b], [-a, 0, b], [-a, h, b], [a, h, b], [0, 0, 1]],
      [[a, 0, -b], [a, 0, b], [a, h, b], [a, h, -b], [1, 0, 0]],
      [[-a, 0, b], [-a, 0, -b], [-a, h, -b], [-a, h, b], [-1, 0, 0]],
      [[-a, h, -b], [a, h, -b], [a, h, b], [-a, h, b], [0, 1, 0]],
    ];
    const middle = this.seen([x, y + h / 2, z])[2];
    faces.forEach((face, index) => {
      const points = face.slice(0, 4).map((point) => corner(...point));
      const local = face[4];
      const normal = [local[0] * c - local[2] * s, local[1], local[0] * s + local[2] * c];
      const to = points[0].map((value, axis) => this.eye[axis] - value);
      if (normal[0] * to[0] + normal[1] * to[1] + normal[2] * to[2] <= 0) return;
      this.polygon(points, lit(index === 4 ? top : colour, this.brightness(normal) * shine), {depth: middle - bias - (index === 4 ? 0.002 : 0.001)});
    });
  }

  /** Something drawn flat that faces the eye: `draw` gives SVG in metres, y up is negative, origin on the ground. */
  stand(x, y, z, draw, {bias = 0, scale = 1} = {}) {
    const place = this.at([x, y, z]);
    if (place.depth < 0.2) return;
    const s = place.scale * scale;
    this.add(place.depth - bias, `<g transform="translate(${f1(place.x)} ${f1(place.y)}) scale(${s.toFixed(3)})">${draw}</g>`);
  }

  /** A soft shadow on the ground. */
  shade(x, y, z, w, d, alpha = null, bias = 0) {
    const ring = [];
    for (let i = 0; i < 20; ++i) {
      const angle = (i / 20) * 2 * Math.PI;
      ring.push([x + (Math.cos(angle) * w) / 2, y, z + (Math.sin(angle) * d) / 2]);
    }
    this.polygon(ring, "#1c2140", {alpha: alpha ?? this.time.shadow, blur: "soft", depth: this.seen([x, y, z])[2] + 0.4 - bias});
  }

  svg() {
    const items = [...this.items].sort((a, b) => b.depth - a.depth || a.order - b.order).map((item) => item.svg);
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${W}" height="${H}" viewBox="0 0 ${W} ${H}"><defs>` +
      `<filter id="soft" x="-40%" y="-40%" width="180%" height="180%"><feGaussianBlur stdDeviation="7"/></filter>` +
      `<filter id="softer" x="-60%" y="-60%" width="220%" height="220%"><feGaussianBlur stdDeviation="22"/></filter>` +
      `<filter id="mist" x="-60%" y="-60%" width="220%" height="220%"><feGaussianBlur stdDeviation="46"/></filter>` +
      this.defs.join("") + `</defs>${this.back.join("")}${items.join("")}${this.front.join("")}${this.finish()}</svg>`;
  }

  /** The last layer: light from where the sun is, darker corners. */
  finish() {
    const [sx, sy] = this.time.sun;
    const warm = this.glow([[0, this.time.glow, 0.42], [0.5, this.time.glow, 0.12], [1, this.time.glow, 0]]);
    const corner = this.glow([[0, "#000000", 0], [0.72, "#000000", 0], [1, "#12142c", 0.26]]);
    return `<ellipse cx="${f1(sx * W)}" cy="${f1(sy * H)}" rx="1000" ry="800" fill="${warm}" style="mix-blend-mode:soft-light"/>` +
      `<ellipse cx="800" cy="533" rx="1250" ry="860" fill="${corner}"/>`;
  }
}
