"""The site on real web servers, as it is: Apache with .htaccess, nginx and Caddy with the configuration that Mektep prints.

Each server answers on a free port of the loopback address, with a configuration, logs and process of its own.
"""
import gzip
import http.client
import os
import pathlib
import re
import shutil
import socket
import subprocess
import tempfile
import time
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
MEKTEP = os.environ["MEKTEP"]
BASE = "/school/"  # a folder of the server: nothing may depend on its root
POLICY = "default-src 'none'"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def program(*names):
    for name in names:
        found = shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin:/sbin")
        if found:
            return found
    raise RuntimeError(f"{names[0]} is missing: script/setup installs it")


class Folder:
    """A site in school/ below the root of a server, built once with twins and once without."""

    def __init__(self, work, compress):
        self.work = work / ("twins" if compress else "plain")
        self.repository = self.work / "repository"
        shutil.copytree(ROOT / "content", self.repository)
        settings = (self.repository / "site.yaml").read_text(encoding="utf-8")
        settings = re.sub(r"(?m)^base_url:.*", f"base_url: http://school.example{BASE}", settings)
        if compress:
            settings += "compress: [gzip, brotli]\n"
        (self.repository / "site.yaml").write_text(settings, encoding="utf-8")
        self.root = self.work / "root"
        self.root.mkdir()
        self.site = self.root / BASE.strip("/")
        self.run("build", self.repository, "--out", self.site)

    def run(self, *words):
        done = subprocess.run([MEKTEP, *words, "--data", ROOT, "--today", "2026-11-21", "--lang", "en"],
                              capture_output=True, text=True, timeout=800)
        if done.returncode != 0:
            raise RuntimeError(done.stdout[-4000:] + done.stderr[-2000:])
        return done.stdout

    def configuration(self, server):
        return self.run("explain", server, "--repo", self.repository)


class Server:
    def __init__(self, folder, state):
        self.folder, self.state, self.port = folder, state, free_port()
        state.mkdir(parents=True)
        command = self.command()
        with open(state / "errors", "wb") as errors:
            self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=errors,
                                            env={**os.environ, "XDG_DATA_HOME": str(state), "XDG_CONFIG_HOME": str(state),
                                                 "HOME": str(state)})
        for _ in range(200):
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return
            except OSError:
                if self.process.poll() is not None:
                    break
                time.sleep(0.05)
        self.stop()
        raise RuntimeError(f"{type(self).__name__} does not start: {(state / 'errors').read_text()[-3000:]}")

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def get(self, path, encoding=None, method="GET"):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        headers = {"Host": "school.example", **({"Accept-Encoding": encoding} if encoding else {})}
        connection.request(method, path, headers=headers)
        answer = connection.getresponse()
        answer.body = answer.read()
        connection.close()
        return answer


class Apache(Server):
    MODULES = ("mpm_event", "authz_core", "dir", "mime", "headers", "rewrite", "filter", "deflate", "unixd")

    def command(self):
        modules = "".join(f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n" for name in self.MODULES
                          if pathlib.Path(f"/usr/lib/apache2/modules/mod_{name}.so").exists())
        (self.state / "httpd.conf").write_text(
            f"ServerRoot {self.state}\nPidFile {self.state}/pid\nListen 127.0.0.1:{self.port}\nServerName school.example\n"
            f"DefaultRuntimeDir {self.state}\nErrorLog {self.state}/errors\n{modules}"
            # What hosts usually have in their own configuration: types that get in the way of twins.
            "TypesConfig /etc/mime.types\nAddLanguage br .br\nAddType application/x-gzip .gz .tgz\n"
            f"DocumentRoot {self.folder.root}\nDirectoryIndex index.html\n"
            f"<Directory {self.folder.root}>\nRequire all granted\nOptions SymLinksIfOwnerMatch\n"
            # The least that a host can allow.
            "AllowOverride FileInfo\n</Directory>\n", encoding="utf-8")
        return [program("apache2"), "-f", self.state / "httpd.conf", "-D", "FOREGROUND"]


class PoorApache(Apache):
    """A host that has next to no modules: headers are lost, pages are not."""
    MODULES = ("mpm_event", "authz_core", "dir", "mime", "unixd")


