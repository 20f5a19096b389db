"""The Chart tab: the medical banner over teeth and notes at the left, plans, procedures and exams at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QTabBar, QToolButton, QVBoxLayout, QWidget

from app.viewmodels.staff.chart.chart import ChartModel
from app.viewmodels.translation import tr
from app.views.staff.chart.banner import MedicalBanner
from app.views.staff.chart.exams import ExamsPane
from app.views.staff.chart.notes import NotesPane
from app.views.staff.chart.odontogram.paper import chart_picture
from app.views.staff.chart.odontogram_panel import OdontogramPanel
from app.views.staff.chart.plans import PlansPane
from app.views.staff.chart.procedures import ProceduresPane
from app.views.staff.frame.parts.note import PartNote
from app.views.theme.fonts import grown
from app.views.theme.theme import Theme
from app.views.widgets.elided import ElidedLabel
from app.views.widgets.labels import plain_tip

NARROWEST, WIDEST = 352, 720
"""Of the right column, in pixels for text of 13 px."""
REST = 612
"""What the left column needs at least, with the margins and a scroll bar: in the smallest window nothing is cut off."""
SHARE = 0.42
"""Of the width that it takes between the two."""
HIGH, LOWEST = 800, 140
"""The height from which plans and procedures are both shown, and the least that they have."""
TEETH, NOTES = 2, 3
"""The odontogram has 40 percent of the height."""


class ChartView(QWidget):
    """The notes, the table and the plans scroll by themselves; in a very low window all below the banner does."""

    def __init__(self, model: ChartModel, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("page")
        self._model = model
        report = QToolButton()
        report.setProperty("kind", "link")
        report.setText(tr("Report a change"))
        report.setToolTip(
            tr("What the patient says about their health, as a commlog for a clinician  (Ctrl+Shift+M)")
        )
        report.clicked.connect(model.open_report)
        self.banner = MedicalBanner(model.medical, theme, report)
        self.odontogram = OdontogramPanel(model.teeth.odontogram, theme)
        self.notes = NotesPane(model)
        self.procedures = ProceduresPane(model)
        self.plans = PlansPane(model.plans, theme)
        self.exams = ExamsPane(model.exams, theme)
        self._gap = ElidedLabel()
        self._gap.setProperty("kind", "late")
        self._nothing = QWidget()
        """In place of the odontogram until the teeth are known."""
        self._right = self._make_right()
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self._teeth(), TEETH)
        left.addWidget(_framed(self.notes), NOTES)
        body = Body()
        work = QHBoxLayout(body)
        work.setContentsMargins(0, 0, 0, 0)
        work.setSpacing(8)
        work.addLayout(left, 1)
        work.addWidget(self._right)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(8)
        column.addWidget(self.banner)
        column.addWidget(_scrolled(body), 1)
        self._connect(model)
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The right column grows with the window, between its limits."""
        super().resizeEvent(event)
        font = self.font()
        width = min(round(self.width() * SHARE), self.width() - grown(REST, font))
        self._right.setFixedWidth(max(grown(NARROWEST, font), min(width, grown(WIDEST, font))))
        self._pick()

    def _connect(self, model: ChartModel) -> None:
        model.search_asked.connect(lambda: self.notes.pane.filter_field.setFocus())
        model.report_asked.connect(self.banner.form.take_focus)
        self.banner.form.left.connect(self.setFocus)
        self.setFocusProxy(self.odontogram.canvas)
        self.odontogram.activated.connect(lambda _: self.notes.pane.timeline.setFocus())
        self.odontogram.print_asked.connect(self._print_teeth)
        self.procedures.pane.print_asked.connect(lambda: model.print_procedures(self))
        model.print_asked.connect(self._print_teeth)
        model.previewed.connect(lambda preview, printing: preview(printing, self.window()).open())
        model.teeth.table.opened.connect(lambda row: model.select_tooth_of(row))
        model.teeth.changed.connect(self._show)

    def _teeth(self) -> QFrame:
        """The odontogram, which has its own margins, and above it what it lacks."""
        note = PartNote(self._model.teeth)
        note.setContentsMargins(12, 8, 12, 8)
        self._gap_row = QWidget()
        row = QHBoxLayout(self._gap_row)
        row.setContentsMargins(12, 8, 12, 0)
        row.addWidget(self._gap)
        frame = _framed(note, self._gap_row, self._nothing, self.odontogram)
        layout = frame.layout()
        if isinstance(layout, QVBoxLayout):
            layout.setContentsMargins(1, 1, 1, 1)
            layout.setStretchFactor(self._nothing, 1)
        return frame

    def _make_right(self) -> QWidget:
        host = QWidget()
        column = QVBoxLayout(host)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(tr("Plans or procedures"))
        self.tabs.addTab(tr("Treatment plans"))
        self.tabs.addTab(tr("Procedures"))
        self.tabs.currentChanged.connect(lambda _: self._pick())
        both = QWidget()
        rows = QVBoxLayout(both)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(12)
        rows.addWidget(self.plans, 1)
        rows.addWidget(self.procedures, 1)
        both.setMinimumHeight(grown(LOWEST, self.font()))
        column.addWidget(_framed(self.tabs, both), 1)
        column.addWidget(self.exams)
        return host

    def _pick(self) -> None:
        """Plans or procedures; in a high window both."""
        high = self.height() >= grown(HIGH, self.font())
        self.tabs.setVisible(not high)
        self.plans.setVisible(high or self.tabs.currentIndex() == 0)
        self.procedures.setVisible(high or self.tabs.currentIndex() == 1)

    def _print_teeth(self) -> None:
        self._model.print_teeth(chart_picture, self)

    def _show(self) -> None:
        gap = self._model.teeth.gap
        self._gap.setText(gap)
        self._gap.setToolTip(plain_tip(gap))
        self._gap_row.setVisible(bool(gap))
        drawn = self._model.teeth.is_drawn
        self.odontogram.setVisible(drawn)
        self._nothing.setVisible(not drawn)


class Body(QWidget):
    """Takes the height that there is; a scroll area gives others the height at which no part of them scrolls."""

    def hasHeightForWidth(self) -> bool:
        """Not to be asked for that height."""
        return False


def _scrolled(body: Body) -> QScrollArea:
    """The body, with a scroll bar where the window is lower than its least height."""
    host = QWidget()
    host.setObjectName("page")
    column = QVBoxLayout(host)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(body)
    area = QScrollArea()
    area.setObjectName("page")
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(host)
    return area


def _framed(*parts: QWidget) -> QFrame:
    """A panel; its last part fills it."""
    frame = QFrame()
    frame.setObjectName("section")
    column = QVBoxLayout(frame)
    column.setContentsMargins(8, 8, 8, 8)
    column.setSpacing(4)
    for part in parts:
        column.addWidget(part, int(part is parts[-1]))
    return frame
