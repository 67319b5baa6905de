"""A static file server on the loopback address, for looking at a built site. Not for the internet.

    python3 script/serve.py PORT FOLDER [FOLDER…]: the first of the folders that is there, looked for at every request
"""
import http.server
import pathlib
import sys


class Handler(http.server.SimpleHTTPRequestHandler):
    folders = []

    def translate_path(self, path):
        self.directory = next((folder for folder in self.folders if pathlib.Path(folder, "index.html").is_file()), self.folders[-1])
        return super().translate_path(path)

    def log_message(self, *arguments):
        pass

    def send_error(self, code, message=None, explain=None):
        if code != 404:
            return super().send_error(code, message, explain)
        try:
            with open(self.directory + "/404.html", "rb") as page:
                body = page.read()
        except OSError:
            return super().send_error(code, message, explain)
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def end_headers(self):
        self.send_header("Cache-Control", "no-store")
        super().end_headers()


def main():
    port, Handler.folders = int(sys.argv[1]), sys.argv[2:]
    try:
        server = http.server.ThreadingHTTPServer(("127.0.0.1", port), Handler)
    except OSError as error:
        sys.exit(f"port {port}: {error.strerror}; choose another with PORT=…")
    print(f"Site: http://127.0.0.1:{server.server_port}/", flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        pass


if __name__ == "__main__":
    main()
