"""The odontogram's state: records, days, selection, and words."""

from __future__ import annotations

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from app.domain.chart.legend import Legend
from app.domain.chart.numbering import Numbering
from app.domain.chart.work import Kind, Status
from app.viewmodels.staff.chart.odontogram import OdontogramViewModel
from tests.support.mouths import CODES, Case, initials_of, rows_of

TODAY = date(2026, 11, 23)
CASE = Case(
    "years",
    ("C amalgam 14 MO 2020-01-02", "C ext 14 2022-01-02", "TP crown 19 2024-03-04", "C composite 33 O"),
    ("Missing 14",),
)


@pytest.fixture
def model(qapp: object) -> OdontogramViewModel:
    """A patient's mouth."""
    made = OdontogramViewModel()
    made.show_records(rows_of(CASE), initials_of(CASE), CODES, TODAY)
    return made


def test_the_slider_goes_through_the_days_of_change(model: OdontogramViewModel) -> None:
    """Its steps are the days on which something changed, and the last one is now."""
    assert model.state.dates == (date(2020, 1, 2), date(2022, 1, 2), date(2024, 3, 4), date(2024, 5, 6))
    assert (model.step, model.day_words) == (4, "Now")
    model.show_step(0)
    assert (model.step, model.state.at, model.day_words) == (0, date(2020, 1, 2), "As of Jan 2, 2020")
    assert model.words_of("14") == "Tooth 14, upper left first molar: Filling MO, metal, completed"
    model.show_day(date(2023, 7, 1))
    assert model.step == 1
    assert model.words_of("14") == "Tooth 14, upper left first molar: Missing"
    model.show_step(4)
    assert model.state.at is None


def test_a_day_tells_what_changed(model: OdontogramViewModel) -> None:
    """On an earlier day its procedures are named in the office's numbers; now there is nothing to tell."""
    assert model.day_changes() == []
    model.show_step(1)
    assert model.day_changes() == ["14 ext, completed"]
    model.use_numbering(Numbering.FDI)
    model.show_step(0)
    assert model.day_changes() == ["26 amalgam MO, completed"]
    model.show_step(2)
    assert model.day_changes() == ["36 crown, planned"]
    model.show_day(date(2020, 1, 3))
    assert model.day_changes() == []


def test_a_selection_stays_with_its_tooth(model: OdontogramViewModel, qtbot: QtBot) -> None:
    """It is emitted once, survives new records and other days, and ends with the patient."""
    with qtbot.waitSignal(model.tooth_selected) as told:
        model.select("19")
    assert told.args == ["19"]
    model.select("19")
    model.show_records(rows_of(CASE), (), CODES, TODAY)
    assert model.state.selected == "19"
    model.clear()
    assert (model.state.selected, model.state.dates) == ("", ())


def test_a_refresh_keeps_the_day(model: OdontogramViewModel) -> None:
    """Newer records of the same patient don't bring back now; another patient begins with it."""
    model.show_day(date(2021, 1, 1))
    model.show_records(rows_of(CASE), (), CODES, TODAY)
    assert (model.state.at, model.step) == (date(2021, 1, 1), 0)
    assert model.words_of("14") == "Tooth 14, upper left first molar: Filling MO, metal, completed"
    model.clear()
    model.show_records(rows_of(CASE), initials_of(CASE), CODES, TODAY)
    assert model.state.at is None


def test_only_the_user_changes_the_setting(model: OdontogramViewModel, qtbot: QtBot) -> None:
    """A chosen system is emitted once to be saved; one that was read isn't."""
    heard: list[Numbering] = []
    model.numbering_chosen.connect(heard.append)
    model.use_numbering(Numbering.FDI)
    for _ in range(2):
        model.choose_numbering(Numbering.PALMER)
    assert heard == [Numbering.PALMER]
    assert model.lines()[0].number == "UR8"


def test_numbers_follow_the_setting(model: OdontogramViewModel) -> None:
    """Lists, words and problems have the office's numbers; names stay Open Dental's."""
    model.use_numbering(Numbering.FDI)
    assert [line.number for line in model.lines()][:2] == ["18", "17"]
    assert model.words_of("19").startswith("Tooth 36, lower left first molar: Crown")
    assert model.problems() == ["composite: there is no tooth 33"]


def test_a_tooth_tells_its_history(model: OdontogramViewModel) -> None:
    """The pointer shows the tooth's line, and its procedures with day, code and state, the latest first."""
    lines = model.hover_words("14").splitlines()
    assert lines[0] == "Tooth 14, upper left first molar: Missing"
    assert lines[1] == "Jan 2, 2022 · Text ext · completed"
    assert lines[2] == "Jan 2, 2020 · Tamalgam amalgam MO · completed"
    assert model.hover_words("99") == ""


def test_the_legend_follows_the_day(model: OdontogramViewModel) -> None:
    """It has what the shown day has."""
    assert Kind.CROWN in model.legend().kinds
    model.show_day(date(2020, 1, 2))
    assert model.legend() == Legend((Status.COMPLETED,), (Kind.FILLING,))
