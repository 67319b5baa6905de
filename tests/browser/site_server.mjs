// Serves a folder on a free port of the loopback interface, as a plain web server does. `extra` holds further pages by address.
import fs from "node:fs";
import http from "node:http";
import path from "node:path";

const types = {".html": "text/html; charset=utf-8", ".css": "text/css", ".svg": "image/svg+xml", ".png": "image/png",
  ".jpg": "image/jpeg", ".xml": "application/xml", ".ics": "text/calendar", ".json": "application/json",
  ".pdf": "application/pdf", ".js": "text/javascript", ".csv": "text/csv", ".txt": "text/plain"};

export function serve(folder, extra) {
  const server = http.createServer((request, response) => {
    const address = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    if (extra.has(address)) {
      response.writeHead(200, {"content-type": types[".html"]});
      response.end(extra.get(address));
      return;
    }
    const file = path.join(folder, path.normalize(address), address.endsWith("/") ? "index.html" : "");
    fs.readFile(file, (fault, data) => {
      response.writeHead(fault ? 404 : 200, {"content-type": types[path.extname(file)] ?? "application/octet-stream"});
      response.end(fault ? "" : data);
    });
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve({
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () => new Promise((done) => { server.closeAllConnections(); server.close(done); }),
  })));
}
