"""A table on the screen: why it is empty, its columns and its export."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from app.core.text import msg
from app.services.audit.audit import Action
from app.viewmodels.tables.layout import (
    MOST_OF_USUAL,
    NARROWEST,
    ForgetfulMemory,
    TableLayout,
    decode_layout,
    encode_layout,
    fit_widths,
)
from app.viewmodels.tables.model import DOWN
from tests.support.noting import NotingDesk
from tests.support.sample_table import COLUMNS, procedures, sample_table

LETTER = 8


class Chooser:
    """Chooses a path without asking."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.offered = ""

    def ask_file(self, file_name: str, then: Callable[[Path], None]) -> None:
        """Take the path."""
        self.offered = file_name
        then(self._path)


def test_an_empty_table_gives_the_reason(qtbot: QtBot) -> None:
    """Loading, refused, empty, and nothing that matches are told apart."""
    table = sample_table(0)
    assert table.words == "No procedures yet. Add one from the schedule."
    table.show_words("Loading…")
    assert table.words == "Loading…"
    table.show_rows(procedures(3))
    assert table.words == ""
    assert table.counted == "3 rows"
    table.filter("zzz")
    assert "zzz" in table.words
    assert table.counted == "0 of 3"


def test_columns_are_remembered(qtbot: QtBot) -> None:
    """Order, widths, hidden columns and sorting are the same the next time; a required column stays."""
    memory = ForgetfulMemory()
    table = sample_table(3, memory)
    columns = table.columns
    assert columns.shown == [0, 1, 2, 3, 4]
    columns.order([4, 0, 1, 2, 3, 5])
    columns.show(1, shown=False)
    columns.show(5, shown=True)
    columns.show(0, shown=False)
    columns.widen(2, 300)
    columns.sort_by(4)
    columns.sort_by(4)
    again = sample_table(3, memory)
    assert again.columns.shown == [4, 0, 2, 3, 5]
    assert again.columns.sorted_by == (4, DOWN)
    assert [row.number for row in again.model.rows] == [2, 3, 1]
    assert again.columns.layout.widths == {"description": 300}
    again.columns.sort_by(4)
    assert again.columns.sorted_by is None
    again.columns.reset()
    assert again.columns.shown == [0, 1, 2, 3, 4]


def test_a_layout_survives_the_settings_file() -> None:
    """A layout is saved and read back; one of another program version or a broken one is the default."""
    layout = TableLayout(("fee", "date"), {"code": True}, {"fee": 90}, "fee", backward=True)
    assert decode_layout(encode_layout(layout, {})) == layout
    assert decode_layout({"order": 3}) == TableLayout()
    assert decode_layout("x") == TableLayout()
    assert TableLayout(("gone", "fee")).ordered(COLUMNS) == [4, 0, 1, 2, 3, 5]


def test_columns_that_are_left_out(qtbot: QtBot) -> None:
    """The program leaves columns out and brings them back; what the user chose is the same then."""
    table = sample_table(3)
    columns, before = table.columns, table.columns.shown
    columns.leave_out(frozenset({"code", "status"}))
    assert columns.shown == [
        each for each in before if columns._model.columns[each].id not in ("code", "status")
    ]
    assert columns.layout == TableLayout()
    columns.leave_out(frozenset())
    assert columns.shown == before


def test_columns_fit_from_narrow_to_wide() -> None:
    """From 320 to 1,600 pixels the columns fill the width; dates and amounts are never cut, text shrinks first."""
    for room in range(320, 1601, 40):
        widths = fit_widths(COLUMNS[:5], LETTER, room, {})
        assert sum(widths) == max(room, sum(widths))
        assert widths[0] == 12 * LETTER
        assert widths[4] == 10 * LETTER
        assert min(widths[2:4]) >= NARROWEST * LETTER
    assert fit_widths(COLUMNS[:5], LETTER, 1200, {"description": 111})[2] == 111


def test_columns_fit_their_contents() -> None:
    """No text is cut while another column has room that it doesn't need; a long one stays within limits."""
    columns, usual = COLUMNS[:5], [column.width * LETTER for column in COLUMNS[:5]]
    contents = [usual[0], usual[1] - 3 * LETTER, usual[2] + 40 * LETTER, 5 * LETTER, usual[4] + 2 * LETTER]
    roomy = fit_widths(columns, LETTER, sum(contents) + 3 * LETTER, {}, contents=contents)
    assert all(width >= needed for width, needed in zip(roomy, contents, strict=True))
    scarce = fit_widths(columns, LETTER, sum(usual), {}, contents=contents)
    assert sum(scarce) == sum(usual)
    assert scarce[:2] == [usual[0], contents[1] + LETTER]
    assert scarce[2] >= usual[2]
    assert scarce[4] >= usual[4]
    long = [*contents[:1], 100 * LETTER, *contents[2:]]
    assert fit_widths(columns, LETTER, 4000, {}, contents=long)[1] == usual[1] * MOST_OF_USUAL // 100
    assert fit_widths(columns, LETTER, 4000, {"code": 77}, contents=long)[1] == 77


def test_who_may_not_export(qtbot: QtBot, tmp_path: Path) -> None:
    """Without the right nothing is saved and no more than a few rows are copied; the reason is told, nothing noted."""
    desk, table = NotingDesk(), sample_table(20)
    table.setParent(desk)
    desk.refusal = msg("You may not export. Ask a lead.")
    said: list[str] = []
    table.notice.connect(said.append)
    table.save(Chooser(tmp_path / "rows.csv"))
    assert not (tmp_path / "rows.csv").exists()
    assert table.copied(range(11)) == ""
    assert said == ["You may not export. Ask a lead."] * 2
    assert desk.noted == []
    assert len(table.copied(range(10)).splitlines()) == 10


def test_an_export_tells_what_it_did(qtbot: QtBot, tmp_path: Path) -> None:
    """The file has the shown rows and columns; success and failure are reported, and the audit has the export."""
    desk, table = NotingDesk(), sample_table(20)
    table.setParent(desk)
    table.filter("crown")
    said: list[str] = []
    table.notice.connect(said.append)
    chooser = Chooser(tmp_path / "rows.csv")
    table.save(chooser)
    assert chooser.offered == "Procedures.csv"
    assert len((tmp_path / "rows.csv").read_text("utf-8-sig").splitlines()) == 5
    table.save(Chooser(tmp_path / "no folder" / "rows.csv"))
    assert "Saved as" in said[0]
    assert "couldn't be saved" in said[1]
    assert [each[::2] for each in desk.noted] == [(Action.EXPORT, "4 rows")]
    assert table.copied([0, 1])
    assert [each[::2] for each in desk.noted[1:]] == [(Action.EXPORT, "2 rows copied")]


def test_a_layout_of_a_newer_version_keeps_what_is_unknown() -> None:
    """A further choice and the place of a column that isn't there yet survive another order made here."""
    saved = {"order": ["fee", "tooth"], "frozen": 2}
    layout = decode_layout(saved)
    assert layout.order == ("fee", "tooth")
    again = encode_layout(replace(layout, order=("date", "fee", "tooth")), saved)
    assert (again["order"], again["frozen"]) == (("date", "fee", "tooth"), 2)
