"""The layers test itself: each way to break the order is found."""
import pathlib
import tempfile
import unittest

import layers


class Layers(unittest.TestCase):
    def tree(self, files):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        root = pathlib.Path(folder.name)
        files = {"base/text.h": "#pragma once\n", "source/tree.h": "#pragma once\n", "theme/t.h": "#pragma once\n", **files}
        for name, text in files.items():
            path = root / (name if name.startswith("editor/") else f"generator/{name}")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return layers.problems(root)

    def test_the_project_is_in_order(self):
        self.assertEqual(layers.problems(pathlib.Path(__file__).resolve().parents[2]), [])

    def test_includes_to_the_left_are_in_order(self):
        self.assertEqual(self.tree({"theme/a.cpp": '#include "theme/t.h"\n#include <vector>\n#include "base/text.h"\n'}), [])

    def test_an_include_upwards_is_found(self):
        found = self.tree({"base/a.cpp": '\n#include "theme/t.h"\n'})
        self.assertEqual(found, ["generator/base/a.cpp:2: base includes theme, which stands to its right"])

    def test_siblings_do_not_see_each_other(self):
        self.assertIn("includes its sibling source", self.tree({"syntax/a.cpp": '#include "source/tree.h"\n'})[0])

    def test_a_third_party_header_in_a_header_is_found(self):
        self.assertIn("third-party header <git2.h> in a header", self.tree({"source/a.h": "#pragma once\n#include <git2.h>\n"})[0])

    def test_a_third_party_header_in_two_sources_is_found(self):
        found = self.tree({"source/a.cpp": "#include <git2.h>\n", "source/b.cpp": "# include <git2.h>\n"})
        self.assertIn("<git2.h> in more than one source", found[0])

    def test_one_source_of_each_module_may_use_the_same_library(self):
        self.assertEqual(self.tree({"source/a.cpp": "#include <git2.h>\n", "cli/b.cpp": "#include <git2.h>\n"}), [])

    def test_paths_are_module_paths(self):
        self.assertIn("not the path of a module", self.tree({"theme/a.cpp": '#include "t.h"\n'})[0])
        self.assertIn("does not exist", self.tree({"theme/a.cpp": '#include "theme/gone.h"\n'})[0])

    def test_the_editor_sees_the_generator_but_not_the_other_way_round(self):
        header = {"editor/store/database.h": "#pragma once\n", "editor/views/page.h": "#pragma once\n"}
        both = '#include "base/text.h"\n#include "editor/store/database.h"\n'
        self.assertEqual(self.tree({**header, "editor/views/page.cpp": both}), [])
        self.assertIn("generator includes the editor", self.tree({**header, "theme/a.cpp": both})[0])
        self.assertIn("stands to its right", self.tree({**header, "editor/store/a.cpp": '#include "editor/views/page.h"\n'})[0])
        self.assertIn("not in the order", self.tree({"editor/utils/a.h": "#pragma once\n"})[0])

    def test_unknown_modules_and_unguarded_headers_are_found(self):
        self.assertIn("not in the order", self.tree({"utils/a.h": "#pragma once\n"})[0])
        self.assertIn("no #pragma once", self.tree({"base/a.h": ""})[0])


if __name__ == "__main__":
    unittest.main()
