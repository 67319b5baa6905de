"""The ornaments of the demonstration school's album: simple shapes, a few colours, small PNG files."""
import io
import math

from PIL import Image, ImageDraw

W, H = 960, 540
SCALE = 2  # drawn larger and scaled down: smooth edges

RED, GOLD, CREAM, DARK, GREEN = "#b3322b", "#e0ab3b", "#fbf3e2", "#2d3a45", "#3f7d4e"


class Sheet:
    """A canvas in units of the finished picture."""

    def __init__(self, background):
        self.image = Image.new("RGB", (W * SCALE, H * SCALE), background)
        self.draw = ImageDraw.Draw(self.image)

    def polygon(self, points, fill):
        self.draw.polygon([(x * SCALE, y * SCALE) for x, y in points], fill=fill)

    def line(self, points, fill, width):
        self.draw.line([(x * SCALE, y * SCALE) for x, y in points], fill=fill, width=width * SCALE, joint="curve")

    def circle(self, x, y, radius, fill):
        box = [(x - radius) * SCALE, (y - radius) * SCALE, (x + radius) * SCALE, (y + radius) * SCALE]
        self.draw.ellipse(box, fill=fill, outline=outline, width=width * SCALE)


    def png(self):
        out = io.BytesIO()
        small = self.image.resize((W, H), Image.LANCZOS)
        small.quantize(40, method=Image.MAXCOVERAGE, dither=Image.NONE).save(out, "PNG", optimize=True)
        return out.getvalue()


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


PLACES = {
    "albums/2026/oyumdar/ornament-1.png": lambda: ornament("horn", RED, CREAM),
    "albums/2026/oyumdar/ornament-2.png": lambda: ornament("almond", DARK, GOLD),
    "albums/2026/oyumdar/ornament-3.png": lambda: ornament("amulet", CREAM, GREEN),
    "albums/2026/oyumdar/ornament-4.png": lambda: ornament("crow", GOLD, DARK),
}


def drawings(content):
    """(path, bytes) of every drawing of content/."""
    for place, draw in sorted(PLACES.items()):
        yield content / place, draw().png()
