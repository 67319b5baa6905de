"""The numbers of the editor, through its real server: a school with many entries and a long history, and many people at once.

    python3 tests/bench/editor/bench.py [--entries 10000] [--commits 20000] [--people 50] [--seconds 600] [--saves 200]

MEKTEP_EDITOR names the program (the release preset's when left out). Prints each number with what it should be; ends with 1 when
one is missed. Nothing is asserted of a machine that does other things: look at the load that it prints, too.
"""
import argparse
import concurrent.futures
import gzip
import html
import http.client
import json
import os
import pathlib
import random
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parents[3]
os.environ.setdefault("MEKTEP_EDITOR", str(ROOT / "build/release/editor/mektep-editor"))
sys.path.insert(0, str(ROOT / "tests/editor_program"))
from school import School, key_of, person  # noqa: E402

SCREENS = ["/", "/entries/news", "/entries/news?page=200", "/entries/news?q=bench-9", "/entries/pages", "/edit/news/2016/bench-0",
           "/edit/school/organisation", "/history/news/2016/bench-0", "/history/school/organisation", "/publish", "/review", "/media",
           "/trash", "/drafts", "/consents", "/messages", "/help", "/account"]


class Client:
    """One connection that stays open, with a key of the API or the cookie of a browser."""

    def __init__(self, port, **headers):
        self.port, self.headers = port, {"Host": f"127.0.0.1:{port}", **headers}
        self.connection = None

    def ask(self, method, path, body=None):
        sent = dict(self.headers)
        if body is not None:
            body = json.dumps(body).encode()
            sent["Content-Type"] = "application/json"
        for again in (True, False):
            if self.connection is None:
                self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
            begun = time.monotonic()
            try:
                self.connection.request(method, path, body, sent)
                answer = self.connection.getresponse()
                text = answer.read()
                return answer.status, text, (time.monotonic() - begun) * 1000
            except (http.client.RemoteDisconnected, ConnectionResetError, BrokenPipeError):
                # It was closed while nothing was said; the request was not read.
                self.connection.close()
                self.connection = None
                if not again:
                    raise

    def get(self, path):
        return self.ask("GET", path)


class Numbers:
    def __init__(self):
        self.missed = 0

    def tell(self, what, value, wanted=None, unit="ms", more=""):
        verdict = ""
        if wanted is not None:
            good = value <= wanted
            self.missed += not good
            verdict = f"  (wanted: at most {wanted:g}) {'ok' if good else 'MISSED'}"
        print(f"{what:<58} {value:9.1f} {unit}{verdict}{more}", flush=True)

    def times(self, what, times, wanted=None):
        if not times:
            return self.tell(what + ": nothing done", 1, 0, "times")
        times = sorted(times)
        p99 = times[min(len(times) - 1, int(len(times) * 0.99))]
        self.tell(what + ", p99", p99, wanted, more=f"  p50 {statistics.median(times):.1f}  max {times[-1]:.1f}  of {len(times)}")


def add_commits(repository, entries, commits):
    """A long history of small changes."""
    feed = subprocess.Popen(["git", "-C", repository, "fast-import", "--quiet", "--force"], stdin=subprocess.PIPE)
    for number in range(commits):
        entry = number * 7919 % entries
        text = f"---\ntitle: Кабар {entry}\ndate: {2016 + entry % 10}-01-01\n---\n\nВерсия {number}.\n".encode()
        begin = b"from refs/heads/main^0\n" if number == 0 else b""
        feed.stdin.write(b"commit refs/heads/main\ncommitter Bakyt <b@example.kg> %d +0600\ndata 4\nSave\n%s" % (
            1_700_000_000 + number * 60, begin))
        feed.stdin.write(b"M 100644 inline news/%d/bench-%d/index.ky.md\ndata %d\n%s\n" % (
            2016 + entry % 10, entry, len(text), text))
    feed.stdin.close()
    if feed.wait():
        raise RuntimeError("git fast-import")
    subprocess.run(["git", "-C", repository, "repack", "-adq"], check=True)


