"""What a save must survive: what was acknowledged is there, whatever happens to the process, the disk or the power.

    python3 tests/editor_survival/survival_test.py [TEST…]

SURVIVAL_WRITER and SURVIVAL_FAULTS name the two programs. SURVIVAL_RUNS (default 300) is the number of kills, and scales
the rest: ask for 5000 overnight.
"""
import errno
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest

sys.path.insert(0, os.path.dirname(__file__))
import power_cut

WRITER = os.environ["SURVIVAL_WRITER"]
FAULTS = os.environ["SURVIVAL_FAULTS"]
RUNS = int(os.environ.get("SURVIVAL_RUNS", "300"))


class Model:
    """What must be there: by kind and name, what was acknowledged last and what was tried since."""

    def __init__(self, other=None):
        self.saved = dict(other.saved) if other else {}
        self.tried = {key: set(value) for key, value in other.tried.items()} if other else {}

    def hear(self, line):
        said, _, rest = line.partition(" ")
        if said not in ("try", "saved"):
            return
        kind, name, content = rest.split(" ")[:3]
        if said == "try":
            self.tried.setdefault((kind, name), set()).add(content)
        else:
            self.saved[kind, name] = content
            self.tried[kind, name] = set()

    def settle(self, there):
        """After a look at everything, what is there is what there was."""
        self.saved = dict(there)
        self.tried = {}

    def faults(self, there):
        found = []
        for key, content in self.saved.items():
            if key not in there:
                found.append(f"lost {key}")
            elif there[key] != content and there[key] not in self.tried.get(key, ()):
                found.append(f"{key} is {there[key]}, acknowledged {content}")
        for key, content in there.items():
            if key not in self.saved and content not in self.tried.get(key, ()):
                found.append(f"{key} is {content}, which nobody wrote")
        return found


