"""The disclosure section as the monitoring robot of the sveden mark-up reads it (methodical recommendations 9.0.0, chapter 5).

1. The page of the section is read, and the pages that its `addRef` links name.
2. All elements with an itemprop make one list; an attribute may carry several names.
3. The parent of an element is the nearest ancestor that carries an itemprop: unmarked elements between them do not count.
4. A name that must stand inside a container is looked for in that container, further up if the nearest is another one;
   one whose container is not found counts as not found. Nothing deeper than one level is counted.
5. Each expected name is looked up by itself and its container.
This reader shares nothing with the generator or its tests.
"""
import unittest

from demonstration import Checks, records

CATALOGUE, NAMES = (records("schema/disclosure.yaml", "schema/itemprop-sveden-9.0.0.yaml")[path]
                    for path in ("schema/disclosure.yaml", "schema/itemprop-sveden-9.0.0.yaml"))


def containers():
    return {tag["name"] for section in NAMES["sections"] for tag in section["tags"] if tag.get("children")}


CONTAINERS = containers()


def names_of(element):
    return (element.get("itemprop") or "").split()


def read(page):
    """Counts by (name) for roots and by (container, name) for children."""
    counts = {}
    for element in page.elements:
        for name in names_of(element):
            counts[(name,)] = counts.get((name,), 0) + 1
            for ancestor in element.ancestors():
                suitable = [outer for outer in names_of(ancestor) if outer in CONTAINERS]
                if suitable:
                    for outer in suitable:
                        counts[(outer, name)] = counts.get((outer, name), 0) + 1
                    break
    return counts


def expected(item):
    """What the catalogue promises for an item: (name,) or (container, name)."""
    if not item.get("itemprop"):
        return []
    names = item["itemprop"] if isinstance(item["itemprop"], list) else [item["itemprop"]]
    parent = item.get("itemprop_parent")
    return [(parent, name) if parent else (name,) for name in names]


def group_page(language, group):
    return f"{'ru/' if language == 'ru' else ''}disclosure/{group}/index.html"


def missing_names(site):
    complaints = []
    for language in ("ky", "ru"):
        for group in CATALOGUE["groups"]:
            path = group_page(language, group["id"])
            if path not in site.files:
                complaints.append(f"{path} is missing")
                continue
            counts = read(site.page(path))
            for item in CATALOGUE["items"]:
                if item["group"] != group["id"]:
                    continue
                for key in expected(item):
                    if not counts.get(key):
                        complaints.append(f"{path}: {item['id']}: {' > '.join(key)} is not found")
    return complaints


def names_without_value(site):
    """A marked element must be visible and say something; what there is none of is said in words or as 0."""
    complaints = []
    for path, page in site.pages.items():
        for element in page.elements:
            if element.get("itemprop") is None:
                continue
            raw = element.get("itemprop")
            if raw != " ".join(raw.split()) or not raw.isascii() or not all(name.isalnum() for name in raw.split()):
                complaints.append(f"{path}: itemprop «{raw}» is badly written")
            text = element.text().strip()
            if not text or set(text) <= set("—–-…"):
                complaints.append(f"{path}: itemprop {raw} without a value")
            for each in [element, *element.ancestors()]:
                if each.get("hidden") is not None or each.get("aria-hidden") == "true" or "hidden" in (each.get("class") or "").split():
                    complaints.append(f"{path}: itemprop {raw} is hidden")
    return complaints


def known_names():
    names = set(NAMES["everywhere"])
    for section in NAMES["sections"]:
        for tag in section["tags"]:
            names.add(tag["name"])
            names.update(child if isinstance(child, str) else child["name"] for child in tag.get("children", ()))
    # The catalogue may ask for names of earlier versions beside (genExperience).
    names.update(name for item in CATALOGUE["items"] for key in expected(item) for name in key)
    return names


def unknown_names(site):
    known = known_names()
    return [f"{path}: itemprop {name} is not a name of {NAMES['version']}" for path, page in site.pages.items()
            for element in page.elements for name in names_of(element) if name not in known]


def missing_items(site):
    """Every item of the catalogue is a numbered row of the overview and a section of its group, in both languages."""
    complaints = []
    for language in ("ky", "ru"):
        overview = f"{'ru/' if language == 'ru' else ''}disclosure/index.html"
        rows = [element.get("data-disclosure") for element in site.page(overview).all("tr") if element.get("data-disclosure")]
        if rows != [item["id"] for group in CATALOGUE["groups"] for item in CATALOGUE["items"] if item["group"] == group["id"]]:
            complaints.append(f"{overview}: rows are not the items of the catalogue in order: {len(rows)}")
        for item in CATALOGUE["items"]:
            page = site.page(group_page(language, item["group"]))
            section = next((element for element in page.elements if element.get("id") == item["id"]), None)
            if section is None or section.get("data-disclosure") != item["id"] or not section.get("data-status"):
                complaints.append(f"{group_page(language, item['group'])}: no section of {item['id']}")
    return complaints


class Sveden(Checks):
    def test_the_robot_finds_every_promised_name(self):
        self.assertGreater(sum(len(expected(item)) for item in CATALOGUE["items"]), 50)
        self.holds(missing_names)
        # Typical errors: a child after its container instead of inside, a misspelt name.
        self.fails(missing_names, self.site.but("disclosure/common/index.html", 'itemprop="regDate"', 'itemprop="regdate"', -1),
                   "regDate is not found")
        self.fails(missing_names, self.site.but("disclosure/staff/index.html", 'itemprop="teachingStaff"', 'itemprop="teachers"', -1),
                   "teachingStaff > fio is not found")

    def test_the_names_of_the_school_are_marked_where_its_general_facts_stand(self):
        for language in ("ky", "ru"):
            counts = read(self.site.page(group_page(language, "common")))
            self.assertEqual((counts.get(("fullName",)), counts.get(("shortName",))), (1, 1))

    def test_marked_values_are_visible_and_not_empty(self):
        self.holds(names_without_value)
        for fault in ('<p itemprop="regDate"></p>', '<p hidden><b itemprop="regDate">1</b></p>', '<p itemprop=" post">x</p>',
                      '<p itemprop="”post”">x</p>', '<p itemprop="post">—</p>'):
            self.fails(names_without_value, self.site.but("index.html", "</main>", fault + "</main>"), "index.html: itemprop")

    def test_no_name_is_unknown(self):
        self.holds(unknown_names)
        self.fails(unknown_names, self.site.but("disclosure/common/index.html", 'itemprop="regDate"', 'itemprop="regdate"'), "regdate")

    def test_every_item_stands_in_the_overview_and_in_its_group(self):
        self.holds(missing_items)
        self.fails(missing_items, self.site.but("disclosure/index.html", 'data-disclosure="org.founded"', 'data-x=""'), "rows")
        self.fails(missing_items, self.site.but("ru/disclosure/common/index.html", 'id="org.founded"', 'id="x"'), "no section")


if __name__ == "__main__":
    unittest.main()
