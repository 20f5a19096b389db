"""The chart's treatment plans: the sums of each, and its procedures."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.viewmodels.staff.chart.plans import LineText, PlansSection, PlanText
from app.viewmodels.translation import tr
from app.views.staff.frame.parts.note import PartNote
from app.views.theme.icons import Icon, make_icon
from app.views.theme.theme import Theme
from app.views.widgets.elided import ElidedLabel
from app.views.widgets.labels import breakable, plain_label, plain_tip

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class PlansPane(QScrollArea):
    """The first plan is unfolded; a click on a heading unfolds or folds a plan."""

    def __init__(self, section: PlansSection, theme: Theme) -> None:
        super().__init__()
        self._section = section
        self._theme = theme
        self._shown: tuple[PlanText, ...] | None = None
        self._folded: dict[int, bool] = {}
        """Plans that the user unfolded (False) or folded, by TreatPlanNum."""
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        host = QWidget()
        host.setObjectName("scrollBody")
        self._column = QVBoxLayout(host)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(8)
        self._column.addWidget(PartNote(section))
        self._plans = QWidget()
        self._column.addWidget(self._plans)
        self._note = plain_label(kind="faint", wrap=True)
        self._column.addWidget(self._note)
        self._column.addStretch(1)
        self.setWidget(host)
        self.setAccessibleName(tr("Treatment plans"))
        section.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        section = self._section
        self._note.setText(section.estimate_note)
        if section.value is None:
            self._plans.hide()
            self._shown = None
        elif section.plans != self._shown:
            self._shown = section.plans
            self._build()

    def _build(self) -> None:
        before, self._plans = self._plans, QWidget()
        column = QVBoxLayout(self._plans)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        plans = self._shown or ()
        for place, plan in enumerate(plans):
            column.addWidget(self._plan(plan, folded=self._folded.get(plan.plan_num, place > 0)))
        if not plans:
            column.addWidget(plain_label(tr("No treatment plan."), kind="second"))
        self._column.replaceWidget(before, self._plans)
        before.hide()
        before.deleteLater()

    def _plan(self, plan: PlanText, *, folded: bool) -> QWidget:
        host = QWidget()
        column = QVBoxLayout(host)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head = QToolButton()
        head.setProperty("kind", "row")
        head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        head.setText(plan.heading.replace("&", "&&"))  # words: it would mark a key
        head.setFont(self._theme.fonts.strong)
        head.setIcon(make_icon(Icon.NEXT if folded else Icon.DOWN, 16))
        head.setToolTip(tr("Show procedures") if folded else tr("Hide procedures"))
        head.setAccessibleName(plan.heading)
        head.setAccessibleDescription(plan.spoken)
        head.clicked.connect(lambda: self._fold(plan.plan_num, folded=not folded))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(head)
        row.addWidget(ElidedLabel(plan.about), 1)
        column.addLayout(row)
        column.addLayout(self._sums(plan))
        column.addLayout(self._booking(plan))
        if not folded:
            if plan.lines:
                column.addLayout(self._lines(plan.lines))
            if plan.note:
                column.addWidget(plain_label(breakable(plan.note), kind="faint", wrap=True))
        return host

    def _booking(self, plan: PlanText) -> QHBoxLayout:
        """What of it is booked, and a button for the rest."""
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(plain_label(plan.scheduled, kind=plan.tone or "second", wrap=True), 1)
        if plan.bookable:
            button = QToolButton()
            button.setProperty("kind", "link")
            button.setText(tr("Book"))
            button.setToolTip(tr("Book for this patient  (Ctrl+Shift+B)"))
            button.clicked.connect(self._section.book)
            row.addWidget(button)
        return row

    def _sums(self, plan: PlanText) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(0)
        sums = [
            (tr("Fee"), plan.fee),
            (tr("Insurance est."), plan.insurance),
            (tr("Write-off"), plan.write_off),
            (tr("Patient"), plan.patient),
        ]
        sums = [each for each in sums if each[1]]
        for at, (label, value) in enumerate(sums):
            grid.addWidget(plain_label(label, kind="faint"), 0, at)
            number = plain_label(value)
            number.setFont(self._theme.fonts.number if at == len(sums) - 1 else self._theme.fonts.title)
            grid.addWidget(number, 1, at, Qt.AlignmentFlag.AlignBottom)
        grid.setColumnStretch(len(sums), 1)
        return grid

    def _lines(self, lines: tuple[LineText, ...]) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 4, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        titles = ("", "", tr("Fee"), tr("Ins."), tr("Patient"), "")
        for at, title in enumerate(titles):
            if title:
                grid.addWidget(plain_label(title, kind="faint"), 0, at, _RIGHT)
        for row, line in enumerate(lines, 1):
            name = ElidedLabel(line.name)
            name.setToolTip(plain_tip(line.name))
            grid.addWidget(plain_label(line.place, kind="second"), row, 0)
            grid.addWidget(name, row, 1)
            for at, figure in enumerate((line.fee, line.insurance, line.patient), 2):
                grid.addWidget(self._figure(figure), row, at, _RIGHT)
            grid.addWidget(plain_label(line.progress, kind=line.tone), row, 5)
        return grid

    def _figure(self, text: str) -> QLabel:
        label = plain_label(text)
        label.setFont(self._theme.fonts.figures)
        return label

    def _fold(self, plan_num: int, *, folded: bool) -> None:
        self._folded[plan_num] = folded
        self._build()
