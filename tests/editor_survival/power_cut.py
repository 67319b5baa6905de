"""What a power cut leaves of a folder: the worst that the calls in a record of faults.cpp allow.

A file holds what it held at its last fsync, or nothing; a folder has the names that it had at its last fsync. Everything
that was never synced is lost.
"""
import pathlib


class Folder:
    def __init__(self):
        self.names = {}  # name → Folder or File, as a running program sees them
        self.kept = {}  # as they are on the disk


class File:
    def __init__(self, kept=b""):
        self.kept = kept


class Disk:
    """The disk of one folder of the machine, which held `root` when everything on it was synced."""

    def __init__(self, root):
        self.root = pathlib.Path(root)
        self.nodes = {}  # by inode
        self.top = self._adopt(self.root)

    def _adopt(self, path):
        inode = path.stat().st_ino
        if path.is_dir():
            node = Folder()
            node.names = {each.name: self._adopt(each) for each in path.iterdir()}
            node.kept = dict(node.names)
        else:
            node = File(path.read_bytes())
        self.nodes[inode] = node
        return node

    def _parent(self, path):
        node = self.top
        parts = pathlib.PurePosixPath(path).relative_to(self.root).parts
        for part in parts[:-1]:
            node = node.names[part]
        return node, parts[-1]

    def call(self, words, data):
        kind, _, rest = words.partition(" ")
        if kind in ("create", "folder"):
            inode, _, path = rest.partition(" ")
            folder, name = self._parent(path)
            folder.names[name] = self.nodes[int(inode)] = Folder() if kind == "folder" else File()
        elif kind in ("rename", "link"):
            source, target = (self._parent(path) for path in rest.split("\t"))
            target[0].names[target[1]] = source[0].names[source[1]]
            if kind == "rename":
                del source[0].names[source[1]]
        elif kind == "remove":
            folder, name = self._parent(rest)
            del folder.names[name]
        elif kind == "sync":
            node = self.nodes[int(rest.split()[0])]
            if isinstance(node, Folder):
                node.kept = dict(node.names)
            else:
                node.kept = data
        elif kind == "sync-all":
            raise ValueError("a record begins behind the first sync of everything")

    def leave(self, target):
        """Writes what is on the disk into a new folder."""
        self._leave(self.top, pathlib.Path(target))

    def _leave(self, node, path):
        if isinstance(node, File):
            path.write_bytes(node.kept)
            return
        path.mkdir()
        for name, each in node.kept.items():
            self._leave(each, path / name)


def read_record(path):
    """The calls of a record: words and bytes."""
    text = pathlib.Path(path).read_bytes()
    at = 0
    while at < len(text):
        end = text.index(b"\n", at)
        words = text[at:end].decode()
        at = end + 1
        length = int(words.split()[-1]) if words.startswith(("sync ", "said ")) else 0
        yield words, text[at:at + length]
        at += length
