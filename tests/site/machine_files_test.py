"""Files for machines: site map, feeds, calendars, robots.txt, data. Against RFC 4287, RFC 5545 and sitemaps.org."""
import datetime
import json
import re
import unittest
import xml.etree.ElementTree as xml

from demonstration import BASE_URL, Checks, address
from languages_test import alternates, url_of

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"
ATOM = "{http://www.w3.org/2005/Atom}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
FEEDS = {"feed.xml": "ky", "ru/feed.xml": "ru"}
CALENDARS = {"calendar.ics": "ky", "ru/calendar.ics": "ru"}


def parsed(site, path):
    if path not in site.files:
        return None, [f"{path} is missing"]
    try:
        return xml.fromstring(site.files[path]), []
    except xml.ParseError as fault:
        return None, [f"{path} is not well-formed: {fault}"]


def faulty_sitemap(site):
    root, complaints = parsed(site, "sitemap.xml")
    if root is None:
        return complaints
    if root.tag != SITEMAP + "urlset":
        complaints.append(f"sitemap.xml: root is {root.tag}")
    listed = []
    allowed = [SITEMAP + name for name in ("loc", "lastmod", "changefreq", "priority")] + [XHTML + "link"]
    for url in root:
        if url.tag != SITEMAP + "url" or any(child.tag not in allowed for child in url):
            complaints.append(f"sitemap.xml: strange element in {url.tag}")
        location = url.findtext(SITEMAP + "loc") or ""
        listed.append(location)
        date = url.findtext(SITEMAP + "lastmod")
        if date is not None and not re.fullmatch(r"\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2}))?", date):
            complaints.append(f"sitemap.xml: lastmod {date}")
        path = site.target(location.removeprefix(BASE_URL.rstrip("/")))
        if path is None:
            complaints.append(f"sitemap.xml: {location} is no page")
            continue
        named = {link.get("hreflang"): link.get("href") for link in url.findall(XHTML + "link")}
        of_page = {key: value for key, value in alternates(site.page(path)).items() if key != "x-default"}
        if {key: value for key, value in named.items() if key != "x-default"} != of_page and named:
            complaints.append(f"sitemap.xml: languages of {location} are not those of the page")
    if len(listed) != len(set(listed)):
        complaints.append("sitemap.xml: an address stands twice")
    if len(listed) > 50000 or len(site.files["sitemap.xml"]) > 50_000_000:
        complaints.append("sitemap.xml is over the protocol's limits")
    for path, page in site.documents.items():
        canonical = page.one("link", rel="canonical")
        hidden = page.one("meta", name="robots") is not None
        expected = not hidden and canonical is not None and canonical.get("href") == url_of(path)
        if expected and url_of(path) not in listed:
            complaints.append(f"sitemap.xml: {path} is not listed")
        if not expected and url_of(path) in listed:
            complaints.append(f"sitemap.xml: {path} is listed but not for robots or not canonical")
    return complaints


DATE = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$")


def faulty_feeds(site):
    """RFC 4287."""
    complaints = []
    for path, language in FEEDS.items():
        feed, faults = parsed(site, path)
        complaints += faults
        if feed is None:
            continue
        if feed.tag != ATOM + "feed" or feed.get(LANG) != language:
            complaints.append(f"{path}: not an Atom feed in {language}")
        self_links = [link.get("href") for link in feed.findall(ATOM + "link") if link.get("rel") == "self"]
        if self_links != [BASE_URL + path]:
            complaints.append(f"{path}: link self is {self_links}")
        ids = []
        entries = feed.findall(ATOM + "entry")
        for part in [feed, *entries]:
            for name in ("id", "title", "updated"):
                if len(part.findall(ATOM + name)) != 1:
                    complaints.append(f"{path}: not exactly one {name} in {part.tag}")
            ids.append(part.findtext(ATOM + "id"))
            for name in ("updated", "published"):
                for date in part.findall(ATOM + name):
                    if not DATE.match(date.text or ""):
                        complaints.append(f"{path}: {name} {date.text} is no RFC 3339 date")
            for text in part.findall(ATOM + "title") + part.findall(ATOM + "summary"):
                if text.get("type", "text") == "text" and (len(text) or not (text.text or "").strip()):
                    complaints.append(f"{path}: an empty text")
            for link in part.findall(ATOM + "link"):
                target = site.target((link.get("href") or "").removeprefix(BASE_URL.rstrip("/")))
                if not (link.get("href") or "").startswith(BASE_URL) or target is None:
                    complaints.append(f"{path}: link to {link.get('href')} leads to nothing")
        if not entries:
            complaints.append(f"{path}: no entries")
        if len(ids) != len(set(ids)):
            complaints.append(f"{path}: an id stands twice")
        if feed.find(ATOM + "author") is None and any(entry.find(ATOM + "author") is None for entry in entries):
            complaints.append(f"{path}: an entry without author")
        newest = max((entry.findtext(ATOM + "updated") or "" for entry in entries), default="")
        if feed.findtext(ATOM + "updated") != newest:
            complaints.append(f"{path}: updated is not that of the newest entry")
        published = [entry.findtext(ATOM + "published") or "" for entry in entries]
        if published != sorted(published, reverse=True):
            complaints.append(f"{path}: not the newest first")
    return complaints