class Case(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="mektep-survival-")).resolve()
        self.addCleanup(shutil.rmtree, self.folder, True)
        self.work = self.folder / "work"
        self.bare = self.make_school(self.work)

    def make_school(self, work):
        work.mkdir()
        self.git(work, "init", "-q", "--bare", "-b", "main", "school.git")
        bare = work / "school.git"
        blob = self.git(bare, "hash-object", "-w", "--stdin", text="a")
        tree = self.git(bare, "mktree", text=f"100644 blob {blob}\tsite.yaml\n")
        commit = self.git(bare, "commit-tree", tree, "-m", "start")
        self.git(bare, "update-ref", "refs/heads/main", commit)
        return bare

    @staticmethod
    def git(folder, *words, text=""):
        own = {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null", "PATH": os.environ["PATH"]}
        for role in ("AUTHOR", "COMMITTER"):
            own |= {f"GIT_{role}_NAME": "a", f"GIT_{role}_EMAIL": "a@example.kg", f"GIT_{role}_DATE": "1793000000 +0600"}
        done = subprocess.run(["git", *words], cwd=folder, env=own, input=text, capture_output=True, text=True)
        if done.returncode:
            raise AssertionError(f"git {words}: {done.stdout}{done.stderr}")
        return done.stdout.strip()

    def environment(self, **faults):
        own = {"PATH": os.environ["PATH"], "LD_PRELOAD": FAULTS, "MEKTEP_FAULTS_FOLDER": str(self.work)}
        return own | {f"MEKTEP_FAULTS_{name.upper()}": str(value) for name, value in faults.items()}

    def run_writer(self, plan, steps, kill_after=None, work=None, **faults):
        """The lines that it said, and how it ended."""
        process = subprocess.Popen([WRITER, work or self.work, str(plan), str(steps)], env=self.environment(**faults),
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        try:
            out, err = process.communicate(timeout=kill_after if kill_after is not None else 120)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            out, err = process.communicate()
        lines = out.decode().split("\n")[:-1]  # a line that was cut off was not heard
        return lines, process.returncode, err.decode()

    def look(self, work=None):
        """Everything that is there, by kind and name."""
        lines, code, err = self.run_writer(0, 0, work=work)
        self.assertEqual(code, 0, err)
        self.assertEqual(lines[-1], "done", lines)
        there = {}
        for line in lines:
            if line.startswith("has "):
                kind, name, content = line.split(" ")[1:]
                if name != "site.yaml":
                    there[kind, name] = content
        return there

    def check(self, model, note, work=None):
        """Compares what is there with what was acknowledged; returns it."""
        there = self.look(work)
        for (kind, name), content in there.items():
            if kind == "file" and not name.endswith(".twin"):
                self.assertEqual(there.get((kind, name + ".twin")), content, f"{note}: half of a commit")
            if kind == "object":
                self.assertEqual(name, content, f"{note}: a damaged object")
        there = {key: content for key, content in there.items() if not key[1].endswith(".twin")}
        self.assertEqual(model.faults(there), [], note)
        return there


class Survival(Case):
    def test_kills_at_any_moment_lose_nothing_acknowledged(self):
        chance = random.Random(1)
        model = Model()
        killed = starts = slowest = 0
        for run in range(RUNS):
            if chance.random() < 0.5:
                lines, code, err = self.run_writer(run, 1000, kill_after=chance.uniform(0.02, 0.25))
            else:
                lines, code, err = self.run_writer(run, 1000, kill_after=20, mode="kill", at=chance.randint(1, 1500))
            killed += code == -signal.SIGKILL
            for line in lines:
                model.hear(line)
            begun = time.monotonic()
            there = self.check(model, f"run {run}")
            slowest = max(slowest, time.monotonic() - begun)
            starts += 1
            model.settle(there)
            if run % 50 == 49:
                self.git(self.bare, "fsck", "--strict", "--no-dangling")
        self.assertGreater(killed, RUNS * 0.9)
        self.assertGreater(len(model.saved), 8)
        print(f"kills: {killed}, slowest start {slowest:.2f} s")

    def calls_of(self, seed, steps):
        shutil.copytree(self.work, self.folder / "spare")
        report = self.folder / "count"
        self.run_writer(seed, steps, mode="count", report=report)
        shutil.rmtree(self.work)
        shutil.copytree(self.folder / "spare", self.work)
        return int(report.read_text())

    def starved(self, note, plan, steps, **faults):
        """Runs with faults on a fresh copy; what was acknowledged must be there afterwards."""
        shutil.rmtree(self.work)
        shutil.copytree(self.folder / "spare", self.work)
        lines, code, err = self.run_writer(plan, steps, **faults)
        self.assertEqual(code, 0, f"{note}: {err}")
        model = Model()
        for line in lines:
            model.hear(line)
        self.check(model, note)
        return lines

    def test_every_single_call_that_fails_is_told_or_harmless(self):
        total = self.calls_of(7, 3)
        self.assertGreater(total, 500)
        step = max(1, total * 2 // RUNS)
        failed = 0
        for call in range(1, total + 1, step):
            code = (errno.EIO, errno.ENOSPC, errno.EINTR)[call % 3] if step == 1 else (errno.EIO, errno.ENOSPC)[call // step % 2]
            lines = self.starved(f"call {call}", 7, 3, mode="nth", at=call, errno=code)
            failed += any(line.startswith(("failed", "stopped")) for line in lines)
        print(f"single faults: {total} calls, every {step}th failed, {failed} told")
        self.assertGreater(failed, 10)

    def test_two_in_a_hundred_calls_fail(self):
        self.calls_of(7, 3)
        for seed in range(RUNS // 6):
            self.starved(f"seed {seed}", seed, 10, mode="random", seed=seed)

    def test_a_disk_that_fills_up_keeps_the_old_state(self):
        total = self.calls_of(7, 6)
        for run in range(RUNS // 6):
            call = 1 + total * run // (RUNS // 6)
            lines = self.starved(f"full from call {call}", 7, 6, mode="from", at=call, errno=errno.ENOSPC)
            self.assertTrue(lines)

    def test_a_power_cut_loses_nothing_acknowledged(self):
        self.look()  # makes what is made at the first start
        chance = random.Random(2)
        record = self.folder / "record"
        disk_before = self.folder / "before"
        shutil.copytree(self.work, disk_before)
        disk = power_cut.Disk(self.work)
        lines, code, err = self.run_writer(3, 12, mode="record", report=record)
        self.assertEqual((code, lines[-1]), (0, "done"), err)
        calls = [call for call in power_cut.read_record(record) if call[0] != "sync-all"]
        said = [i for i, (words, _) in enumerate(calls) if words.startswith("said")]
        cuts = set(chance.sample(range(len(calls)), min(len(calls), RUNS // 3))) | set(chance.sample(said, min(len(said), RUNS // 6)))
        model = Model()
        heard = b""
        for i, (words, data) in enumerate(calls):
            if words.startswith("said"):
                heard += data
                *lines, heard = heard.split(b"\n")
                for line in lines:
                    model.hear(line.decode())
            else:
                disk.call(words, data)
            if i in cuts:
                left = self.folder / "left"
                disk.leave(left)
                self.check(model, f"power cut after call {i}: {words}", left)
                self.git(left / "school.git", "fsck", "--strict", "--no-dangling")
                shutil.rmtree(left)
        print(f"power cuts: {len(cuts)} of {len(calls)} moments")


class Tests(Case):
    """The tests can fail."""

    def test_a_lost_save_is_seen(self):
        lines, _, _ = self.run_writer(1, 5)
        model = Model()
        for line in lines:
            model.hear(line)
        self.check(model, "nothing happened")
        first = self.git(self.bare, "rev-list", "--max-parents=0", "main")
        self.git(self.bare, "update-ref", "refs/heads/main", first)
        self.assertTrue(any("lost" in each for each in model.faults(self.look())))

    def test_a_file_that_was_not_synced_is_lost_in_a_power_cut(self):
        root = self.folder / "disk"
        root.mkdir()
        disk = power_cut.Disk(root)
        disk.call(f"create 1 {root}/a", b"")
        disk.call(f"create 2 {root}/b", b"")
        disk.call("sync 1 4", b"text")
        disk.call(f"sync {root.stat().st_ino} 0", b"")
        disk.call(f"rename {root}/a\t{root}/c", b"")
        disk.leave(self.folder / "left")
        self.assertEqual({each.name: each.read_bytes() for each in (self.folder / "left").iterdir()}, {"a": b"text", "b": b""})


if __name__ == "__main__":
    unittest.main(verbosity=2)
