// Things seen from near: a table, a soft room behind it, light from one side.
import {H, Scene, W, f1, lit, mix, numbers} from "./kit.mjs";
import {komuz} from "./people.mjs";
import {shyrdak} from "./indoor.mjs";
import {tunduk} from "./school.mjs";
import {flask, globe, microscope, openBook, pot, stack} from "./room.mjs";

const AIR = {
  morning: ["#dfeaf0", "#f6ead2", "#fff6dc"], golden: ["#c98a5a", "#f0c98c", "#fff0c8"], dusk: ["#3a2f4a", "#8a5a5a", "#f0b070"],
  green: ["#6f9a74", "#c4d9a8", "#fbf6dc"], winter: ["#9fbfd8", "#dbe8f2", "#ffffff"], red: ["#7d2f2f", "#b8573f", "#f6c98a"],
};

export function still({air = "golden", seed = 1, wood = "#a8703f", top = 640, window = true, cloth = ""} = {}, draw) {
  const scene = new Scene({time: air === "dusk" ? "golden" : "morning", seed});
  const [dark, middle, light] = AIR[air];
  const next = numbers(seed + 3);
  scene.back.push(`<rect width="${W}" height="${H}" fill="${scene.gradient([[0, dark], [1, middle]], {x1: 1, y1: 0, x2: 0, y2: 1})}"/>`);
  if (window) scene.back.push(`<g filter="url(#mist)"><rect x="90" y="40" width="430" height="470" fill="${light}"/><rect x="290" y="40" width="26" height="470" fill="${middle}"/><rect x="90" y="250" width="430" height="20" fill="${middle}"/></g>`);
  for (let i = 0; i < 26; ++i) scene.back.push(`<circle cx="${f1(next() * W)}" cy="${f1(next() * top)}" r="${f1(next.between(14, 60))}" fill="${next() < 0.5 ? light : mix(middle, light, 0.5)}" opacity="${next.between(0.06, 0.22).toFixed(2)}" filter="url(#soft)"/>`);
  const surface = cloth || wood;
  scene.back.push(`<rect y="${top}" width="${W}" height="${H - top}" fill="${scene.gradient([[0, mix(surface, middle, 0.35)], [0.3, surface], [1, lit(surface, 0.72)]])}"/>`);
  if (!cloth) for (let i = 0; i < 60; ++i) {
    const y = top + 6 + next() ** 1.5 * (H - top);
    scene.back.push(`<path d="M${f1(next() * W - 200)} ${f1(y)}q200 ${f1(next.between(-6, 6))} ${f1(next.between(240, 700))} 0" stroke="${next() < 0.5 ? lit(surface, 0.8) : mix(surface, "#fff0cf", 0.25)}" stroke-width="${f1(next.between(1, 4))}" fill="none" opacity=".45"/>`);
  }
  scene.back.push(`<path d="M0 ${top}L900 ${top}L1500 ${H}H300Z" fill="#fff4cf" opacity=".2" filter="url(#softer)"/>`);
  const put = (x, y, scale, svg, {turn = 0, shadow = 0.5, width = 0.3} = {}) => {
    if (shadow) scene.add(20 - y / 100, `<ellipse cx="${x + scale * 0.12}" cy="${y + scale * 0.012}" rx="${f1(scale * width * 1.15)}" ry="${f1(scale * width * 0.2)}" fill="#1c1020" opacity="${shadow}" filter="url(#soft)"/>`);
    scene.add(10 - y / 100, `<g transform="translate(${x} ${y}) scale(${scale}) rotate(${turn})">${svg}</g>`);
  };
  draw(scene, put, next);
  return scene.svg();
}

const g = (scene, colour, {dark = 0.66, bright = 1.3} = {}) => scene.gradient([[0, lit(colour, bright)], [0.45, colour], [1, lit(colour, dark)]], {x1: 0, y1: 0, x2: 1, y2: 0});

