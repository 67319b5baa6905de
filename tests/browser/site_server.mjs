// Serves a folder on a free port of the loopback interface as real hosts do: texts compressed, hashed files kept for a year,
// 404.html for what is not there. `extra` holds further pages by address.
import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import {promisify} from "node:util";
import zlib from "node:zlib";

const gzip = promisify(zlib.gzip);
const text = (type) => ({type: `${type}; charset=utf-8`, packed: true});
const types = {".html": text("text/html"), ".css": text("text/css"), ".js": text("text/javascript"), ".svg": text("image/svg+xml"),
  ".xml": text("application/xml"), ".json": text("application/json"), ".webmanifest": text("application/manifest+json"),
  ".ics": text("text/calendar"), ".csv": text("text/csv"), ".txt": text("text/plain"), ".png": {type: "image/png"},
  ".jpg": {type: "image/jpeg"}, ".webp": {type: "image/webp"}, ".pdf": {type: "application/pdf"}};

export function serve(folder, extra = new Map()) {
  const read = async (address) => {
    if (extra.has(address)) return Buffer.from(extra.get(address));
    return fs.promises.readFile(path.join(folder, path.normalize(address), address.endsWith("/") ? "index.html" : ""));
  };
  const server = http.createServer(async (request, response) => {
    const address = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    let status = 200;
    let data = await read(address).catch(() => { status = 404; return read("/404.html").catch(() => Buffer.alloc(0)); });
    const {type, packed} = (status === 404 || extra.has(address) ? null : types[path.extname(address) || ".html"]) ?? types[".html"];
    const headers = {"content-type": type, "cache-control": address.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache"};
    if (packed && /\bgzip\b/.test(request.headers["accept-encoding"] ?? "")) {
      data = await gzip(data);
      headers["content-encoding"] = "gzip";
    }
    response.writeHead(status, {...headers, "content-length": data.length, ...packed && {vary: "accept-encoding"}});
    response.end(data);
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve({
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () => new Promise((done) => { server.closeAllConnections(); server.close(done); }),
  })));
}
