"""The table model: filtered, sorted, and changed by row."""

from __future__ import annotations

from decimal import Decimal

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QItemSelectionModel, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from app.viewmodels.tables.model import DOWN, TONE, UP, TableModel
from tests.support.sample_table import COLUMNS, Procedure, procedures

FATAL = QAbstractItemModelTester.FailureReportingMode.Warning
DATE, CODE, DESCRIPTION, STATUS, FEE, NUMBER = range(6)


@pytest.fixture
def model(qapp: QApplication) -> TableModel[Procedure]:
    """Twenty rows, watched by Qt's own tester: its warnings fail the test."""
    made = TableModel[Procedure](COLUMNS, lambda row: row.number)
    QAbstractItemModelTester(made, FATAL, made)
    made.set_rows(procedures(20))
    return made


def numbers(model: TableModel[Procedure]) -> list[int]:
    """The shown rows."""
    return [row.number for row in model.rows]


def test_a_filter_keeps_rows_with_all_words_in_any_column(model: TableModel[Procedure]) -> None:
    """All typed words count, in any order and column, without accents, and an empty filter shows everything."""
    model.filter("resine d2392")
    assert numbers(model) == [3, 8, 13, 18]
    model.filter("OVERDUE prophy")
    assert numbers(model) == [6]
    model.filter("nothing like it")
    assert numbers(model) == []
    model.filter(" ")
    assert len(numbers(model)) == 20


def test_sorting_is_by_value_with_empty_cells_last(model: TableModel[Procedure]) -> None:
    """Amounts and dates are sorted by value; a row without one comes last in both directions."""
    model.sort(FEE, UP)
    fees = [row.fee for row in model.rows]
    assert fees == sorted(fees, key=lambda fee: fee or Decimal(0))
    for order in (UP, DOWN):
        model.sort(DATE, order)
        assert [row.day for row in model.rows][-2:] == [None, None]
    model.sort(-1)
    assert numbers(model) == list(range(1, 21))


def test_a_filter_follows_the_order_of_a_sort(model: TableModel[Procedure]) -> None:
    """Filtered rows stay sorted, and rows sorted later stay filtered."""
    model.sort(NUMBER, DOWN)
    model.filter("crown")
    assert numbers(model) == [17, 12, 7, 2]
    model.sort(NUMBER, UP)
    assert numbers(model) == [2, 7, 12, 17]


def test_rows_change_without_a_reset(model: TableModel[Procedure]) -> None:
    """Removed, added, changed and moved rows are announced one by one; a held row stays held."""
    resets: list[None] = []
    model.modelReset.connect(lambda: resets.append(None))
    changed: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last, _roles: changed.append((first.row(), last.row())))
    held = QPersistentModelIndex(model.index(9, 0))
    rows = procedures(22)
    del rows[2:4]
    rows[7] = replace(rows[7], description="Crown, #3")
    model.set_rows(rows)
    assert numbers(model) == [row.number for row in rows]
    assert changed == [(7, 7)]
    assert model.rows[held.row()].number == 10
    model.filter("crown #3")
    assert [row.number for row in model.rows] == [10]
    assert held.row() == 0
    model.filter("")
    model.set_rows(rows[::-1])
    assert model.rows[held.row()].number == 10
    assert resets == []


def test_a_selection_survives_filter_and_sort(model: TableModel[Procedure]) -> None:
    """A selected row that stays in view stays selected."""
    selection = QItemSelectionModel(model)
    row = QItemSelectionModel.SelectionFlag.Rows
    selection.select(model.index(1, 0), row | QItemSelectionModel.SelectionFlag.Select)
    model.sort(NUMBER, DOWN)
    model.filter("crown")
    assert [model.rows[index.row()].number for index in selection.selectedRows()] == [2]


def test_a_cell_has_its_kind(model: TableModel[Procedure]) -> None:
    """Amounts are right-aligned with two decimals and a minus; a tone names a token; an empty cell is empty."""
    money = model.index(3, FEE)
    assert money.data() == "−35.00"
    assert money.data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignTrailing
    assert model.index(1, FEE).data() == "1,350.00"
    assert model.index(5, STATUS).data(TONE) == "alert"
    assert model.index(6, DATE).data() == ""
    assert model.index(0, DATE).data() == "Jan 5, 2026"


def test_two_rows_with_one_key_are_a_mistake(model: TableModel[Procedure]) -> None:
    """A key that occurs twice raises ValueError, and the shown rows stay."""
    with pytest.raises(ValueError, match="the same key"):
        model.set_rows([*procedures(2), *procedures(1)])
    assert len(model.rows) == 20
