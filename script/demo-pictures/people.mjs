// People as drawn figures without faces, in metres: nobody is anybody. And the things that they carry.
import {lit, mix} from "./kit.mjs";

const SKIN = ["#e3b58f", "#d9a67e", "#edc29d"];
const HAIR = ["#2d2420", "#3a2c25", "#241d1b"];

/** pose: stand, walk, raise, hold, sit. view: front, back. hat: "", kalpak, scarf, cap, knit. */
export function figure(next, {height = 1.5, top = "#ffffff", bottom = "#2c3350", skirt = false, hat = "", view = "front", pose = "stand", bag = "", hold = "", light = 1, girl = skirt, ribbon = "", vest = ""} = {}) {
  const h = height;
  const skin = lit(next.of(SKIN), light);
  const hair = lit(next.of(HAIR), light);
  const coat = lit(top, light);
  const dark = lit(mix(top, "#2b2f55", 0.25), light);
  const low = lit(bottom, light);
  const head = h * (h < 1.4 ? 0.098 : 0.082);
  const shoulder = h * 0.8;
  const hip = h * 0.47;
  const wide = h * (h < 1.4 ? 0.125 : 0.13);
  const out = [];
  const n = (v) => v.toFixed(3);
  const step = pose === "walk" ? h * 0.09 : h * 0.035;
  const limb = h * 0.075;
  if (pose !== "sit") {
    const legs = skirt ? skin : low;
    out.push(`<g stroke="${skirt ? lit("#f2efe8", light) : legs}" stroke-width="${n(limb)}" stroke-linecap="round"><path d="M${n(-wide * 0.4)} ${n(-hip)}L${n(-step)} ${n(-h * 0.05)}"/><path d="M${n(wide * 0.4)} ${n(-hip)}L${n(step)} ${n(-h * 0.05)}"/></g>`,
      `<g fill="${lit("#2a2326", light)}"><ellipse cx="${n(-step * 1.15)}" cy="${n(-h * 0.022)}" rx="${n(h * 0.055)}" ry="${n(h * 0.026)}"/><ellipse cx="${n(step * 1.15)}" cy="${n(-h * 0.022)}" rx="${n(h * 0.055)}" ry="${n(h * 0.026)}"/></g>`);
    if (skirt) out.push(`<path d="M${n(-wide * 0.75)} ${n(-hip * 1.2)}L${n(wide * 0.75)} ${n(-hip * 1.2)}L${n(wide * 1.3)} ${n(-hip * 0.55)}Q0 ${n(-hip * 0.47)} ${n(-wide * 1.3)} ${n(-hip * 0.55)}Z" fill="${low}"/>`);
  }
  const arm = (side, up) => {
    const s = side * wide;
    const path = up === "raise" ? `M${n(s * 0.85)} ${n(-shoulder + h * 0.02)}Q${n(s * 1.7)} ${n(-shoulder - h * 0.03)} ${n(s * 1.5)} ${n(-shoulder - h * 0.2)}`
      : up === "hold" ? `M${n(s * 0.85)} ${n(-shoulder + h * 0.03)}Q${n(s * 1.6)} ${n(-shoulder + h * 0.17)} ${n(s * 0.35)} ${n(-hip - h * 0.12)}`
      : `M${n(s * 0.85)} ${n(-shoulder + h * 0.03)}Q${n(s * 1.5)} ${n(-shoulder + h * 0.18)} ${n(s * (pose === "walk" ? 1.6 : 1.2))} ${n(-hip + h * 0.01)}`;
    const end = up === "raise" ? [s * 1.5, -shoulder - h * 0.21] : up === "hold" ? [s * 0.32, -hip - h * 0.12] : [s * (pose === "walk" ? 1.6 : 1.2), -hip + h * 0.02];
    out.push(`<path d="${path}" stroke="${side < 0 ? coat : dark}" stroke-width="${n(limb * 0.85)}" stroke-linecap="round" fill="none"/><circle cx="${n(end[0])}" cy="${n(end[1])}" r="${n(limb * 0.42)}" fill="${skin}"/>`);
  };
  const lift = pose === "raise" ? "raise" : pose === "hold" || hold ? "hold" : "";
  if (view === "back") { arm(-1, pose === "raise" ? "" : lift); arm(1, lift); }
  out.push(`<path d="M${n(-wide)} ${n(-shoulder + h * 0.06)}Q${n(-wide * 0.95)} ${n(-shoulder - h * 0.01)} ${n(-wide * 0.4)} ${n(-shoulder - h * 0.02)}L${n(wide * 0.4)} ${n(-shoulder - h * 0.02)}Q${n(wide * 0.95)} ${n(-shoulder - h * 0.01)} ${n(wide)} ${n(-shoulder + h * 0.06)}L${n(wide * 0.86)} ${n(-hip + h * 0.03)}Q0 ${n(-hip + h * 0.06)} ${n(-wide * 0.86)} ${n(-hip + h * 0.03)}Z" fill="${coat}"/>`,
    `<path d="M${n(wide * 0.15)} ${n(-shoulder - h * 0.02)}L${n(wide * 0.4)} ${n(-shoulder - h * 0.02)}Q${n(wide * 0.95)} ${n(-shoulder - h * 0.01)} ${n(wide)} ${n(-shoulder + h * 0.06)}L${n(wide * 0.86)} ${n(-hip + h * 0.03)}Q${n(wide * 0.4)} ${n(-hip + h * 0.05)} ${n(wide * 0.2)} ${n(-hip + h * 0.05)}Z" fill="${dark}" opacity=".55"/>`);
  if (vest) out.push(`<path d="M${n(-wide * 0.95)} ${n(-shoulder + h * 0.03)}L${n(-wide * 0.2)} ${n(-shoulder + h * 0.01)}L${n(-wide * 0.12)} ${n(-hip + h * 0.045)}L${n(-wide * 0.84)} ${n(-hip + h * 0.03)}ZM${n(wide * 0.95)} ${n(-shoulder + h * 0.03)}L${n(wide * 0.2)} ${n(-shoulder + h * 0.01)}L${n(wide * 0.12)} ${n(-hip + h * 0.045)}L${n(wide * 0.84)} ${n(-hip + h * 0.03)}Z" fill="${lit(vest, light)}"/>`);
  if (bag) out.push(view === "back"
    ? `<rect x="${n(-wide * 0.72)}" y="${n(-shoulder + h * 0.03)}" width="${n(wide * 1.44)}" height="${n(h * 0.25)}" rx="${n(h * 0.05)}" fill="${lit(bag, light)}"/><rect x="${n(-wide * 0.5)}" y="${n(-shoulder + h * 0.15)}" width="${n(wide)}" height="${n(h * 0.1)}" rx="${n(h * 0.02)}" fill="${lit(mix(bag, "#2b2f55", 0.3), light)}"/><rect x="${n(-wide * 0.5)}" y="${n(-shoulder + h * 0.1)}" width="${n(wide)}" height="${n(h * 0.014)}" fill="#fff" opacity=".6"/>`
    : `<path d="M${n(-wide * 0.62)} ${n(-shoulder)}L${n(-wide * 0.55)} ${n(-hip)}M${n(wide * 0.62)} ${n(-shoulder)}L${n(wide * 0.55)} ${n(-hip)}" stroke="${lit(bag, light)}" stroke-width="${n(h * 0.028)}"/>`);
  if (view !== "back") { arm(-1, pose === "raise" ? "" : lift); arm(1, lift); }
  out.push(thing(hold, h, light, hip));
  const y = -shoulder - head * 1.25;
  out.push(`<rect x="${n(-head * 0.36)}" y="${n(-shoulder - head * 0.6)}" width="${n(head * 0.72)}" height="${n(head * 0.8)}" fill="${mix(skin, "#6b4433", 0.2)}"/>`);
  if (girl && view === "back") out.push(`<path d="M${n(-head * 1.04)} ${n(y)}Q${n(-head * 1.15)} ${n(y + head * 1.7)} ${n(-head * 0.75)} ${n(y + head * 2.1)}L${n(head * 0.75)} ${n(y + head * 2.1)}Q${n(head * 1.15)} ${n(y + head * 1.7)} ${n(head * 1.04)} ${n(y)}Z" fill="${hair}"/>`);
  // From the front the hair falls on both sides of the neck: closed under the chin it would look like a beard.
  else if (girl) for (const side of [-1, 1]) out.push(`<path d="M${n(side * head * 1.04)} ${n(y)}Q${n(side * head * 1.2)} ${n(y + head * 1.5)} ${n(side * head * 0.98)} ${n(y + head * 2)}Q${n(side * head * 0.72)} ${n(y + head * 2.1)} ${n(side * head * 0.66)} ${n(y + head * 1.6)}L${n(side * head * 0.5)} ${n(y)}Z" fill="${hair}"/>`);
  out.push(`<ellipse cx="0" cy="${n(y)}" rx="${n(head * 0.92)}" ry="${n(head * 1.06)}" fill="${view === "back" ? hair : skin}"/>`);
  if (view !== "back") out.push(
    `<path d="M${n(-head * 0.96)} ${n(y + head * 0.12)}Q${n(-head * 1.05)} ${n(y - head * 1.2)} 0 ${n(y - head * 1.2)}Q${n(head * 1.05)} ${n(y - head * 1.2)} ${n(head * 0.96)} ${n(y + head * 0.12)}Q${n(head * 0.6)} ${n(y - head * 0.55)} ${n(-head * 0.1)} ${n(y - head * 0.5)}Q${n(-head * 0.7)} ${n(y - head * 0.45)} ${n(-head * 0.96)} ${n(y + head * 0.12)}Z" fill="${hair}"/>`);
  if (girl && ribbon) out.push(`<g fill="${lit(ribbon, light)}"><circle cx="${n(-head * 0.95)}" cy="${n(y - head * 0.5)}" r="${n(head * 0.42)}"/><circle cx="${n(head * 0.95)}" cy="${n(y - head * 0.5)}" r="${n(head * 0.42)}"/></g>`);
  if (hat === "kalpak") out.push(`<path d="M${n(-head * 1.2)} ${n(y - head * 0.35)}L${n(-head * 0.42)} ${n(y - head * 2.5)}Q0 ${n(y - head * 2.8)} ${n(head * 0.42)} ${n(y - head * 2.5)}L${n(head * 1.2)} ${n(y - head * 0.35)}Q0 ${n(y - head * 0.75)} ${n(-head * 1.2)} ${n(y - head * 0.35)}Z" fill="${lit("#fbf8f0", light)}"/><path d="M${n(-head * 1.24)} ${n(y - head * 0.3)}Q0 ${n(y - head * 0.78)} ${n(head * 1.24)} ${n(y - head * 0.3)}L${n(head * 1.05)} ${n(y - head * 0.78)}Q0 ${n(y - head * 1.15)} ${n(-head * 1.05)} ${n(y - head * 0.78)}Z" fill="${lit("#2b2a33", light)}"/><path d="M0 ${n(y - head * 2.6)}V${n(y - head)}" stroke="${lit("#2b2a33", light)}" stroke-width="${n(head * 0.1)}"/>`);
  if (hat === "scarf") out.push(`<path d="M${n(-head * 1.08)} ${n(y + head * 0.5)}Q${n(-head * 1.3)} ${n(y - head * 1.35)} 0 ${n(y - head * 1.35)}Q${n(head * 1.3)} ${n(y - head * 1.35)} ${n(head * 1.08)} ${n(y + head * 0.5)}Q${n(head * 0.85)} ${n(y - head * 0.5)} 0 ${n(y - head * 0.56)}Q${n(-head * 0.85)} ${n(y - head * 0.5)} ${n(-head * 1.08)} ${n(y + head * 0.5)}Z" fill="${lit("#f4f1ec", light)}"/>`);
  if (hat === "knit" || hat === "cap") {
    const c = lit(hat === "cap" ? "#31517d" : next.of(["#c2463c", "#2f6f8f", "#e0a63a", "#5a7d4a"]), light);
    out.push(`<path d="M${n(-head)} ${n(y - head * 0.3)}Q${n(-head)} ${n(y - head * 1.45)} 0 ${n(y - head * 1.45)}Q${n(head)} ${n(y - head * 1.45)} ${n(head)} ${n(y - head * 0.3)}Z" fill="${c}"/>${hat === "knit" ? `<rect x="${n(-head * 1.04)}" y="${n(y - head * 0.5)}" width="${n(head * 2.08)}" height="${n(head * 0.36)}" rx="${n(head * 0.15)}" fill="${mix(c, "#ffffff", 0.35)}"/><circle cx="0" cy="${n(y - head * 1.55)}" r="${n(head * 0.26)}" fill="${mix(c, "#ffffff", 0.5)}"/>` : ""}`);
  }
  return out.join("");
}

function thing(hold, h, light, hip) {
  const y = -hip - h * 0.1;
  const n = (v) => v.toFixed(3);
  if (hold === "book") return `<g transform="translate(0 ${n(y)})"><path d="M0 .02L${n(h * 0.1)} -.03V${n(-h * 0.12)}L0 ${n(-h * 0.09)}L${n(-h * 0.1)} ${n(-h * 0.12)}V-.03Z" fill="${lit("#b8433a", light)}"/><path d="M0 0L${n(h * 0.085)} -.03V${n(-h * 0.105)}L0 ${n(-h * 0.08)}Z" fill="${lit("#fffaf0", light)}" opacity=".25"/></g>`;
  if (hold === "flowers") return `<g transform="translate(0 ${n(y)})"><path d="M0 ${n(h * 0.1)}L${n(-h * 0.05)} ${n(-h * 0.08)}L${n(h * 0.05)} ${n(-h * 0.08)}Z" fill="${lit("#5f9150", light)}"/>${[[-0.05, -0.1, "#d8443f"], [0.05, -0.1, "#e9b23e"], [0, -0.14, "#e57a8c"], [-0.02, -0.09, "#ffffff"], [0.03, -0.13, "#c8455f"]].map(([x, dy, c]) => `<circle cx="${n(x * h)}" cy="${n(dy * h)}" r="${n(h * 0.028)}" fill="${lit(c, light)}"/>`).join("")}</g>`;
  if (hold === "komuz") return `<g transform="translate(${n(h * 0.02)} ${n(y)}) rotate(-62) scale(${n(h * 0.5)})">${komuz(light)}</g>`;
  if (hold === "crate") return `<g transform="translate(0 ${n(y)})"><rect x="${n(-h * 0.15)}" y="${n(-h * 0.07)}" width="${n(h * 0.3)}" height="${n(h * 0.14)}" fill="${lit("#b98650", light)}"/><path d="M${n(-h * 0.15)} 0H${n(h * 0.15)}" stroke="${lit("#7d5734", light)}" stroke-width=".02"/>${[-0.1, -0.03, 0.04, 0.11].map((x) => `<circle cx="${n(x * h)}" cy="${n(-h * 0.08)}" r="${n(h * 0.04)}" fill="${lit("#d2452f", light)}"/>`).join("")}</g>`;
  if (hold === "ball") return `<circle cx="0" cy="${n(y)}" r="${n(h * 0.075)}" fill="${lit("#f3d36a", light)}"/><path d="M${n(-h * 0.075)} ${n(y)}Q0 ${n(y - h * 0.05)} ${n(h * 0.075)} ${n(y)}" stroke="${lit("#3d69a8", light)}" stroke-width=".02" fill="none"/>`;
  if (hold === "paper") return `<rect x="${n(-h * 0.07)}" y="${n(y - h * 0.08)}" width="${n(h * 0.14)}" height="${n(h * 0.17)}" fill="${lit("#fffaf0", light)}"/><path d="M${n(-h * 0.045)} ${n(y - h * 0.04)}h${n(h * 0.09)}M${n(-h * 0.045)} ${n(y)}h${n(h * 0.09)}M${n(-h * 0.045)} ${n(y + h * 0.04)}h${n(h * 0.06)}" stroke="#9aa3b5" stroke-width=".012"/>`;
  if (hold === "bell") return `<path d="M0 ${n(y - h * 0.07)}q${n(h * 0.05)} .02 ${n(h * 0.055)} ${n(h * 0.12)}h${n(-h * 0.11)}q.01 ${n(-h * 0.1)} ${n(h * 0.055)} ${n(-h * 0.12)}z" fill="${lit("#e6b23c", light)}"/>`;
  return "";
}

/** A komuz one unit long, standing on its body. */
export function komuz(light = 1) {
  const wood = lit("#b0713a", light);
  return `<path d="M-.02 -1H.02L.03 -.5Q.14 -.36 .15 -.2Q.13 0 0 .02Q-.13 0 -.15 -.2Q-.14 -.36 -.03 -.5Z" fill="${wood}"/><path d="M0 -.48Q.1 -.35 .115 -.2Q.1 -.03 0 -.01Z" fill="${lit("#d59a55", light)}" opacity=".8"/><circle cx="0" cy="-.26" r=".022" fill="#4a2c18"/><path d="M-.05 -.1H.05" stroke="#4a2c18" stroke-width=".018"/><path d="M-.012 -.96V-.1M0 -.97V-.1M.012 -.96V-.1" stroke="#f4e6c8" stroke-width=".005"/><path d="M-.07 -.95h.05M.02 -.91h.05M-.07 -.87h.05" stroke="${lit("#5a3a22", light)}" stroke-width=".022" stroke-linecap="round"/>`;
}
