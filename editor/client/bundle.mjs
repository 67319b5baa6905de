// Bundles the scripts and styles of the editor: every *.js and *.css of FOLDER becomes OUT/<name>, complete in itself.
// PACKAGES is the folder in which script/npm-install put package.json's packages.
//   node bundle.mjs FOLDER OUT PACKAGES
import fs from "node:fs";
import {createRequire} from "node:module";
import path from "node:path";
import process from "node:process";

const [folder, out, packages] = process.argv.slice(2).map((name) => path.resolve(name));
const {buildSync} = createRequire(path.join(packages, "package.json"))("esbuild");
const names = fs.readdirSync(folder).filter((name) => /\.(js|css)$/.test(name)).sort();
fs.rmSync(out, {recursive: true, force: true});
fs.mkdirSync(out, {recursive: true});
buildSync({
  entryPoints: names.map((name) => path.join(folder, name)),
  outdir: out,
  bundle: true,
  minify: true,
  format: "esm",
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
  // Telephones of 2020 and later; older ones keep the plain text area.
  target: ["chrome80", "firefox78", "safari14"],
  nodePaths: [path.join(packages, "node_modules")],
});
