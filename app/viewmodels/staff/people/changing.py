"""What both parts of the people's page share: a change runs at once, and its refusal is a sentence."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from app.api.errors import ApiError
from app.api.keys import VaultClosed
from app.core.text import ExplainedError, msg
from app.domain.people.staff import StaffBook
from app.sealed.errors import LocalStoreError
from app.services.people.manager import MAY_MANAGE, StaffManager
from app.viewmodels.messages import explain
from app.viewmodels.translation import tr

if TYPE_CHECKING:  # the desk has the page, and passes itself to it
    from app.viewmodels.staff.desk import DeskViewModel

_VAULT = msg("Windows can't store PINs right now. Nothing was changed. Try again, or ask your IT support.")


class Changing(QObject):
    """`changed`: what is shown may have changed."""

    changed = Signal()

    def __init__(self, desk: DeskViewModel) -> None:
        super().__init__(desk)
        parts = desk.parts
        self.staff = parts.staff
        self.manager = StaffManager(parts.staff, parts.client, parts.audit)
        self.sentence = ""
        """Why the last change was refused."""
        self.busy = False
        self._scope = parts.scope
        parts.staff.watch(self.changed.emit)

    @property
    def book(self) -> StaffBook:
        """The staff as they are now."""
        return self.manager.book

    @property
    def may_manage(self) -> bool:
        """Whether the person may change the people and their roles."""
        return self.staff.may(MAY_MANAGE)

    def say(self, sentence: str) -> None:
        """Show a sentence."""
        self.sentence = sentence
        self.changed.emit()

    def run(self, work: Coroutine[Any, Any, None]) -> None:
        """Run a change; ignored while another one runs."""
        if self.busy:
            work.close()
            return
        self.busy, self.sentence = True, ""
        self.changed.emit()
        self._scope.start(self._guarded(work), "people")

    async def _guarded(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except ExplainedError as error:
            self.sentence = tr(error.words)
        except VaultClosed:
            self.sentence = tr(_VAULT)
        except (LocalStoreError, ApiError) as error:
            self.sentence = explain(error).sentence
        self.busy = False
        self.changed.emit()
