"""Two languages: frames in the page's language, foreign texts marked, alternates that agree with one another."""
import re
import unittest
from urllib.parse import urljoin

from demonstration import BASE_URL, Checks, address, records


def url_of(path):
    return BASE_URL.rstrip("/") + address(path)


def language_of(path):
    return "ru" if path.startswith("ru/") else "ky"


def alternates(page):
    return {link.get("hreflang"): link.get("href") for link in page.all("link")
            if link.get("rel") == "alternate" and link.get("hreflang")}


def page_languages(site):
    complaints = []
    for path, page in site.pages.items():
        if page.one("html").get("lang") != language_of(path):
            complaints.append(f"{path}: lang of the page is {page.one('html').get('lang')}")
        for element in page.elements:
            if element.get("lang") is not None and element.get("lang") not in ("ky", "ru", "en"):
                complaints.append(f"{path}: lang={element.get('lang')}")
    return complaints


def disagreeing_alternates(site):
    """hreflang: both pages name both, themselves included, and Kyrgyz is the default."""
    complaints = []
    by_url = {url_of(path): page for path, page in site.documents.items()}
    for path, page in site.documents.items():
        if path.endswith("404.html"):
            continue
        named = alternates(page)
        canonical = page.one("link", rel="canonical").get("href")
        if canonical not in by_url:
            complaints.append(f"{path}: canonical {canonical} is no page")
            continue
        own = canonical == url_of(path)
        if not own and by_url[canonical].one("link", rel="canonical").get("href") != canonical:
            complaints.append(f"{path}: canonical of the canonical page is another")
        if own and named and named.get(language_of(path)) != canonical:
            complaints.append(f"{path}: does not name itself among its languages")
        for language, other in named.items():
            if language == "x-default":
                if other != named.get("ky", canonical):
                    complaints.append(f"{path}: x-default is not the Kyrgyz page: {other}")
            elif other not in by_url:
                complaints.append(f"{path}: hreflang {language} is no page: {other}")
            elif own and alternates(by_url[other]).get(language_of(path)) != canonical:
                complaints.append(f"{path}: {other} does not point back")
            elif by_url[other].one("html").get("lang") != language:
                complaints.append(f"{path}: {other} is not in {language}")
        if page.one("meta", property="og:url").get("content") != canonical:
            complaints.append(f"{path}: og:url is not the canonical address")
    return complaints


def language_switch(site):
    """The switch of a page leads to the same page in the other language, not to the home page."""
    complaints = []
    for path, page in site.documents.items():
        switches = [element for element in page.all("nav") if element.get("data-element") == "languages"]
        if not switches:
            complaints.append(f"{path}: no language switch")
            continue
        links = {link.get("hreflang"): urljoin(address(path), link.get("href")) for link in page.all("a") if switches[0] in link.ancestors()}
        other = path[3:] if language_of(path) == "ru" else "ru/" + path
        if other in site.files and not other.endswith("404.html"):
            expected = address(other)
            if links.get("ky" if language_of(path) == "ru" else "ru") != expected:
                complaints.append(f"{path}: the language switch leads to {links} instead of {expected}")
        elif not path.endswith("404.html"):
            complaints.append(f"{path}: there is no such page in the other language")
    return complaints


# Words of the frame that differ between the languages.
STRINGS = records("themes/default/strings.yaml")["themes/default/strings.yaml"]
WORDS = ("skip_to_content", "main_menu", "language", "contacts", "address", "phone", "feed", "calendar",
         "last_changed", "next_review", "state", "languages", "contents", "all_news", "published", "news", "events")


def foreign_frames(site):
    complaints = []
    for path, page in site.documents.items():
        if path.endswith("404.html"):
            continue
        mine = language_of(path)
        other = "ru" if mine == "ky" else "ky"
        texts = set()
        for element in page.elements:
            chain = [element, *element.ancestors()]
            if next((each.get("lang") for each in chain if each.get("lang")), mine) != mine:
                continue
            if any(each.get("id") == "main" for each in chain) and element.tag not in ("th", "h2", "time"):
                continue
            texts.add(element.text().strip())
            texts.add(element.get("aria-label") or "")
        for word in WORDS:
            if STRINGS[word][other] != STRINGS[word]["ky" if mine == "ky" else "ru"] and STRINGS[word][other] in texts \
                    and STRINGS[word][other] not in {entry[mine] for entry in STRINGS.values()}:
                complaints.append(f"{path}: says «{STRINGS[word][other]}» instead of «{STRINGS[word][mine]}»")
        if STRINGS["skip_to_content"][mine] not in texts:
            complaints.append(f"{path}: the frame is not in {mine}")
    return complaints


def unmarked_languages(site):
    """Where Kyrgyz letters stand on a Russian page the text says its language (names of people and places excepted)."""
    complaints = []
    for path, page in site.documents.items():
        if not path.startswith("ru/") or path.endswith("404.html"):
            continue
        for element in page.all("p", "h1", "h2", "li", "td", "dd"):
            if any(child for child in element.children if not isinstance(child, str)):
                continue
            text = element.text()
            if len(re.findall(r"\b\w*[ңөү]\w*\b", text, re.I)) >= 5:
                if not any(each.get("lang") == "ky" for each in [element, *element.ancestors()]):
                    complaints.append(f"{path}: Kyrgyz text without lang: {text[:60]}")
    return complaints


class Languages(Checks):
    def test_every_page_says_its_language(self):
        self.holds(page_languages)
        self.fails(page_languages, self.site.but("ru/index.html", '<html lang="ru"', '<html lang="ky"'), "ru/index.html")

    def test_alternates_agree(self):
        self.holds(disagreeing_alternates)
        here = f'hreflang="ru" href="{BASE_URL}ru/contacts/"'
        self.fails(disagreeing_alternates, self.site.but("contacts/index.html", here, here.replace("ru/contacts", "ru/parents")),
                   "does not point back")
        self.fails(disagreeing_alternates, self.site.but("contacts/index.html", f'rel="canonical" href="{BASE_URL}contacts/"',
                                                         f'rel="canonical" href="{BASE_URL}contact/"'), "is no page")
        self.fails(disagreeing_alternates, self.site.but("contacts/index.html", f'hreflang="x-default" href="{BASE_URL}',
                                                         f'hreflang="x-default" href="{BASE_URL}ru/'), "x-default")

    def test_the_language_switch_stays_on_the_page(self):
        self.holds(language_switch)
        self.fails(language_switch, self.site.but("contacts/index.html", 'href="../ru/contacts/"', 'href="../ru/"'), "instead of")
        self.fails(language_switch, self.site.without("ru/contacts/index.html"), "no such page")

    def test_the_frame_speaks_the_language_of_the_page(self):
        self.holds(foreign_frames)
        self.fails(foreign_frames, self.site.but("contacts/index.html", STRINGS["skip_to_content"]["ky"],
                                                 STRINGS["skip_to_content"]["ru"]), "instead of")
        self.fails(foreign_frames, self.site.but("disclosure/index.html", STRINGS["next_review"]["ky"],
                                                 STRINGS["next_review"]["ru"]), "instead of")

    def test_texts_of_the_other_language_are_marked(self):
        self.holds(unmarked_languages)
        self.fails(unmarked_languages, self.site.but("ru/index.html", "</main>",
                                                     "<p>Күн өзгөрүп, үйдө көңүлдүү жүрүп, өмүр сүрүңүз</p></main>"), "without lang")


if __name__ == "__main__":
    unittest.main()
