"""Weight: what a page loads beside pictures is at most 50 KB compressed in 6 requests; 100 KB raw with style sheets and
scripts. tests/browser counts once more by what a browser asks for.

The registers that the law wants on one page cannot be so short in characters: for them the raw limit holds for the HTML
alone, while the limits that a telephone feels hold as for all.
"""
import functools
import re
import unittest
import zlib
from urllib.parse import urljoin, urlsplit

from demonstration import BASE_URL, Checks, address

RAW, COMPRESSED, REQUESTS = 100_000, 50_000, 6
# All disclosed items in one table (DISC-1), all staff with their education, every page of the site with its drawing (SITE-15).
REGISTERS = re.compile(r"(ru/)?(disclosure/((staff|structure)/)?|site-map/)index\.html")


@functools.cache
def compressed(data):
    return len(zlib.compress(data, 6))


def file_of(path, link):
    """File that a link of the page leads to; links are relative to the page, but for 404.html."""
    return urlsplit(urljoin(urljoin(BASE_URL, address(path)), link)).path.lstrip("/")


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
        complaints += [f"{path}: loads {file}, which is not there" for file in files if file not in site.files]
        html = len(site.files[path])
        raw = html if REGISTERS.fullmatch(path) else sum(len(site.files.get(file, b"")) for file in files)
        small = sum(compressed(site.files.get(file, b"")) for file in files)
        if raw > RAW or small > COMPRESSED:
            complaints.append(f"{path}: {raw} bytes, {small} compressed")
        if len(files) > REQUESTS:
            complaints.append(f"{path}: {len(files)} requests")
        if not page.is_redirect and not any(file.endswith(".css") for file in files):
            complaints.append(f"{path}: no style sheet was counted")
    return complaints


def hurried_pictures(site):
    """One picture of a page is seen first; the others wait until a reader comes near."""
    complaints = []
    for path, page in site.documents.items():
        pictures = page.all("img")
        hurried = [picture for picture in pictures if picture.get("fetchpriority") == "high"]
        if len(hurried) > 1:
            complaints.append(f"{path}: {len(hurried)} pictures are asked for at once")
        complaints += [f"{path}: {picture.get('src')} does not wait" for picture in pictures
                       if picture not in hurried and picture.get("loading") != "lazy" and "emblem." not in picture.get("src")]
    return complaints


class Weight(Checks):
    def test_pages_are_light(self):
        heaviest = max(self.site.pages, key=lambda path: len(self.site.files[path]))
        print(f"heaviest page: {heaviest}, {len(self.site.files[heaviest])} bytes, {compressed(self.site.files[heaviest])} compressed")
        self.holds(heavy_pages)

    def test_all_that_is_loaded_counts(self):
        self.fails(heavy_pages, self.site.but("index.html", "</main>", "x" * RAW + "</main>"), "bytes")
        self.fails(heavy_pages, self.site.but("disclosure/index.html", "</main>", "x" * RAW + "</main>"), "bytes")
        self.fails(heavy_pages, self.site.but("index.html", "<title>", "".join(f'<link rel="stylesheet" href="{each}">' for each in "abcde") + "<title>"), "requests")
        style = file_of("ru/news/index.html", self.site.page("ru/news/index.html").one("link", rel="stylesheet").get("href"))
        self.fails(heavy_pages, self.site.plus(style, self.site.files[style] + b"x" * RAW), "ru/news/index.html")
        self.fails(heavy_pages, self.site.without(style), "is not there")

    def test_pictures_wait_until_they_are_needed(self):
        self.holds(hurried_pictures)
        self.fails(hurried_pictures, self.site.but("index.html", ' loading="lazy"', ' fetchpriority="high"'), "at once")
        self.fails(hurried_pictures, self.site.but("index.html", ' loading="lazy"', ""), "does not wait")


if __name__ == "__main__":
    unittest.main()
