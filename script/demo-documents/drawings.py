"""The drawings of the demonstration school: simple shapes, no people, a few colours, small PNG files."""
import io
import math

from PIL import Image, ImageDraw

W, H = 960, 540
SCALE = 2  # drawn larger and scaled down: smooth edges

SKY, SNOW, ROCK, FAR, GRASS, LAKE = "#cfe6f2", "#ffffff", "#5d7285", "#8fa5b5", "#7fae6a", "#4f97bd"
RED, GOLD, CREAM, DARK, BROWN, GREEN = "#b3322b", "#e0ab3b", "#fbf3e2", "#2d3a45", "#8a5a35", "#3f7d4e"


class Sheet:
    """A canvas in units of the finished picture."""

    def __init__(self, background):
        self.image = Image.new("RGB", (W * SCALE, H * SCALE), background)
        self.draw = ImageDraw.Draw(self.image)

    def polygon(self, points, fill):
        self.draw.polygon([(x * SCALE, y * SCALE) for x, y in points], fill=fill)

    def line(self, points, fill, width):
        self.draw.line([(x * SCALE, y * SCALE) for x, y in points], fill=fill, width=width * SCALE, joint="curve")

    def circle(self, x, y, radius, fill, outline=None, width=0):
        box = [(x - radius) * SCALE, (y - radius) * SCALE, (x + radius) * SCALE, (y + radius) * SCALE]
        self.draw.ellipse(box, fill=fill, outline=outline, width=width * SCALE)

    def box(self, x, y, w, h, fill, radius=0):
        self.draw.rounded_rectangle([x * SCALE, y * SCALE, (x + w) * SCALE, (y + h) * SCALE], radius * SCALE, fill=fill)

    def png(self):
        out = io.BytesIO()
        small = self.image.resize((W, H), Image.LANCZOS)
        small.quantize(40, method=Image.MAXCOVERAGE, dither=Image.NONE).save(out, "PNG", optimize=True)
        return out.getvalue()


def mountains(snow_line=210, grass=GRASS, sky=SKY, sun=GOLD, lake=True):
    s = Sheet(sky)
    s.circle(790, 110, 46, sun)
    s.polygon([(0, 380), (150, 210), (280, 300), (430, 160), (600, 310), (760, 190), (960, 330), (960, 540), (0, 540)], FAR)
    peaks = [((-60, 430), (170, 150), (400, 430)), ((230, 430), (500, 100), (780, 430)), ((600, 430), (800, 180), (1020, 430))]
    for left, top, right in peaks:
        s.polygon([left, top, right], ROCK)
        reach = min(1, max(0, (snow_line - top[1]) / (430 - top[1])))
        if reach > 0:
            a = (top[0] + (left[0] - top[0]) * reach, snow_line)
            b = (top[0] + (right[0] - top[0]) * reach, snow_line)
            step = (b[0] - a[0]) / 6
            edge = [(b[0] - step * i, snow_line + (16 if i % 2 else -12)) for i in range(1, 6)]
            s.polygon([a, top, b, *edge], SNOW)
    s.polygon([(0, 410), (300, 385), (620, 415), (960, 390), (960, 540), (0, 540)], grass)
    if lake:
        s.draw.ellipse([250 * SCALE, 440 * SCALE, 740 * SCALE, 505 * SCALE], fill=LAKE)
    return s


def horn(s, x, y, size, colour, turns=1.35, mirror=1):
    points = []
    for i in range(60):
        t = i / 59
        angle = math.pi / 2 - t * turns * 2 * math.pi
        radius = size * (1 - 0.8 * t)
        points.append((x + mirror * (radius * math.cos(angle) + size * 0.9), y - radius * math.sin(angle) + size))
    s.line(points, colour, max(6, int(size * 0.22)))


def ornament(kind, ground, colour):
    s = Sheet(ground)
    for x in range(0, W + 1, 48):  # border of triangles
        s.polygon([(x, 0), (x + 48, 0), (x + 24, 30)], colour)
        s.polygon([(x, H), (x + 48, H), (x + 24, H - 30)], colour)
    if kind == "horn":
        for x in (200, 480, 760):
            horn(s, x, 170, 78, colour)
            horn(s, x, 170, 78, colour, mirror=-1)
            s.polygon([(x, 120), (x + 34, 180), (x, 240), (x - 34, 180)], colour)
            s.line([(x, 230), (x, 440)], colour, 16)
    elif kind == "almond":
        for row in range(3):
            for column in range(8):
                x, y = 90 + column * 112 + (56 if row % 2 else 0), 130 + row * 140
                leaf = [(x + 46 * math.sin(a) * abs(math.sin(a / 2)), y + 58 * math.cos(a)) for a in [i * math.pi / 20 for i in range(41)]]
                s.polygon(leaf, colour)
                s.circle(x, y - 8, 11, ground)
    elif kind == "amulet":
        for x in (180, 480, 780):
            for size, fill in ((150, colour), (108, ground), (66, colour)):
                s.polygon([(x, 270 - size), (x + size, 270 + size * 0.8), (x - size, 270 + size * 0.8)], fill)
            for i in range(5):
                s.circle(x - 100 + i * 50, 425, 12, colour)
    else:  # crow's foot
        for row in range(2):
            for column in range(5):
                x, y = 120 + column * 180, 185 + row * 180
                for angle in (-0.6, 0, 0.6):
                    s.line([(x, y + 60), (x + 110 * math.sin(angle), y + 60 - 120 * math.cos(angle))], colour, 15)
                s.line([(x, y + 60), (x, y + 90)], colour, 15)
    return s


