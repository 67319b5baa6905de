// A module of editor/client, bundled with its packages and imported.
import fs from "node:fs";
import {createRequire} from "node:module";
import os from "node:os";
import path from "node:path";
import process from "node:process";
import {pathToFileURL} from "node:url";

export const root = process.env.MEKTEP_ROOT || path.resolve(import.meta.dirname, "../..");

export async function bundled(name) {
  const packages = path.join(root, "build/tools/editor");
  const {buildSync} = createRequire(path.join(packages, "package.json"))("esbuild");
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "mektep-client-"));
  const outfile = path.join(folder, "bundle.mjs");
  buildSync({
    entryPoints: [path.join(root, "editor/client", name)], outfile, bundle: true, format: "esm", platform: "node", logLevel: "warning",
    nodePaths: [path.join(packages, "node_modules")],
  });
  try {
    return await import(pathToFileURL(outfile));
  } finally {
    fs.rmSync(folder, {recursive: true});
  }
}
