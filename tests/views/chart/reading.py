"""Compares a painted mouth with what was checked by hand, tooth by tooth and surface by surface."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QImage

from app.domain.chart.build import mouth
from app.domain.chart.mouth import Mouth
from app.domain.chart.numbering import Numbering
from app.domain.chart.work import Status
from app.views.staff.chart.odontogram.inks import Inks
from app.views.staff.chart.odontogram.picture import Picture
from app.views.theme.tokens import Tokens
from tests.support.mouths import CODES, Case, initials_of
from tests.views.chart.looking import Look, Regions, looker

SIZE = (1500, 560)
BODY = ("crown", "bridge", "pontic", "denture")
_ON_SURFACES = {"decay": "Cn dark", "finding": "Cn light"}
Parts = Mapping[str, str]


class Book:
    """Pictures of one theme, and their regions."""

    def __init__(self, tokens: Tokens) -> None:
        self.inks = Inks(tokens, QFont(), 1.0)
        self.picture = Picture(self.inks)
        self.picture.resize(*SIZE)
        self.regions: Regions = {}

    def paint(self, shown: Mouth) -> QImage:
        """A mouth's picture."""
        self.picture.show(shown, Numbering.UNIVERSAL)
        self.picture.refresh()
        return self.picture.pixmap.toImage()

    def looks(self, image: QImage) -> Iterator[tuple[str, Look]]:
        """Each tooth of a picture."""
        look = looker(image, self.picture.tools(None), self.inks, self.regions)
        for cell in self.picture.layout.cells:
            yield cell.tooth.name, look(cell)


def faults_of(book: Book, case: Case, shown: Mouth) -> list[str]:
    """How the picture of a mouth differs from what must be seen; teeth that aren't listed must be as if untouched."""
    there = tuple(each for each in case.initials if not each.startswith("Missing"))
    once = tuple(f"Primary {state.tooth.slot}" for state in shown.places if state.tooth.primary)
    bare = Case(case.name, (), (*there, *once))
    untouched = book.paint(mouth((), initials_of(bare), CODES)).copy()
    image = book.paint(shown)
    wrong: list[str] = []
    for name, look in book.looks(image):
        expected = case.seen.get(name)
        if expected is None:
            box = QRect(look.cell.left, look.cell.top, look.cell.width, look.cell.height)
            if not shown.extras and image.copy(box) != untouched.copy(box):
                wrong.append(f"{case.name}: {name} isn't plain")
            continue
        moved = any(each.split()[1] == name and len(each.split()) == 3 for each in case.initials)
        wrong += [f"{case.name}: {name}: {each}" for each in _check(look, expected, moved=moved)]
    return wrong


def _check(look: Look, parts: Parts, *, moved: bool) -> Iterator[str]:
    if moved:
        color = look.inks.hue(Status(next(iter(parts.values())).split()[0])).light
        if look.share(color, QRect(0, 0, look.cell.width, look.cell.height)) < 0.005:
            yield "nothing of it is drawn"
        return
    yield from _check_body(look, parts)
    yield from _check_surfaces(look, parts)
    yield from _check_roots(look, parts)
    yield from _check_marks(look, parts)
    yield from _check_letters(look, parts)


def _check_body(look: Look, parts: Parts) -> Iterator[str]:
    """The crown from the side, and whether there is a root."""
    place = parts.get("place", "")
    body = next((part for part in BODY if part in parts), "")
    seen = look.crown()
    wanted = (
        (parts[body] if body != "denture" else f"{parts[body]} light")
        if body
        else "paper"
        if place
        else "enamel"
    )
    free = (
        ("implant" in parts and not body)
        or "veneer" in parts
        or "x" in parts
        or "wire" in parts
        or place == "root only"
    )
    if not free and seen != wanted:
        yield f"crown {seen}, not {wanted}"
    root = look.root()
    if place in ("gap", "unerupted") and "implant" not in parts and root != "paper":
        yield f"there is a root: {root}"
    if (not place or place == "root only") and "x" not in parts and "implant" not in parts and root != "root":
        yield f"the root is {root}"


def _check_surfaces(look: Look, parts: Parts) -> Iterator[str]:
    """The surfaces from above."""
    if parts.get("place") and not any(part in parts for part in BODY):
        return
    if "x" in parts or "wire" in parts or ("implant" in parts and "crown" not in parts):
        return
    body = next((parts[part] for part in BODY if part in parts), "")
    if "denture" in parts:
        body = f"{body} light"
    alone = "pontic" in parts or "implant" in parts or parts.get("place") == "gap"
    covered = body if body and (body.split()[0] in ("C", "EC", "EO") or alone) else ""
    for letter in "MODBLV":
        if ("sealant" in parts and letter == "O") or ("veneer" in parts and letter in "BV"):
            continue
        if body and not covered and letter == "V":  # below the rim of an open crown
            continue
        plain = covered or ("shade" if letter == "O" else "enamel")
        wanted = parts.get(letter, plain)
        wanted = _ON_SURFACES.get(wanted, wanted)
        seen = look.surface(letter)
        if seen != wanted:
            yield f"{letter} {seen}, not {wanted}"


def _check_roots(look: Look, parts: Parts) -> Iterator[str]:
    """Canals, posts and implants."""
    if "implant" in parts:
        if look.screw() != f"{parts['implant']} dark":
            yield f"implant {look.screw()}"
        return
    if parts.get("place", "root only") != "root only" or "x" in parts:
        return
    for part, read in (("post", look.post), ("canal", look.canals)):
        status = Status(parts[part]) if part in parts else Status.COMPLETED
        wanted = ("done" if status.done else "open") if part in parts else "none"
        if read(status) != wanted and not ("post" in parts or "canal" in parts) ^ (part in parts):
            yield f"{part} {read(status)}, not {wanted}"


def _check_marks(look: Look, parts: Parts) -> Iterator[str]:
    """X, veneers, and what passes to the neighbors."""
    inks, cell = look.inks, look.cell
    whole = QRect(0, 0, cell.width, cell.height)
    if "x" in parts and look.cross(Status(parts["x"])) < 0.55:
        yield "no X"
    if "veneer" in parts and look.facing() != f"{parts['veneer']} light":
        yield f"veneer {look.facing()}"
    bars = [look.bar(right=right) for right in (True, False)] if "pontic" in parts else []
    yield from (f"bar {each}" for each in bars if each != parts["pontic"])
    if "wire" in parts and look.share(inks.hue(Status(parts["wire"])).dark, whole) < 0.004:
        yield "no wire"
    if "denture" in parts and look.share(inks.chart.gum, whole) < 0.05:
        yield "no gum"


def _check_letters(look: Look, parts: Parts) -> Iterator[str]:
    """The S of a sealant, and tags at the end of the roots."""
    inks, cell, shape = look.inks, look.cell, look.shape
    if "sealant" in parts:
        hue, half = inks.hue(Status(parts["sealant"])), round(shape.depth * 0.2)
        box = QRect(cell.center - half, cell.crown - half, 2 * half, 2 * half)
        if look.share(hue.light, box) < 0.3 or look.share(hue.line, box) < 0.02:
            yield "no S"
    row = QRect(0, cell.letter, cell.width, look.painter.layout.line)
    tags = [parts[part] for part in ("watch", "note") if part in parts]
    if any(look.share(inks.hue(Status(tag)).light, row) < 0.05 for tag in tags):
        yield "no letter"
    if not tags and look.share(inks.tokens.surface, row) < 0.75:
        yield "a letter"