export function bell({air = "golden", seed = 1} = {}) {
  return still({air, seed}, (scene, put) => {
    put(1080, 900, 560, stack(numbers(seed), 5), {width: 0.2});
    put(1330, 880, 700, pot(1), {width: 0.14});
    const brass = scene.gradient([[0, "#fff3c0"], [0.25, "#f0c455"], [0.6, "#c98f2c"], [1, "#7d5218"]], {x1: 0, y1: 0, x2: 1, y2: 0});
    put(590, 930, 620, `<path d="M-.035 -.95Q-.06 -.86 -.04 -.72H.04Q.06 -.86 .035 -.95Q0 -.99 -.035 -.95Z" fill="${g(scene, "#7d4a2a")}"/><path d="M-.06 -.74H.06Q.1 -.7 .12 -.62Q.2 -.5 .21 -.24Q.24 -.1 .34 -.04Q0 .06 -.34 -.04Q-.24 -.1 -.21 -.24Q-.2 -.5 -.12 -.62Q-.1 -.7 -.06 -.74Z" fill="${brass}"/><ellipse cy="-.035" rx=".34" ry=".055" fill="#5f3e14"/><ellipse cy="-.03" rx=".06" ry=".05" fill="#c98f2c"/><path d="M-.215 -.24Q0 -.19 .215 -.24M-.13 -.6Q0 -.56 .13 -.6" stroke="#fff0b8" stroke-width=".012" fill="none" opacity=".8"/><path d="M-.12 -.58Q-.17 -.45 -.17 -.26" stroke="#fffbe6" stroke-width=".03" fill="none" stroke-linecap="round" opacity=".85"/><path d="M-.02 -.72Q-.28 -.66 -.42 -.82Q-.48 -.6 -.26 -.58Q-.12 -.6 0 -.7Q.14 -.58 .3 -.6Q.5 -.64 .42 -.84Q.26 -.66 .02 -.72Z" fill="${g(scene, "#c8322c")}"/><path d="M-.02 -.68Q-.16 -.5 -.3 -.34L-.22 -.32Q-.06 -.5 0 -.66Q.08 -.5 .2 -.36L.27 -.4Q.1 -.54 .02 -.68Z" fill="${g(scene, "#a82822")}"/><circle cy="-.69" r=".045" fill="#d8443f"/>`, {width: 0.36});
    for (const [x, y, s] of [[240, 960, 46], [330, 1000, 34], [900, 1000, 38]]) scene.front.push(`<path transform="translate(${x} ${y}) rotate(${x}) scale(${s})" d="M-1 0Q-.3 -.7 1 0Q-.3 .7 -1 0Z" fill="#d67a2a"/>`);
  });
}

export function books({air = "green", seed = 2, n = 6, flower = true, apple = true, glasses = false} = {}) {
  return still({air, seed, wood: "#b07a48"}, (scene, put, next) => {
    const spines = ["#b8433a", "#2f6f8f", "#e0a63a", "#4f7d4a", "#6b4a82", "#31517d", "#c9754a"];
    let y = 0;
    let pile = "";
    for (let i = 0; i < n; ++i) {
      const [h, w, dx] = [next.between(0.075, 0.12), next.between(0.62, 0.78), next.between(-0.04, 0.04)];
      const c = spines[(i + seed) % spines.length];
      pile += `<rect x="${(-w / 2 + dx).toFixed(3)}" y="${(y - h).toFixed(3)}" width="${w.toFixed(3)}" height="${h.toFixed(3)}" rx=".015" fill="${g(scene, c)}"/><rect x="${(w / 2 + dx - 0.05).toFixed(3)}" y="${(y - h + 0.012).toFixed(3)}" width=".05" height="${(h - 0.024).toFixed(3)}" fill="#f6ecd4"/><rect x="${(-w / 2 + dx + 0.09).toFixed(3)}" y="${(y - h * 0.64).toFixed(3)}" width="${(w * 0.42).toFixed(3)}" height="${(h * 0.24).toFixed(3)}" fill="#fbe9bd" opacity=".85"/><rect x="${(-w / 2 + dx + 0.03).toFixed(3)}" y="${(y - h).toFixed(3)}" width=".014" height="${h.toFixed(3)}" fill="#fff" opacity=".35"/>`;
      y -= h;
    }
    if (apple) pile += `<g transform="translate(.06 ${y.toFixed(3)})"><path d="M0 -.02C.12 -.02 .14 -.2 .07 -.23C.03 -.25 .02 -.22 0 -.22C-.02 -.22 -.03 -.25 -.07 -.23C-.14 -.2 -.12 -.02 0 -.02Z" fill="${g(scene, "#cf3a2f")}"/><path d="M0 -.22Q.01 -.28 .04 -.3" stroke="#5a3a22" stroke-width=".014" fill="none"/><path d="M.02 -.26Q.1 -.33 .15 -.27Q.09 -.22 .02 -.26Z" fill="#6aa34a"/><ellipse cx="-.05" cy="-.17" rx=".02" ry=".035" fill="#fff" opacity=".6"/></g>`;
    put(560, 900, 720, pile, {width: 0.42});
    put(1130, 930, 900, `<path d="M0 0Q-.2 -.07 -.42 -.01V-.05Q-.2 -.11 0 -.03Q.2 -.11 .42 -.05V-.01Q.2 -.07 0 0Z" fill="#8d2f2f"/><path d="M0 -.025Q-.2 -.1 -.4 -.04L-.34 -.17Q-.17 -.2 0 -.12Z" fill="#fff9ea"/><path d="M0 -.025Q.2 -.1 .4 -.04L.34 -.17Q.17 -.2 0 -.12Z" fill="#f3e6c8"/>${[0, 1, 2, 3].map((i) => `<path d="M${-0.34 + i * 0.006} ${-0.075 - i * 0.024}Q-.18 ${-0.115 - i * 0.02} -.04 ${-0.06 - i * 0.018}M${0.34 - i * 0.006} ${-0.075 - i * 0.024}Q.18 ${-0.115 - i * 0.02} .04 ${-0.06 - i * 0.018}" stroke="#b8a888" stroke-width=".006" fill="none"/>`).join("")}`, {width: 0.42});
    if (flower) put(1420, 820, 620, pot(seed % 2), {width: 0.15});
    if (glasses) put(900, 990, 330, `<g fill="none" stroke="#3a2f2a" stroke-width=".02"><ellipse cx="-.17" cy="-.06" rx=".13" ry=".06"/><ellipse cx=".17" cy="-.06" rx=".13" ry=".06"/><path d="M-.04 -.07Q0 -.1 .04 -.07M.3 -.08L.42 -.16"/></g>`, {shadow: 0.2});
  });
}

