"""Communication with the patient: a timeline, with an editor above it for the entry that is opened."""

from __future__ import annotations

from PySide6.QtWidgets import QToolButton, QVBoxLayout

from app.viewmodels.staff.patient.sections.commlogs import CommlogsSection, about, family_note
from app.viewmodels.translation import tr
from app.views.staff.patient.opened_editor import OpenedEditor
from app.views.staff.patient.sections.section import SectionBody
from app.views.theme.fonts import grown
from app.views.theme.theme import Theme
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
        self.pane.head.addWidget(self.family)
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
