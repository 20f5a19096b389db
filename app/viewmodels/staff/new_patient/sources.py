"""The field for who referred the patient: its choices are read when it is first shown."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.api.errors import ApiError
from app.api.need import Need
from app.core.tasks import LatestTask
from app.core.text import Words
from app.services.patients.referral_sources import ReferralSource, referral_sources
from app.viewmodels.inline.edit import FieldSpec
from app.viewmodels.staff.new_patient.fields import referral_spec
from app.viewmodels.staff.parts import Parts
from app.wire.resources.ref_attaches import RefAttaches


class SourceChoices(QObject):
    """`changed` once the field has its choices. If they can't be read it has none: the referral can be added later."""

    changed = Signal()

    def __init__(self, parts: Parts, fields: dict[str, FieldSpec], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._client = parts.client
        self._reading = LatestTask(parts.scope)
        self._fields = fields
        self._known: tuple[ReferralSource, ...] = ()

    def read(self) -> None:
        """Read them, once."""
        if not self._known:
            self._reading.start(self._read(), "referral sources")

    @property
    def why_not(self) -> Words:
        """Why a referral can't be added with this key; empty: it can."""
        return self._client.can(RefAttaches.create).reason

    def fill(self) -> None:
        """Give the field the choices that are known."""
        self._fields["referral"] = referral_spec(self._known)

    async def _read(self) -> None:
        try:
            self._known = await referral_sources(self._client, Need.SCREEN)
        except ApiError:
            return
        self.fill()
        self.changed.emit()
