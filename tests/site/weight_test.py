"""Weight: a page is at most 100 KB; with all that it loads but pictures, 50 KB compressed and 6 requests."""
import functools
import random
import re
import unittest
import zlib
from urllib.parse import urljoin, urlsplit

from demonstration import BASE_URL, Checks

RAW, COMPRESSED, REQUESTS = 100_000, 50_000, 6


@functools.cache
def compressed(data):
    return len(zlib.compress(data, 6))


def file_of(path, link):
    """File that a link of the page leads to; links are relative."""
    return urlsplit(urljoin(BASE_URL + path, link)).path.lstrip("/")


def loaded(path, page):
    """Files that a browser asks for to show the page, pictures of the text left out."""
    for link in page.all("link"):
        if link.get("rel") in ("stylesheet", "icon", "preload", "modulepreload", "manifest"):
            yield file_of(path, link.get("href"))
    for script in page.all("script"):
        if script.get("src"):
            yield file_of(path, script.get("src"))


def heavy_pages(site):
    complaints = []
    for path, page in site.pages.items():
        files = list(dict.fromkeys([path, *loaded(path, page)]))  # a browser asks once
        raw = len(site.files[path])
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
