"""Comparing what should be the same: the tour of a bundle with the one from source, and two builds."""

from __future__ import annotations

import hashlib
import json
import statistics
from pathlib import Path
from typing import Any

from PySide6.QtGui import QImage

from tools.words import Trouble

TYPICAL = 0.0005
"""How much half of the pictures may differ: a caret, a clock. What a bundle lacks, be it a font, the icons or a style,
shows in every picture: the icons of the rail alone are 0.0009. Measured on a busy computer: 0.0002 at most."""
MOST = 0.5
"""How much any picture may differ. A tour shows a program at work: an answer that is here in one picture and later in
the other moves what is below it, and a calendar that was opened a minute later is scrolled further (measured: 0.32)."""
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
    for file in names[0]:
        first, second = QImage(str(one / file)), QImage(str(other / file))
        if first.isNull() or second.isNull():
            broken.append(f"{file} is no picture")
        elif first.size() != second.size():
            sizes = " and ".join(f"{each.width()} x {each.height()}" for each in (first, second))
            broken.append(f"{file} has two sizes: {sizes}")
        else:
            shares[file] = difference(first, second)
    allowed = TYPICAL if shares and statistics.median(shares.values()) > TYPICAL else MOST
    return broken + [
        f"{file} differs in {share:.2%} of its points" for file, share in shares.items() if share > allowed
    ]


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