def faulty_calendars(site):
    """RFC 5545."""
    complaints = []
    paths = [path for path in site.files if path.endswith(".ics")]
    complaints += [f"{path} is missing" for path in CALENDARS if path not in paths]
    for path in paths:
        data = site.files[path]
        if b"\n" in data.replace(b"\r\n", b"") or b"\r" in data.replace(b"\r\n", b"") or not data.endswith(b"\r\n"):
            complaints.append(f"{path}: lines do not end in CRLF")
        for line in data.split(b"\r\n"):
            if len(line) > 75:
                complaints.append(f"{path}: a line of {len(line)} octets")
            try:
                line.decode("utf-8")
            except UnicodeDecodeError:
                complaints.append(f"{path}: a letter is cut by folding")
        try:
            text = data.replace(b"\r\n ", b"").replace(b"\r\n\t", b"").decode("utf-8")
        except UnicodeDecodeError:
            complaints.append(f"{path}: not UTF-8")
            continue
        stack, zones, uids, here = [], set(), [], []
        for line in filter(None, text.split("\r\n")):
            match = re.fullmatch(r"([A-Z0-9-]+)((?:;[A-Z0-9-]+=(?:\"[^\"]*\"|[^;:\"]*))*):(.*)", line)
            if not match:
                complaints.append(f"{path}: no content line: {line[:50]}")
                continue
            name, parameters, value = match.groups()
            if name == "BEGIN":
                stack.append(value)
                here.append({})
                continue
            if name == "END":
                if not stack or stack.pop() != value:
                    complaints.append(f"{path}: END:{value} closes nothing")
                    continue
                found = here.pop()
                required = {"VCALENDAR": ("VERSION", "PRODID"), "VEVENT": ("UID", "DTSTAMP", "DTSTART", "SUMMARY"),
                            "VTIMEZONE": ("TZID",), "STANDARD": ("DTSTART", "TZOFFSETFROM", "TZOFFSETTO")}
                for need in required.get(value, ()):
                    if len(found.get(need, [])) != 1:
                        complaints.append(f"{path}: {value} without exactly one {need}")
                if value == "VEVENT":
                    uids += [entry[1] for entry in found.get("UID", [])]
                    start, end = (found.get(key, [("", "")])[0] for key in ("DTSTART", "DTEND"))
                    if end[1] and (start[0] != end[0] or end[1] <= start[1]):
                        complaints.append(f"{path}: DTEND {end} does not follow DTSTART {start}")
                continue
            if here:
                here[-1].setdefault(name, []).append((parameters, value))
            if name == "TZID":
                zones.add(value)
            if name in ("DTSTART", "DTEND", "DTSTAMP"):
                form = r"\d{8}" if "VALUE=DATE" in parameters.split(";") else r"\d{8}T\d{6}Z?"
                if not re.fullmatch(form, value):
                    complaints.append(f"{path}: {name} {value}")
                zone = re.search(r"TZID=([^;:]+)", parameters)
                if zone and zone.group(1) not in zones:
                    complaints.append(f"{path}: time zone {zone.group(1)} is not defined")
            if name in ("SUMMARY", "DESCRIPTION", "LOCATION") and re.search(r"(?<!\\)(\\\\)*[,;]", value):
                complaints.append(f"{path}: {name} with an unescaped comma or semicolon")
            if name == "URL" and site.target(value.removeprefix(BASE_URL.rstrip("/"))) is None:
                complaints.append(f"{path}: URL {value} leads to nothing")
        if stack:
            complaints.append(f"{path}: {stack[-1]} is not closed")
        if len(uids) != len(set(uids)) or not uids:
            complaints.append(f"{path}: UIDs are not unique, or there are no events")
    return complaints


