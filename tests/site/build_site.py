"""Builds the demonstration site as it will be published: errors in it are faults of ours."""
import os
import pathlib
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
site = pathlib.Path(os.environ["MEKTEP_SITE"])
if site.exists():
    shutil.rmtree(site)
done = subprocess.run([os.environ["MEKTEP"], "build", ROOT / "content", "--out", site, "--today", "2026-11-21",
                       "--data", ROOT, "--lang", "en"], capture_output=True, text=True, timeout=100)
if done.returncode != 0:
    sys.exit(f"the demonstration site was not built:\n{done.stdout[-8000:]}{done.stderr[-2000:]}")
print(done.stdout.splitlines()[-1])
