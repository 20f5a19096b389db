"""The page of the office hub beside the screen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.core.text import msg
from app.viewmodels.staff.hub.code import PairingCodes, code_help
from app.viewmodels.staff.hub.host import HostPhase
from app.viewmodels.staff.hub.page import HubPageViewModel
from app.viewmodels.translation import tr
from app.views.staff.frame.side_panel import WIDTH
from app.views.staff.hub.device_list import DeviceList
from app.views.theme.fonts import grown
from app.views.theme.theme import Theme
from app.views.widgets.entry_form import EntryForm
from app.views.widgets.hairline import hairline
from app.views.widgets.labels import plain_label
from app.views.widgets.page_head import PageHead
from app.views.widgets.questions.danger_question import DangerQuestion
from app.wire.hub.actions import Kind

PAGE_WIDTH = 440
CODE_PIXELS = 36
"""The height of a code's letters: it is read from another PC."""
ABOUT = msg(
    "The office hub holds the office's key to Open Dental, so that the other PCs need none. Ten PCs on one key then "
    "feel like one, and patients can check themselves in at a kiosk."
)
HERE = msg(
    "It works while Front Desk is open on this PC. On a server that is always on, your IT support can run it by "
    "itself: see docs/hub.md. Windows may ask whether Front Desk may be reached on this network: allow it for "
    "private networks."
)


class HubPage(EntryForm):
    """Enter presses the focused button; Esc closes."""

    def __init__(self, viewmodel: HubPageViewModel, _: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty(WIDTH, PAGE_WIDTH)
        self._model = viewmodel
        head = PageHead(tr("Office hub"))
        head.close.clicked.connect(lambda: viewmodel.dismiss())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(head)
        self._where = plain_label(wrap=True)
        column.addWidget(self._where)
        self._sentence = plain_label(wrap=True, kind="stale")
        column.addWidget(self._sentence)
        self.choice = self._make_choice()
        column.addWidget(self.choice)
        self.devices: DeviceList | None = None
        self.pairing: PairingBox | None = None
        if viewmodel.devices is not None and viewmodel.codes is not None:
            column.addWidget(plain_label(tr("Devices"), kind="strong"))
            self.devices = DeviceList(viewmodel.devices, viewmodel.work)
            column.addWidget(self.devices)
            column.addWidget(hairline())
            self.pairing = PairingBox(viewmodel, viewmodel.codes)
            column.addWidget(self.pairing)
        self._here = plain_label(tr(HERE), kind="second", wrap=True)
        column.addWidget(self._here)
        self.stop = QPushButton(tr("Stop hub"))
        self.stop.clicked.connect(lambda: viewmodel.stop_here())
        column.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignLeft)
        self.stop_question = DangerQuestion(
            tr("Stop hub"), lambda: viewmodel.stop_here(sure=True), viewmodel.keep_hub
        )
        column.addWidget(self.stop_question)
        column.addStretch(1)
        viewmodel.work.changed.connect(self._show)
        self._show()

    @property
    def sentence(self) -> str:
        """Why the last action failed."""
        return self._sentence.text()

    def begin(self) -> None:
        """The page was opened."""
        if self.pairing is not None:
            self.pairing.name.setFocus()
        elif self.run.isEnabled():
            self.run.setFocus()
        else:
            self.join.setFocus()

    def confirm(self) -> None:
        """Get a code for the name that was typed."""
        if self.pairing is not None and self.pairing.name.hasFocus():
            self.pairing.ask(Kind.DESK)

    def dismiss(self) -> None:
        """Close the page."""
        self._model.dismiss()

    def _make_choice(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(plain_label(tr(ABOUT), wrap=True))
        self.run = QPushButton(tr("Run hub here"))
        self.run.setProperty("kind", "primary")
        self.run.clicked.connect(lambda: self._model.run_here())
        self.join = QPushButton(tr("Connect to hub"))
        self.join.clicked.connect(lambda: self._model.connect_to_hub())
        self._why = plain_label(kind="second", wrap=True)
        row = QHBoxLayout()
        row.addWidget(self.run)
        row.addWidget(self.join)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self._why)
        return box

    def _show(self) -> None:
        model = self._model
        phase = model.host.phase
        self._where.setText(model.where)
        self._where.setVisible(bool(model.where))
        self.choice.setVisible(not model.where)
        starting = tr("Starting the office hub…") if phase is HostPhase.STARTING else ""
        failed = tr(model.host.why) if phase is HostPhase.FAILED else ""
        sentence = model.work.sentence or starting or failed
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        may = model.work.may_manage and not model.work.busy
        self.run.setEnabled(may and not model.why_not)
        self.join.setEnabled(may)
        self._why.setText(model.why_not)
        self._why.setVisible(bool(model.why_not))
        self._here.setVisible(not model.where or phase is HostPhase.RUNS)
        self.stop.setVisible(bool(model.where) and phase is HostPhase.RUNS)
        self.stop.setEnabled(may)
        self.stop_question.ask(model.stop_question)


class PairingBox(QWidget):
    """The name of a new device, and its code in large letters."""

    def __init__(self, model: HubPageViewModel, codes: PairingCodes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._codes = codes
        self._used = codes.used
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(plain_label(tr("Pair a new device"), kind="strong"))
        self.name = QLineEdit()
        self.name.setPlaceholderText(tr("Its name, such as Front desk 2"))
        self.name.setAccessibleName(tr("Name of the new device"))
        column.addWidget(self.name)
        self.desk = QPushButton(tr("Pair desk"))
        self.kiosk = QPushButton(tr("Pair kiosk"))
        self.desk.clicked.connect(lambda: self.ask(Kind.DESK))
        self.kiosk.clicked.connect(lambda: self.ask(Kind.KIOSK))
        row = QHBoxLayout()
        row.addWidget(self.desk)
        row.addWidget(self.kiosk)
        row.addStretch(1)
        column.addLayout(row)
        self.code = plain_label()
        large = self.code.font()
        large.setPixelSize(grown(CODE_PIXELS, large))
        large.setBold(True)
        self.code.setFont(large)
        self.code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._left = plain_label(kind="second")
        self._help = plain_label(code_help(), kind="second", wrap=True)
        for each in (self.code, self._left, self._help):
            column.addWidget(each)
        model.work.changed.connect(self._show)
        self._show()

    def ask(self, kind: Kind) -> None:
        """Get a code for a device of this kind."""
        self._codes.ask(kind, self.name.text())

    def _show(self) -> None:
        code, may = self._codes.shown, self._model.work.may_manage
        if self._codes.used != self._used:
            self._used = self._codes.used
            self.name.clear()  # the next device has another name
        for each in (self.name, self.desk, self.kiosk):
            each.setEnabled(may)
        for label in (self.code, self._left, self._help):
            label.setVisible(code is not None)
        if code is not None:
            self.code.setText(code.letters)
            self.code.setAccessibleName(tr("Pairing code {letters}", letters=" ".join(code.letters)))
            self._left.setText(tr("Good for {left}", left=code.left))
