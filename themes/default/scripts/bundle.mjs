// Bundles every script of a theme: FOLDER/*.js become OUT/*.js, each by itself, for deferred loading. PACKAGES is the
// folder in which script/npm-install put package.json's packages.
//   node bundle.mjs FOLDER OUT PACKAGES
import fs from "node:fs";
import {createRequire} from "node:module";
import path from "node:path";
import process from "node:process";

const [folder, out, packages] = process.argv.slice(2).map((name) => path.resolve(name));
const {buildSync} = createRequire(path.join(packages, "package.json"))("esbuild");
const names = fs.readdirSync(folder).filter((name) => name.endsWith(".js")).sort();
fs.rmSync(out, {recursive: true, force: true});
fs.mkdirSync(out, {recursive: true});
if (names.length > 0) buildSync({
  entryPoints: names.map((name) => path.join(folder, name)),
  outdir: out,
  bundle: true,
  minify: true,
  format: "iife",
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
  // Telephones of 2018 and later.
  target: ["chrome64", "firefox67", "safari12"],
  nodePaths: [path.join(packages, "node_modules")],
});