def bell():
    s = Sheet(CREAM)
    s.line([(480, 40), (480, 110)], BROWN, 12)
    s.polygon([(400, 330), (425, 190), (455, 130), (505, 130), (535, 190), (560, 330), (600, 380), (360, 380)], GOLD)
    s.box(350, 372, 260, 26, "#c18f2c", 13)
    s.circle(480, 425, 30, "#c18f2c")
    for side in (-1, 1):
        for i in range(3):
            r = 180 + i * 55
            s.line([(480 + side * r * math.cos(a), 270 + r * math.sin(a)) for a in [k / 10 for k in range(-4, 5)]], RED, 8)
    return s


def calendar():
    s = Sheet("#e8eff3")
    s.box(250, 80, 460, 390, SNOW, 18)
    s.box(250, 80, 460, 90, RED, 18)
    for x in (340, 480, 620):
        s.box(x - 9, 50, 18, 70, DARK, 9)
    for row in range(4):
        for column in range(7):
            fill = GOLD if (row, column) == (1, 0) else "#d5dee5"
            s.box(280 + column * 59, 200 + row * 62, 44, 44, fill, 6)
    return s


def books():
    s = Sheet(CREAM)
    s.box(120, 430, 720, 26, BROWN, 6)
    x = 160
    for w, h, c in ((60, 260, RED), (48, 300, GREEN), (72, 230, GOLD), (52, 280, LAKE), (64, 310, ROCK), (46, 240, RED),
                    (70, 290, GREEN), (54, 250, GOLD)):
        s.box(x, 430 - h, w, h, c, 5)
        s.box(x + 8, 430 - h + 34, w - 16, 10, CREAM)
        s.box(x + 8, 430 - 54, w - 16, 6, CREAM)
        x += w + 8
    s.polygon([(690, 430), (730, 190), (782, 198), (742, 430)], LAKE)
    return s


def robot():
    s = Sheet("#e8eff3")
    s.box(330, 200, 300, 210, ROCK, 26)
    s.box(380, 110, 200, 110, LAKE, 24)
    s.line([(480, 110), (480, 66)], DARK, 8)
    s.circle(480, 58, 15, RED)
    for x in (430, 530):
        s.circle(x, 162, 21, SNOW)
        s.circle(x, 162, 9, DARK)
    for x in (390, 570):
        s.circle(x, 440, 54, DARK)
        s.circle(x, 440, 24, GOLD)
    for i, c in enumerate((RED, GOLD, GREEN)):
        s.circle(420 + i * 60, 270, 15, c)
    s.box(400, 320, 160, 44, CREAM, 8)
    s.line([(412, 348), (445, 330), (478, 350), (511, 328), (548, 346)], GREEN, 5)
    return s


def tulip():
    s = Sheet(CREAM)
    for x, h, c in ((300, 0, RED), (480, -50, GOLD), (660, 0, RED)):
        s.line([(x, 470), (x, 260 + h)], GREEN, 12)
        s.polygon([(x, 440), (x - 70, 330), (x - 50, 410)], GREEN)
        s.polygon([(x, 450), (x + 76, 340), (x + 52, 420)], GREEN)
        y = 260 + h
        s.polygon([(x - 60, y - 110), (x - 30, y - 60), (x, y - 120), (x + 30, y - 60), (x + 60, y - 110), (x + 52, y - 20), (x, y + 14), (x - 52, y - 20)], c)
    return s


def sapling(count=1, ground=GRASS):
    s = Sheet(SKY)
    s.polygon([(0, 430), (480, 400), (960, 430), (960, 540), (0, 540)], ground)
    places = [480] if count == 1 else [120 + i * 180 for i in range(count)]
    size = 1 if count == 1 else 0.55
    for x in places:
        base = 430
        s.line([(x, base), (x, base - 240 * size)], BROWN, int(14 * size))
        for i in range(4):
            y = base - (80 + i * 50) * size
            for side in (-1, 1):
                s.polygon([(x, y), (x + side * 60 * size, y - 55 * size), (x + side * 100 * size, y - 30 * size), (x + side * 55 * size, y + 6 * size)], GREEN)
        s.circle(x, base - 250 * size, 24 * size, GREEN)
    return s


def harvest():
    s = Sheet(CREAM)
    for i, x in enumerate((230, 350, 290)):
        s.polygon([(x - 34, 230 + i * 20), (x + 34, 230 + i * 20), (x, 430 + i * 20)], "#dd7a2c")
        for d in (-26, 0, 26):
            s.line([(x, 230 + i * 20), (x + d, 150 + i * 20)], GREEN, 12)
    for x, y in ((560, 400), (650, 420), (600, 340)):
        s.circle(x, y, 58, "#c9a06a")
        s.circle(x - 18, y - 12, 5, BROWN)
        s.circle(x + 20, y + 14, 5, BROWN)
    s.circle(780, 380, 74, RED)
    s.line([(780, 306), (792, 262)], BROWN, 10)
    s.polygon([(792, 276), (846, 246), (830, 292)], GREEN)
    return s


