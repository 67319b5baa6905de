"""Fails when a rule, an option, a module or a command of a guide is undocumented or a guide is out of date.

    python3 tests/house/documentation.py [ROOT]
"""
import json
import pathlib
import re
import sys

SKIP = ("build", "node_modules", ".git", "content")


def guides(root):
    """All guides of the tree: Markdown files that are not content of a site, test data or starter files."""
    for path in sorted(root.rglob("*.md")):
        parts = path.relative_to(root).parts
        if parts[0] in SKIP or "node_modules" in parts or "starter" in parts or "data" in parts or "golden" in parts:
            continue
        if parts[0] == "tests" and path.name != "README.md":
            continue
        yield path


def sh_blocks(text):
    """(line number, commands) of each ```sh block; a trailing backslash joins lines, comments are dropped."""
    for match in re.finditer(r"^```sh\n(.*?)^```", text, re.M | re.S):
        first = text.count("\n", 0, match.start()) + 2
        lines = match.group(1).replace("\\\n", " ").splitlines()
        yield first, [line.split(" #")[0].strip() for line in lines if line.strip() and not line.startswith("#")]


def rules_listed(root):
    """Each rule is in its module's list and reported somewhere; each list reaches `mektep explain`."""
    found = []
    registry = (root / "generator/publish/all_rules.cpp").read_text(encoding="utf-8")
    for header in sorted((root / "generator").glob("*/*rules.h")):
        name = header.relative_to(root).as_posix()
        if header.parent.name == "cli":
            continue
        text = header.read_text(encoding="utf-8")
        sources = "".join(p.read_text(encoding="utf-8") for p in sorted(header.parent.rglob("*.cpp")))
        for lister in re.findall(r"^std::span<const Rule\* const> (\w+)\(\);", text, re.M):
            if f"{lister}()" not in registry and len(re.findall(rf"\b{lister}\(\)", sources)) < 2:
                found.append(f"generator/publish/all_rules.cpp: {lister}() of {name} is missing")
        for rule in re.findall(r"extern const Rule (\w+);", text):
            if not re.search(rf"&(?:rules::)?{rule}\b", sources):
                found.append(f"{name}: {rule} is not listed")
            uses = len(re.findall(rf"\b{rule}\b", sources))
            if uses < 3:  # definition, list, and at least one place that reports it
                found.append(f"{name}: {rule} is never reported")
    return found


def modules_described(root):
    guide = (root / "generator/README.md").read_text(encoding="utf-8")
    return [f"generator/README.md: module `{p.name}` is missing" for p in sorted((root / "generator").iterdir())
            if p.is_dir() and f"`{p.name}`" not in guide]


def options_described(root):
    grammar = (root / "generator/cli/grammar.cpp").read_text(encoding="utf-8")
    guide = root / "generator/cli/README.md"
    text = guide.read_text(encoding="utf-8") if guide.is_file() else ""
    names = sorted(set(re.findall(r'"(--[a-z-]+)"', grammar)))
    found = [f"generator/cli/README.md: option {name} is missing" for name in names if f"`{name}" not in text]
    for name in re.findall(r'\{"([a-z]+)", Text::\w+_summary', grammar):
        if f"`mektep {name}" not in text:
            found.append(f"generator/cli/README.md: command mektep {name} is missing")
    return found


def scripts_described(root):
    text = (root / "README.md").read_text(encoding="utf-8") if (root / "README.md").is_file() else ""
    return [f"README.md: script/{p.name} is missing" for p in sorted((root / "script").iterdir())
            if p.suffix == "" and p.is_file() and p.name != "ctest-quiet" and f"script/{p.name}" not in text]


def links_work(root):
    found = []
    for path in guides(root):
        text = re.sub(r"```.*?```", "", path.read_text(encoding="utf-8"), flags=re.S)
        for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", text):
            if "://" in target or target.startswith(("mailto:", "/", "{")):
                continue
            if not (path.parent / target).exists():
                found.append(f"{path.relative_to(root)}: link to {target}, which does not exist")
    return found


def command_known(root, command):
    """None when a command of a guide can work; otherwise what is wrong. `mektep` itself is run by guides_test.py."""
    words = command.split()
    while words and re.fullmatch(r"[A-Z_]+=\S*", words[0]):
        words = words[1:]
    if not words:
        return None
    program = words[0]
    if program in ("mektep", "cd", "git", "mkdir", "cp", "cat", "source", "sudo", "python3", "node", "npx", "npm"):
        return None
    if program.startswith(("script/", "./script/", ".ci/", "build/")):
        if program.startswith("build/"):
            return None
        script = root / program
        if not script.is_file():
            return f"{program} does not exist"
        if not script.stat().st_mode & 0o100:
            return f"{program} is not executable"
        text = script.read_text(encoding="utf-8")
        for option in (w for w in words[1:] if w.startswith("--")):
            if option.split("=")[0] not in text:
                return f"{program} does not know {option}"
        return None
    if program in ("cmake", "ctest", "ninja"):
        presets = json.loads((root / "CMakePresets.json").read_text(encoding="utf-8"))
        names = {p["name"] for p in presets["configurePresets"]}
        for at, word in enumerate(words[:-1]):
            if word == "--preset" and words[at + 1] not in names:
                return f"there is no preset {words[at + 1]}"
        return None
    return f"no test knows how to try “{command}”"


def commands_known(root):
    found = []
    for path in guides(root):
        for line, commands in sh_blocks(path.read_text(encoding="utf-8")):
            for command in commands:
                wrong = command_known(root, command)
                if wrong:
                    found.append(f"{path.relative_to(root)}:{line}: {wrong}")
    return found


def goldens_used(root):
    """Every folder of tests/golden is named after a rule, or named by the code beside it; so is every file there."""
    folder = root / "tests/golden"
    if not folder.is_dir():
        return []
    rules = set()
    for source in sorted((root / "generator").rglob("*rules*.cpp")):
        rules.update(re.findall(r'"([a-z0-9]+(?:-[a-z0-9]+)+)"', source.read_text(encoding="utf-8")))
    sources = [p for p in sorted(folder.iterdir()) if p.suffix in (".cpp", ".h") or p.name in ("CMakeLists.txt", "README.md")]
    code = "".join(p.read_text(encoding="utf-8") for p in sources)
    return [f"{path.relative_to(root)}: no rule and no test uses this golden" for path in sorted(folder.iterdir())
            if path not in sources and path.name not in rules and f'"{path.name}' not in code and f"/{path.name}" not in code]


def problems(root):
    root = pathlib.Path(root)
    checks = (rules_listed, modules_described, options_described, scripts_described, links_work, commands_known,
              goldens_used)
    return [problem for check in checks for problem in check(root)]


def main():
    root = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).resolve().parents[2]
    found = problems(root)
    print("\n".join(found) if found else "documentation: complete")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
