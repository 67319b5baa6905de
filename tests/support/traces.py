"""For tests of consent: a picture like no other, and the search of a folder for what must not be there."""
import gzip
import struct
import zlib


def picture(left=0, top=0, width=240, height=240):
    """A PNG of light and dark patches like no picture of the school, or a part of it."""
    def noise(x, y):
        return zlib.crc32(struct.pack(">II", x, y)) % 256

    def light(x, y):
        value = 0
        for size, weight in ((48, 0.5), (24, 0.3), (12, 0.2)):
            i, j, u, v = x // size, y // size, x % size / size, y % size / size
            value += weight * ((1 - v) * ((1 - u) * noise(i, j) + u * noise(i + 1, j)) +
                               v * ((1 - u) * noise(i, j + 1) + u * noise(i + 1, j + 1)))
        return int(value)

    rows = b"".join(b"\0" + bytes(light(x, y) for x in range(left, left + width)) for y in range(top, top + height))

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)) +
            chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


def files_with(folder, *traces):
    """Names of files below `folder` whose name or bytes, unpacked too, hold a trace."""
    found = set()
    for path in folder.rglob("*"):
        if not path.is_file():
            continue
        data = path.read_bytes()
        if path.suffix == ".gz":
            data += gzip.decompress(data)
        for trace in traces:
            if trace.encode() in data or trace in path.name:
                found.add(path.relative_to(folder).as_posix())
    return sorted(found)
