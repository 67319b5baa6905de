// The search of the browser, outside of it: the same modules, bundled by the same tool, over the index of a built site.
import fs from "node:fs";
import {createRequire} from "node:module";
import path from "node:path";
import {fileURLToPath} from "node:url";
import vm from "node:vm";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const packages = path.join(root, "build/tools/scripts");
const {buildSync} = createRequire(path.join(packages, "package.json"))("esbuild");

function load(entry) {
  const [{text}] = buildSync({stdin: {contents: entry, resolveDir: path.join(root, "themes/default/scripts")}, bundle: true, write: false,
    format: "esm", nodePaths: [path.join(packages, "node_modules")]}).outputFiles;
  return import(`data:text/javascript,${encodeURIComponent(text)}`);
}

export const engine = await load(`export * from "./search/words.js"; export * from "./search/index.js"; export * from "./search/find.js";`);

// What a file of the index hands over when the browser runs it.
function run(file) {
  let data;
  const hand = (value) => { data = value; };
  vm.runInNewContext(fs.readFileSync(file, "utf8"), {mektepSearch: hand, mektepText: hand});
  return data;
}

export function openIndex(site, language) {
  const folder = path.join(site, language === "ky" ? "search" : "ru/search");
  const first = run(path.join(folder, "index.js")), indices = [engine.readIndex(first)];
  for (let part = 1; part < first.parts; ++part) indices.push(engine.readIndex(run(path.join(folder, `index-${part}.js`))));
  return indices;
}

export function openText(site, language, index, page) {
  const folder = path.join(site, language === "ky" ? "search" : "ru/search"), name = index.paths[page];
  return run(path.join(folder, `text-${index.texts}-${engine.textFile(name, index.texts)}.js`))[name];
}
