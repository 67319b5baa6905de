// For stories of what must not be left: the search of a folder for traces, in names and bytes, in what is packed by gzip or Brotli, and in
// every object of its git repositories, reachable or not.
import {execFileSync} from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import zlib from "node:zlib";

const unpack = {".gz": zlib.gunzipSync, ".br": zlib.brotliDecompressSync};

// Paths below `folder` (git objects as "<repository>: git objects") that hold a trace.
export function filesWith(folder, traces) {
  const found = new Set(), needles = traces.map((trace) => Buffer.from(trace));
  const holds = (data) => needles.some((needle) => data.includes(needle));
  for (const name of fs.readdirSync(folder, {recursive: true})) {
    const file = path.join(folder, name);
    if (holds(Buffer.from(name))) found.add(name);
    if (!fs.statSync(file).isFile()) {
      if (fs.existsSync(path.join(file, "HEAD")) && fs.existsSync(path.join(file, "objects"))) {
        const all = execFileSync("git", ["--git-dir", file, "cat-file", "--batch-all-objects", "--batch"], {maxBuffer: 2 ** 30});
        if (holds(all)) found.add(`${name}: git objects`);
      }
      continue;
    }
    const data = fs.readFileSync(file);
    if (holds(data) || (unpack[path.extname(file)] && holds(unpack[path.extname(file)](data)))) found.add(name);
  }
  return [...found].sort();
}
