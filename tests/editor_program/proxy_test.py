"""The shipped configurations of nginx and Caddy in front of the real editor: what they must stop (security lines 11, 14, 15)."""
import pathlib
import re
import shutil
import socket
import ssl
import statistics
import subprocess
import tempfile
import time
import unittest

from school import ROOT, School, free_port, read_all

NAME = "editor.school.example"


class Proxy:
    """Runs nginx or Caddy with the shipped file, its name, ports and certificates replaced."""

    def __init__(self, kind, school, port):
        self.kind, self.school, self.port = kind, school, port

    def __enter__(self):
        self.place = tempfile.TemporaryDirectory()
        folder = pathlib.Path(self.place.name)
        subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
                        "-subj", f"/CN={NAME}", "-addext", f"subjectAltName=DNS:{NAME}", "-keyout", folder / "key.pem", "-out",
                        folder / "cert.pem"], check=True, capture_output=True)
        getattr(self, self.kind)(folder)
        for _ in range(100):
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return self
            except OSError:
                time.sleep(0.1)
        raise RuntimeError((folder / "log").read_text())

    def nginx(self, folder):
        site = (ROOT / "editor/deploy/nginx.conf").read_text()
        site = site.replace("listen 443 ssl", f"listen 127.0.0.1:{self.port} ssl").replace("127.0.0.1:8080", f"127.0.0.1:{self.school.port}")
        site = re.sub(r"/etc/letsencrypt/\S+/(fullchain|privkey)\.pem", lambda m: str(folder / ("cert.pem" if m[1] == "fullchain" else "key.pem")), site)
        (folder / "nginx.conf").write_text(
            f"daemon off; pid {folder}/pid; error_log {folder}/log; worker_rlimit_nofile 8192; events {{ worker_connections 4096; }}\n"
            f"http {{ access_log off; client_body_temp_path {folder}/b; proxy_temp_path {folder}/p; fastcgi_temp_path {folder}/f; "
            f"uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;\n{site}\n}}\n")
        self.run(folder, ["/usr/sbin/nginx", "-p", folder, "-c", folder / "nginx.conf"])

    def caddy(self, folder):
        site = (ROOT / "editor/deploy/Caddyfile").read_text()
        site = site.replace("{\n\tservers", "{\n\tadmin off\n\tauto_https disable_redirects\n\tservers", 1).replace("127.0.0.1:8080", f"127.0.0.1:{self.school.port}")
        site = site.replace(f"{NAME} {{", f"https://{NAME}:{self.port} {{\n\tbind 127.0.0.1\n\ttls {folder}/cert.pem {folder}/key.pem")
        (folder / "Caddyfile").write_text(site)
        self.run(folder, [shutil.which("caddy"), "run", "--config", folder / "Caddyfile", "--adapter", "caddyfile"])

    def run(self, folder, words):
        with open(folder / "log", "a") as log:
            self.process = subprocess.Popen(words, stderr=log, env={"HOME": str(folder), "PATH": "/usr/bin:/bin"})

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(30)
        self.place.cleanup()

    def connect(self):
        context = ssl.create_default_context()
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        return context.wrap_socket(socket.create_connection(("127.0.0.1", self.port), 10), server_hostname=NAME)

    def raw(self, data):
        with self.connect() as one:
            one.settimeout(3)
            one.sendall(data)
            return read_all(one)

    def ask(self, path, *headers, method="GET", body=b""):
        lines = [f"{method} {path} HTTP/1.1", f"Host: {NAME}:{self.port}", "Connection: close", *headers]
        return self.raw("\r\n".join(lines).encode() + b"\r\n\r\n" + body)