def snow():
    s = Sheet("#37566b")
    for x, y, r in ((480, 270, 190), (170, 150, 70), (790, 170, 80), (190, 420, 60), (780, 420, 66)):
        for k in range(6):
            a = k * math.pi / 3
            end = (x + r * math.cos(a), y + r * math.sin(a))
            s.line([(x, y), end], SNOW, max(4, r // 18))
            for part in (0.5, 0.75):
                bx, by = x + r * part * math.cos(a), y + r * part * math.sin(a)
                for turn in (-0.7, 0.7):
                    s.line([(bx, by), (bx + r * 0.22 * math.cos(a + turn), by + r * 0.22 * math.sin(a + turn))], SNOW, max(3, r // 24))
    return s


def ball():
    s = Sheet("#e8eff3")
    s.circle(480, 270, 180, SNOW, DARK, 7)
    for turn in range(3):
        base = turn * 2 * math.pi / 3
        for offset in (0.0, 0.45, 0.9):
            points = []
            for i in range(30):
                t = i / 29
                a = base + offset + t * 1.15
                r = 177 * (1 - t * 0.95)
                points.append((480 + r * math.cos(a), 270 + r * math.sin(a)))
            s.line(points, LAKE if turn == 0 else RED if turn == 1 else GOLD, 10)
    return s


def school():
    s = mountains(200, lake=False)
    s.box(230, 300, 500, 190, CREAM)
    s.polygon([(210, 300), (480, 225), (750, 300)], RED)
    for row in range(2):
        for column in range(6):
            if not (row == 1 and column in (2, 3)):
                s.box(258 + column * 77, 322 + row * 84, 46, 52, LAKE)
    s.box(432, 400, 96, 90, BROWN)
    s.line([(480, 225), (480, 165)], DARK, 5)
    s.polygon([(483, 165), (545, 178), (483, 196)], RED)
    return s


def yurt():
    s = mountains(230, lake=False)
    s.box(330, 360, 300, 120, CREAM, 6)
    s.polygon([(315, 365), (440, 270), (520, 270), (645, 365)], "#e9dcc0")
    s.draw.ellipse([438 * SCALE, 258 * SCALE, 522 * SCALE, 282 * SCALE], fill=RED)
    s.box(440, 385, 80, 95, RED, 4)
    for x in range(336, 626, 26):
        s.polygon([(x, 372), (x + 13, 388), (x + 26, 372)], RED)
    return s


# Where a drawing is used: several entries may show the same one.
PLACES = {
    "news/2026/ekinchi-cheyrek/calendar.png": calendar,
    "news/2026/kitepkanaga-jangy-kitepter/books.png": books,
    "news/2026/robototehnika-iyrimi/robot.png": robot,
    "news/2026/mugalimder-kunu/tulip.png": tulip,
    "news/2026/tajryyba-uchastogunun-tushumu/harvest.png": harvest,
    "news/2026/birinchi-konguroo/bell.png": bell,
    "news/2026/jashyl-mektep/sapling.png": sapling,
    "news/2026/jashyl-mektep/row.png": lambda: sapling(5),
    "news/2026/nooruz/ornament.png": lambda: ornament("horn", CREAM, RED),
    "news/2025/jangy-jyl/snow.png": snow,
    "news/2025/voleybol-birinchiligi/ball.png": ball,
    "pages/home/mountains.png": mountains,
    "pages/about/school.png": school,
    "pages/about/history/yurt.png": yurt,
    "pages/library/books.png": books,
    "pages/canteen/harvest.png": harvest,
    "albums/2026/oyumdar/ornament-1.png": lambda: ornament("horn", RED, CREAM),
    "albums/2026/oyumdar/ornament-2.png": lambda: ornament("almond", DARK, GOLD),
    "albums/2026/oyumdar/ornament-3.png": lambda: ornament("amulet", CREAM, GREEN),
    "albums/2026/oyumdar/ornament-4.png": lambda: ornament("crow", GOLD, DARK),
    "albums/2026/ayylybyzdyn-jeri/mountains-spring.png": lambda: mountains(240, "#8fc06f"),
    "albums/2026/ayylybyzdyn-jeri/mountains-summer.png": lambda: mountains(190, "#6f9f57", "#bfe0f0"),
    "albums/2026/ayylybyzdyn-jeri/mountains-autumn.png": lambda: mountains(230, "#c79a4b", "#e3e6ea"),
    "albums/2026/ayylybyzdyn-jeri/mountains-winter.png": lambda: mountains(400, "#eef3f6", "#c3d2de", "#f2e3b3"),
}


def drawings(content):
    """(path, bytes) of every drawing of content/."""
    for place, draw in sorted(PLACES.items()):
        yield content / place, draw().png()
