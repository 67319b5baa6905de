"""Privacy: nothing of a person without consent is published, in no file, no name of a file and no spelling (ICT-22)."""
import re
import unittest
import urllib.parse

from demonstration import ROOT, Checks, records


def people_records():
    """The records of people, without the side-cars of their portraits (`a.jpg.yaml`)."""
    return records(*sorted(path.relative_to(ROOT) for path in (ROOT / "content/people").glob("*.yaml") if "." not in path.stem))


def people_without_consent():
    """Who is withheld, read from the records themselves: no consent named, or one that does not exist or is over."""
    people = people_records()
    consents = records(*sorted(path.relative_to(ROOT) for path in (ROOT / "content/consents").glob("*.yaml")))
    in_force = {path.split("/")[-1].removesuffix(".yaml") for path, consent in consents.items()
                if not consent.get("withdrawn")}
    return {path.split("/")[-1].removesuffix(".yaml"): person for path, person in people.items()
            if person.get("consent") not in in_force}


WITHHELD = people_without_consent()


def spellings(slug, person):
    """Whatever names the person by itself. A given name alone is common to many and names nobody."""
    names = {slug, *slug.split("-")[1:]}
    for part in ("surname", "patronymic"):
        for text in person["name"].get(part, {}).values():
            # Without the last letter: case endings of Russian, and the stem that Kyrgyz endings follow.
            names.add(text[:-1] if len(text) > 5 else text)
    return names


def told_names(site):
    complaints = []
    # A patronymic or surname that a colleague with consent shares may stand on the site.
    shared = " ".join(str(person) for path, person in people_records().items()
        if path.split("/")[-1].removesuffix(".yaml") not in WITHHELD)
    for slug, person in WITHHELD.items():
        for name in spellings(slug, person):
            if name in shared:
                continue
            forms = {name, name.upper(), name.lower(), urllib.parse.quote(name), name.encode("ascii", "backslashreplace").decode(),
                     "".join(f"&#{ord(letter)};" for letter in name), "".join(f"&#x{ord(letter):x};" for letter in name)}
            patterns = [form.encode(coding) for form in forms for coding in ("utf-8", "utf-16-le", "utf-16-be")]
            for path, data in site.files.items():
                if name in path or any(pattern in data for pattern in patterns):
                    complaints.append(f"{path} tells {slug}: {name}")
    return complaints


def untold_number(site):
    """The lists say how many are withheld, and there are so many rows without a name."""
    complaints = []
    for path in ("people/index.html", "ru/people/index.html", "disclosure/staff/index.html", "ru/disclosure/staff/index.html"):
        text = site.page(path).one("main").text() if path in site.files else ""
        if not re.search(rf"(?<!\d){len(WITHHELD)}(?!\d)", text):
            complaints.append(f"{path} does not say that {len(WITHHELD)} names are withheld")
    return complaints


def pictures_with_metadata(site):
    """Where and by whom a picture was taken does not leave the school."""
    markers = (b"Exif\x00\x00", b"eXIf", b"http://ns.adobe.com/xap", b"GPSLatitude", b"Photoshop 3.0")
    return [f"{path} carries {marker!r}" for path, data in site.files.items() for marker in markers
            if path.endswith((".png", ".jpg", ".jpeg", ".webp")) and marker in data]


def sources(site):
    """Only what is meant for readers is published."""
    return [f"{path} is a source" for path in site.files
            if path.endswith((".yaml", ".yml", ".md", ".git")) or "consents" in path]


class Privacy(Checks):
    def test_names_without_consent_stand_nowhere(self):
        self.assertEqual(len(WITHHELD), 2, "the demonstration school withholds two teachers")
        self.holds(told_names)
        for slug, person in WITHHELD.items():
            name = person["name"]["surname"]["ky"]
            self.fails(told_names, self.site.but("index.html", "</main>", f"{name}</main>"), slug)
            self.fails(told_names, self.site.but("index.html", "</main>", f"<!-- {slug} --></main>"), slug)
            self.fails(told_names, self.site.plus(f"people/{slug}/index.html", b""), slug)
            self.fails(told_names, self.site.plus("x.pdf", name.encode("utf-16-be")), slug)

    def test_the_number_withheld_is_said(self):
        self.holds(untold_number)
        self.fails(untold_number, self.site.plus("people/index.html", b"<main>17</main>"), "people/index.html")

    def test_pictures_carry_no_metadata(self):
        self.holds(pictures_with_metadata)
        self.fails(pictures_with_metadata, self.site.plus("a.jpg", b"\xff\xd8Exif\x00\x00"), "a.jpg")

    def test_sources_are_not_published(self):
        self.holds(sources)
        self.fails(sources, self.site.plus("people/a.yaml", b""), "is a source")


if __name__ == "__main__":
    unittest.main()