class Nginx(Server):
    def command(self):
        site = self.folder.configuration("nginx").replace("/var/www/school.example", str(self.folder.root))
        site = site.replace("listen 80;", f"listen 127.0.0.1:{self.port};").replace("    listen [::]:80;\n", "")
        assert str(self.folder.root) in site and str(self.port) in site
        (self.state / "nginx.conf").write_text(
            f"daemon off;\nmaster_process off;\npid {self.state}/pid;\nerror_log {self.state}/errors;\nevents {{}}\n"
            f"http {{\ninclude /etc/nginx/mime.types;\ndefault_type application/octet-stream;\naccess_log off;\n"
            + "".join(f"{name}_temp_path {self.state}/{name};\n" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
            + site + "}\n", encoding="utf-8")
        return [program("nginx"), "-c", self.state / "nginx.conf", "-e", self.state / "errors"]


class Caddy(Server):
    def command(self):
        site = self.folder.configuration("caddy").replace("/var/www/school.example", str(self.folder.root))
        site = site.replace("school.example {", f"http://school.example:{self.port} {{\n\tbind 127.0.0.1")
        assert str(self.port) in site
        (self.state / "Caddyfile").write_text("{\n\tadmin off\n\tauto_https off\n}\n" + site, encoding="utf-8")
        return [program("caddy"), "run", "--adapter", "caddyfile", "--config", self.state / "Caddyfile"]


class Hosting(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        temporary = tempfile.TemporaryDirectory()
        cls.addClassCleanup(temporary.cleanup)
        cls.work = pathlib.Path(temporary.name)
        cls.work.chmod(0o755)
        cls.plain, cls.twins = Folder(cls.work, False), Folder(cls.work, True)

    def servers(self, folder, *kinds):
        for kind in kinds:
            server = kind(folder, self.work / f"{kind.__name__}-{folder.work.name}-{self._testMethodName}")
            try:
                yield server
            except GeneratorExit:
                print(f"on {kind.__name__}:")
                raise
            finally:
                server.stop()

    def hashed(self, folder):
        return next(path.name for path in sorted((folder.site / "assets").glob("style.*.css")))

    def test_pages_and_files_are_answered_with_type_policy_and_caching(self):
        for server in self.servers(self.plain, Apache, Nginx, Caddy):
            for path, kind in [("", "text/html"), ("ru/news/", "text/html"), ("feed.xml", "application/atom+xml"),
                               ("ru/feed.xml", "application/atom+xml"), ("calendar.ics", "text/calendar"),
                               ("manifest.webmanifest", "application/manifest+json"), ("robots.txt", "text/plain"),
                               ("disclosure.csv", "text/csv"), ("disclosure.json", "application/json")]:
                if path and not path.endswith("/") and not (self.plain.site / path).is_file():
                    continue
                answer = server.get(BASE + path)
                self.assertEqual(answer.status, 200, path)
                self.assertIn(answer.getheader("Content-Type").lower(),
                              (f"{kind}; charset=utf-8", *([kind] if kind.endswith("json") else ())), path)
                self.assertEqual(answer.getheader("Cache-Control"), "public, max-age=600", path)
                self.assertEqual(answer.getheader("X-Content-Type-Options"), "nosniff", path)
                self.assertEqual(answer.getheader("Referrer-Policy"), "same-origin", path)
                self.assertIn("camera=()", answer.getheader("Permissions-Policy"), path)
                policy = answer.getheader("Content-Security-Policy")
                if kind == "text/html":
                    self.assertTrue(policy.startswith(POLICY) and "frame-ancestors 'none'" in policy, policy)
                else:
                    self.assertIsNone(policy, path)
            style = server.get(f"{BASE}assets/{self.hashed(self.plain)}")
            self.assertEqual((style.status, style.getheader("Cache-Control")), (200, "public, max-age=31536000, immutable"))
            self.assertTrue(style.getheader("Content-Type").startswith("text/css"))
            drawing = server.get(next(f"{BASE}assets/{path.name}" for path in (self.plain.site / "assets").glob("*.svg")))
            self.assertTrue(drawing.getheader("Content-Type").startswith("image/svg+xml"))
            self.assertIn("sandbox", drawing.getheader("Content-Security-Policy"))

    def test_a_folder_without_slash_leads_on(self):
        for server in self.servers(self.plain, Apache, Nginx, Caddy):
            answer = server.get(BASE + "news")
            self.assertIn(answer.status, (301, 308))
            self.assertTrue(answer.getheader("Location").endswith(f"{BASE}news/") or answer.getheader("Location") == "news/")

    def test_what_is_not_there_is_said_in_the_language_of_the_address(self):
        for server in self.servers(self.plain, Apache, PoorApache, Nginx, Caddy):
            for path, language in [("nothing/", "ky"), ("a/b/c/d", "ky"), ("ru/nothing/", "ru"), ("ru/a/b.html", "ru")]:
                answer = server.get(BASE + path)
                self.assertEqual(answer.status, 404, path)
                self.assertIn("text/html", answer.getheader("Content-Type"))
                self.assertIn(f'<html lang="{language}">'.encode(), answer.body, path)
                self.assertIn(f'href="{BASE}assets/'.encode(), answer.body, "the page works at any depth")
                self.assertNotIn("immutable", answer.getheader("Cache-Control") or "")
                if not isinstance(server, PoorApache):
                    self.assertTrue(answer.getheader("Content-Security-Policy").startswith(POLICY))
                    self.assertEqual(answer.getheader("X-Content-Type-Options"), "nosniff")
            self.assertEqual(server.get(BASE).status, 200)

    def test_twins_are_sent_to_those_who_can_unpack_them(self):
        page = self.twins.site / "ru/index.html"
        style = f"assets/{self.hashed(self.twins)}"
        for server in self.servers(self.twins, Apache, Nginx, Caddy):
            for path, file in [("ru/", page), (style, self.twins.site / style)]:
                original = file.read_bytes()
                plain = server.get(BASE + path)
                self.assertEqual((plain.getheader("Content-Encoding"), plain.body), (None, original))
                packed = server.get(BASE + path, "gzip")
                self.assertEqual(packed.getheader("Content-Encoding"), "gzip")
                self.assertEqual(gzip.decompress(packed.body), original)
                self.assertEqual(packed.getheader("Content-Type").split(";")[0], plain.getheader("Content-Type").split(";")[0])
                self.assertIn("accept-encoding", (packed.getheader("Vary") or "").lower())
                self.assertEqual(packed.getheader("Cache-Control"), plain.getheader("Cache-Control"))
                self.assertEqual(packed.getheader("Content-Security-Policy"), plain.getheader("Content-Security-Policy"))
                self.assertIsNone(packed.getheader("Content-Language"))
                self.assertEqual(packed.body, pathlib.Path(f"{file}.gz").read_bytes(), "it is the twin")
                if not isinstance(server, Nginx):  # needs a module that is a package of its own
                    better = server.get(BASE + path, "gzip, br")
                    self.assertEqual(better.getheader("Content-Encoding"), "br")
                    self.assertEqual(better.body, pathlib.Path(f"{file}.br").read_bytes())
            self.assertEqual(server.get(BASE + "nothing/", "gzip").status, 404)

    def test_without_twins_servers_compress_themselves(self):
        for server in self.servers(self.plain, Apache, Nginx, Caddy):
            packed = server.get(BASE + "ru/", "gzip")
            self.assertEqual(packed.getheader("Content-Encoding"), "gzip")
            self.assertEqual(gzip.decompress(packed.body), (self.plain.site / "ru/index.html").read_bytes())

    def test_twins_are_smaller_true_and_the_same_each_time(self):
        again = self.work / "again"
        self.twins.run("build", self.twins.repository, "--out", again, "--jobs", "1")
        twins = [path for path in self.twins.site.rglob("*") if path.suffix in (".gz", ".br")]
        self.assertGreater(len(twins), 400)
        for path in twins:
            original = path.with_suffix("")
            self.assertLess(path.stat().st_size, original.stat().st_size)
            self.assertEqual(path.read_bytes(), (again / path.relative_to(self.twins.site)).read_bytes())
            self.assertNotIn(original.suffix, (".png", ".jpg", ".webp", ".pdf"))
            if path.suffix == ".gz":
                self.assertEqual(gzip.decompress(path.read_bytes()), original.read_bytes())
        sample = self.twins.site / "ru/index.html.br"
        unpacked = subprocess.run([program("brotli"), "-dc", sample], capture_output=True, check=True).stdout
        self.assertEqual(unpacked, (self.twins.site / "ru/index.html").read_bytes())
        self.assertFalse([path for path in self.plain.site.rglob("*") if path.suffix in (".gz", ".br")])

    def test_hidden_files_are_not_shown(self):
        for server in self.servers(self.plain, Nginx, Caddy):
            for name in (".htaccess", ".mektep-manifest", "ru/.htaccess"):
                self.assertEqual(server.get(BASE + name).status, 404, name)

    def test_static_hosts_are_told_the_same(self):
        headers = (self.plain.site / "_headers").read_text()
        self.assertRegex(headers, r"(?m)^/\*\n(  .+\n)*  X-Content-Type-Options: nosniff$")
        self.assertRegex(headers, r"(?m)^/assets/\*\n  Cache-Control: public, max-age=31536000, immutable$")
        self.assertEqual((self.plain.site / ".nojekyll").read_bytes(), b"")


if __name__ == "__main__":
    unittest.main()
