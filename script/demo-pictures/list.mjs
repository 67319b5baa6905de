// Which picture stands where. A picture is drawn at 1600 × 1067 unless said; its words stand in the side-car beside it.
import * as events from "./events.mjs";
import * as indoor from "./indoor.mjs";
import {valley, yard} from "./outdoor.mjs";
import * as still from "./still.mjs";
import {comfort} from "./corner.mjs";
import {PORTRAIT_SIZE, portrait} from "./portraits.mjs";

const news = {
  "2025/okuu-jyly-bashtaldy/line": () => yard({time: "morning", season: "summer", seed: 21, people: "line", bunting: true, turn: 0.28, x: -2, z: 34, clouds: 8}),
  "2025/jol-koopsuzdugu/road": () => events.road({seed: 22}),
  "2025/kuzgu-kross/kross": () => events.race({seed: 23}),
  "2025/kuzgu-jarmanke/fair": () => events.fair({seed: 24}),
  "2025/chatyr-ondoldu/roof": () => yard({time: "golden", season: "autumn", seed: 25, turn: -0.55, x: 3, z: 40, eye: 6, people: "few"}),
  "2025/kompyuter-klassyna-alty-kompyuter/computers": () => indoor.computers({seed: 26}),
  "2025/ata-babalar-kunu/museum": () => indoor.museum({seed: 27}),
  "2025/voleybol-birinchiligi/volleyball": () => indoor.gym({seed: 28}),
  "2025/toguz-korgool/korgool": () => still.boardGame({game: "korgool", seed: 29, air: "golden"}),
  "2025/dolboor-korgoo/projects": () => indoor.laboratory({seed: 30, projects: true}),
  "2025/jangy-jyl/tree": () => indoor.gym({seed: 31, sport: "tree", season: "winter"}),
  "2026/suuk-kundor/frost": () => yard({time: "winter", season: "winter", seed: 32, people: "few", turn: 0.3, x: -1, weather: "snow"}),
  "2026/kyshky-spartakiada/ski": () => events.race({seed: 33, season: "winter", time: "winter", skis: true, runners: 7}),
  "2026/internet-koopsuzdugu/laptop": () => still.craft({kind: "laptop", seed: 34}),
  "2026/komuzchular-rayonda/komuz": () => indoor.stage({seed: 35}),
  "2026/okuu-marafonu/reading": () => indoor.library({seed: 36, time: "morning", season: "winter", readers: 6}),
  "2026/ak-kalpak/kalpak": () => still.craft({kind: "kalpak", seed: 37}),
  "2026/nooruz/nooruz": () => events.feast({seed: 38}),
  "2026/nooruz/dastorkon": () => still.craft({kind: "nooruz", seed: 39}),
  "2026/birinchi-jardam/first-aid": () => still.craft({kind: "first-aid", seed: 40}),
  "2026/jyldyzduu-keche/stars": () => events.stars({seed: 41}),
  "2026/jashyl-mektep/planting": () => events.planting({seed: 42}),
  "2026/jashyl-mektep/birches": () => events.alley({seed: 43, time: "day", season: "spring", kind: "birch", flowers: false, people: 3}),
  "2026/eskeruu/memory": () => events.alley({seed: 44}),
  "2026/kitep-doosu/shelf": () => still.books({seed: 45, air: "golden", n: 7}),
  "2026/akyrky-konguroo/bell": () => still.bell({seed: 46, air: "green"}),
  "2026/jayky-praktika/garden": () => events.garden({seed: 47}),
  "2026/attestat/graduation": () => events.graduation({seed: 48}),
  "2026/jayky-ondoo/classroom": () => indoor.classroom({seed: 49, season: "summer", pupils: 0, teacher: false, text: []}),
  "2026/okuu-jylyna-dayardyk/satchel": () => still.books({seed: 50, air: "morning", n: 4, glasses: false}),
  "2026/birinchi-konguroo/line": () => yard({time: "morning", season: "autumn", seed: 1, people: "line", bunting: true, weather: "leaves", turn: -0.3, x: 3}),
  "2026/ysyk-tamak/lunch": () => still.craft({kind: "food", seed: 52, air: "morning"}),
  "2026/tajryyba-uchastogunun-tushumu/harvest": () => events.garden({seed: 53, season: "autumn", time: "golden", work: "dig"}),
  "2026/mamlekettik-til-kunu/board": () => still.craft({kind: "board", seed: 54, air: "golden"}),
  "2026/birinchi-klass-bir-ay/first-class": () => indoor.classroom({seed: 55, season: "autumn", low: "#e6c48a", text: [{text: "А а   О о   Ө ө", size: 0.32}, {text: "", size: 0.2}, {text: "Апа. Ата. Алма.", size: 0.26}], raise: 0.5, pupils: 0.9}),
  "2026/mugalimder-kunu/concert": () => indoor.stage({seed: 56, act: "flowers", curtain: "#2f4a6b", backdrop: "#f0c98a"}),
  "2026/mektep-avtobusu/bus": () => events.road({seed: 57, time: "morning", crossing: false, kids: 5}),
  "2026/evakuatsiya-mashyguusu/drill": () => events.drill({seed: 58}),
  "2026/kuzgu-ishembilik/leaves": () => events.leaves({seed: 59}),
  "2026/robototehnika-iyrimi/robot": () => indoor.computers({seed: 60, robot: true}),
  "2026/kitepkanaga-jangy-kitepter/library": () => indoor.library({seed: 61, readers: 4}),
  "2026/olimpiada-mektep-aylampasy/science": () => still.craft({kind: "science", seed: 62, air: "green"}),
  "2026/birinchi-cheyrektin-jyiyntygy/lesson": () => indoor.classroom({seed: 63, season: "autumn", low: "#a9bfd0", text: ["(a + b)² =", "  a² + 2ab + b²"], drawing: `<g transform="translate(1 -.6)" fill="none" stroke="#f3f6ec" stroke-width=".025"><path d="M-.4 .35H.5L.1 -.35Z"/><path d="M.1 -.35V.35" stroke="#ffd98a"/></g>`, tops: ["#fffdf6", "#3a4a6b", "#5a3f4f", "#dfe8f3"]}),
  "2026/psiholog-keldi/room": () => comfort({seed: 64}),
  "2026/ata-eneler-chogulushu/meeting": () => indoor.gym({seed: 65, sport: "assembly", banner: "КОШ КЕЛИҢИЗДЕР!", time: "golden"}),
  "2026/ekinchi-cheyrek/calendar": () => still.craft({kind: "calendar", seed: 66, air: "winter"}),
  "2026/birinchi-kar/snow": () => valley({time: "dawn", season: "winter", seed: 67, height: 400}),
  "2026/shahmat-turniri/chess": () => still.boardGame({game: "chess", seed: 68}),
};

