"""Communication with the patient: a timeline, with an editor above it for the entry that is opened."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QToolButton, QVBoxLayout

from app.viewmodels.staff.patient.sections.commlogs import CommlogsSection, about, family_note
from app.viewmodels.timeline import ENTRY
from app.viewmodels.translation import tr
from app.views.staff.patient.sections.section import SectionBody
from app.views.theme.fonts import grown
from app.views.theme.theme import Theme
from app.views.widgets.inline.opened_editor import OpenedEditor
from app.views.widgets.labels import plain_label
from app.views.widgets.timeline.pane import TimelinePane

HEIGHTS = {0: 120, 2: 190}
"""In pixels for so many entries at most: a section of few is no larger than it has to be."""
HEIGHT = 320


class CommlogsBody(SectionBody):
    """Enter or a double click on an entry edits it."""

    def __init__(self, section: CommlogsSection, _theme: Theme) -> None:
        super().__init__()
        self._section = section
        self.pane = TimelinePane(section.timeline)
        self.family = QToolButton()
        self.family.setText(tr("Family"))
        self.family.setCheckable(True)
        self.family.setToolTip(tr("Show the commlogs of the whole family"))
        self.family.setAccessibleName(self.family.toolTip())
        self.family.clicked.connect(lambda on: section.show_family(shown=on))
        self.task = QToolButton()
        self.task.setText(tr("Task"))
        self.task.setToolTip(tr("New task about the selected commlog"))
        self.task.setAccessibleName(self.task.toolTip())
        self.task.clicked.connect(self._new_task)
        for button in (self.task, self.family):
            self.pane.head.addWidget(button)
        timeline = self.pane.timeline
        timeline.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        timeline.customContextMenuRequested.connect(self._open_menu)
        timeline.selectionModel().currentChanged.connect(lambda *_: self._follow_current())
        self._note = plain_label(kind="second", wrap=True)
        self.editor = OpenedEditor(section.opened, self.pane.timeline, about)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self.editor, self._note, self.pane):
            column.addWidget(part)

    def fill(self) -> None:
        """Show what concerns the family, and fit the height; the timeline follows by itself."""
        count = self._section.timeline.model.count
        height = next((height for most, height in HEIGHTS.items() if count <= most), HEIGHT)
        self.pane.setFixedHeight(grown(height, self.font()))
        self.family.setChecked(self._section.shows_family)
        note = family_note(self._section)
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self._follow_current()

    def _follow_current(self) -> None:
        self.task.setEnabled(self.pane.timeline.currentIndex().isValid())

    def _new_task(self) -> None:
        index = self.pane.timeline.currentIndex()
        if index.isValid():
            self._section.new_task(index.data(ENTRY))

    def _open_menu(self, at: QPoint) -> None:
        """What can be done with the entry below the mouse."""
        timeline = self.pane.timeline
        if timeline.indexAt(at).isValid():
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.addAction(tr("New task about this"), self._new_task)
            menu.popup(timeline.viewport().mapToGlobal(at))
