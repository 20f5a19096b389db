"""Comparing what should be the same: the tour of a bundle with the one from source, and two builds."""

from __future__ import annotations

import hashlib
import json
import re
import statistics
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from PySide6.QtGui import QImage

from tools.words import Trouble

TYPICAL = 0.0005
"""How much half of the pictures that say the same in the same places may differ: a caret, a clock. What a bundle lacks,
be it the icons or a style, shows in every picture: the icons of the rail alone are 0.0009."""
MOST = 0.05
"""How much any of them may differ: a calendar that was opened a minute later is scrolled further, a picture without its
photo is another one. Measured on a busy computer: 0.0007 at most."""
SAME_STEPS = 0.15
"""The least share of such steps. A tour shows a program at work: a message is there in one picture and gone in the
other, and moves what is below it.
Measured on a very busy computer: 0.41 and 0.67; with another font it would be none."""
SAME_TEXTS = 0.5
"""In the other steps, the least share of the texts of the shorter one that are in both, whatever numbers they name.
Measured: 0.90 at least."""
STEP = 8
"""Every eighth pixel in both directions is compared: words and fields are larger."""


def steps(folder: Path) -> list[dict[str, Any]]:
    """The steps of a tour, each with the picture that it kept. Raises Trouble if one is missing."""
    try:
        found = json.loads((folder / "tour.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise Trouble(f"The tour left no tour.json that can be read in {folder}.") from error
    rows: list[dict[str, Any]] = found["steps"] if isinstance(found, dict) else found
    missing = [each["file"] for each in rows if not (folder / each["file"]).exists()]
    if missing or not rows:
        raise Trouble(f"The tour did not keep these pictures: {', '.join(missing) or 'any'}")
    return rows


def tours_differ(one: Path, other: Path) -> list[str]:
    """A line for each difference of two tours: their steps, the pictures' sizes, and what they show."""
    names = [[each["file"] for each in steps(folder)] for folder in (one, other)]
    if names[0] != names[1]:
        only = sorted(set(names[0]).symmetric_difference(names[1]))
        return [f"The steps are not the same: {', '.join(only) or 'another order'}"]
    broken: list[str] = []
    shares: dict[str, float] = {}
    for first, second in zip(steps(one), steps(other), strict=True):
        file = first["file"]
        if line := _another_picture(one / file, other / file):
            broken.append(line)
        elif first["texts"] == second["texts"]:
            shares[file] = difference(QImage(str(one / file)), QImage(str(other / file)))
        elif (common := _common(first["texts"], second["texts"])) < SAME_TEXTS:
            broken.append(f"{file} has {common:.0%} of its texts in common")
    if not broken and len(shares) < SAME_STEPS * len(names[0]):
        broken.append(f"Only {len(shares)} of {len(names[0])} steps say the same in the same places")
    allowed = TYPICAL if shares and statistics.median(shares.values()) > TYPICAL else MOST
    return broken + [
        f"{file} differs in {share:.2%} of its points" for file, share in shares.items() if share > allowed
    ]


def _another_picture(one: Path, other: Path) -> str:
    """A line if one of the files is no picture, or they have two sizes; else nothing."""
    first, second = QImage(str(one)), QImage(str(other))
    if first.isNull() or second.isNull():
        return f"{one.name} is no picture"
    if first.size() != second.size():
        sizes = " and ".join(f"{each.width()} x {each.height()}" for each in (first, second))
        return f"{one.name} has two sizes: {sizes}"
    return ""


def _common(one: Iterable[str], other: Iterable[str]) -> float:
    """The share of the texts of the shorter list that are in both. Any number will do: it may be a time."""
    first, second = ({re.sub(r"\d+", "0", text) for text in texts} for texts in (one, other))
    return len(first & second) / max(min(len(first), len(second)), 1)


def difference(one: QImage, other: QImage) -> float:
    """The share of points that differ, of two pictures of one size."""
    points = [(x, y) for x in range(0, one.width(), STEP) for y in range(0, one.height(), STEP)]
    return sum(one.pixel(x, y) != other.pixel(x, y) for x, y in points) / max(len(points), 1)


def hashes(bundle: Path) -> dict[str, str]:
    """The hash of every file of a bundle, by its name in it."""
    return {
        path.relative_to(bundle).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(bundle.rglob("*"))
        if path.is_file() and not path.is_symlink()
    }


def builds_differ(one: dict[str, str], other: dict[str, str]) -> list[str]:
    """A line for each file that two builds don't have in common, or that differs."""
    lines = [f"only in one of them: {name}" for name in sorted(one.keys() ^ other.keys())]
    return lines + [
        f"differs: {name}" for name in sorted(one.keys() & other.keys()) if one[name] != other[name]
    ]
