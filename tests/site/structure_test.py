"""Structure: what a screen reader and a browser build a page from."""
import re
import unittest
from urllib.parse import unquote

from demonstration import Checks

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def faulty_markup(site):
    complaints = [f"{path}: {fault}" for path, page in site.pages.items() for fault in page.faults]
    for path, page in site.pages.items():
        if page.doctype.lower() != "doctype html":
            complaints.append(f"{path}: no doctype")
        if len(page.source.encode()) and "\r" in page.source:
            complaints.append(f"{path}: carriage returns")
    return complaints


def repeated_ids(site):
    complaints = []
    for path, page in site.pages.items():
        for name in {name for name in page.ids if page.ids.count(name) > 1}:
            complaints.append(f"{path}: id {name} stands {page.ids.count(name)} times")
        for element in page.elements:
            for attribute in ("aria-labelledby", "aria-describedby", "for", "headers"):
                for name in (element.get(attribute) or "").split():
                    if name not in page.ids:
                        complaints.append(f"{path}: {attribute}={name}: no such id")
    return complaints


def heading_order(site):
    complaints = []
    for path, page in site.documents.items():
        before = 0
        headings = page.all(*HEADINGS)
        if [heading.tag for heading in headings].count("h1") != 1:
            complaints.append(f"{path}: not exactly one h1")
        main = page.one("main")
        if main is None:
            complaints.append(f"{path}: no <main>")
        for heading in headings:
            level = int(heading.tag[1])
            if level > before + 1:
                complaints.append(f"{path}: h{level} after h{before}: {heading.text().strip()[:40]}")
            if not heading.text().strip():
                complaints.append(f"{path}: empty {heading.tag}")
            before = level
    return complaints


def titles(site):
    complaints, seen = [], {}
    for path, page in site.documents.items():
        title = page.one("title")
        text = title.text().strip() if title else ""
        if not text:
            complaints.append(f"{path}: no title")
        key = (text, page.one("html").get("lang"))
        if key in seen:
            complaints.append(f"{path}: the title of {seen[key]}: {text}")
        seen[key] = path
        if page.one("meta", name="viewport") is None or page.one("meta", charset="utf-8") is None:
            complaints.append(f"{path}: no viewport or charset")
        if "user-scalable=no" in page.source or "maximum-scale" in page.source:
            complaints.append(f"{path}: forbids zoom")
    return complaints


def pictures(site):
    complaints = []
    for path, page in site.pages.items():
        for picture in page.all("img"):
            if picture.get("alt") is None:
                complaints.append(f"{path}: {picture.get('src')} without alt")
            if not (picture.get("width") or "").isdigit() or not (picture.get("height") or "").isdigit():
                complaints.append(f"{path}: {picture.get('src')} without width and height")
    return complaints


def tables(site):
    complaints = []
    for path, page in site.pages.items():
        for table in page.all("table"):
            cells = [element for element in page.all("th") if table in element.ancestors()]
            if not cells:
                complaints.append(f"{path}: a table without header cells")
            for cell in cells:
                if cell.get("scope") not in ("col", "row", "colgroup", "rowgroup"):
                    complaints.append(f"{path}: header cell without scope: {cell.text().strip()[:40]}")
            # A column without a name says nothing to those who hear the table.
                if cell.get("scope") == "col" and not cell.text().strip():
                    complaints.append(f"{path}: a column without a name")
    return complaints


def links_without_text(site):
    complaints = []
    for path, page in site.pages.items():
        for link in page.all("a", "button"):
            pictures_ = [element.get("alt") for element in page.all("img") if link in element.ancestors()]
            text = link.text() + "".join(filter(None, pictures_)) + (link.get("aria-label") or "")
            if not text.strip():
                complaints.append(f"{path}: a link without text: {link.get('href')}")
            if re.fullmatch(r"(бул жерде|бул жерге|здесь|сюда|here|click)\.?", link.text().strip().lower()):
                complaints.append(f"{path}: a link that does not say where to: {link.text()}")
    return complaints


def standing_links(site):
    """ICT-32 and the statements: every page leads to both and says where its faults are reported, with its own address."""
    complaints = []
    for path, page in site.documents.items():
        footer = page.one("footer")
        links = [link.get("href") or "" for link in page.all("a") if footer in link.ancestors()]
        for name in ("accessibility/", "personal-data/"):
            if not any(link.endswith(name) or link == "./" and path.endswith(name + "index.html") for link in links):
                complaints.append(f"{path}: the foot does not lead to {name}")
        canonical = page.one("link", rel="canonical").get("href")
        reports = [unquote(link.get("href")) for link in page.all("a") if (link.get("href") or "").startswith("mailto:") and "body=" in link.get("href")]
        if not any(f"body={canonical}\n" in report for report in reports):
            complaints.append(f"{path}: faults of this page cannot be reported")
    return complaints


