"""The details of the open task: status and list, text, priority, what it is attached to, who added it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.viewmodels.staff.tasks.open.fields import PRIORITY, SHORT, TEXT
from app.viewmodels.staff.tasks.open.head import Link
from app.viewmodels.staff.tasks.open.model import OpenTaskViewModel
from app.viewmodels.translation import tr
from app.views.theme.fonts import grown
from app.views.theme.tokens import tokens_of
from app.views.widgets.cell_button import cell_button
from app.views.widgets.inline.field import INDENT, LABEL_WIDTH, InlineField
from app.views.widgets.labels import breakable, plain_label, plain_tip

BAR = 4
"""Width of the priority's bar in pixels."""
LINK_PADDING = 5
"""Of a link's text, from its frame."""


class PriorityBar(QWidget):
    """The color of a priority, whose name is among the details."""

    def __init__(self) -> None:
        super().__init__()
        self._tone = ""
        self.setFixedWidth(BAR)

    def show_tone(self, tone: str) -> None:
        """A color by its name in the tokens; empty: none."""
        self._tone = tone
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill it."""
        if self._tone:
            painter = QPainter(self)
            painter.fillRect(self.rect(), QColor(getattr(tokens_of(self.palette()), self._tone)))
            painter.end()


class Detail(QWidget):
    """A name and a value, or a link, in the columns of the fields that are edited in place."""

    def __init__(self, name: str, open_link: Callable[[], None] | None = None) -> None:
        """`open_link` is what a click on a link does; None: there are only words."""
        super().__init__()
        self._words = ""
        """Of the link."""
        self.value = plain_label(wrap=True)
        self.link = cell_button("", "link")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        label = plain_label(name, kind="second")
        label.setObjectName("inlineName")
        label.setFixedWidth(grown(LABEL_WIDTH, self.font()))
        self._before = label.maximumWidth() + INDENT + LINK_PADDING + 2 * row.spacing()
        self.link.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.link.setMinimumWidth(1)
        row.addWidget(label)
        row.addSpacing(INDENT - LINK_PADDING)
        row.addWidget(self.link)
        row.addSpacing(LINK_PADDING)
        row.addWidget(self.value, 1)
        self.link.hide()
        if open_link is not None:
            self.link.clicked.connect(open_link)

    def show_text(self, text: str) -> None:
        """Show a value; empty: hide it."""
        self.setVisible(bool(text))
        self.value.setText(breakable(text))

    def show_link(self, link: Link | None) -> None:
        """Show a link, or words where nothing can be opened."""
        self.setVisible(link is not None)
        if link is None:
            return
        self.link.setVisible(link.can_open)
        self.value.setText("" if link.can_open else link.words)
        self.value.setProperty("kind", link.tone)
        self.value.style().polish(self.value)
        if link.can_open:
            self._words = link.words
            self._fit()
            self.link.setAccessibleName(link.spoken)
            self.link.setToolTip(plain_tip(link.spoken))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A name that is too long ends with an ellipsis."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - self._before
        shown = self.link.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        self.link.setText(shown.replace("&", "&&"))


class TaskHead(QWidget):
    """The rows below the task's text, which the pane shows above them: `text`."""

    def __init__(self, model: OpenTaskViewModel) -> None:
        super().__init__()
        self._model = model
        edits = model.fields.edits
        self.text = InlineField(edits[TEXT], named=False)
        self.short = InlineField(edits[SHORT])
        self.priority = InlineField(edits[PRIORITY])
        self.patient = Detail(tr("Patient"), model.show_patient)
        self.appointment = Detail(tr("Appointment"), model.show_appointment)
        self.written, self.taken = Detail(tr("Added")), Detail(tr("Taken"))
        self.finished, self.reminder = Detail(tr("Done")), Detail(tr("Reminder"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(2)
        for part in (
            self.short, self.priority, self.patient, self.appointment, self.taken, self.reminder,
            self.written, self.finished,
        ):  # fmt: skip
            column.addWidget(part)
        edits[SHORT].changed.connect(self._show_short)
        model.changed.connect(self._show)
        self._editing = False
        self._show()

    def edit(self) -> None:
        """Edit the text; the short text can be added, too."""
        self._editing = True
        self._show_short()
        self.text.start()

    def forget(self) -> None:
        """Another task is open."""
        self._editing = False
        self._show_short()

    def _show(self) -> None:
        head = self._model.head
        if head is None:
            return
        self.patient.show_link(head.patient)
        self.appointment.show_link(head.appointment)
        self.written.show_text(head.written)
        self.taken.show_text(head.taken)
        self.finished.show_text(head.finished)
        self.reminder.show_text(head.reminder)
        self._show_short()

    def _show_short(self) -> None:
        edit = self._model.fields.edits[SHORT]
        has_more = bool(edit.shown or edit.state.words) or edit.state.phase != "shown"
        self.short.setVisible(self._editing or has_more)
