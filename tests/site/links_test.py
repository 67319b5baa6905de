"""Links: every address leads somewhere, nothing is loaded from elsewhere, nothing can be executed."""
import functools
import json
import re
import unittest
import urllib.parse
from urllib.parse import unquote, urlsplit

from demonstration import BASE_URL, Checks, address

URL_ATTRIBUTES = {"href", "src", "action", "formaction", "poster", "data", "cite", "background", "ping", "longdesc"}
SCHEMES = {"", "https", "http", "mailto", "tel"}
HOST = urlsplit(BASE_URL).netloc


def _addresses(page):
    for element in page.elements:
        for name, value in element.attributes.items():
            if name in URL_ATTRIBUTES:
                yield element, name, value
            elif name == "srcset":
                for part in value.split(","):
                    if part.split():
                        yield element, name, part.split()[0]
            elif name == "http-equiv" and value.lower() == "refresh":
                yield element, "content", re.sub(r"^[^=]*=", "", element.get("content")).strip()


@functools.cache  # every check asks for them, and once more of a site in which a single page differs
def addresses(page):
    return tuple(_addresses(page))


urljoin = functools.lru_cache(1 << 16)(urllib.parse.urljoin)


FOR_THE_HOST = (".mektep-manifest", ".htaccess", "ru/.htaccess", "assets/.htaccess", ".nojekyll", "_headers", "manifest.webmanifest", "ru/manifest.webmanifest")
MOVED = "/~school/site"  # the site is one that was copied into a folder of another depth, without being told


def dead_links(site):
    complaints = []
    for path, page in site.pages.items():
        # The page for addresses that do not exist is shown at any depth: it alone knows where the site stands.
        for element, name, value in addresses(page):
            folder = "" if path.endswith("404.html") or urlsplit(value).netloc else MOVED
            parts = urlsplit(urljoin(BASE_URL.rstrip("/") + folder + address(path), value))
            if parts.netloc != HOST:
                continue
            inside = parts.path.startswith(folder + "/")
            target = site.target(unquote(parts.path).removeprefix(folder)) if inside else None
            if target is None:
                complaints.append(f"{path}: {name}={value} leads to nothing")
            elif parts.fragment and target.endswith(".html") and unquote(parts.fragment) not in site.page(target).ids:
                complaints.append(f"{path}: {name}={value}: no such id in {target}")
            elif value == "":
                complaints.append(f"{path}: empty {name} of <{element.tag}>")
    return complaints


def rooted_addresses(site):
    """Addresses that bind a page to the root of a server."""
    return [f"{path}: {name}={value}" for path, page in site.pages.items() if not path.endswith("404.html")
            for _, name, value in addresses(page) if value.startswith("/")]


def addresses_with_query(site):
    return [f"{path}: {name}={value} has a query" for path, page in site.pages.items()
            for _, name, value in addresses(page) if "?" in value and urlsplit(value).scheme != "mailto"
            and urlsplit(value).netloc in ("", HOST)]


def executable_addresses(site):
    complaints = []
    for path, page in site.pages.items():
        for element, name, value in addresses(page):
            scheme = re.match(r"[\s\x00-\x20]*([a-z][a-z0-9+.\-\s\x00-\x20]*):", value, re.I)
            if (scheme.group(1).lower() if scheme else "") not in SCHEMES:
                complaints.append(f"{path}: scheme of {name}={value[:60]}")
        for element in page.elements:
            for name, value in element.attributes.items():
                if name.startswith("on") or name in ("style", "srcdoc"):
                    complaints.append(f"{path}: attribute {name} of <{element.tag}>")
                if re.sub(r"[\s\x00-\x20]", "", value).lower().startswith(("javascript:", "vbscript:", "data:")):
                    complaints.append(f"{path}: {name} of <{element.tag}> is executable")
    return complaints


def other_hosts(site):
    complaints = []
    for path, page in site.pages.items():
        for element, name, value in addresses(page):
            parts = urlsplit(value)
            plain_link = element.tag == "a" and name == "href"
            own = element.tag == "link" and element.get("rel") in ("canonical", "alternate") and parts.netloc == HOST
            if (parts.netloc or value.startswith("//")) and not plain_link and not own and parts.netloc != HOST:
                complaints.append(f"{path}: <{element.tag} {name}={value}> asks another host")
            if element.get("target") is not None:
                complaints.append(f"{path}: <{element.tag} {name}={value}> opens another window")
    for path, data in site.files.items():
        if path.endswith((".css", ".svg")):
            for found in re.findall(rb"(?:url\(|@import|href=)\s*[\"']?((?:https?:)?//[^\"')\s]*)", data):
                complaints.append(f"{path}: asks another host: {found.decode()}")
    return complaints


def scripts(site):
    complaints = []
    for path, page in site.pages.items():
        for element in page.all("script", "iframe", "object", "embed", "applet", "frame", "base"):
            if element.tag == "script" and element.get("src"):  # that it is there is checked with the links
                parts = urlsplit(urljoin(BASE_URL.rstrip("/") + address(path), element.get("src")))
                own = parts.netloc == HOST and parts.path.startswith("/assets/")
                # One may come before the page is drawn: what those who see badly have chosen must hold at once.
                early = re.fullmatch(r"/assets/site\.[0-9a-f]+\.js", parts.path) and element.parent.tag == "head"
                if not own or not ("defer" in element.attributes or early) or element.text().strip():
                    complaints.append(f"{path}: <script src> that is not a deferred one of the theme's")
                continue
            if element.tag != "script" or element.get("type") != "application/ld+json":
                complaints.append(f"{path}: <{element.tag}>")
                continue
            try:
                data = json.loads(element.text())
                if not str(data.get("@context", "")).startswith("https://schema.org"):
                    complaints.append(f"{path}: JSON-LD without schema.org as its context")
            except ValueError as fault:
                complaints.append(f"{path}: JSON-LD is not JSON: {fault}")
    return complaints