const pages = {
  "about/museum/museum": () => indoor.museum({seed: 101, time: "morning", visitors: false}),
  "home/school": () => yard({time: "golden", season: "autumn", seed: 110, turn: -0.32, x: 6, z: 50, eye: 5, height: 560, people: "few", tilt: 0.1, clouds: 4}),
  "about/school": () => yard({time: "morning", season: "spring", seed: 111, turn: 0.34, x: -3, z: 38, eye: 4, height: 420, people: "few"}),
  "about/history/yurts": () => valley({time: "golden", season: "summer", seed: 112, yurt: true, horses: 5, village: false}),
  "library/library": () => indoor.library({seed: 113}),
  "canteen/canteen": () => indoor.canteen({seed: 114}),
  "library/catalogue/shelves": () => indoor.library({seed: 115, kids: false, readers: 0, time: "morning", season: "spring", gap: 0.04}),
  "pupils/clubs/clubs": () => still.craft({kind: "komuz", seed: 116, air: "golden"}),
  "pupils/olympiads/olympiads": () => still.craft({kind: "science", seed: 117, air: "winter"}),
  "admission/faq/desk": () => still.books({seed: 118, air: "morning", n: 5, glasses: true}),
  "safety/emergency/first-aid": () => still.craft({kind: "first-aid", seed: 119, air: "green"}),
  "pupils/psychologist/room": () => comfort({seed: 102, time: "morning", season: "spring"}),
};

