"""A perio exam in figures: bleeding, pockets, and the change since the exam before."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from app.wire.resources.perio_measures import PerioMeasure, PerioSequenceType

BLEEDING = 1
"""The flag in a surface's value; suppuration, plaque and calculus are others."""
SHALLOW, DEEP = 4, 6
"""Millimeters from which a pocket counts, and from which it is deep."""
_NEGATIVE = 100
"""Above this, a value stands for 100 minus it."""


class PerioFigures(Struct, frozen=True):
    """The figures of one exam. A site is one of six surfaces of a tooth with a probing depth."""

    sites: int = 0
    """Sites measured; those of skipped teeth don't count."""
    bleeding: int = 0
    """Of these, those that bled."""
    pockets: int = 0
    """Of these, those of 4 mm and more; the deep ones are among them."""
    deep: int = 0
    """Of these, those of 6 mm and more."""
    deepest: int = 0
    """Millimeters."""
    deep_teeth: tuple[int, ...] = ()
    """Teeth with a deep pocket, 1-32."""
    skipped: tuple[int, ...] = ()
    """Teeth that were marked as skipped, 1-32."""

    @property
    def bleeding_percent(self) -> int | None:
        """Bleeding sites in percent of the sites measured, rounded half up; None if nothing was measured."""
        return (200 * self.bleeding + self.sites) // (2 * self.sites) if self.sites else None


class PerioChange(Struct, frozen=True):
    """By how much the figures of an exam are higher than those of the one before; negative is better."""

    bleeding_points: int
    """Percentage points."""
    pockets: int
    deep: int


def perio_figures(measures: Iterable[PerioMeasure]) -> PerioFigures:
    """The figures of one exam's measures."""
    depths: dict[tuple[int, int], int] = {}
    bled: set[tuple[int, int]] = set()
    skipped: set[int] = set()
    for row in measures:
        match row.SequenceType:
            case PerioSequenceType.SKIP_TOOTH if row.ToothValue == 1:
                skipped.add(row.IntTooth)
            case PerioSequenceType.PROBING:
                depths.update(
                    ((row.IntTooth, place), _millimeters(value))
                    for place, value in enumerate(_surfaces(row))
                    if value >= 0
                )
            case PerioSequenceType.BLEED_SUP_PLAQ_CALC:
                bled.update(
                    (row.IntTooth, place)
                    for place, value in enumerate(_surfaces(row))
                    if value > 0 and value & BLEEDING
                )
    sites = {site: depth for site, depth in depths.items() if site[0] not in skipped}
    deep = [site for site, depth in sites.items() if depth >= DEEP]
    return PerioFigures(
        len(sites),
        len(bled & sites.keys()),
        sum(depth >= SHALLOW for depth in sites.values()),
        len(deep),
        max(sites.values(), default=0),
        tuple(sorted({tooth for tooth, _ in deep})),
        tuple(sorted(skipped)),
    )


def perio_change(now: PerioFigures, before: PerioFigures) -> PerioChange | None:
    """The change since the exam before; None if nothing was measured in one of them."""
    percent, percent_before = now.bleeding_percent, before.bleeding_percent
    if percent is None or percent_before is None:
        return None
    return PerioChange(percent - percent_before, now.pockets - before.pockets, now.deep - before.deep)


def _surfaces(row: PerioMeasure) -> tuple[int, ...]:
    return row.MBvalue, row.Bvalue, row.DBvalue, row.MLvalue, row.Lvalue, row.DLvalue


def _millimeters(value: int) -> int:
    return _NEGATIVE - value if value > _NEGATIVE else value