def unreachable_pages(site):
    reached, waiting = {"index.html"}, ["index.html"]
    while waiting:
        path = waiting.pop()
        for element in site.page(path).all("a"):
            parts = urlsplit(urljoin(BASE_URL.rstrip("/") + address(path), element.get("href") or "#"))
            target = site.target(unquote(parts.path)) if parts.netloc == HOST else None
            if target and target not in reached:
                reached.add(target)
                if target.endswith(".html"):
                    waiting.append(target)
    # Files too: a document that nobody can reach by links is not published. Tables of a text stand on its page already.
    exempt = ("404.html", "ru/404.html", "robots.txt", "sitemap.xml", "favicon.ico", *FOR_THE_HOST)
    redirects = {path for path, page in site.pages.items() if page.is_redirect}
    return [f"{path} cannot be reached from the home page" for path in site.files
            if path not in reached and path not in exempt and path not in redirects and not path.startswith("assets/")
            and not path.endswith((".png", ".jpg", ".webp", ".csv")) and not re.match(r"(ru/)?search/[a-z0-9-]+\.js$", path)]


def blind_redirects(site):
    complaints = []
    for path, page in site.pages.items():
        if not page.is_redirect:
            continue
        links = [element.get("href") for element in page.all("a")]
        goal = [value for element, name, value in addresses(page) if name == "content"][0]
        target = site.target(unquote(urlsplit(urljoin(BASE_URL.rstrip("/") + address(path), goal)).path))
        if target is None or site.page(target).is_redirect:
            complaints.append(f"{path}: the redirect does not lead to a page: {goal}")
        if urlsplit(goal).path not in [urlsplit(link or "").path for link in links]:
            complaints.append(f"{path}: no visible link for those whose browser does not follow")
    return complaints


def strange_names(site):
    return [f"{path}: not a plain ASCII name" for path in site.files
            if not re.fullmatch(r"[a-z0-9][a-z0-9._-]*(/[a-z0-9][a-z0-9._-]*)*", path) and path not in FOR_THE_HOST]


class Links(Checks):
    def test_every_link_resolves(self):
        self.holds(dead_links)
        self.fails(dead_links, self.site.without("ru/contacts/index.html"), "leads to nothing")
        self.fails(dead_links, self.site.but("index.html", 'href="#main"', 'href="#man"'), "no such id")
        self.fails(dead_links, self.site.but("index.html", 'href="feed.xml"', 'href="feed.xml/"'), "leads to nothing")
        self.fails(dead_links, self.site.but("index.html", 'href="feed.xml"', 'href="/feed.xml"'), "leads to nothing")

    def test_the_site_can_be_moved_to_any_folder(self):
        self.holds(rooted_addresses)
        self.fails(rooted_addresses, self.site.but("index.html", 'href="feed.xml"', 'href="/feed.xml"'), "/feed.xml")
        self.assertIn('href="/ru/"', self.site.page("404.html").source)

    def test_no_address_of_the_site_has_a_query(self):
        self.holds(addresses_with_query)
        self.fails(addresses_with_query, self.site.but("index.html", 'href="feed.xml"', 'href="feed.xml?1"'), "query")

    def test_nothing_in_an_address_or_attribute_can_be_executed(self):
        self.holds(executable_addresses)
        for fault in ('<a href="JaVa\tscript:alert(1)">', '<a href=" data:text/html,x">', '<p onclick="x">', '<p style="x">',
                      '<p title="javascript:x">'):
            self.fails(executable_addresses, self.site.but("index.html", '<a class="skip"', fault + '<a class="skip"'),
                       "index.html")

    def test_no_page_asks_another_host(self):
        self.holds(other_hosts)
        for fault in ('<img src="https://counter.example/p.gif">', '<img src="//counter.example/p.gif">',
                      '<link rel="stylesheet" href="https://fonts.example/a.css">', '<a href="/" target="_blank">'):
            self.fails(other_hosts, self.site.but("index.html", '<a class="skip"', fault + '<a class="skip"'), "index.html")

    def test_there_are_no_scripts_but_deferred_ones_and_descriptions_for_search_engines(self):
        self.holds(scripts)
        self.fails(scripts, self.site.but("index.html", '<a class="skip"', '<script src="/assets/x.js"></script><a class="skip"'), "deferred")
        self.fails(scripts, self.site.but("index.html", '<a class="skip"', '<script>x</script><a class="skip"'), "<script>")
        described = next(path for path, page in self.site.pages.items() if '"@context":' in page.source)
        self.fails(scripts, self.site.but(described, '"@context":', '"@context"'), "not JSON")

    def test_every_page_and_file_is_reached_by_links(self):
        self.holds(unreachable_pages)
        self.fails(unreachable_pages, self.site.plus("lonely/index.html", b"<p>x</p>"), "lonely")

    def test_redirects_lead_to_pages(self):
        self.holds(blind_redirects)
        redirects = [path for path, page in self.site.pages.items() if page.is_redirect]
        self.assertTrue(redirects)
        self.fails(blind_redirects, self.site.but(redirects[0], "url=", "url=nowhere/"), "does not lead")

    def test_file_names_are_ascii(self):
        self.holds(strange_names)
        self.fails(strange_names, self.site.plus("news/жаз/index.html", b""), "ASCII")


if __name__ == "__main__":
    unittest.main()