def memory(process, field="VmRSS"):
    return int(re.search(field + r":\s+(\d+)", pathlib.Path(f"/proc/{process.pid}/status").read_text())[1]) / 1024


def first_page(client, numbers):
    """What a browser fetches to see a screen for the first time, compressed as the shipped proxies do it."""
    for path in ("/", "/edit/news/2016/bench-1"):
        text = client.get(path)[1]
        size = len(gzip.compress(text, 6))
        for asset in sorted(set(re.findall(r'(?:src|href)="?(/assets/[^"\s>]+)', html.unescape(text.decode())))):
            size += len(gzip.compress(client.get(asset)[1], 6))
        numbers.tell(f"first page {path}, compressed", size / 1024, 200, "KB")


def screens(client, numbers):
    for path in SCREENS:
        client.get(path)
        answers = [client.get(path) for _ in range(5)]
        if answers[0][0] != 200:
            numbers.tell(f"screen {path}: status", answers[0][0], 200, "")
        numbers.tell(f"screen {path}", statistics.median(took for _, _, took in answers), 300)


def texts_of(client, entry):
    status, text, _ = client.get("/api/v1/entries/" + entry)
    if status != 200:
        raise RuntimeError(f"{entry}: {status} {text[:200]}")
    return json.loads(text)


def saves(client, numbers, count, entries):
    times = []
    for number in range(count):
        entry = number * 104_729 % entries
        path = f"news/{2016 + entry % 10}/bench-{entry}"
        now = texts_of(client, path)
        name = path + "/index.ky.md"
        body = {"base": now["revision"], "files": {name: now["files"][name] + f"\nСакталды {number}.\n"}}
        status, text, took = client.ask("POST", "/api/v1/entries/" + path, body)
        if status != 200:
            raise RuntimeError(f"save: {status} {text[:200]}")
        times.append(took)
    numbers.times("save acknowledged (fsynced), alone", times, 50)


def preview(client, numbers, entries, times_wanted):
    entry = "news/2016/bench-0"
    base = texts_of(client, entry)["revision"]
    times, link = [], ""
    for key in range(60):
        values = [["ky.title", "Кабар"], ["ky.body", "Текст" + "ө" * key + "\n"]]
        begun = time.monotonic()
        status, text, _ = client.ask("POST", "/api/v1/preview/" + entry, {"base": base, "link": link, "values": values})
        if status != 200:
            raise RuntimeError(f"preview: {status} {text[:200]}")
        shown = json.loads(text)
        link = shown["link"]
        page = Client(int(shown["origin"].rsplit(":", 1)[1])) if key == 0 else page
        status, text, _ = page.get(f"/{link}{shown['pages']['ky']}")
        if status != 200 or ("ө" * key).encode() not in text:
            raise RuntimeError(f"preview page: {status}")
        if key > 1:
            times.append((time.monotonic() - begun) * 1000)
    numbers.times("preview: a key to the new page", times, times_wanted)


