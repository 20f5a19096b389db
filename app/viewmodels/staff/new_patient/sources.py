"""The field for who referred the patient: its choices are read when it is first shown."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.api.errors import ApiError
from app.core.tasks import LatestTask
from app.services.patients.referral_sources import ReferralSources
from app.viewmodels.staff.new_patient.fields import FormField, referral_spec
from app.viewmodels.staff.parts import Parts


class SourceChoices(QObject):
    """`changed` once the field has its choices. If they can't be read it has none: the referral can be added later."""

    changed = Signal()

    def __init__(self, parts: Parts, fields: dict[str, FormField], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sources = ReferralSources(parts.client)
        self._reading = LatestTask(parts.scope)
        self._fields = fields

    def read(self) -> None:
        """Read them, once."""
        if len(self._fields["referral"].spec.kind.choices) <= 1:
            self._reading.start(self._read(), "referral sources")

    async def _read(self) -> None:
        try:
            sources = await self._sources.all()
        except ApiError:
            return
        self._fields["referral"] = FormField(referral_spec(sources))
        self.changed.emit()