def undated(site):
    """Whoever reads a page sees how old it is. (What git alone knows depends on the clone.)"""
    complaints = []
    for path, page in site.documents.items():
        kind = page.one("body").get("class")
        colophon = [each for each in page.all("p") if each.get("class") == "colophon"]
        dated = any(colophon[0] in time.ancestors() for time in page.all("time")) if colophon else False
        if kind in ("kind-news", "kind-album", "kind-news-list") and not dated:
            complaints.append(f"{path}: no date at its end")
    return complaints


def captions(page):
    return [caption.text().strip() for caption in page.all("figcaption")]



def withheld_before_others(site):
    complaints = []
    for path in ("people/index.html", "ru/people/index.html"):
        page, whole = site.page(path), {}
        for item in page.all("li"):
            group = item.parent
            if "people" not in (group.get("class") or "").split():
                continue
            is_whole = "whole" in (item.get("class") or "").split()
            if whole.get(group) and not is_whole:
                complaints.append(f"{path}: {item.get('id')} stands after people without a page")
            whole[group] = whole.get(group) or is_whole
        if not any(whole.values()):
            complaints.append(f"{path}: nobody is without a page")
    return complaints

class Structure(Checks):
    def broken(self, old, new, path="index.html"):
        return self.site.but(path, old, new)

    def test_markup_is_balanced(self):
        self.holds(faulty_markup)
        self.fails(faulty_markup, self.broken("</main>", "</mian>"), "closes")
        self.fails(faulty_markup, self.broken('class="skip"', 'class="skip" class="x"'), "twice")
        self.fails(faulty_markup, self.broken("<!DOCTYPE html>", ""), "doctype")

    def test_ids_are_unique_and_referred_to(self):
        self.holds(repeated_ids)
        self.fails(repeated_ids, self.broken('id="news"', 'id="main"'), "2 times")
        self.fails(repeated_ids, self.broken('aria-labelledby="news"', 'aria-labelledby="nws"'), "no such id")

    def test_headings_have_one_top_and_no_gaps(self):
        self.holds(heading_order)
        self.fails(heading_order, self.broken('<h2 id="news"', '<h3 id="x">x</h3><h5 id="y">y</h5><h2 id="news"'), "h5 after")
        self.fails(heading_order, self.broken("<h1", "<h2"), "one h1")

    def test_every_page_has_a_title_of_its_own(self):
        self.holds(titles)
        other = self.site.page("contacts/index.html").one("title").text()
        mine = self.site.page("index.html").one("title").text()
        self.fails(titles, self.broken(f"<title>{mine}", f"<title>{other}"), "the title of")

    def test_pictures_have_texts_and_sizes(self):
        self.holds(pictures)
        self.assertTrue(any(page.all("img") for page in self.site.pages.values()))
        self.fails(pictures, self.broken("<h1", '<img src="/x.png"><h1'), "without alt")

    def test_tables_have_header_cells(self):
        self.holds(tables)
        self.fails(tables, self.broken(' scope="col"', "", "disclosure/index.html"), "without scope")

    def test_every_page_leads_to_the_statements_and_takes_reports(self):
        self.holds(standing_links)
        self.fails(standing_links, self.broken("body=https", "body=http"), "reported")
        self.fails(standing_links, self.broken("personal-data/", "personal/"), "does not lead to personal-data/")

    def test_pages_of_a_part_lead_to_each_other(self):
        page = self.site.page("about/history/index.html")
        parts = [nav for nav in page.all("nav") if "section" in (nav.get("class") or "").split()]
        self.assertEqual(len(parts), 1)
        links = [link for link in page.all("a") if parts[0] in link.ancestors()]
        self.assertGreater(len(links), 1)
        self.assertEqual([link.get("aria-current") for link in links].count("page"), 1)

    def test_news_and_lists_say_how_old_they_are(self):
        self.holds(undated)
        self.fails(undated, self.broken('<p class="colophon">', '<p class="end">', "news/2026/nooruz/index.html"), "no date")

    def test_an_album_keeps_the_order_that_it_names(self):
        shown = captions(self.site.page("albums/2026/bir-kun/index.html"))
        self.assertEqual(len(shown), 9)
        self.assertEqual(shown, sorted(shown), "the day goes from morning to evening")

    def test_staff_without_consent_stand_after_colleagues_with_a_page(self):
        self.holds(withheld_before_others)
        for path in ("people/index.html", "ru/people/index.html"):
            self.fails(withheld_before_others, self.broken('<li id="person-', '<li class="whole" id="person-', path), "stands after")
            self.fails(withheld_before_others, self.site.but(path, 'class="whole"', "", -1), "nobody is without")

    def test_links_say_where_they_lead(self):
        self.holds(links_without_text)
        self.fails(links_without_text, self.broken("<h1", '<a href="/"></a><h1'), "without text")


if __name__ == "__main__":
    unittest.main()
