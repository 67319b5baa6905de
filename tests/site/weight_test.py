"""Weight: a page without its pictures is at most 100 KB, 50 KB compressed, and takes at most 6 requests."""
import functools
import unittest
import zlib
from urllib.parse import urlsplit

from demonstration import Checks

RAW, COMPRESSED, REQUESTS = 100_000, 50_000, 6


@functools.cache
def compressed(data):
    return len(zlib.compress(data, 6))


def loaded(page):
    """Files that a browser asks for to show the page, pictures of the text left out."""
    for link in page.all("link"):
        if link.get("rel") in ("stylesheet", "icon", "preload", "modulepreload", "manifest"):
            yield urlsplit(link.get("href")).path.lstrip("/")
    for script in page.all("script"):
        if script.get("src"):
            yield urlsplit(script.get("src")).path.lstrip("/")


def heavy_pages(site):
    complaints = []
    for path, page in site.pages.items():
        files = list(dict.fromkeys([path, *loaded(page)]))  # a browser asks once
        raw = sum(len(site.files.get(file, b"")) for file in files)
        small = sum(compressed(site.files.get(file, b"")) for file in files)
        if raw > RAW or small > COMPRESSED:
            complaints.append(f"{path}: {raw} bytes, {small} compressed")
        if len(files) > REQUESTS:
            complaints.append(f"{path}: {len(files)} requests")
    return complaints


class Weight(Checks):
    def test_pages_are_light(self):
        heaviest = max(self.site.pages, key=lambda path: len(self.site.files[path]))
        print(f"heaviest page: {heaviest}, {len(self.site.files[heaviest])} bytes, {compressed(self.site.files[heaviest])} compressed")
        self.holds(heavy_pages)
        self.fails(heavy_pages, self.site.but("index.html", "</main>", "x" * RAW + "</main>"), "bytes")
        self.fails(heavy_pages, self.site.but("index.html", "<title>", ''.join(f'<link rel="stylesheet" href="/{each}">' for each in "abcde") + "<title>"), "requests")


if __name__ == "__main__":
    unittest.main()
