"""Makes the inputs of the benchmarks.

    generate.py pages FOLDER COUNT     COUNT small Markdown pages with a one-line layout, for mektep and for hugo
    generate.py school FOLDER COUNT    a school with COUNT entries in two languages, for the default theme
    generate.py album FOLDER COUNT     a school with an album of COUNT photographs, which tests/bench/photos makes
"""
import pathlib
import random
import shutil
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
WORDS_KY = "мектеп окуучу мугалим китеп класс сабак жаңы күн айыл ата эне билим оюн сынак өлкө тил эл жер суу тоо".split()
WORDS_RU = "школа ученик учитель книга класс урок новый день село отец мать знание игра конкурс страна язык народ вода".split()


def text(words, chance, paragraphs):
    lines = []
    for number in range(paragraphs):
        if number == 1:
            lines.append("## " + " ".join(chance.choices(words, k=3)).capitalize())
        sentence = chance.choices(words, k=40)
        sentence[7] = f"**{sentence[7]}**"
        sentence[19] = f"[{sentence[19]}](https://example.kg/{number})"
        lines.append(" ".join(sentence).capitalize() + ".")
    return "\n\n".join(lines) + "\n"


def write(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")


def pages(folder, count):
    """The same texts for both programs; each has a layout of one line and nothing else to make."""
    chance = random.Random(1)
    ours, theirs = folder / "mektep", folder / "hugo"
    write(ours / "site.yaml", 'title: {ky: Сыноо, ru: Проба}\nbase_url: https://bench.example/\nlocales: [ky]\n')
    for layout in (ROOT / "themes/default/layouts").glob("*.html"):
        if layout.stem not in ("base", "redirect"):
            content = "{{ page.content }}" if layout.stem == "page" else ""
            write(ours / "theme/layouts" / layout.name, f"<title>{{{{ page.title }}}}</title>{content}\n")
    write(theirs / "config.toml", 'baseURL = "https://bench.example/"\ntitle = "Bench"\n'
          'disableKinds = ["taxonomy", "term", "RSS", "sitemap", "section", "404"]\n')
    write(theirs / "layouts/_default/single.html", "<title>{{ .Title }}</title>{{ .Content }}\n")
    write(theirs / "layouts/index.html", "<title>{{ .Title }}</title>\n")
    for number in range(count):
        title = " ".join(chance.choices(WORDS_KY, k=4)).capitalize()
        body = text(WORDS_KY, chance, 3)
        write(ours / f"pages/p{number}/index.ky.md", f"---\ntitle: {title}\n---\n\n{body}")
        write(theirs / f"content/p{number}.md", f"---\ntitle: {title}\n---\n\n{body}")


def school(folder, count):
    chance = random.Random(2)
    shutil.copytree(ROOT / "content", folder, dirs_exist_ok=True)
    for number in range(count):
        year = 2016 + number % 10
        day = f"{year}-{1 + number % 12:02}-{1 + number % 28:02}"
        place = folder / f"news/{year}/bench-{number}"
        title_ky = " ".join(chance.choices(WORDS_KY, k=5)).capitalize()
        title_ru = " ".join(chance.choices(WORDS_RU, k=5)).capitalize()
        write(place / "index.ky.md", f"---\ntitle: {title_ky}\ndate: {day}\nsummary: {title_ky}.\n---\n\n" + text(WORDS_KY, chance, 4))
        write(place / "index.ru.md", f"---\ntitle: {title_ru}\nsummary: {title_ru}.\n---\n\n" + text(WORDS_RU, chance, 4))


def album(folder, count):
    write(folder / "site.yaml", "title: {ky: Сыноо, ru: Проба}\nbase_url: https://bench.example/\n")
    place = folder / "albums/2026/bench"
    for language in ("ky", "ru"):
        write(place / f"index.{language}.md", "---\ntitle: Сүрөттөр\ndate: 2026-11-01\n---\n")
    for number in range(count):
        write(place / f"p{number}.jpg.yaml", "alt: {ky: Тоолор, ru: Горы}\npeople: nobody-recognisable\n"
              "stated_by: nurbek-sydykov\nstated_on: 2026-11-01\n")


if __name__ == "__main__":
    {"pages": pages, "school": school, "album": album}[sys.argv[1]](pathlib.Path(sys.argv[2]), int(sys.argv[3]))
