"""The side panel's page for editing the saved views of the schedule."""

from __future__ import annotations

from typing import cast

from msgspec.structs import replace
from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.core.tasks import TaskScope
from app.domain.schedule.saved_view import KEYS, LINE_WORDS, SavedView
from app.viewmodels.amounts import percent_text
from app.viewmodels.clock_face import clock
from app.viewmodels.staff.schedule.arranging.editing import HALF_HOURS, ViewsEditor
from app.viewmodels.translation import tr
from app.views.staff.schedule.arranging.checks import Checks
from app.views.staff.schedule.grid.surface import ZOOMS
from app.views.widgets.combo import CalmCombo, fill
from app.views.widgets.entry_form import EntryForm
from app.views.widgets.labels import plain_label, plain_tip
from app.views.widgets.page_head import PageHead

MOST_LETTERS = 40
NO_TIME = -1


class ViewsPage(EntryForm):
    """Which view is edited, its entries, Save and Delete; below them the import. Enter saves, Esc closes."""

    closed = Signal()

    def __init__(self, editor: ViewsEditor, scope: TaskScope, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._scope = scope
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        head = PageHead(tr("Views of the schedule"))
        head.close.clicked.connect(lambda: self.closed.emit())
        column.addLayout(head)
        self.which, self.new = CalmCombo(), QPushButton(tr("New view"))
        self.which.setAccessibleName(tr("View to edit"))
        self.new.clicked.connect(editor.new)
        row = QHBoxLayout()
        row.addWidget(self.which, 1)
        row.addWidget(self.new)
        column.addLayout(row)
        self._empty = plain_label(
            tr("No views yet. Click New view to save what is on the screen now."),
            kind="second",
            wrap=True,
        )
        column.addWidget(self._empty)
        self._entries = QWidget()
        self._make_entries()
        column.addWidget(self._entries)
        self.take_over = QPushButton(tr("Import from Open Dental"))
        self.take_over.clicked.connect(lambda: scope.start(editor.import_views(), "import of views"))
        self._told = plain_label(kind="second", wrap=True)
        self._told.hide()
        column.addWidget(self.take_over)
        column.addWidget(self._told)
        column.addStretch(1)
        self.which.activated.connect(lambda _: editor.choose(self.which.currentData()))
        editor.changed.connect(self.show_draft)
        editor.told.connect(self._tell)
        self.show_draft()

    def take_focus(self) -> None:
        """Focus the name, or the button for a first view."""
        (self.name if self._editor.draft is not None else self.new).setFocus()

    def confirm(self) -> None:
        """Save the view and show it."""
        self._scope.start(self._editor.save(), "save a view")

    def dismiss(self) -> None:
        """Close the page."""
        self.closed.emit()

    def show_draft(self) -> None:
        """Show the edited view as it is."""
        editor, draft = self._editor, self._editor.draft
        views = [(each.id, self._title(each.key, each.name)) for each in editor.views]
        if draft is not None and draft.id not in dict(views):
            views.append((draft.id, self._title(draft.key, draft.name)))
        fill(self.which, views, draft.id if draft is not None else None)
        for row, (_, title) in enumerate(views):
            self.which.setItemText(row, title)
        self.which.setEnabled(bool(views))
        self._empty.setVisible(draft is None)
        self._entries.setVisible(draft is not None)
        if draft is None:
            return
        with QSignalBlocker(self.name):
            if self.name.text() != draft.name:
                self.name.setText(draft.name)
        keys = KEYS if draft.key in (0, *KEYS) else (*KEYS, draft.key)
        fill(self.key, [(0, tr("None")), *((key, f"F{key}") for key in keys)], draft.key)
        fill(self.clinic, editor.clinics, draft.clinic_num)
        fill(self.by, [(0, tr("Operatories")), (1, tr("Providers"))], int(draft.by_provider))
        self._fill_place(draft.zoom, draft.starts)
        self._fill_sets()
        self._taken.setText(editor.key_words)
        self._taken.setVisible(bool(editor.key_words))
        self.save.setEnabled(editor.dirty)

    # --- inside --------------------------------------------------------------------------------------------

    def _make_entries(self) -> None:
        column = QVBoxLayout(self._entries)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.name = QLineEdit()
        self.name.setMaxLength(MOST_LETTERS)
        self.name.textEdited.connect(self._edit)
        self.key, self.clinic, self.by, self.starts, self.zoom = (CalmCombo() for _ in range(5))
        self._taken = plain_label(kind="second", wrap=True)
        form = QFormLayout()
        form.setVerticalSpacing(8)
        rows = (
            (tr("Name"), self.name), (tr("Key"), self.key), ("", self._taken), (tr("Clinic"), self.clinic),
            (tr("Columns"), self.by), (tr("Starts at"), self.starts), (tr("Zoom"), self.zoom),
        )  # fmt: skip
        for title, field in rows:
            form.addRow(title, field)
            field.setAccessibleName(title)
        column.addLayout(form)
        form.setRowVisible(self.clinic, bool(self._editor.clinics))
        for combo in (self.key, self.clinic, self.by, self.starts, self.zoom):
            combo.activated.connect(self._edit)
        self.operatories, self.providers = Checks(tr("Operatories")), Checks(tr("Providers"))
        self.lines = Checks(tr("Lines on an appointment"))
        self.hides = QCheckBox(tr("Hide patient names"))
        self.hides.setToolTip(plain_tip(tr("For a screen that the public can see: times and colors only.")))
        self.hides.clicked.connect(self._edit)
        for part in (self.operatories, self.providers, self.lines):
            part.changed.connect(self._edit)
            column.addWidget(part)
        column.addWidget(self.hides)
        self.save, self.delete = QPushButton(tr("Save view")), QPushButton(tr("Delete"))
        self.save.setProperty("kind", "primary")
        self.save.clicked.connect(self.confirm)
        self.delete.clicked.connect(lambda: self._scope.start(self._editor.delete(), "delete a view"))
        buttons = QHBoxLayout()
        buttons.addWidget(self.delete)
        buttons.addWidget(self.save, 1)
        column.addLayout(buttons)

    def _fill_place(self, zoom: int, starts: int | None) -> None:
        times = [(NO_TIME, tr("Unchanged")), *((each, clock(each)) for each in HALF_HOURS)]
        if starts is not None and starts not in HALF_HOURS:
            times.append((starts, clock(starts)))
        fill(self.starts, times, NO_TIME if starts is None else starts)
        zooms = [
            (0, tr("Unchanged")),
            *((each, percent_text(round(each * 100 / ZOOMS[2]))) for each in ZOOMS),
        ]
        if zoom and zoom not in ZOOMS:
            zooms.append((zoom, percent_text(round(zoom * 100 / ZOOMS[2]))))
        fill(self.zoom, zooms, zoom)

    def _fill_sets(self) -> None:
        editor, draft = self._editor, self._editor.draft
        if draft is None:
            return
        every: list[tuple[Checks, list[tuple[int, str]], tuple[int, ...]]] = [
            (self.operatories, editor.operatories, draft.op_nums),
            (self.providers, editor.providers, draft.prov_nums),
        ]
        for checks, options, chosen in every:
            checks.offer(options)
            checks.check(chosen or [key for key, _ in options])
        self.lines.offer([(line, tr(words)) for line, words in LINE_WORDS.items()])
        self.lines.check(draft.lines)
        self.lines.setEnabled(not draft.hides_names)
        self.hides.setChecked(draft.hides_names)

    def _edit(self) -> None:
        draft = self._editor.draft
        if draft is None:
            return
        starts = self.starts.currentData()
        self._editor.edit(
            replace(
                draft,
                name=self.name.text(),
                key=self.key.currentData(),
                clinic_num=self.clinic.currentData() or 0,
                by_provider=bool(self.by.currentData()),
                op_nums=_chosen(self.operatories, draft.op_nums),
                prov_nums=_chosen(self.providers, draft.prov_nums),
                lines=self._lines(draft),
                zoom=self.zoom.currentData(),
                starts=None if starts == NO_TIME else starts,
                hides_names=self.hides.isChecked(),
            )
        )

    def _lines(self, draft: SavedView) -> tuple[str, ...]:
        """The checked ones, and those that only a newer version can show."""
        unknown = (each for each in draft.lines if each not in draft.card_lines)
        return cast(tuple[str, ...], _in_order(draft.lines, (*self.lines.checked(), *unknown)))

    def _tell(self, words: str) -> None:
        self._told.setText(words)
        self._told.show()

    @staticmethod
    def _title(key: int, name: str) -> str:
        return f"F{key}  {name}" if key else name


def _chosen(checks: Checks, before: tuple[int, ...]) -> tuple[int, ...]:
    """The checked numbers, those of before in their order; empty for all or none."""
    checked = cast(tuple[int, ...], checks.checked())
    return () if len(checked) in (0, len(checks.boxes)) else cast(tuple[int, ...], _in_order(before, checked))


def _in_order(before: tuple[object, ...], checked: tuple[object, ...]) -> tuple[object, ...]:
    """The checked ones: first those of before that still are, then the new ones."""
    kept = tuple(each for each in before if each in checked)
    return (*kept, *(each for each in checked if each not in kept))