def faulty_robots(site):
    text = site.files.get("robots.txt", b"").decode("utf-8")
    complaints = []
    for line in text.splitlines():
        if line and not re.fullmatch(r"(User-agent|Allow|Disallow|Sitemap): ?\S*|#.*", line):
            complaints.append(f"robots.txt: {line}")
        if line.startswith("Disallow: /") and line.strip() == "Disallow: /":
            complaints.append("robots.txt forbids the site")
    if f"Sitemap: {BASE_URL}sitemap.xml" not in text.splitlines():
        complaints.append("robots.txt does not name the site map")
    return complaints


def faulty_data(site):
    """disclosure.json says the same as the overview page."""
    complaints = []
    try:
        data = json.loads(site.files["disclosure.json"])
    except (KeyError, ValueError) as fault:
        return [f"disclosure.json: {fault!r}"]
    text = json.dumps(data, ensure_ascii=False)
    rows = [(row.get("data-disclosure"), row.get("data-status")) for row in site.page("disclosure/index.html").all("tr")
            if row.get("data-disclosure")]
    found = {}

    def walk(node):
        if isinstance(node, dict):
            if "id" in node and ("state" in node or "status" in node):
                found[node["id"]] = node.get("state", node.get("status"))
            for child in node.values():
                walk(child)
        elif isinstance(node, list):
            for child in node:
                walk(child)
    walk(data)
    for name, state in rows:
        if found.get(name) != state:
            complaints.append(f"disclosure.json: {name} is {found.get(name)}, on the page {state}")
    if len(rows) != len(found):
        complaints.append(f"disclosure.json: {len(found)} items, on the page {len(rows)}")
    if not text:
        complaints.append("disclosure.json is empty")
    return complaints


class MachineFiles(Checks):
    def test_the_site_map_lists_what_robots_should_read(self):
        self.holds(faulty_sitemap)
        loc = f"<loc>{BASE_URL}contacts/</loc>"
        self.fails(faulty_sitemap, self.site.but("sitemap.xml", loc, f"<loc>{BASE_URL}kontakty/</loc>"), "is no page")
        self.fails(faulty_sitemap, self.site.but("sitemap.xml", loc, f"<loc>{BASE_URL}kontakty/</loc>"), "is not listed")
        self.fails(faulty_sitemap, self.site.but("sitemap.xml", loc, f"<loc>{BASE_URL}parents/</loc>"), "twice")
        self.fails(faulty_sitemap, self.site.but("sitemap.xml", "</urlset>", ""), "not well-formed")

    def test_the_feeds_are_atom(self):
        self.holds(faulty_feeds)
        self.fails(faulty_feeds, self.site.but("feed.xml", "<entry", "<entry><title>x</title></entry><entry"), "exactly one id")
        self.fails(faulty_feeds, self.site.but("feed.xml", "+06:00</updated>", "</updated>"), "RFC 3339")
        self.fails(faulty_feeds, self.site.but("ru/feed.xml", 'xml:lang="ru"', 'xml:lang="ky"'), "in ru")
        self.fails(faulty_feeds, self.site.but("feed.xml", "<author>", "<x>").but("feed.xml", "</author>", "</x>"), "author")

    def test_the_calendars_are_icalendar(self):
        self.holds(faulty_calendars)
        self.fails(faulty_calendars, self.site.but("calendar.ics", "\r\n", "\n"), "CRLF")
        self.fails(faulty_calendars, self.site.but("calendar.ics", "\r\n ", ""), "octets")
        self.fails(faulty_calendars, self.site.but("calendar.ics", "UID:", "X-UID:"), "one UID")
        self.fails(faulty_calendars, self.site.but("calendar.ics", "TZID:Asia/Bishkek", "TZID:Asia/Osh"), "time zone")
        self.fails(faulty_calendars, self.site.but("calendar.ics", "\\,", ","), "unescaped")
        self.fails(faulty_calendars, self.site.but("calendar.ics", "END:VEVENT\r\n", ""), "closes nothing")

    def test_robots_are_welcome(self):
        self.holds(faulty_robots)
        self.fails(faulty_robots, self.site.but("robots.txt", "Allow: /", "Disallow: /"), "forbids")
        self.fails(faulty_robots, self.site.but("robots.txt", "Sitemap:", "Site:"), "does not name")

    def test_disclosure_as_data_agrees_with_the_page(self):
        self.holds(faulty_data)
        self.fails(faulty_data, self.site.but("disclosure/index.html", 'data-status="complete"', 'data-status="missing"'),
                   "on the page missing")


if __name__ == "__main__":
    unittest.main()
