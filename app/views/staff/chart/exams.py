"""The chart's perio summary and vital signs."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from app.viewmodels.staff.chart.exams import ExamsSection
from app.viewmodels.translation import tr
from app.views.staff.frame.parts.note import PartNote, age_label
from app.views.theme.theme import Theme
from app.views.widgets.labels import plain_label


class ExamsPane(QFrame):
    """Three numbers with their change, and the latest readings."""

    def __init__(self, section: ExamsSection, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("section")
        self._section = section
        self._theme = theme
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(plain_label(tr("Perio"), kind="title"))
        self._day = plain_label(kind="second")
        head.addWidget(self._day, 1)
        head.addWidget(age_label(section))
        self._figures, self._vitals = QWidget(), QWidget()
        self._deep = plain_label(kind="second", wrap=True)
        self._vitals_title = QWidget()
        titles = QHBoxLayout(self._vitals_title)
        titles.setContentsMargins(0, 0, 0, 0)
        titles.addWidget(plain_label(tr("Vital signs"), kind="title"), 1)
        self.more = QToolButton()
        self.more.setProperty("kind", "link")
        self.more.clicked.connect(section.toggle_vitals)
        titles.addWidget(self.more)
        self._vitals_note = plain_label(kind="second", wrap=True)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        column.addLayout(head)
        for part in (
            PartNote(section),
            self._figures,
            self._deep,
            self._vitals_title,
            self._vitals_note,
            self._vitals,
        ):
            column.addWidget(part)
        self.setAccessibleName(tr("Perio and vital signs"))
        section.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        section = self._section
        ready = section.value is not None
        self._day.setText(section.perio_note if ready else "")
        self._deep.setText(section.deep_note)
        self._deep.setVisible(ready and bool(section.deep_note))
        self._vitals_title.setVisible(ready)
        self.more.setText(section.more_vitals)
        self.more.setVisible(bool(section.more_vitals))
        self._vitals_note.setText(section.vitals_note)
        self._vitals_note.setVisible(ready and bool(section.vitals_note))
        self._figures = self._replace(
            self._figures, self._make_figures(), shown=ready and bool(section.figures)
        )
        self._vitals = self._replace(self._vitals, self._make_vitals(), shown=ready and bool(section.vitals))

    def _replace(self, before: QWidget, made: QWidget, *, shown: bool) -> QWidget:
        self._column.replaceWidget(before, made)
        before.hide()
        before.deleteLater()
        made.setVisible(shown)
        return made

    def _make_figures(self) -> QWidget:
        host = QWidget()
        grid = QGridLayout(host)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(0)
        for at, figure in enumerate(self._section.figures):
            number = plain_label(figure.value)
            number.setFont(self._theme.fonts.number)
            box = QHBoxLayout()
            box.setSpacing(6)
            box.addWidget(number)
            box.addWidget(plain_label(figure.change, kind=figure.tone), 1, Qt.AlignmentFlag.AlignBottom)
            grid.addWidget(plain_label(figure.label, kind="faint"), 0, at)
            grid.addLayout(box, 1, at)
            grid.setColumnStretch(at, 1)
        return host

    def _make_vitals(self) -> QWidget:
        host = QWidget()
        grid = QGridLayout(host)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        for row, each in enumerate(self._section.vitals):
            texts = (each.day, each.pressure, each.pulse, each.weight, each.height)
            for at, text in enumerate(texts):
                label = plain_label(text, kind="second" if at == 0 or row else "")
                label.setFont(self._theme.fonts.figures)
                grid.addWidget(label, row, at)
        grid.setColumnStretch(5, 1)
        return host