class Behind:
    kind = ""

    @classmethod
    def setUpClass(cls):
        cls.port = free_port()
        cls.school = School("--origin", f"https://{NAME}:{cls.port}").__enter__()
        cls.proxy = Proxy(cls.kind, cls.school, cls.port).__enter__()

    @classmethod
    def tearDownClass(cls):
        cls.proxy.__exit__()
        cls.school.__exit__()

    def test_a_page_comes_through_with_its_headers(self):
        answer = self.proxy.ask("/login")
        self.assertIn(b" 200", answer.split(b"\r\n")[0])
        self.assertIn(b"__Host-mektep=", answer)
        self.assertIn(b"strict-transport-security", answer.lower())

    def test_11_the_address_is_the_one_that_the_proxy_saw(self):
        self.proxy.ask("/login", "X-Forwarded-For: 203.0.113.66")
        log = (self.school.folder / "log").read_text()
        self.assertIn('"address":"127.0.0.1"', log)
        self.assertNotIn("203.0.113.66", log)

    def test_metrics_are_not_for_the_world(self):
        self.assertIn(b" 404", self.proxy.ask("/metrics").split(b"\r\n")[0])

    def test_14_ambiguous_requests_are_refused(self):
        host = f"Host: {NAME}:{self.port}\r\n".encode()
        second = b"GET /smuggled HTTP/1.1\r\n" + host + b"\r\n"
        cases = {
            "two hosts": b"GET /login HTTP/1.1\r\n" + host + b"Host: evil.example\r\n\r\n",
            "two lengths": b"POST /login HTTP/1.1\r\n" + host + b"Content-Length: 0\r\nContent-Length: 5\r\n\r\n",
            "a bad chunk": b"POST /login HTTP/1.1\r\n" + host + b"Transfer-Encoding: chunked\r\n\r\nxyz\r\n",
            "unknown framing": b"POST /login HTTP/1.1\r\n" + host + b"Transfer-Encoding: xchunked\r\n\r\n",
        }
        for name, request in cases.items():
            with self.subTest(name):
                answer = self.proxy.raw(request + second)
                self.assertRegex(answer.split(b"\r\n")[0], self.refusal)
                self.assertEqual(answer.count(b"HTTP/1.1 "), 1)
        # Both framings: refused, or read as chunks alone, as RFC 9112 allows; what stands behind them is never a part of the body.
        answer = self.proxy.raw(b"POST /login HTTP/1.1\r\n" + host + b"Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + second)
        self.assertNotIn(b" 200", answer.split(b"\r\n")[0])
        if self.closes_on_both:
            self.assertNotIn('"path":"/smuggled"', (self.school.folder / "log").read_text())

    def test_13_a_large_body_is_refused(self):
        answer = self.proxy.ask("/login", "Content-Length: 30000000", "Content-Type: application/x-www-form-urlencoded", method="POST")
        self.assertRegex(answer.split(b"\r\n")[0], rb" (413|403|400)")

    def test_15_a_thousand_half_open_connections_keep_nobody_waiting(self):
        slow = []
        try:
            for _ in range(1000):
                one = socket.create_connection(("127.0.0.1", self.port), 10)
                slow.append(one)
            times = []
            for _ in range(100):
                begun = time.monotonic()
                with self.proxy.connect() as one:
                    one.sendall(f"GET /health HTTP/1.1\r\nHost: {NAME}:{self.port}\r\nConnection: close\r\n\r\n".encode())
                    one.settimeout(10)
                    self.assertIn(b" 200", read_all(one).split(b"\r\n")[0])
                times.append(time.monotonic() - begun)
            print(f"{self.kind}: p50 {statistics.median(times) * 1000:.0f} ms, p99 {sorted(times)[98] * 1000:.0f} ms")
            self.assertLess(sorted(times)[98], 5.0)  # 0.5 on a quiet machine; tests time nothing finer
        finally:
            for one in slow:
                one.close()


class BehindNginx(Behind, unittest.TestCase):
    kind, refusal, closes_on_both = "nginx", rb"HTTP/1\.1 (400|501)", True


class BehindCaddy(Behind, unittest.TestCase):
    kind, refusal, closes_on_both = "caddy", rb"HTTP/1\.1 (400|501|502)", False


if __name__ == "__main__":
    unittest.main()
