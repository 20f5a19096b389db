"""The odontogram with all that belongs to it: days, numbering, legend, list, what isn't drawn, the selected tooth."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from app.domain.chart.numbering import Numbering
from app.viewmodels.staff.chart.odontogram import OdontogramViewModel
from app.viewmodels.translation import tr
from app.views.staff.chart.day_slider import DaySlider
from app.views.staff.chart.odontogram.canvas import LEAST, OdontogramCanvas
from app.views.staff.chart.odontogram.legend import LegendView
from app.views.staff.chart.tooth_list_view import ToothListView
from app.views.theme.fonts import grown
from app.views.theme.icons import Icon
from app.views.theme.theme import Theme
from app.views.widgets.combo import CalmCombo
from app.views.widgets.elided import ElidedLabel
from app.views.widgets.labels import plain_tip

BESIDE = 780
"""From this width on, the list is beside the picture; otherwise in its place."""
HIGH = 400
"""From this height on, the legend is below the picture; otherwise in its place, on request."""
LIST_WIDTH = 300
_STEPS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class OdontogramPanel(QWidget):
    """The upper part of the chart.

    The model's `tooth_selected` filters the notes, its `numbering_chosen` is to be saved. `activated` has the
    name of a tooth that was double-clicked or entered, `print_asked` opens the preview.
    """

    activated = Signal(str)
    print_asked = Signal()

    def __init__(self, model: OdontogramViewModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.days = DaySlider(model)
        self.numbering = self._make_numbering()
        self.list_button = self._make_list_button()
        self.legend_button = self._make_legend_button()
        self.print_button = self._make_print_button(theme)
        self.canvas = OdontogramCanvas(model)
        self.list = ToothListView(model)
        self.list.setMinimumHeight(LEAST.height())
        self.tooth = ElidedLabel()
        self.legend = LegendView()
        self.problems = ElidedLabel()
        self.problems.setProperty("kind", "late")
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._lay_out()
        self.canvas.activated.connect(self.activated)
        self.list.opened.connect(self.activated)
        model.state_changed.connect(self._follow)
        self._follow()

    def show_list(self, *, shown: bool) -> None:
        """Show or hide the list."""
        self.list_button.setChecked(shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page Up and Page Down go through the days, Ctrl+Home and Ctrl+End to the first one and to now."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in _STEPS:
            self.days.step_by(_STEPS[Qt.Key(event.key())])
        elif control and event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.days.step_to(0 if event.key() == Qt.Key.Key_Home else len(self._model.state.dates))
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where not all fits, the list or the legend takes the picture's place."""
        super().resizeEvent(event)
        self._share()

    # --- building ------------------------------------------------------------------------------------------

    def _make_numbering(self) -> CalmCombo:
        combo = CalmCombo()
        combo.setAccessibleName(tr("Tooth numbers"))
        combo.setToolTip(tr("Tooth numbers"))
        names = {
            Numbering.UNIVERSAL: tr("Universal", "tooth numbers"),
            Numbering.PALMER: tr("Palmer", "tooth numbers"),
            Numbering.FDI: tr("FDI", "tooth numbers"),
        }
        for numbering, name in names.items():
            combo.addItem(name, numbering)
        combo.activated.connect(lambda at: self._model.choose_numbering(Numbering(combo.itemData(at))))
        return combo

    def _make_list_button(self) -> QToolButton:
        button = QToolButton()
        button.setText(tr("List", "the teeth as a list"))
        button.setToolTip(tr("Show the teeth as a list"))
        button.setCheckable(True)
        button.toggled.connect(lambda _: self._share())
        return button

    def _make_legend_button(self) -> QToolButton:
        button = QToolButton()
        button.setText(tr("Legend"))
        button.setToolTip(tr("Show what the colors and patterns mean"))
        button.setCheckable(True)
        button.toggled.connect(lambda _: self._share())
        return button

    def _make_print_button(self, theme: Theme) -> QToolButton:
        button = QToolButton()
        button.setIcon(theme.icon(Icon.PRINT))
        button.setToolTip(tr("Print the tooth chart, or save it as a PDF"))
        button.setAccessibleName(tr("Print tooth chart"))
        button.clicked.connect(lambda: self.print_asked.emit())
        return button

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.days, 1)
        for each in (self.numbering, self.legend_button, self.list_button, self.print_button):
            head.addWidget(each)
        middle = QHBoxLayout()
        middle.setSpacing(8)
        middle.addWidget(self.canvas, 1)
        middle.addWidget(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        column.addLayout(head)
        column.addLayout(middle, 1)
        foot = QHBoxLayout()
        foot.setSpacing(16)
        foot.addWidget(self.tooth)
        foot.addWidget(self.problems, 1)
        column.addLayout(foot)
        column.addWidget(self.legend)

    # --- following -----------------------------------------------------------------------------------------

    def _follow(self) -> None:
        model = self._model
        with QSignalBlocker(self.numbering):
            self.numbering.setCurrentIndex(self.numbering.findData(model.state.numbering))
        self.legend.show_legend(model.legend())
        self._name_tooth()
        problems = model.problems()
        text = tr("Not drawn: {words}", words="; ".join(problems)) if problems else ""
        self.problems.setText(text)
        self.problems.setToolTip(plain_tip("\n".join(problems)))
        self.problems.setVisible(bool(problems))
        self._share()

    def _name_tooth(self) -> None:
        """The line below the picture: the selected tooth, or what changed on an earlier day."""
        model = self._model
        words, tip = model.words_of(model.state.selected), model.hover_words(model.state.selected)
        changes = model.day_changes() if not words else []
        if changes:
            words, tip = tr("On this day: {changes}", changes="; ".join(changes)), "\n".join(changes)
        self.tooth.setText(words or tr("Click a tooth, or use the arrow keys."))
        self.tooth.setToolTip(plain_tip(tip))

    def _share(self) -> None:
        shown = self.list_button.isChecked()
        beside, high = self.width() >= BESIDE, self.height() >= grown(HIGH, self.font())
        legend = high or self.legend_button.isChecked()
        self.legend_button.setVisible(not high)
        self.legend.setVisible(legend and not self.legend.is_empty)
        self.canvas.setVisible((beside or not shown) and (high or not legend))
        self.list.setMaximumWidth(LIST_WIDTH if beside else self.maximumWidth())
        if shown is not self.list.rows.active:
            self.list.show_list(shown=shown)
