"""The medical banner at the top of the chart, and the form for what a patient reports."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.viewmodels.staff.chart.medical import BannerItem, MedicalSection
from app.viewmodels.staff.chart.report import ABOUT_WORDS, MODE_WORDS, About, ReportViewModel
from app.viewmodels.translation import tr
from app.views.staff.frame.parts.note import PartNote, age_label
from app.views.theme.icons import Icon, make_icon
from app.views.theme.theme import Theme
from app.views.widgets.capped import CappedLabel
from app.views.widgets.combo import CalmCombo, member
from app.views.widgets.entry_form import EntryForm
from app.views.widgets.labels import breakable, plain_label, plain_tip
from app.wire.resources.commlogs import CommMode

LINES = 2
"""Lines of one item, until all of it is asked for."""
ALL_LINES = 50


class MedicalBanner(QFrame):
    """One line for alerts and allergies, one for medications and problems. It is above all that scrolls."""

    def __init__(self, section: MedicalSection, theme: Theme, report_button: QWidget) -> None:
        super().__init__()
        self.setObjectName("section")
        self._section = section
        self._theme = theme
        self._shown: tuple[BannerItem, ...] | None = None
        self._items = QWidget()
        self._texts: list[CappedLabel] = []
        self._unfolded = False
        self._more = QToolButton()
        self._more.setProperty("kind", "link")
        self._more.clicked.connect(self._fold)
        self._host = QHBoxLayout()
        self._host.setContentsMargins(0, 0, 0, 0)
        self._host.addWidget(PartNote(section), 1)
        self._host.addWidget(self._items, 1)
        side = QVBoxLayout()
        side.setSpacing(0)
        side.addWidget(report_button, 0, Qt.AlignmentFlag.AlignRight)
        side.addWidget(self._more, 0, Qt.AlignmentFlag.AlignRight)
        side.addWidget(age_label(section), 0, Qt.AlignmentFlag.AlignRight)
        side.addStretch(1)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addLayout(self._host, 1)
        top.addLayout(side)
        self.form = ReportForm(section.report)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 12, 6)
        column.setSpacing(6)
        column.addLayout(top)
        column.addWidget(self.form)
        self.setAccessibleName(tr("Medical banner"))
        section.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        items = self._section.items if self._section.value is not None else ()
        if items != self._shown:
            self._shown, self._unfolded = items, False
            self._build(items)

    def _fold(self) -> None:
        self._unfolded = not self._unfolded
        self._build(self._shown or ())

    def _offer_more(self) -> None:
        self._more.setText(tr("Show less") if self._unfolded else tr("Show all"))
        self._more.setVisible(self._unfolded or any(each.is_capped for each in self._texts))

    def _build(self, items: tuple[BannerItem, ...]) -> None:
        self._texts = []
        before, self._items = self._items, self._grid(items)
        self._host.replaceWidget(before, self._items)
        before.deleteLater()
        self._items.setVisible(bool(items))
        self._offer_more()
        self.setAccessibleDescription(". ".join(item.spoken for item in items))

    def _grid(self, items: tuple[BannerItem, ...]) -> QWidget:
        """Alerts and allergies in the first line, the rest in the second."""
        host = QWidget()
        grid = QGridLayout(host)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        first = len(items) - 2
        for line, row in enumerate((items[:first], items[first:])):
            box = QHBoxLayout()
            box.setSpacing(16)
            for item in row:
                box.addLayout(self._item(item), 0 if item.tone == "alert" and not item.text else 1)
            if row:
                grid.addLayout(box, line, 0)
        return host

    def _item(self, item: BannerItem) -> QHBoxLayout:
        box = QHBoxLayout()
        box.setSpacing(6)
        top = Qt.AlignmentFlag.AlignTop
        if item.tone == "alert":
            mark = plain_label()
            mark.setPixmap(make_icon(Icon.ALERT, 16, "alert").pixmap(16, 16))
            box.addWidget(mark, 0, top)
        label = plain_label(item.label, kind="alert" if item.tone == "alert" else "second")
        if item.tone == "alert":
            label.setFont(self._theme.fonts.strong)
        box.addWidget(label, 0, top)
        if item.text:
            text = CappedLabel(breakable(item.text), ALL_LINES if self._unfolded else LINES)
            text.fitted.connect(self._offer_more)
            self._texts.append(text)
            text.setProperty("kind", item.tone)
            text.setToolTip(plain_tip(item.spoken))
            box.addWidget(text, 1, top)
        return box


class ReportForm(EntryForm):
    """What changed, how it was reported, and the patient's words. Enter saves, Esc discards.

    `left` is emitted when the form closes while it has the focus.
    """

    left = Signal()

    def __init__(self, report: ReportViewModel) -> None:
        super().__init__()
        self._report = report
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.about, self.mode = CalmCombo(), CalmCombo()
        self.about.setAccessibleName(tr("What changed"))
        self.mode.setAccessibleName(tr("How it was reported"))
        for about, words in ABOUT_WORDS.items():
            self.about.addItem(tr(words), about)
        for mode, words in MODE_WORDS.items():
            self.mode.addItem(tr(words), mode)
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("In the patient's words, such as: I take blood thinners now"))
        self.field.setAccessibleName(tr("What the patient reports"))
        self.save_button, self.discard_button = QPushButton(tr("Add commlog")), QPushButton(tr("Discard"))
        self.save_button.setProperty("kind", "primary")
        for part in (self.about, self.mode):
            row.addWidget(part)
        row.addWidget(self.field, 1)
        row.addWidget(self.save_button)
        row.addWidget(self.discard_button)
        self.field.textChanged.connect(lambda text: report.enter(text=text) if report.is_open else None)
        self.field.textChanged.connect(lambda text: self.save_button.setEnabled(bool(text.strip())))
        self.about.activated.connect(lambda at: report.enter(about=member(self.about, About, at)))
        self.mode.activated.connect(lambda at: report.enter(mode=member(self.mode, CommMode, at)))
        self.save_button.clicked.connect(report.save)
        self.discard_button.clicked.connect(report.discard)
        report.changed.connect(self._show)
        self._show()

    def confirm(self) -> None:
        """Save it."""
        self._report.save()

    def dismiss(self) -> None:
        """Discard it."""
        self._report.discard()

    def take_focus(self) -> None:
        """Put the cursor into the text."""
        self.field.setFocus()

    def _show(self) -> None:
        report, draft = self._report, self._report.draft
        focus = QApplication.focusWidget()
        leaves = not report.is_open and focus is not None and self.isAncestorOf(focus)
        self.setVisible(report.is_open)
        if report.is_open:
            self.about.setCurrentIndex(self.about.findData(draft.about))
            self.mode.setCurrentIndex(self.mode.findData(draft.mode))
            if self.field.text() != draft.text:
                self.field.setText(draft.text)
            self.save_button.setEnabled(bool(draft.text.strip()))
        elif leaves:
            self.left.emit()
