"""A workbook of Kundoluk for a story of the journal: workbook.py PATH. Sixteen invented pupils in two subjects, November and December."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "statistics"))
from support import kundoluk, workbook

CELLS = [["5", "5·2", None], ["2·Н", "Н", "Б"], [4, None, "ОП"], [None, None, None]]


def pupils(marks):
    return [(f"Сыноочу{i} Окуучу", CELLS[i % 4], mark) for i, mark in enumerate(marks)]


workbook(sys.argv[1], [("Алгебра (1 гр.)", kundoluk(pupils([5] * 5 + [4] * 6 + [3] * 5), term="2 ЧТ", month="Ноябрь")),
                       ("Физика", kundoluk(pupils([5] * 5 + [4] * 5 + [3] * 6), head="Окуучулар", term="2-чейрек", month="Ноябрь"))])
