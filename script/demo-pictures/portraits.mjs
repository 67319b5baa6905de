// Portraits in place of photographs of the staff: busts without faces, so that nobody real is shown.
import {f1, lit, mix, noise, numbers} from "./kit.mjs";
import {tunduk} from "./school.mjs";

const SIZE = [960, 1200];

/** hair: short, side, bob, long, bun, scarf, kalpak. wear: suit, blouse, cardigan, sport, apron. */
export function portrait({seed = 1, hair = "short", colour = "#2a211e", wear = "suit", cloth = "#33425f", shirt = "#fbf7ee", accent = "#b3452f", ground = "#c9d8d2", skin = 0, tie = false, glasses = false, beard = false} = {}) {
  const [w, h] = SIZE;
  const next = numbers(seed * 17);
  const defs = [];
  let count = 0;
  const gradient = (stops, {x1 = 0, y1 = 0, x2 = 0, y2 = 1} = {}) => {
    const id = `p${count++}`;
    defs.push(`<linearGradient id="${id}" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}">${stops.map(([at, c]) => `<stop offset="${at}" stop-color="${c}"/>`).join("")}</linearGradient>`);
    return `url(#${id})`;
  };
  const radial = (stops) => {
    const id = `p${count++}`;
    defs.push(`<radialGradient id="${id}">${stops.map(([at, c, a = 1]) => `<stop offset="${at}" stop-color="${c}" stop-opacity="${a}"/>`).join("")}</radialGradient>`);
    return `url(#${id})`;
  };
  const tone = ["#e6b993", "#d9a77f", "#efc7a3"][skin % 3];
  const [bright, dark] = [mix(tone, "#fff1dc", 0.35), mix(tone, "#8a5236", 0.42)];
  const out = [];
  out.push(`<rect width="${w}" height="${h}" fill="${gradient([[0, mix(ground, "#ffffff", 0.35)], [1, lit(ground, 0.86)]])}"/>`,
    `<circle cx="300" cy="300" r="620" fill="${radial([[0, "#fffaf0", 0.85], [1, "#fffaf0", 0]])}"/>`,
    `<g transform="translate(480 470) scale(390)" opacity=".2">${tunduk(lit(ground, 0.72), 0.05)}</g>`);
  const ridge = noise(seed);
  const line = [];
  for (let x = 0; x <= w; x += 24) line.push(`${x},${f1(860 - ridge(x / 170, seed) * 170 - ridge(x / 60, 3) * 40)}`);
  out.push(`<polygon points="0,${h} ${line.join(" ")} ${w},${h}" fill="${lit(ground, 0.9)}" opacity=".55"/>`);
  // long hair behind
  const mane = gradient([[0, mix(colour, "#a8846a", 0.2)], [0.5, colour], [1, lit(colour, 0.7)]], {x1: 0, y1: 0, x2: 1, y2: 0});
  if (hair === "long") out.push(`<path d="M290 470Q250 820 300 960H660Q712 820 670 470Q640 260 480 260Q320 260 290 470Z" fill="${mane}"/>`);
  if (hair === "bob") out.push(`<path d="M286 470Q262 640 300 720Q350 760 400 700H560Q612 760 660 720Q700 640 674 470Q640 250 480 250Q320 250 286 470Z" fill="${mane}"/>`);
  if (hair === "bun") out.push(`<circle cx="480" cy="228" r="86" fill="${mane}"/>`);
  // neck and shoulders
  out.push(`<path d="M410 640H550V800Q480 860 410 800Z" fill="${gradient([[0, dark], [0.6, tone]])}"/>`);
  const body = gradient([[0, mix(cloth, "#ffffff", 0.16)], [0.45, cloth], [1, lit(cloth, 0.66)]], {x1: 0, y1: 0, x2: 1, y2: 0.3});
  out.push(`<path d="M120 ${h}Q130 930 260 872Q360 836 412 786Q480 850 548 786Q600 836 700 872Q830 930 840 ${h}Z" fill="${body}"/>`);
  if (wear === "suit") {
    out.push(`<path d="M404 790L480 930L556 790L590 826L520 ${h}H440L370 826Z" fill="${shirt}"/>`,
      tie ? `<path d="M480 900L455 930L468 ${h}H492L505 930Z" fill="${accent}"/><path d="M450 872L480 908L510 872L495 858H465Z" fill="${lit(accent, 0.9)}"/>` : `<path d="M480 930V${h}" stroke="${lit(shirt, 0.85)}" stroke-width="5"/>`,
      `<path d="M404 788L362 842L430 1000L470 ${h}H430L330 860Z" fill="${lit(cloth, 0.84)}"/><path d="M556 788L598 842L530 1000L490 ${h}H530L630 860Z" fill="${lit(cloth, 0.74)}"/>`,
      `<path d="M404 788L370 826L432 862L480 908L528 862L590 826L556 788L480 868Z" fill="${mix(shirt, "#ffffff", 0.3)}"/>`);
  }
  if (wear === "blouse") out.push(`<path d="M402 792Q480 940 558 792L580 816Q500 1000 480 1010Q460 1000 380 816Z" fill="${shirt}"/><path d="M390 806Q440 900 480 912Q520 900 570 806L600 836Q540 930 480 944Q420 930 360 836Z" fill="${mix(cloth, "#ffffff", 0.3)}"/><circle cx="480" cy="962" r="17" fill="${accent}"/><circle cx="474" cy="956" r="5" fill="#fff" opacity=".7"/>`);
  if (wear === "cardigan") out.push(`<path d="M404 790Q480 880 556 790L588 824Q540 940 520 ${h}H440Q420 940 372 824Z" fill="${shirt}"/><path d="M372 824Q430 960 436 ${h}M588 824Q530 960 524 ${h}" stroke="${lit(cloth, 0.7)}" stroke-width="12" fill="none"/>${[1010, 1080, 1150].map((y) => `<circle cx="428" cy="${y}" r="9" fill="${accent}"/>`).join("")}`);
  if (wear === "sport") out.push(`<path d="M400 796Q480 862 560 796L574 850Q480 912 386 850Z" fill="${lit(cloth, 0.8)}"/><path d="M480 880V${h}" stroke="#fff" stroke-width="7" opacity=".8"/><path d="M250 880Q330 1000 330 ${h}M710 880Q630 1000 630 ${h}" stroke="#fff" stroke-width="16" fill="none" opacity=".75"/><path d="M700 1000L720 940" stroke="${accent}" stroke-width="8"/>`);
  if (wear === "apron") out.push(`<path d="M404 790L480 900L556 790L586 822L480 980L374 822Z" fill="${mix(cloth, "#8a94a0", 0.2)}"/><path d="M330 ${h}V1010H630V${h}Z" fill="#ffffff"/><path d="M340 1010Q360 900 400 830M620 1010Q600 900 560 830" stroke="#ffffff" stroke-width="22" fill="none"/>`);
  // head
  out.push(`<ellipse cx="314" cy="500" rx="30" ry="46" fill="${tone}"/><ellipse cx="646" cy="500" rx="30" ry="46" fill="${dark}"/>`,
    `<path d="M318 440Q318 270 480 270Q642 270 642 440Q648 620 566 700Q520 738 480 738Q440 738 394 700Q312 620 318 440Z" fill="${gradient([[0, bright], [0.55, tone], [1, mix(tone, dark, 0.7)]], {x1: 0, y1: 0, x2: 1, y2: 0.2})}"/>`,
    `<ellipse cx="400" cy="560" rx="56" ry="40" fill="#e0725a" opacity=".13"/><ellipse cx="560" cy="560" rx="52" ry="40" fill="#e0725a" opacity=".13"/>`);
  if (beard) out.push(`<path d="M330 560Q360 700 430 726Q480 742 530 726Q600 700 630 560Q620 660 560 640Q480 612 400 640Q340 660 330 560Z" fill="${mane}" opacity=".9"/>`);
  const top = {
    short: `<path d="M304 470Q286 240 480 228Q674 240 656 470Q650 390 612 356Q520 300 420 336Q340 360 322 420Q312 440 304 470Z" fill="${mane}"/>`,
    side: `<path d="M300 480Q280 232 478 222Q684 236 660 480Q650 380 606 344Q470 390 380 330Q326 372 318 432Q310 450 300 480Z" fill="${mane}"/><path d="M384 328Q480 250 600 300" stroke="${mix(colour, "#c9a68a", 0.35)}" stroke-width="7" fill="none" opacity=".6"/>`,
    bob: `<path d="M290 560Q270 236 480 226Q692 236 670 560Q656 420 600 352Q470 400 372 342Q310 420 290 560Z" fill="${mane}"/>`,
    long: `<path d="M292 600Q262 236 480 224Q698 236 668 600Q650 430 590 340Q520 300 480 296Q440 300 370 340Q310 430 292 600Z" fill="${mane}"/><path d="M480 226V300" stroke="${mix(colour, "#c9a68a", 0.35)}" stroke-width="5" opacity=".7"/>`,
    bun: `<path d="M304 500Q286 250 480 238Q674 250 656 500Q640 380 560 336Q480 306 400 336Q322 380 304 500Z" fill="${mane}"/>`,
    scarf: `<path d="M276 600Q240 210 480 196Q720 210 684 600Q664 430 600 372Q540 336 480 334Q420 336 360 372Q296 430 276 600Z" fill="${gradient([[0, mix(accent, "#ffffff", 0.35)], [1, lit(accent, 0.84)]])}"/><path d="M276 596Q300 720 400 770L420 744Q330 690 300 560ZM684 596Q660 720 560 770L540 744Q630 690 660 560Z" fill="${lit(accent, 0.88)}"/>`,
    kalpak: `<path d="M304 470Q296 380 320 350H640Q664 380 656 470Q648 410 610 380H350Q312 410 304 470Z" fill="${mane}"/><path d="M262 372Q330 330 372 190Q410 84 440 70Q480 54 520 70Q550 84 588 190Q630 330 698 372Q480 300 262 372Z" fill="${gradient([[0, "#ffffff"], [0.55, "#f4efe4"], [1, "#c4baa8"]], {x1: 0, y1: 0, x2: 1, y2: 0})}"/><path d="M236 400Q480 286 724 400L690 318Q480 232 270 318Z" fill="#25232b"/><path d="M480 62V268" stroke="#25232b" stroke-width="6"/>`,
  }[hair];
  out.push(top);
  if (glasses) out.push(`<g fill="#ffffff" fill-opacity=".22" stroke="#3a2f2a" stroke-width="8"><rect x="350" y="452" width="112" height="84" rx="36"/><rect x="498" y="452" width="112" height="84" rx="36"/><path d="M462 482Q480 470 498 482M350 482L318 470M610 482L642 470" fill="none"/></g>`);
  out.push(`<ellipse cx="300" cy="420" rx="420" ry="560" fill="${radial([[0, "#fff3d0", 0.3], [1, "#fff3d0", 0]])}"/>`);
  void next;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}"><defs>${defs.join("")}</defs>${out.join("")}</svg>`;
}

export const PORTRAIT_SIZE = {width: SIZE[0], height: SIZE[1]};
