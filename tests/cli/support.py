"""Runs `mektep` as a user would, in an environment without anything of this machine."""
import os
import pathlib
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
MEKTEP = os.environ["MEKTEP"]


def run(*words, env=None, cwd=None, program=MEKTEP, **options):
    clean = {"PATH": os.environ["PATH"], "HOME": "/nonexistent", "MEKTEP_DATA": str(ROOT)}
    clean.update(env or {})
    return subprocess.run([program, *map(str, words)], env=clean, cwd=cwd, capture_output=True, text=True,
                          timeout=800, stdin=subprocess.DEVNULL, **options)


def run_on_terminal(*words, env=None):
    """Runs on a pseudo terminal; returns the exit code and everything shown."""
    import pty
    clean = {"PATH": os.environ["PATH"], "HOME": "/nonexistent", "MEKTEP_DATA": str(ROOT), "TERM": "xterm"}
    clean.update(env or {})
    leader, follower = pty.openpty()
    process = subprocess.Popen([MEKTEP, *map(str, words)], env=clean, stdin=subprocess.DEVNULL, stdout=follower,
                               stderr=follower, close_fds=True)
    os.close(follower)
    shown = b""
    while True:
        try:
            piece = os.read(leader, 65536)
        except OSError:
            break
        if not piece:
            break
        shown += piece
    os.close(leader)
    return process.wait(timeout=800), shown.decode("utf-8")


class Folder(tempfile.TemporaryDirectory):
    def __enter__(self):
        return pathlib.Path(super().__enter__())
