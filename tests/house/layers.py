"""Fails when an include crosses the layers upwards, or a third-party header leaves its one source file.

    python3 tests/house/layers.py [ROOT]
"""
import pathlib
import re
import sys

# A module sees the modules to its left; source and syntax are siblings and do not see each other.
ORDER = ["base", "names", "source", "syntax", "schema", "content", "statistics", "facts", "media", "search", "theme", "outputs", "checks", "build", "publish", "consent", "serve", "cli"]
SIBLINGS = {("source", "syntax"), ("syntax", "source")}

# The editor's modules, which see the whole generator. Their include path begins with "editor/".
EDITOR = ["store", "audit", "repository", "accounts", "permissions", "drafts", "forms", "media", "journal", "preview", "messages", "consents", "publication", "upkeep", "actions", "views",
          "http", "cli"]

STANDARD = set("""
algorithm any array atomic barrier bit bitset cassert cctype cerrno cfloat charconv chrono cinttypes climits clocale
cmath codecvt compare complex concepts condition_variable coroutine csetjmp csignal cstdarg cstddef cstdint cstdio
cstdlib cstring ctime cuchar cwchar cwctype deque exception execution expected filesystem forward_list fstream
functional future initializer_list iomanip ios iosfwd iostream istream iterator latch limits list locale map memory
memory_resource mutex new numbers numeric optional ostream queue random ranges ratio regex scoped_allocator semaphore
set shared_mutex source_location span spanstream sstream stack stacktrace stdexcept stop_token streambuf string
string_view syncstream system_error thread tuple type_traits typeindex typeinfo unordered_map unordered_set utility
valarray variant vector version
dirent.h errno.h fcntl.h poll.h signal.h stdio.h stdlib.h string.h termios.h time.h unistd.h
""".split())
EVERYWHERE = ("fmt/",)  # part of the vocabulary, see base/pch.h

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.M)


def library_of(header):
    """'yaml-cpp' for <yaml-cpp/yaml.h>; None for headers of the language and the system."""
    if header in STANDARD or header.startswith(("sys/", "linux/", "bits/")) or header.startswith(EVERYWHERE):
        return None
    return header


def problems(root):
    root = pathlib.Path(root)
    found = []
    for part, order in (("generator", ORDER), ("editor", EDITOR)):
        for folder in sorted(p for p in (root / part).glob("*/") if any(p.rglob("*.cpp")) or any(p.rglob("*.h"))):
            if folder.name in order:
                found += module_problems(root, part, folder.name)
            else:
                found.append(f"{part}/{folder.name}: not in the order of modules; add it to tests/house/layers.py")
    return found


def module_problems(root, part, module):
    found = []
    users = {}  # third-party header → sources
    for path in sorted((root / part / module).rglob("*")):
        if path.suffix not in (".h", ".cpp"):
            continue
        name = path.relative_to(root).as_posix()
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".h" and "#pragma once" not in text:
            found.append(f"{name}: no #pragma once")
        for match in INCLUDE.finditer(text):
            line = text.count("\n", 0, match.start()) + 1
            where = f"{name}:{line}"
            kind, header = match.groups()
            if kind == '"':
                found += own_include(root, where, part, module, header)
            elif library_of(header):
                if path.suffix == ".h":
                    found.append(f"{where}: third-party header <{header}> in a header")
                users.setdefault(header, set()).add(name)
    for header, names in sorted(users.items()):
        if len(names) > 1:
            found.append(f"{part}/{module}: <{header}> in more than one source: {', '.join(sorted(names))}")
    return found


def own_include(root, where, part, module, header):
    target_part, order, path = "generator", ORDER, header
    if header.startswith("editor/"):
        target_part, order, path = "editor", EDITOR, header.removeprefix("editor/")
    target = path.split("/")[0]
    if "/" not in path or target not in order:
        return [f'{where}: "{header}" is not the path of a module']
    if not (root / target_part / path).is_file():
        return [f'{where}: "{header}" does not exist']
    if target_part != part:
        return [f"{where}: the generator includes the editor"] if part == "generator" else []
    if (module, target) in SIBLINGS:
        return [f"{where}: {module} includes its sibling {target}"]
    if order.index(target) > order.index(module):
        return [f"{where}: {module} includes {target}, which stands to its right"]
    return []


def main():
    root = sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).resolve().parents[2]
    found = problems(root)
    print("\n".join(found) if found else "layers: in order")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