const albums = {
  "2026/ayylybyzdyn-jeri/spring": () => valley({time: "morning", season: "spring", seed: 120}),
  "2026/ayylybyzdyn-jeri/summer": () => valley({time: "day", season: "summer", seed: 120, yurt: true, horses: 4}),
  "2026/ayylybyzdyn-jeri/autumn": () => valley({time: "golden", season: "autumn", seed: 120, weather: "leaves"}),
  "2026/ayylybyzdyn-jeri/winter": () => valley({time: "winter", season: "winter", seed: 120, weather: "snow"}),
  "2026/ayylybyzdyn-jeri/dawn": () => valley({time: "dawn", season: "summer", seed: 121}),
  "2026/ayylybyzdyn-jeri/night": () => events.stars({seed: 122, people: false}),
};

const people = {
  "gulzat-mambetova": {hair: "bob", wear: "suit", cloth: "#2f4468", ground: "#d9cbb0"},
  "ermek-toktosunov": {hair: "side", wear: "suit", cloth: "#3a3f4a", tie: true, accent: "#8d2f3a", glasses: true, ground: "#c3d2da", colour: "#4a4644"},
  "nazgul-joldoshbaeva": {hair: "bun", wear: "blouse", cloth: "#7a3f5a", ground: "#e3cfc4", skin: 2},
  "chynara-ibraimova": {hair: "long", wear: "cardigan", cloth: "#2f5d5a", ground: "#d8d2b8"},
  "bakyt-osmonov": {hair: "short", wear: "suit", cloth: "#3f5a4a", ground: "#cfdccb", skin: 1, beard: true},
  "nurbek-sydykov": {hair: "side", wear: "cardigan", cloth: "#44628a", glasses: true, ground: "#cbd6e2"},
  "jyldyz-beishenalieva": {hair: "bob", wear: "blouse", cloth: "#4f7d4a", ground: "#dfe3c6", skin: 2},
  "meerim-kadyrova": {hair: "long", wear: "blouse", cloth: "#b5564a", ground: "#ead9c4", colour: "#4a2f22"},
  "azamat-jumabaev": {hair: "kalpak", wear: "suit", cloth: "#5a4a3a", tie: true, accent: "#2f5d8f", ground: "#c8d8e0", skin: 1},
  "talant-usonov": {hair: "short", wear: "sport", cloth: "#2f6f9f", ground: "#d6e0cf", skin: 1},
  "salima-niyazalieva": {hair: "bun", wear: "blouse", cloth: "#8a3f3a", accent: "#d9a441", ground: "#e6d3b8"},
  "burul-omuralieva": {hair: "bob", wear: "cardigan", cloth: "#6b4a6a", colour: "#b9b2ac", glasses: true, ground: "#dccfd6"},
  "gulnara-asanova": {hair: "bun", wear: "cardigan", cloth: "#b0413a", ground: "#e9dcc6", skin: 2},
  "roza-isakova": {hair: "bob", wear: "cardigan", cloth: "#8a6a3f", glasses: true, colour: "#5a4038", ground: "#d2dcc8"},
  "tilek-satarkulov": {hair: "short", wear: "suit", cloth: "#4a74a0", ground: "#d4dde4"},
  "ainura-boobekova": {hair: "bob", wear: "cardigan", cloth: "#c9963f", ground: "#d6dbe4", skin: 2},
  "eliza-turdalieva": {hair: "long", wear: "suit", cloth: "#7a8490", ground: "#e0d6ca", colour: "#352621"},
  "bermet-shailoobekova": {hair: "scarf", wear: "apron", cloth: "#c4d2da", accent: "#f1ede4", ground: "#e8cfae", skin: 1},
};

/** All of them: where the file goes below content/, and a function that draws it as SVG. */
export function pictures() {
  return [
    ...Object.entries(news).map(([name, draw]) => ({file: `news/${name}.jpg`, draw})),
    ...Object.entries(pages).map(([name, draw]) => ({file: `pages/${name}.jpg`, draw})),
    ...Object.entries(people).map(([id, options], index) => ({file: `people/${id}.jpg`, draw: () => portrait({seed: index + 1, ...options}), ...PORTRAIT_SIZE})),
    ...Object.entries(albums).map(([name, draw]) => ({file: `albums/${name}.jpg`, draw})),
  ];
}
