"""A school, the program, and workbooks written byte by byte, the hostile ones too."""
import os
import pathlib
import subprocess
import tempfile
import zipfile
from xml.sax.saxutils import escape

ROOT = pathlib.Path(__file__).resolve().parents[2]
MEKTEP = os.environ.get("MEKTEP", str(ROOT / "build/dev/generator/mektep"))


class School:
    """A temporary school without a class list; `run` calls `mektep statistics`."""

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory()
        self.path = pathlib.Path(self.folder.name) / "school"
        self.path.mkdir()
        (self.path / "site.yaml").write_text("locales: [ky, ru]\n")
        self.files = pathlib.Path(self.folder.name) / "files"
        self.files.mkdir()
        return self

    def __exit__(self, *_):
        self.folder.cleanup()

    def write(self, name, data):
        path = self.files / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return path

    def run(self, *words):
        return subprocess.run([MEKTEP, "statistics", *map(str, words), "--lang", "en"], capture_output=True, text=True,
                              env={**os.environ, "MEKTEP_DATA": str(ROOT), "LC_ALL": "C"}, timeout=800)

    def load(self, *files, year="2024-2025", period="q1", more=()):
        return self.run("import", *files, "--into", self.path, "--year", year, "--period", period, "--today", "2026-11-21",
                        *more)

    def stored(self):
        """Path → text of everything below statistics/."""
        return {p.relative_to(self.path).as_posix(): p.read_text() for p in sorted(self.path.glob("statistics/**/*"))
                if p.is_file()}


def column(index):
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def sheet_xml(rows, inline=True, strings=None):
    """`rows`: lists of None, text, number or ("=formula", value)."""
    out = ['<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
           '<sheetData>']
    for number, row in enumerate(rows, 1):
        out.append(f'<row r="{number}">')
        for at, value in enumerate(row):
            name = f"{column(at)}{number}"
            if value is None:
                continue
            if isinstance(value, tuple):
                out.append(f'<c r="{name}"><f>{escape(value[0][1:])}</f><v>{value[1]}</v></c>')
            elif isinstance(value, (int, float)):
                out.append(f'<c r="{name}"><v>{value}</v></c>')
            elif inline:
                out.append(f'<c r="{name}" t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>')
            else:
                strings.append(value)
                out.append(f'<c r="{name}" t="s"><v>{len(strings) - 1}</v></c>')
        out.append("</row>")
    out.append('</sheetData><mergeCells count="1"><mergeCell ref="B1:C1"/></mergeCells></worksheet>')
    return "".join(out)


def workbook(path, sheets, inline=True, parts=None):
    """`sheets`: [(name, rows)]. `parts` replaces or adds files of the archive; a value of None leaves one out."""
    strings = []
    names = "".join(f'<sheet name="{escape(name)}" sheetId="{i}" r:id="rId{i}"/>' for i, (name, _) in enumerate(sheets, 1))
    relations = "".join(f'<Relationship Id="rId{i}" Type="t" Target="worksheets/sheet{i}.xml"/>'
                        for i in range(1, len(sheets) + 1))
    files = {
        "[Content_Types].xml": "<Types/>",
        "xl/workbook.xml": '<workbook xmlns:r="r"><sheets>' + names + "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": "<Relationships>" + relations + "</Relationships>",
    }
    for i, (_, rows) in enumerate(sheets, 1):
        files[f"xl/worksheets/sheet{i}.xml"] = sheet_xml(rows, inline, strings)
    if strings:
        files["xl/sharedStrings.xml"] = "<sst>" + "".join(f"<si><t>{escape(s)}</t></si>" for s in strings) + "</sst>"
    files.update(parts or {})
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            if text is not None:
                archive.writestr(name, text)
    return path


def kundoluk(pupils, days=("02", "04", "06"), term="1 ЧТ", month="Сентябрь", head="Ученики", index=False):
    """A sheet in the layout of Kundoluk; `pupils`: [(name, [cells of days], quarter mark)]."""
    first = [head, month] + [None] * (len(days) - 1) + ["СР", term]
    second = [head, *days, "СР", term]
    rows = [first, second, []] + [[name, *cells, 3.5, mark] for name, cells, mark in pupils]
    if index:
        rows = [[None, *row] for row in rows[:3]] + [[i, *row] for i, row in enumerate(rows[3:])]
    return rows
