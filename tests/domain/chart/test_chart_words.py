"""The chart in words: the list, a tooth's history, the legend, and the days on which it changed."""

from __future__ import annotations

from datetime import date

from app.domain.chart.build import mouth
from app.domain.chart.history import change_dates, history_of
from app.domain.chart.legend import legend_of
from app.domain.chart.listing import list_teeth
from app.domain.chart.mouth import Mouth, Presence
from app.domain.chart.numbering import Numbering
from app.domain.chart.work import Kind, Status
from tests.support.mouths import CODES, Case, initials_of, rows_of


def _mouth(case: Case) -> Mouth:
    return mouth(rows_of(case), initials_of(case), CODES, case.at)


def test_a_tooth_is_said_in_one_line() -> None:
    """Number, name, works with surfaces, material and status, and how the tooth stands; a sound tooth says so."""
    case = Case(
        "words",
        ("C composite 8 MI", "TP crown 8", "Cn note 3", "C bridge 14"),
        ("Missing 14", "Rotate 3 -20", "ShiftO 3 -4"),
    )
    lines = {line.name: line for line in list_teeth(_mouth(case), Numbering.FDI)}
    assert (lines["8"].number, str(lines["8"].tooth)) == ("11", "upper right central incisor")
    assert str(lines["8"].words) == "Filling MI, tooth-colored, completed; Crown, tooth-colored, planned"
    assert (
        str(lines["3"].words)
        == "Note “Fx”, condition; Shifted away from the bite 4 mm; Rotated 20° the other way"
    )
    assert str(lines["14"].words) == "Missing; Pontic, tooth-colored, completed"
    assert (str(lines["9"].words), lines["9"].plain) == ("Nothing charted", True)


def test_history_has_the_predecessor_too() -> None:
    """A place's history is that of its primary and its adult tooth, the latest first, also what isn't drawn."""
    case = Case(
        "history", ("C composite A O 2012-03-04", "C amalgam 4 MO 2020-01-02", "TPi crown 4", "C ext 5")
    )
    lines = history_of("4", rows_of(case))
    assert [(line.tooth.name, line.surfaces, line.name) for line in lines] == [
        ("4", "MO", "amalgam"),
        ("A", "O", "composite"),
    ]
    assert lines[0].on == date(2020, 1, 2)
    assert history_of("99", rows_of(case)) == ()


def test_the_legend_has_only_what_is_there() -> None:
    """States, kinds and materials of this mouth, and no others."""
    legend = legend_of(_mouth(Case("legend", ("C amalgam 3 O", "TP crown 19"), ("Missing 1", "Hidden 2"))))
    assert legend.statuses == (Status.COMPLETED, Status.PLANNED)
    assert legend.kinds == (Kind.FILLING, Kind.CROWN)
    assert legend.materials == (False, True)
    assert legend.presences == (Presence.MISSING,)


def test_the_slider_stops_where_something_changed() -> None:
    """Each day on which a drawn procedure was planned or done, once, none in the future."""
    case = Case(
        "days",
        (
            "C amalgam 3 O 2020-01-02",
            "C exam 3 2020-02-02",
            "TP crown 3 2021-01-02",
            "C ext 4 2020-01-02",
            "TP crown 5 2029-01-02",
        ),
    )
    assert change_dates(rows_of(case), CODES, date(2026, 11, 23)) == (date(2020, 1, 2), date(2021, 1, 2))