export function boardGame({game = "chess", air = "dusk", seed = 3} = {}) {
  return still({air, seed, wood: "#8a5430", top: 520}, (scene, put, next) => {
    if (game === "chess") {
      const at = (c, r) => { const t = r / 8; const y = 560 + 430 * t ** 0.86; const half = 430 + 270 * t; return [800 + (c / 4 - 1) * half, y]; };
      const corner = [at(-0.35, -0.25), at(8.35, -0.25), at(8.35, 8.3), at(-0.35, 8.3)].map((p) => p.map(f1).join(",")).join(" ");
      scene.add(50, `<polygon points="${corner}" fill="#1c1020" opacity=".5" filter="url(#softer)"/><polygon points="${corner}" fill="#5f3620"/>`);
      for (let r = 0; r < 8; ++r) for (let c = 0; c < 8; ++c) scene.add(49, `<polygon points="${[at(c, r), at(c + 1, r), at(c + 1, r + 1), at(c, r + 1)].map((p) => p.map(f1).join(",")).join(" ")}" fill="${(r + c) % 2 ? "#9a6238" : "#f0dbb0"}"/>`);
      const shapes = {
        pawn: "M-.16 0H.16L.12 -.06Q.06 -.12 .07 -.24A.1 .1 0 1 0 -.07 -.24Q-.06 -.12 -.12 -.06Z",
        rook: "M-.18 0H.18L.14 -.07L.1 -.12V-.38H.15V-.5H.08V-.46H.03V-.5H-.03V-.46H-.08V-.5H-.15V-.38H-.1V-.12L-.14 -.07Z",
        knight: "M-.18 0H.18L.13 -.08Q.16 -.3 .06 -.44L.02 -.55L-.03 -.46Q-.16 -.42 -.2 -.28L-.12 -.24Q-.05 -.28 -.04 -.24Q-.14 -.16 -.13 -.08Z",
        bishop: "M-.17 0H.17L.12 -.07Q.06 -.12 .07 -.28Q.12 -.4 0 -.54Q-.12 -.4 -.07 -.28Q-.06 -.12 -.12 -.07Z",
        queen: "M-.19 0H.19L.13 -.08Q.07 -.14 .08 -.36L.17 -.56L.08 -.5L.06 -.62L0 -.52L-.06 -.62L-.08 -.5L-.17 -.56L-.08 -.36Q-.07 -.14 -.13 -.08Z",
        king: "M-.19 0H.19L.13 -.08Q.07 -.14 .09 -.4L.14 -.52H.03V-.58H.08V-.63H.03V-.69H-.03V-.63H-.08V-.58H-.03V-.52H-.14L-.09 -.4Q-.07 -.14 -.13 -.08Z",
      };
      const men = [[0, 0, "rook", 1], [6, 0, "king", 1], [5, 0, "rook", 1], [5, 1, "pawn", 1], [6, 1, "pawn", 1], [7, 2, "pawn", 1], [0, 1, "pawn", 1], [2, 2, "knight", 1], [3, 3, "pawn", 1], [3, 1, "queen", 1], [4, 4, "pawn", 0], [2, 5, "bishop", 0], [5, 5, "knight", 0], [3, 6, "queen", 0], [0, 6, "pawn", 0], [1, 6, "pawn", 0], [6, 6, "pawn", 0], [7, 6, "pawn", 0], [6, 7, "king", 0], [4, 7, "rook", 0], [0, 7, "rook", 0]];
      for (const [c, r, name, black] of men) {
        const [x, y] = at(c + 0.5, r + 0.72);
        const s = 155 + r * 17;
        scene.add(40 - r, `<ellipse cx="${f1(x + s * 0.12)}" cy="${f1(y)}" rx="${f1(s * 0.25)}" ry="${f1(s * 0.07)}" fill="#1c1020" opacity=".45" filter="url(#soft)"/><path transform="translate(${f1(x)} ${f1(y)}) scale(${f1(s)})" d="${shapes[name]}" fill="${g(scene, black ? "#4a2c22" : "#f2e2bd")}" stroke="${black ? "#2a1712" : "#b89a6a"}" stroke-width=".012"/>`);
      }
    } else {
      const wood = g(scene, "#9a5f34");
      scene.add(50, `<path d="M150 690L1450 690L1560 985H40Z" fill="#1c1020" opacity=".5" filter="url(#softer)"/><path d="M170 660L1430 660L1540 950H60Z" fill="${wood}"/><path d="M60 950H1540V990H60Z" fill="#5f3620"/><path d="M190 672L1410 672" stroke="#e0b070" stroke-width="3" opacity=".6"/>`);
      for (let row = 0; row < 2; ++row) for (let i = 0; i < 9; ++i) {
        const [y, half] = row ? [895, 655] : [715, 570];
        const x = 800 + (i - 4) * (half / 4.6);
        const [rx, ry] = row ? [52, 44] : [44, 31];
        scene.add(45, `<ellipse cx="${f1(x)}" cy="${y}" rx="${rx}" ry="${ry}" fill="#4a2816"/><ellipse cx="${f1(x)}" cy="${y + 5}" rx="${rx - 6}" ry="${ry - 8}" fill="#6b3d22"/>`);
        const stones = Math.floor(next.between(2, 10));
        for (let k = 0; k < stones; ++k) { const [sx, sy] = [x + next.between(-0.62, 0.62) * rx, y + next.between(-0.5, 0.5) * ry]; const c = next() < 0.5 ? "#f6efe0" : "#e3d6bd"; scene.add(44 - k * 0.01, `<circle cx="${f1(sx + 2)}" cy="${f1(sy + 4)}" r="12" fill="#1c1020" opacity=".5"/><circle cx="${f1(sx)}" cy="${f1(sy)}" r="12" fill="${c}"/><circle cx="${f1(sx - 4)}" cy="${f1(sy - 4)}" r="4" fill="#fff"/>`); }
      }
      for (const x of [520, 1080]) { scene.add(45, `<rect x="${x - 210}" y="775" width="420" height="50" rx="25" fill="#4a2816"/>`); for (let k = 0; k < 14; ++k) scene.add(44, `<circle cx="${f1(x - 180 + k * 26 + next.between(-5, 5))}" cy="${f1(802 + next.between(-9, 9))}" r="11" fill="${k % 2 ? "#f6efe0" : "#d9c8a8"}"/>`); }
    }
  });
}

