"""Printing: the selected document, the paper, and the result as text."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QLocale, QObject, Signal

from app.api.errors import ApiError
from app.core.tasks import LatestTask, TaskScope
from app.core.text import ExplainedError, many
from app.domain.printing.document import Document, Paper
from app.services.audit.audit import Action
from app.viewmodels.audited import note
from app.viewmodels.messages import explain
from app.viewmodels.translation import tr

_LETTER = frozenset(
    {"US", "CA", "MX", "PR", "GT", "SV", "NI", "CR", "PA", "BZ", "CO", "VE", "CL", "DO", "PH"}
)
"""Regions that print on Letter; all others use A4."""


class PrintChoice(Struct, frozen=True):
    """One document that can be printed. `make` raises the client's ApiErrors, or ExplainedError."""

    word: str
    """Its button's text: Today."""
    file_name: str
    """The file name of its PDF, without a patient's name."""
    make: Callable[[], Awaitable[Document]]


class Variant(Struct, frozen=True):
    """Each of the documents in another form, in the same order, behind one switch."""

    word: str
    choices: tuple[PrintChoice, ...]


class PrintViewModel(QObject):
    """The state of the preview.

    `changed` follows it. The view reports what it did, and `outcome` is the text for it.
    """

    changed = Signal()

    def __init__(
        self,
        choices: Sequence[PrintChoice],
        chosen: int,
        scope: TaskScope,
        parent: QObject | None = None,
        variant: Variant | None = None,
    ) -> None:
        """`chosen` is the index of the document shown first."""
        super().__init__(parent)
        self._task = LatestTask(scope)
        self.belongs_to: QObject = self
        """What leads to the desk by its parents, for the audit, where the preview's own are widgets."""
        self.choices = tuple(choices)
        self.chosen = chosen
        self.variant = variant
        self.varied = False
        """Whether the variant is shown."""
        self.document: Document | None = None
        self.words = ""
        """Shown instead of the document: that it is loading, or why it can't be shown."""
        self.outcome = ""
        """The result of the last PDF or print."""
        self.saved: Path | None = None
        """The PDF that can be opened now."""
        self.offers_pdf = False
        """Whether printing isn't possible: saving a PDF comes first then."""
        self.choose(chosen)

    @property
    def paper(self) -> Paper:
        """The paper size of the PC's region."""
        return paper_of(QLocale())

    @property
    def file_name(self) -> str:
        """The default file name of a PDF."""
        return f"{self._name}.pdf"

    @property
    def _name(self) -> str:
        return self._choice.file_name

    @property
    def _choice(self) -> PrintChoice:
        offered = self.variant.choices if self.varied and self.variant is not None else self.choices
        return offered[self.chosen]

    def choose(self, number: int) -> None:
        """Show one of the documents."""
        self.chosen = number
        self.document, self.words = None, tr("Loading…")
        self._tell("")
        self._task.start(self._make(self._choice), "print")

    def vary(self, *, varied: bool) -> None:
        """Show the variant, or the usual form."""
        self.varied = varied
        self.choose(self.chosen)

    def close(self) -> None:
        """The preview was closed: cancel reads that are still running."""
        self._task.cancel()

    # --- results reported by the view ----------------------------------------------------------------------

    def pdf_saved(self, path: Path) -> None:
        """A PDF was written."""
        note(self.belongs_to, Action.EXPORT, self._name, "PDF")
        self._tell(tr("Saved as {file}", file=str(path)), path)

    def pdf_failed(self, path: Path) -> None:
        """A PDF could not be written."""
        self._tell(
            tr(
                "{file} couldn't be saved. If it is open in another program, close it there, "
                "or choose another folder.",
                file=str(path),
            )
        )

    def open_failed(self) -> None:
        """No program on this PC opens PDFs."""
        self._tell(tr("This PC has no program that opens PDF files. The file is saved."), self.saved)

    def no_printer(self) -> None:
        """There is no printer."""
        self._offer_pdf(
            tr("No printer is set up on this PC. Save a PDF, or add a printer in the system's settings.")
        )

    def no_default_printer(self) -> None:
        """What was to be printed at once has no printer to go to."""
        self._offer_pdf(tr("This PC has no default printer. Save a PDF, or choose a printer."))

    def printed(self, pages: int, printer: str) -> None:
        """Pages were sent to a printer."""
        note(self.belongs_to, Action.PRINT, self._name, f"{pages} pages")  # words: the audit's
        self._tell(
            tr(many("{n} pages sent to {printer}", "1 page sent to {printer}", pages, printer=printer))
        )

    def print_failed(self, printer: str) -> None:
        """The printer did not accept them."""
        self._offer_pdf(
            tr(
                "{printer} didn't accept this. Check that it is on and connected, or save a PDF.",
                printer=printer,
            )
        )

    # --- inside --------------------------------------------------------------------------------------------

    async def _make(self, choice: PrintChoice) -> None:
        try:
            self.document = await choice.make()
        except (ApiError, ExplainedError) as error:
            self.words = explain(error).sentence
        else:
            self.words = ""
        self.changed.emit()

    def _offer_pdf(self, words: str) -> None:
        self._tell(words)
        self.offers_pdf = True
        self.changed.emit()

    def _tell(self, words: str, saved: Path | None = None) -> None:
        self.outcome, self.saved, self.offers_pdf = words, saved, False
        self.changed.emit()


def paper_of(locale: QLocale) -> Paper:
    """The paper size of a region."""
    return Paper.LETTER if QLocale.territoryToCode(locale.territory()) in _LETTER else Paper.A4
