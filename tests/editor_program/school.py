"""A school of one's own for a test: a fresh repository, the real server, people who log in."""
import base64
import hashlib
import hmac
import http.client
import os
import pathlib
import re
import signal
import socket
import struct
import subprocess
import tempfile
import time
import urllib.parse

ROOT = pathlib.Path(__file__).resolve().parents[2]
EDITOR = os.environ["MEKTEP_EDITOR"]
os.environ["LC_ALL"] = "C"  # what the server says on its console is read here
PASSWORD = "жети кара бодо кыштак"


def totp(secret, now=None):
    counter = struct.pack(">Q", int((now or time.time()) // 30))
    mac = hmac.new(base64.b32decode(secret), counter, hashlib.sha1).digest()
    at = mac[19] & 15
    return f"{(struct.unpack('>I', mac[at:at + 4])[0] & 0x7fffffff) % 10**6:06}"


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


class School:
    """`with School() as school:` runs `mektep-editor serve` over a new school; `source=ROOT / "content"`: over the demonstration school."""

    def __init__(self, *options, data=ROOT, source=ROOT / "schema/starter"):
        self.options, self.data, self.source = options, data, source

    def __enter__(self):
        self.place = tempfile.TemporaryDirectory()
        self.folder = pathlib.Path(self.place.name)
        self.repository, self.state = self.folder / "school.git", self.folder / "school.git.state"
        self.run("init", "--from", self.source)
        self.port = free_port()
        self.log = open(self.folder / "log", "w+")
        self.start()
        return self

    def __exit__(self, *_):
        self.stop()
        self.log.close()
        self.place.cleanup()

    def run(self, command, *words, check=True):
        first = command.split()
        return subprocess.run([EDITOR, *first, "--repo", self.repository, "--data", self.data, *map(str, words)], check=check,
                              capture_output=True, text=True, timeout=120)

    def start(self):
        self.server = subprocess.Popen([EDITOR, "serve", "--repo", self.repository, "--data", self.data, "--listen",
                                        f"127.0.0.1:{self.port}", "--preview-listen", "127.0.0.1:0", *self.options],
                                       stdout=subprocess.PIPE, stderr=self.log, text=True)
        self.setup = None
        for line in self.server.stdout:
            if "/setup?code=" in line:
                self.setup = re.search(r"code=(\S+)", line)[1]
            if line.startswith("Ready"):
                return
        raise RuntimeError((self.folder / "log").read_text())

    def stop(self, how=signal.SIGTERM):
        self.server.send_signal(how)
        code = self.server.wait(60)
        self.server.stdout.close()
        return code

    def raw(self, data, timeout=5):
        """Sends bytes and returns everything that comes back until the server closes or falls silent."""
        with socket.create_connection(("127.0.0.1", self.port), timeout) as one:
            one.sendall(data)
            return read_all(one)

    def head(self, **headers):
        return {"Host": f"127.0.0.1:{self.port}", **headers}


def read_all(connection):
    answer = b""
    try:
        while piece := connection.recv(65536):
            answer += piece
    except (TimeoutError, ConnectionResetError):
        pass
    return answer


class Browser:
    """Keeps cookies, follows no redirects, sends the hidden fields of the page that it saw last."""

    def __init__(self, school, language="ru"):
        self.school, self.cookies, self.csrf, self.language = school, {}, "", language

    def ask(self, method, path, body=None, headers=()):
        connection = http.client.HTTPConnection("127.0.0.1", self.school.port, timeout=30)
        sent = {"Host": f"127.0.0.1:{self.school.port}", "Accept-Language": self.language, **dict(headers)}
        if self.cookies:
            sent["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        connection.request(method, path, body, sent)
        answer = connection.getresponse()
        answer.text = answer.read().decode("utf-8", "replace")
        connection.close()
        for line in answer.headers.get_all("Set-Cookie") or []:
            name, value = line.split(";")[0].split("=", 1)
            if value:
                self.cookies[name] = value
            else:
                self.cookies.pop(name, None)
        if found := re.search(r'name="csrf" (?:value|content)="([^"]+)"', answer.text):
            self.csrf = found[1]
        return answer

    def get(self, path, **headers):
        return self.ask("GET", path, headers=headers.items())

    def post(self, path, headers=(), **fields):
        fields.setdefault("csrf", self.csrf)
        return self.ask("POST", path, urllib.parse.urlencode(fields),
                        [("Content-Type", "application/x-www-form-urlencoded"), *dict(headers).items()])

    def finish(self, answer):
        """Sets up the second factor when it is asked for."""
        if answer.getheader("Location") == "/login/second":
            self.secret = re.search(r'class="secret">([A-Z2-7]+)<', self.get("/login/second").text)[1]
            answer = self.post("/login/second", code=totp(self.secret))
        self.get("/")
        return answer

    def set_up(self):
        self.get("/setup?code=" + self.school.setup)
        return self.finish(self.post("/setup", code=self.school.setup, name="Айгүл Токтосунова", email="aigul@school.example",
                                     password=PASSWORD))

    def accept(self, link):
        code = re.search(r"code=(\S+)", link)[1]
        self.get("/welcome?code=" + code)
        return self.finish(self.post("/setup", code=code, password=PASSWORD))


def person(school, role, email=None):
    """Somebody of this role, invited from the terminal and logged in."""
    email = email or f"{role}@school.example"
    link = school.run("user add", "--email", email, "--name", "Бакыт Осмонов", "--role", role).stdout
    browser = Browser(school)
    browser.accept(link)
    return browser


def key_of(browser):
    """A key of the API of whoever is logged in."""
    browser.get("/account")
    return re.search(r"mektep_[\w-]{43}", browser.post("/account/tokens", label="test").text)[0]
