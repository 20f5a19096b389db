"""Perio exams in figures, against cases counted by hand."""

from __future__ import annotations

import pytest

from app.domain.chart.perio import PerioChange, PerioFigures, perio_change, perio_figures
from app.wire.resources.perio_measures import PerioMeasure, PerioSequenceType

PROBING, FLAGS, SKIPPED, MARGIN = (
    PerioSequenceType.PROBING,
    PerioSequenceType.BLEED_SUP_PLAQ_CALC,
    PerioSequenceType.SKIP_TOOTH,
    PerioSequenceType.GING_MARGIN,
)
NONE = (-1,) * 6


def row(kind: PerioSequenceType, tooth: int, values: tuple[int, ...] = NONE, whole: int = -1) -> PerioMeasure:
    """A measure: MB, B, DB, ML, L, DL."""
    mb, b, db, ml, lingual, dl = values
    return PerioMeasure(
        SequenceType=kind,
        IntTooth=tooth,
        ToothValue=whole,
        MBvalue=mb,
        Bvalue=b,
        DBvalue=db,
        MLvalue=ml,
        Lvalue=lingual,
        DLvalue=dl,
    )


EXAM = [
    row(PROBING, 3, (3, 2, 3, 4, 3, 6)),
    row(FLAGS, 3, (0, 0, 1, 0, 2, 3)),
    row(PROBING, 14, (-1, 5, -1, -1, -1, -1)),
    row(MARGIN, 14, (9, 9, 9, 9, 9, 9)),
]
"""Seven sites, two of which bled (1, and 3 with suppuration); three of 4 mm and more, one of them of 6."""


def test_an_exam_counted_by_hand() -> None:
    """Two of seven sites bled: 29 percent. Only probing depths are pockets, and only bleeding is bleeding."""
    found = perio_figures(EXAM)
    assert (found.sites, found.bleeding, found.bleeding_percent) == (7, 2, 29)
    assert (found.pockets, found.deep, found.deepest, found.deep_teeth) == (3, 1, 6, (3,))
    assert found.skipped == ()


def test_a_skipped_tooth_counts_nowhere() -> None:
    """What was measured at a tooth before it was marked as skipped is left out."""
    found = perio_figures([*EXAM, row(SKIPPED, 3, whole=1), row(SKIPPED, 14, whole=0)])
    assert (found.sites, found.bleeding_percent, found.pockets, found.deep) == (1, 0, 1, 0)
    assert (found.skipped, found.deep_teeth) == ((3,), ())


@pytest.mark.parametrize(
    ("flags", "percent"),
    [
        ((1, -1, -1, -1, -1, -1), 17),
        ((1, 1, 1, 1, 1, 1), 100),
        ((14, 14, 14, 14, 14, 14), 0),
        ((-1, -1, -1, -1, -1, -1), 0),
    ],
)
def test_bleeding_in_percent(flags: tuple[int, ...], percent: int) -> None:
    """Of the sites measured, rounded half up; -1 is no flag, and 14 is everything but bleeding."""
    assert perio_figures([row(PROBING, 8, (2,) * 6), row(FLAGS, 8, flags)]).bleeding_percent == percent


def test_half_a_percent_is_rounded_up() -> None:
    """One of eight sites is 12.5 percent, shown as 13."""
    measures = [
        row(PROBING, 8, (2,) * 6),
        row(PROBING, 9, (2, 2, -1, -1, -1, -1)),
        row(FLAGS, 9, (1, *NONE[1:])),
    ]
    assert perio_figures(measures).bleeding_percent == 13


def test_what_was_not_measured() -> None:
    """Without depths there is no percentage; bleeding where nothing was probed doesn't count; 103 means -3."""
    assert perio_figures([]) == PerioFigures()
    assert perio_figures([]).bleeding_percent is None
    assert perio_figures([row(FLAGS, 8, (1,) * 6)]).bleeding_percent is None
    odd = perio_figures([row(PROBING, 8, (103, 9, -1, -1, -1, -1)), row(FLAGS, 8, (0, 0, 1, 1, 1, 1))])
    assert (odd.sites, odd.bleeding, odd.pockets, odd.deep, odd.deepest) == (2, 0, 1, 1, 9)


def test_the_change_since_the_exam_before() -> None:
    """Points of bleeding, and pockets; negative is better. Nothing can be compared with an empty exam."""
    before = perio_figures(
        [row(PROBING, 3, (4, 4, 6, 6, 3, 3)), row(FLAGS, 3, (1, 1, 1, 0, 0, 0)), row(PROBING, 4, (5,) * 6)]
    )
    assert (before.bleeding_percent, before.pockets, before.deep) == (25, 10, 2)
    assert perio_change(perio_figures(EXAM), before) == PerioChange(4, -7, -1)
    assert perio_change(perio_figures(EXAM), PerioFigures()) is None
    assert perio_change(PerioFigures(), before) is None
