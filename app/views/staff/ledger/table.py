"""The Account tab: what the table is limited to, and the table."""

from __future__ import annotations

from collections.abc import Hashable

from msgspec.structs import replace
from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QAbstractItemView, QToolButton, QVBoxLayout, QWidget

from app.viewmodels.staff.ledger.account import LedgerAccount
from app.viewmodels.staff.ledger.filters import SPAN_WORDS, Span
from app.viewmodels.staff.ledger.rows import GROUP_WORDS, Group
from app.viewmodels.tables.export import FileChooser
from app.viewmodels.translation import tr
from app.views.staff.frame.parts.note import PartNote
from app.views.theme.icons import Icon
from app.views.theme.theme import Theme
from app.views.widgets.combo import CalmCombo, member
from app.views.widgets.date_popup import DatePopup, qdate
from app.views.widgets.labels import plain_label
from app.views.widgets.skeleton import Skeleton
from app.views.widgets.tables.pane import TablePane


class LedgerTable(QWidget):
    """Opens at the newest entry. A change while the newest one is in view keeps it in view; else nothing moves."""

    def __init__(self, account: LedgerAccount, theme: Theme, chooser: FileChooser | None = None) -> None:
        super().__init__()
        self._account, self._entries = account, account.entries
        self.pane = TablePane(account.entries.table, chooser=chooser)
        self.view = self.pane.table
        self._at_end = True
        self.groups, self.spans = CalmCombo(), CalmCombo()
        self.open_only, self.date = QToolButton(), QToolButton()
        self._make_filters(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.skeleton, self.warning = Skeleton(), plain_label(kind="late", wrap=True)
        column.addWidget(PartNote(account))
        column.addWidget(self.warning)
        column.addWidget(self.pane, 1)
        column.addWidget(self.skeleton, 1)
        column.addStretch(0)
        self.setFocusProxy(self.view)
        bar = self.view.verticalScrollBar()
        bar.valueChanged.connect(self._note_place)
        bar.rangeChanged.connect(lambda *_: self._keep_end())
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._follow_selection())
        self.view.selectionModel().currentRowChanged.connect(lambda *_: self._follow_selection())
        self._entries.another_shown.connect(self.show_end)
        self._entries.filter_changed.connect(self._show)
        account.changed.connect(self._show)
        self._show()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in order."""
        return (
            self.pane.filter_field,
            self.groups,
            self.spans,
            self.open_only,
            self.date,
            self.pane.more,
            self.view,
        )

    def show_end(self) -> None:
        """Show the newest entries."""
        self._at_end = True
        self.view.scrollToBottom()

    def go_to(self, key: Hashable) -> None:
        """Select a row, if it is shown, and bring it into view."""
        rows = self._entries.table.model.rows
        at = next((at for at, row in enumerate(rows) if row.key == key), None)
        if at is not None:
            self.view.setCurrentIndex(self.view.model().index(at, max(self.view.currentIndex().column(), 0)))
            self.view.scrollTo(self.view.currentIndex())

    def pick_date(self) -> None:
        """Open the calendar."""
        rows = self._entries.table.model.rows
        if not rows:
            return
        at = max(self.view.currentIndex().row(), 0) if self.view.currentIndex().isValid() else len(rows) - 1
        popup = DatePopup(qdate(rows[at].day), qdate(self._account.desk.now().date()), self)
        popup.picked.connect(lambda day: self.go_to_day(day.toPython()))
        popup.move(self.date.mapToGlobal(QPoint(0, self.date.height() + 4)))
        popup.show()

    def go_to_day(self, day: object) -> None:
        """Put the first entry of a day, or of the next one with entries, at the top."""
        rows = self._entries.table.model.rows
        at = next((at for at, row in enumerate(rows) if row.day >= day), len(rows) - 1)
        index = self.view.model().index(at, 0)
        self.view.setCurrentIndex(index)
        self.view.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtTop)
        self.view.setFocus()

    def _make_filters(self, theme: Theme) -> None:
        self.groups.setAccessibleName(tr("Kind of entries"))
        self.groups.addItem(tr("All entries"), None)
        for group in Group:
            self.groups.addItem(tr(GROUP_WORDS[group]), group)
        self.spans.setAccessibleName(tr("How far back"))
        for span in Span:
            self.spans.addItem(tr(SPAN_WORDS[span]), span)
        self.open_only.setText(tr("Open only"))
        self.open_only.setCheckable(True)
        self.open_only.setProperty("kind", "action")
        self.open_only.setToolTip(tr("Only charges on which something is still owed  (O)"))
        self.date.setIcon(theme.icon(Icon.DATE, size=16))
        self.date.setToolTip(tr("Go to a date  (J)"))
        self.date.setAccessibleName(tr("Go to a date"))
        self.pane.filter_field.setPlaceholderText(tr("Search  (Ctrl+F)"))
        for at, part in enumerate((self.groups, self.spans, self.open_only, self.date)):
            self.pane.head.insertWidget(1 + at, part)
        self.groups.activated.connect(
            lambda at: self._limit(group=member(self.groups, Group, at) if at else None),
        )
        self.spans.activated.connect(lambda at: self._limit(span=member(self.spans, Span, at)))
        self.open_only.clicked.connect(lambda on: self._limit(open_only=on))
        self.date.clicked.connect(self.pick_date)

    def _limit(self, **chosen: object) -> None:
        self._entries.limit(replace(self._entries.filter, **chosen))

    def _show(self) -> None:
        account, chosen = self._account, self._entries.filter
        self.pane.setVisible(account.value is not None)
        self.skeleton.setVisible(account.value is None and not account.refused)
        self.warning.setText(account.warning)
        self.warning.setVisible(bool(account.warning))
        self.groups.setCurrentIndex(self.groups.findData(chosen.group) if chosen.group else 0)
        self.spans.setCurrentIndex(self.spans.findData(chosen.span))
        self.open_only.setChecked(chosen.open_only)
        if self.open_only.property("set") is not chosen.open_only:
            self.open_only.setProperty("set", chosen.open_only)
            self.open_only.style().unpolish(self.open_only)
            self.open_only.style().polish(self.open_only)

    def _note_place(self, value: int) -> None:
        self._at_end = value >= self.view.verticalScrollBar().maximum()

    def _keep_end(self) -> None:
        if self._at_end:
            QTimer.singleShot(0, self.view, self._scroll_to_end)

    def _scroll_to_end(self) -> None:
        if self._at_end:
            self.view.scrollToBottom()

    def _follow_selection(self) -> None:
        """Tell which row is selected: the one where the cursor is."""
        selection, rows = self.view.selectionModel(), self._entries.table.model.rows
        at = selection.currentIndex().row()
        self._entries.select(rows[at].key if selection.hasSelection() and 0 <= at < len(rows) else None)