export function craft({seed = 4, kind = "kalpak", air = "morning"} = {}) {
  return still({air, seed, cloth: kind === "nooruz" ? "#f4ead6" : "#c9b18a", top: 560}, (scene, put, next) => {
    if (kind === "kalpak") {
      scene.back.push(`<g transform="translate(1120 330) scale(210)" opacity=".95">${shyrdak(3, 1.7)}</g>`);
      const felt = scene.gradient([[0, "#ffffff"], [0.5, "#f3eee2"], [1, "#b9ae9a"]], {x1: 0, y1: 0, x2: 1, y2: 0});
      const hat = `<path d="M-.36 0Q-.3 -.2 -.2 -.42Q-.12 -.66 -.05 -.74Q0 -.77 .05 -.74Q.12 -.66 .2 -.42Q.3 -.2 .36 0Q0 -.1 -.36 0Z" fill="${felt}"/><path d="M-.42 .03Q0 -.12 .42 .03L.36 -.13Q0 -.27 -.36 -.13Z" fill="#26242c"/><path d="M0 -.74V-.2" stroke="#26242c" stroke-width=".014"/><path d="M-.05 -.74Q-.18 -.5 -.26 -.2M.05 -.74Q.18 -.5 .26 -.2" stroke="#26242c" stroke-width=".01" fill="none"/><path d="M-.02 -.76L0 -.86L.02 -.76Z" fill="#26242c"/><g fill="none" stroke="#26242c" stroke-width=".012" stroke-linecap="round"><path d="M-.1 -.3c-.05 -.09 -.13 -.06 -.1 0c.02 .04 .06 .02 .05 -.01M.1 -.3c.05 -.09 .13 -.06 .1 0c-.02 .04 -.06 .02 -.05 -.01"/></g>`;
      put(360, 880, 560, hat, {width: 0.4}); put(820, 950, 640, hat, {width: 0.4}); put(1250, 880, 480, hat, {width: 0.4});
      put(1450, 980, 300, `<path d="M-.4 -.1L.4 -.22M-.38 -.02L.4 -.24" stroke="#b9bec8" stroke-width=".03"/><circle cx="-.46" cy="-.12" r=".08" fill="none" stroke="#c8322c" stroke-width=".035"/><circle cx="-.44" cy=".02" r=".08" fill="none" stroke="#c8322c" stroke-width=".035"/>`, {shadow: 0.25});
    } else if (kind === "nooruz") {
      scene.back.push(`<g transform="translate(820 270) scale(230)" opacity=".9">${shyrdak(4.4, 1.6, "#8d2f2a", "#f0dfb8", "#2b4a3f")}</g>`);
      for (let x = 0; x < W; x += 64) scene.back.push(`<path d="M${x} 560l32 34l32 -34z" fill="#b3452f" opacity=".85"/>`);
      const bowl = (c, fill) => `<ellipse cx="0" cy="-.16" rx=".26" ry=".075" fill="#fffaf0"/><ellipse cx="0" cy="-.155" rx=".235" ry=".06" fill="${fill}"/><path d="M-.26 -.16Q-.24 .02 0 .02Q.24 .02 .26 -.16Q.2 -.08 0 -.08Q-.2 -.08 -.26 -.16Z" fill="${g(scene, c)}"/><path d="M-.2 -.04Q0 .02 .2 -.04" stroke="#b3452f" stroke-width=".02" fill="none"/>`;
      put(300, 820, 560, bowl("#f7f0e0", "#a8643a"), {width: 0.25}); put(1310, 820, 560, bowl("#f7f0e0", "#e9c46a"), {width: 0.25}); put(1060, 960, 520, bowl("#f7f0e0", "#c98a45"), {width: 0.25});
      let grass = ""; for (let i = 0; i < 90; ++i) { const x = next.between(-0.34, 0.34); grass += `<path d="M${x.toFixed(2)} -.06Q${(x + next.between(-0.06, 0.06)).toFixed(2)} -.25 ${(x + next.between(-0.1, 0.1)).toFixed(2)} ${next.between(-0.52, -0.3).toFixed(2)}" stroke="${next.of(["#6fa843", "#8fc055", "#4f8a3a"])}" stroke-width=".014" fill="none" stroke-linecap="round"/>`; }
      put(760, 810, 620, `${grass}<path d="M-.42 -.1H.42L.36 .02H-.36Z" fill="${g(scene, "#c87650")}"/><path d="M-.4 -.07H.4" stroke="#f4ead6" stroke-width=".018" stroke-dasharray=".05 .03"/><path d="M-.42 -.06Q0 -.01 .42 -.06" stroke="#c8322c" stroke-width=".022" fill="none"/>`, {width: 0.4});
      for (let i = 0; i < 26; ++i) { const [x, y] = [next.between(420, 700), next.between(880, 985)]; scene.add(5 - i * 0.01, `<path transform="translate(${f1(x)} ${f1(y)}) rotate(${f1(next.between(-30, 30))})" d="M-34 0Q-36 -26 0 -28Q36 -26 34 0Q0 10 -34 0Z" fill="${g(scene, next.of(["#d99a45", "#c98535", "#e0ab5a"]))}"/>`); }
      put(1480, 990, 360, `<path d="M0 0Q.02 -.4 -.04 -.62" stroke="#4f8a3a" stroke-width=".03" fill="none"/><path d="M-.04 -.6Q-.2 -.62 -.16 -.86Q-.08 -.8 -.04 -.9Q0 -.8 .09 -.86Q.12 -.62 -.04 -.6Z" fill="${g(scene, "#d8342f")}"/><path d="M0 -.1Q.2 -.2 .18 -.46Q.04 -.34 0 -.1Z" fill="#5f9a48"/>`, {shadow: 0.2});
    } else if (kind === "first-aid") {
      put(620, 900, 640, `<rect x="-.45" y="-.5" width=".9" height=".5" rx=".04" fill="${g(scene, "#f7f7f4")}"/><rect x="-.14" y="-.58" width=".28" height=".1" rx=".03" fill="none" stroke="#8d96a1" stroke-width=".03"/><path d="M-.45 -.3H.45" stroke="#c9ced4" stroke-width=".01"/><circle cx="0" cy="-.25" r=".16" fill="#fff"/><path d="M.06 -.37A.13 .13 0 1 0 .06 -.13A.1 .1 0 1 1 .06 -.37Z" fill="#d0302c"/><path d="M-.43 -.46V-.06" stroke="#fff" stroke-width=".02" opacity=".7"/>`, {width: 0.48});
      const roll = `<ellipse cx="0" cy="-.06" rx=".16" ry=".06" fill="#efe9dc"/><path d="M-.16 -.2V-.06A.16 .06 0 0 0 .16 -.06V-.2Z" fill="${g(scene, "#fbf8f0")}"/><ellipse cx="0" cy="-.2" rx=".16" ry=".06" fill="#fffdf6"/><ellipse cx="0" cy="-.2" rx=".06" ry=".022" fill="#d9d0bd"/>`;
      put(1120, 900, 560, roll, {width: 0.18}); put(1300, 960, 600, roll, {width: 0.18}); put(1020, 990, 420, roll, {width: 0.18});
      put(230, 960, 480, `<rect x="-.08" y="-.42" width=".16" height=".42" rx=".03" fill="${g(scene, "#7d4a2a")}"/><rect x="-.05" y="-.5" width=".1" height=".1" rx=".02" fill="#f7f7f4"/><rect x="-.08" y="-.28" width=".16" height=".16" fill="#fbf8f0"/>`, {width: 0.12});
      put(820, 1000, 420, `<path d="M-.3 -.02L.3 -.1" stroke="#e9b08a" stroke-width=".09" stroke-linecap="round"/><path d="M-.06 -.05L.06 -.07" stroke="#f7e0cc" stroke-width=".085"/>`, {shadow: 0.25});
    } else if (kind === "calendar") {
      put(560, 900, 900, `<path d="M-.42 0L-.36 -.52H.36L.42 0Z" fill="#e9decb"/><rect x="-.4" y="-.56" width=".8" height=".56" rx=".02" fill="${g(scene, "#fffdf6", {dark: 0.9, bright: 1.02})}"/><rect x="-.4" y="-.56" width=".8" height=".13" fill="#b3452f"/>${[...Array(9).keys()].map((i) => `<rect x="${(-0.35 + i * 0.085).toFixed(3)}" y="-.6" width=".018" height=".08" rx=".009" fill="#5b636e"/>`).join("")}${[...Array(28).keys()].map((i) => { const [c, r] = [i % 7, Math.floor(i / 7)]; return `<rect x="${(-0.355 + c * 0.104).toFixed(3)}" y="${(-0.4 + r * 0.095).toFixed(3)}" width=".085" height=".075" rx=".012" fill="${c > 4 ? "#f3d9cf" : i === 9 ? "#e0a63a" : i === 16 ? "#8fb9a0" : "#efe6d2"}"/>`; }).join("")}`, {width: 0.48});
      put(1210, 920, 560, stack(numbers(seed + 4), 4), {width: 0.2}); put(1400, 830, 620, pot(0), {width: 0.14});
      put(1080, 1000, 420, `<path d="M-.5 -.02L.42 -.14" stroke="#e0a63a" stroke-width=".06"/><path d="M.42 -.17L.52 -.155L.43 -.11Z" fill="#f3dcb8"/><path d="M-.5 -.05L-.58 -.01L-.49 .02Z" fill="#d8443f"/>`, {shadow: 0.25});
    } else if (kind === "laptop") {
      put(720, 940, 1180, `<path d="M-.42 -.02H.42L.46 .03H-.46Z" fill="#aab2bb"/><rect x="-.38" y="-.5" width=".76" height=".48" rx=".02" fill="#2c323b"/><rect x="-.355" y="-.475" width=".71" height=".42" fill="#eef5f8"/><rect x="-.31" y="-.42" width=".3" height=".05" rx=".02" fill="#2f6f8f"/><rect x="-.31" y="-.33" width=".62" height=".022" fill="#b9c6d0"/><rect x="-.31" y="-.29" width=".54" height=".022" fill="#b9c6d0"/><g transform="translate(.12 -.16)"><path d="M-.055 -.02V-.06A.055 .055 0 0 1 .055 -.06V-.02" fill="none" stroke="#8d6a1c" stroke-width=".022"/><rect x="-.09" y="-.03" width=".18" height=".12" rx=".015" fill="#e0a63a"/><circle cx="0" cy=".03" r=".016" fill="#5a3a12"/></g><rect x="-.31" y="-.22" width=".26" height=".1" rx=".02" fill="#8fb9a0"/><path d="M-.355 -.055L-.05 -.475H.1L-.25 -.055Z" fill="#fff" opacity=".25"/>`, {width: 0.48});
      put(1320, 900, 560, stack(numbers(seed + 4), 3), {width: 0.2}); put(200, 880, 640, pot(0), {width: 0.15});
    } else if (kind === "board") {
      const words = ["Ң", "Ө", "Ү"];
      scene.back.push(`<rect x="150" y="60" width="1300" height="520" rx="10" fill="#a8784a"/><rect x="176" y="86" width="1248" height="468" fill="${scene.gradient([[0, "#356a5a"], [1, "#274d43"]])}"/>`);
      words.forEach((w, i) => scene.back.push(`<text x="${420 + i * 380}" y="410" font-family="DejaVu Serif" font-size="270" fill="#f4f1e2" text-anchor="middle" opacity=".94">${w}</text>`));
      scene.back.push(`<path d="M300 470Q800 520 1300 460" stroke="#ffd98a" stroke-width="8" fill="none" opacity=".8" stroke-linecap="round"/>`);
      put(430, 930, 700, openBook("#b8433a"), {width: 0.28}); put(1040, 930, 600, stack(numbers(seed), 4), {width: 0.2}); put(1350, 900, 640, globe, {width: 0.14});
    } else if (kind === "science") {
      put(380, 930, 900, flask("#4f9bd9"), {width: 0.16}); put(660, 960, 760, flask("#5fae6a"), {width: 0.16}); put(940, 900, 1150, microscope, {width: 0.16}); put(1290, 950, 820, flask("#e0703a"), {width: 0.16}); put(1460, 880, 620, stack(numbers(seed), 3), {width: 0.2});
    } else if (kind === "komuz") {
      scene.back.push(`<g transform="translate(800 300) scale(250)" opacity=".9">${shyrdak(4.6, 1.7)}</g>`);
      scene.add(1, `<ellipse cx="830" cy="900" rx="620" ry="60" fill="#1c1020" opacity=".45" filter="url(#softer)"/><g transform="translate(1330 820) rotate(-78) scale(1060)">${komuz(1)}</g>`);
      put(330, 960, 620, openBook("#2f6f8f"), {width: 0.28});
    } else if (kind === "harvest") {
      let fill = ""; for (let i = 0; i < 30; ++i) { const c = next.of(["#d2452f", "#e0a63a", "#8db04a", "#c8352b"]); const [x, y] = [next.between(-0.4, 0.4), -0.36 - next() * 0.16]; fill += `<circle cx="${x.toFixed(2)}" cy="${(y + Math.abs(x) * 0.3).toFixed(2)}" r=".085" fill="${c}"/><circle cx="${(x - 0.025).toFixed(2)}" cy="${(y + Math.abs(x) * 0.3 - 0.03).toFixed(2)}" r=".022" fill="#fff" opacity=".5"/>`; }
      put(560, 930, 740, `${fill}<path d="M-.52 -.36H.52L.42 0H-.42Z" fill="${g(scene, "#b98650")}"/>${[0, 1, 2].map((i) => `<path d="M${-0.5 + i * 0.03} ${-0.28 + i * 0.1}Q0 ${-0.24 + i * 0.1} ${0.5 - i * 0.03} ${-0.28 + i * 0.1}" stroke="#8a5a30" stroke-width=".025" fill="none"/>`).join("")}${[-0.36, -0.18, 0, 0.18, 0.36].map((x) => `<path d="M${x} -.36L${x * 0.86} 0" stroke="#8a5a30" stroke-width=".018"/>`).join("")}`, {width: 0.5});
      for (let i = 0; i < 9; ++i) { const [x, y] = [next.between(980, 1500), next.between(880, 1010)]; put(x, y, 200, `<path d="M-.3 0Q-.34 -.3 0 -.32Q.36 -.3 .32 -.02Q.1 .08 -.3 0Z" fill="${g(scene, "#cfa66a")}"/><circle cx=".05" cy="-.15" r=".016" fill="#8a6a3a"/><circle cx="-.12" cy="-.1" r=".014" fill="#8a6a3a"/>`, {width: 0.34, turn: next.between(-20, 20)}); }
      for (let i = 0; i < 4; ++i) put(1000 + i * 120, 820 + (i % 2) * 20, 300, `<path d="M-.1 0Q-.14 -.3 0 -.62Q.14 -.3 .1 0Q0 .06 -.1 0Z" transform="rotate(80 0 -.1)" fill="${g(scene, "#e8843a")}"/><path d="M-.06 -.02Q-.3 -.2 -.4 -.1M-.06 -.05Q-.28 -.3 -.42 -.26" stroke="#5f9a48" stroke-width=".03" fill="none"/>`, {shadow: 0.3});
    } else if (kind === "food") {
      const bowl = (fill) => `<ellipse cx="0" cy="-.02" rx=".44" ry=".12" fill="#fffaf0"/><ellipse cx="0" cy="-.035" rx=".36" ry=".092" fill="${fill}"/><ellipse cx="0" cy="-.03" rx=".44" ry=".12" fill="none" stroke="#2f6f8f" stroke-width=".014"/>`;
      put(520, 880, 760, `${bowl("#e0b04a")}${[...Array(50).keys()].map(() => `<ellipse cx="${next.between(-0.26, 0.26).toFixed(2)}" cy="${(-0.035 + next.between(-0.05, 0.04)).toFixed(3)}" rx=".026" ry=".011" fill="${next.of(["#f6dc8a", "#e8843a", "#fff0c0", "#8a4a2a"])}"/>`).join("")}`, {width: 0.46});
      put(1120, 940, 620, `${bowl("#c8502f")}<circle cx="-.1" cy="-.05" r=".05" fill="#6aa34a"/><circle cx=".12" cy="-.03" r=".04" fill="#f3e6c0"/><path d="M-.08 -.2q.05 -.1 0 -.2M.08 -.2q.05 -.1 0 -.2" stroke="#fff" stroke-width=".02" fill="none" opacity=".7"/>`, {width: 0.46});
      put(1400, 830, 430, `<path d="M-.34 0Q-.4 -.26 0 -.3Q.4 -.26 .34 0Z" fill="${g(scene, "#c98a45")}"/><path d="M-.2 -.24L-.12 -.05M0 -.28V-.05M.2 -.24L.12 -.05" stroke="#f0cb8a" stroke-width=".035"/>`, {width: 0.36});
      put(870, 800, 420, `<path d="M-.16 -.34H.16L.13 0H-.13Z" fill="${g(scene, "#f7f2e6")}"/><ellipse cx="0" cy="-.34" rx=".16" ry=".045" fill="#b5643a"/><path d="M-.15 -.2H.15" stroke="#b3452f" stroke-width=".03"/>`, {width: 0.17});
      put(250, 1000, 300, `<circle cx="0" cy="-.2" r=".2" fill="${g(scene, "#cf3a2f")}"/><path d="M0 -.38Q.02 -.48 .08 -.5" stroke="#5a3a22" stroke-width=".03" fill="none"/>`, {width: 0.22});
    }
  });
}

export function workshop({seed = 5} = {}) {
  return craft({seed, kind: "kalpak"});
}
