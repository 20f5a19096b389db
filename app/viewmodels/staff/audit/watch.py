"""Banners about the audit on every screen: that it was altered, or that it can't be saved."""

from __future__ import annotations

from app.sealed.errors import LocalStoreError
from app.services.audit.keeper import Status
from app.viewmodels.banners import Banner
from app.viewmodels.messages import explain
from app.viewmodels.staff.audit.words import unwritten_words
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.translation import tr

ALTERED = "audit altered"  # words: an id
UNSAVED = "audit unsaved"  # words: an id
DIFFERS = "audit differs"  # words: an id
SHOW = "screen.audit"


class AuditWatch:
    """Shown to everybody: whoever altered it is not the only one who sees it."""

    def __init__(self, desk: DeskViewModel) -> None:
        self._desk = desk

    def follow(self, status: Status) -> None:
        """Show what there is to show."""
        banners = self._desk.banners
        if status.alerts:
            words = tr("Something is wrong with the audit log. See what was found, and tell the owner.")
            banners.show(Banner(ALTERED, words, tr("Show log")), self._desk.commands[SHOW].run)
        else:
            banners.hide(ALTERED)
        if words := unwritten_words(status):
            banners.show(Banner(UNSAVED, words))
        else:
            banners.hide(UNSAVED)

    def differs(self) -> None:
        """This PC's log is not the one that the office's hub has had from it: it was cut or exchanged."""
        words = tr("This PC's audit log doesn't fit what the office's hub has of it. Tell the owner.")
        self._desk.banners.show(Banner(DIFFERS, words, tr("Show log")), self._desk.commands[SHOW].run)

    def refused(self, error: LocalStoreError, waiting: int) -> None:
        """The file can't be opened now; that many records wait."""
        words = unwritten_words(Status(unwritten=waiting))
        self._desk.banners.show(Banner(UNSAVED, f"{explain(error).title} {words}"))
