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
school = ROOT / "content"
theme = os.environ.get("MEKTEP_THEME")
if theme:  # the same school in other clothes
    school = site.parent / f"school-in-{theme}"
    shutil.rmtree(school, ignore_errors=True)
    shutil.copytree(ROOT / "content", school)
    about = school / "site.yaml"
    about.write_text(about.read_text(encoding="utf-8").replace("theme: default", f"theme: {theme}"), encoding="utf-8")
done = subprocess.run([os.environ["MEKTEP"], "build", school, "--out", site, "--today", "2026-11-21",
                       "--data", ROOT, "--lang", "en"], capture_output=True, text=True, timeout=800)
if done.returncode != 0:
    sys.exit(f"the demonstration site was not built:\n{done.stdout[-8000:]}{done.stderr[-2000:]}")
print(done.stdout.splitlines()[-1])
