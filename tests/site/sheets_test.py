"""Style sheets as telephones of 2020 read them: what they do not know must not take with it what they know."""
import re
import unittest

from demonstration import Checks


def rules(css):
    """Preludes and bodies of a style sheet's blocks, those within @media and @supports as well."""
    at = 0
    while at < len(css):
        opening = css.find("{", at)
        if opening < 0:
            return
        prelude = css[at:opening].rpartition(";")[2].strip()
        depth, end = 1, opening + 1
        while depth and end < len(css):
            end += 1
            depth += {"{": 1, "}": -1}.get(css[end - 1], 0)
        body = css[opening + 1:end - 1]
        yield prelude, body
        if prelude.startswith(("@media", "@supports", "@container")):
            yield from rules(body)
        at = end


def outside_is(selector):
    """The selector without what :is() forgives."""
    while True:
        shorter = re.sub(r":is\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)", "", selector)
        if shorter == selector:
            return selector
        selector = shorter


def lost_rules(site):
    complaints = []
    for path, data in site.files.items():
        if not path.endswith(".css"):
            continue
        css = re.sub(r'"(?:\\.|[^"\\])*"', '""', data.decode("utf-8"))
        for prelude, body in rules(css):
            if prelude.startswith("@layer"):
                complaints.append(f"{path}: a browser without cascade layers shows nothing of {prelude}")
            elif not prelude.startswith("@"):
                if "{" in body:
                    complaints.append(f"{path}: nested rules in {prelude}")
                parts = [":has(" in part for part in outside_is(prelude).split(",")]
                if any(parts) and not all(parts):
                    complaints.append(f"{path}: without :has() all of this is lost: {prelude}")
    return complaints


def narrow_without_queries(site):
    """Lengths of the container stand after ones that every browser knows, or add to a layout that is complete without them."""
    complaints = []
    for path, data in site.files.items():
        if not path.endswith(".css"):
            continue
        for prelude, body in rules(data.decode("utf-8")):
            for name in ("padding", "display", "color", "background"):
                values = [value for key, _, value in (part.partition(":") for part in body.split(";")) if key.strip() == name]
                if values and "cqi" in values[0] and not prelude.startswith("@"):
                    complaints.append(f"{path}: {name} of {prelude} is lost without container queries")
    return complaints


class Sheets(Checks):
    def test_an_old_browser_keeps_what_it_knows(self):
        self.holds(lost_rules)
        sheet = next(path for path in self.site.files if re.fullmatch(r"assets/style\.\w+\.css", path))
        self.fails(lost_rules, self.site.but(sheet, "*,::before", "@layer base{p{color:red}}*,::before"), "cascade layers")
        self.fails(lost_rules, self.site.but(sheet, "*,::before", "p{color:red;& b{color:blue}}*,::before"), "nested")
        self.fails(lost_rules, self.site.but(sheet, "*,::before", "p,p:has(b){color:red}*,::before"), "without :has()")

    def test_lengths_of_containers_have_others_before_them(self):
        self.holds(narrow_without_queries)
        sheet = next(path for path in self.site.files if re.fullmatch(r"assets/style\.\w+\.css", path))
        self.fails(narrow_without_queries, self.site.but(sheet, "*,::before", "p{padding:1cqi}*,::before"), "is lost")


if __name__ == "__main__":
    unittest.main()