class Crowd:
    """People who write for a while: autosave every second, a save now and then, partly of entries that others write, too."""

    def __init__(self, school, key, people, entries):
        self.school, self.key, self.people, self.entries = school, key, people, entries
        self.lock = threading.Lock()
        self.acknowledged = {}  # by entry: marks that the server said were saved
        self.times = {"save": [], "autosave": [], "list": [], "read": []}
        self.again = 0

    def note(self, what, took):
        with self.lock:
            self.times[what].append(took)

    def person(self, number, until):
        chance = random.Random(number)
        client = Client(self.school.port, Authorization="Bearer " + self.key[number])
        own = number * 3 % self.entries
        time.sleep(chance.random() * 2)
        turn = 0
        while time.monotonic() < until:
            turn += 1
            # Every third text is one that ten people write at the same time.
            entry = own if turn % 3 else self.entries - 1 - number % 5
            path = f"news/{2016 + entry % 10}/bench-{entry}"
            status, text, took = client.get("/api/v1/entries/" + path)
            self.note("read", took)
            now = json.loads(text)
            name = path + "/index.ky.md"
            draft, version = now["files"][name], 0
            for _ in range(chance.randint(2, 6)):
                draft += f"\nСөз {number}.{turn}.\n"
                status, text, took = client.ask("PUT", "/api/v1/drafts/" + path,
                                                {"base": now["revision"], "version": str(version), "files": {name: draft}})
                if status != 200:
                    raise RuntimeError(f"autosave: {status} {text[:300]}")
                version = json.loads(text)["version"]
                self.note("autosave", took)
                time.sleep(1)
                if time.monotonic() > until:
                    return
            self.save(client, path, name, f"Белги {number}.{turn} бүттү.")
            if chance.random() < 0.3:
                self.note("list", client.get("/api/v1/entries?collection=news")[2])

    def save(self, client, path, name, mark):
        while True:
            now = texts_of(client, path)
            time.sleep(random.random() * 0.2)  # somebody else may come in between
            body = {"base": now["revision"], "files": {name: now["files"][name] + f"\n{mark}\n"}}
            status, text, took = client.ask("POST", "/api/v1/entries/" + path, body)
            self.note("save", took)
            if status == 200:
                with self.lock:
                    self.acknowledged.setdefault(path, []).append(mark)
                return
            if status != 409:
                raise RuntimeError(f"save: {status} {text[:300]}")
            self.again += 1

    def run(self, seconds, numbers):
        until = time.monotonic() + seconds
        with concurrent.futures.ThreadPoolExecutor(self.people) as pool:
            for done in [pool.submit(self.person, number, until) for number in range(self.people)]:
                done.result()
        for what, times in self.times.items():
            numbers.times(f"{self.people} people at once: {what}", times, 300)
        client = Client(self.school.port, Authorization="Bearer " + self.key[0])
        lost, kept = 0, 0
        for path, marks in self.acknowledged.items():
            text = texts_of(client, path)["files"][path + "/index.ky.md"]
            lost += sum(mark not in text for mark in marks)
            kept += len(marks)
        numbers.tell("lost updates", lost, 0, "", f"  of {kept} acknowledged saves, {self.again} times merged by hand")


def main():
    arguments = argparse.ArgumentParser()
    for name, value in {"entries": 10_000, "commits": 20_000, "people": 50, "seconds": 600, "saves": 200}.items():
        arguments.add_argument("--" + name, type=int, default=value)
    wanted = arguments.parse_args()
    numbers = Numbers()
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        source = ROOT / "content"
        if wanted.entries:
            source = pathlib.Path(folder) / "school"
            subprocess.run([sys.executable, ROOT / "tests/bench/generate.py", "school", source, str(wanted.entries)], check=True)

        class Prepared(School):
            def start(self):
                if wanted.commits and not hasattr(self, "server"):
                    add_commits(self.repository, wanted.entries, wanted.commits)
                begun = time.monotonic()
                super().start()
                numbers.tell("start", time.monotonic() - begun, None, "s")

        with Prepared(source=source) as school:
            browser = person(school, "editor")
            keys = [key_of(browser)]
            keys += [key_of(person(school, "editor", f"editor{number}@school.example")) for number in range(1, wanted.people)]
            client = Client(school.port, Authorization="Bearer " + keys[0])
            screen = Client(school.port, Cookie="; ".join(f"{name}={value}" for name, value in browser.cookies.items()))
            first_page(screen, numbers)
            screens(screen, numbers)
            numbers.tell("memory after all screens", memory(school.server), 150, "MB")
            saves(client, numbers, wanted.saves, wanted.entries)
            if wanted.seconds:
                Crowd(school, keys, wanted.people, wanted.entries).run(wanted.seconds, numbers)
            numbers.tell("memory after all saves", memory(school.server), 150, "MB")
            preview(client, numbers, wanted.entries, 50 if wanted.entries < 1000 else 100)
            numbers.tell("memory with a preview open", memory(school.server), None, "MB")
            numbers.tell("most memory", memory(school.server, "VmHWM"), None, "MB")
    print(f"load {os.getloadavg()[0]:.1f}; {numbers.missed} missed")
    return numbers.missed > 0


if __name__ == "__main__":
    sys.exit(main())
