"""Makes a school whose site has about COUNT pages a language, of texts as long and as varied as those of real news: sentences of the
demonstration school, in which every third word is exchanged for one of a large vocabulary by its frequency (Zipf).

    large_school.py FOLDER COUNT
"""
import itertools
import pathlib
import random
import re
import shutil
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
ENDINGS = {"ky": "|лар|дын|га|ны|да|дан|ы|сы|лардын|ларга|ынын|ында|дагы|луу|чу".split("|"),
           "ru": "|а|у|ом|е|ы|ов|ам|ами|ах|ый|ого|ому|ая|ые|ить|или".split("|")}
SYLLABLES = {"ky": "ба ка та жа са ке ту чо бол кыр гыз жан тем дил мат бер күн сөз тил бак ыр ан ош".split(),
             "ru": "по на ко ра ве сто пре гра вод мир лес дел ход сил зем гор вер шум лет каз ник тор".split()}


def sentences(language):
    found = []
    for path in sorted((ROOT / "content").rglob(f"index.{language}.md")):
        body = path.read_text(encoding="utf-8").split("---", 2)[-1]
        for line in body.splitlines():
            if line and line[0] not in "#|{-!*[>" and "{{" not in line and "](" not in line:
                found += re.findall(r"[^.!?]+[.!?]", line)
    return [sentence.strip() for sentence in found if 20 < len(sentence) < 250]


def vocabulary(language, chance, count=12000):
    stems = ["".join(parts) for size in (2, 3) for parts in itertools.product(SYLLABLES[language], repeat=size)]
    chance.shuffle(stems)
    return stems[:count]


def text(language, chance, pool, stems, weights, size):
    written = []
    while sum(map(len, written)) < size:
        words = chance.choice(pool).split(" ")
        for at in range(1, len(words)):
            if chance.random() < 0.33:
                words[at] = chance.choices(stems, cum_weights=weights)[0] + chance.choice(ENDINGS[language])
        written.append(" ".join(words))
    return written


def make(folder, count):
    chance = random.Random(7)
    shutil.copytree(ROOT / "content", folder, dirs_exist_ok=True)
    for language in ("ky", "ru"):
        pool, stems = sentences(language), vocabulary(language, chance)
        weights = list(itertools.accumulate(1 / (rank + 8) for rank in range(len(stems))))
        for number in range(count):
            year = 2016 + number % 10
            place = folder / f"news/{year}/large-{number}"
            place.mkdir(parents=True, exist_ok=True)
            lines = text(language, chance, pool, stems, weights, chance.randint(300, 1300))
            title = re.sub(r"[:\"'#.!?«»]", "", lines[0])[:70].strip()
            front = f"---\ntitle: \"{title}\"\n" + (f"date: {year}-{1 + number % 12:02}-{1 + number % 28:02}\n" if language == "ky" else "")
            (place / f"index.{language}.md").write_text(front + "---\n\n" + "\n\n".join(
                " ".join(lines[i:i + 4]) for i in range(0, len(lines), 4)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    make(pathlib.Path(sys.argv[1]), int(sys.argv[2]))
