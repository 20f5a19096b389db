"""Insurance companies: a new one, and corrections of its address."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.api.errors import BadRequest, NotFound
from app.core.text import msg
from app.domain.schedule.visit import Person
from app.journal.entries import Entry, Intent, Wire
from app.journal.kinds import Check, Checked
from app.services.writes.create import Create
from app.services.writes.patients.change import PatientChange, edit, with_patient
from app.store.topics import Part
from app.wire.codec import wire_row
from app.wire.endpoint import Sender
from app.wire.resources.carriers import Carrier, Carriers


class AddCarrier(Create):
    """Known by name and address. No method deletes one."""

    by_hand = msg("Change or delete it in Open Dental's list of carriers.")

    async def rows(self, office: Sender, intent: Intent) -> list[Wire]:
        """All carriers."""
        return [wire_row(row) for row in await Carriers(office).list()]

    def existing(self, row: Wire) -> Checked:
        """The one that is there should be used."""
        words = msg("Carrier not added: there is already one of this name and address.")
        return Checked(Check.CONFLICT, row, words)

    def undo(self, entry: Entry) -> Intent | None:
        """None."""
        return None


class EditCarrier(PatientChange):
    """Before 24.4.5 a carrier is found among all."""

    async def read(self, office: Sender, intent: Intent) -> Wire:
        """The row."""
        number = intent.arguments[self.key]
        try:
            return await super().read(office, intent)
        except (NotFound, BadRequest):
            for row in await Carriers(office).list():
                if number == row.CarrierNum:
                    return with_patient(intent, wire_row(row))
            raise


ADD_CARRIER = AddCarrier(
    "carrier",
    Carriers.create,
    key="CarrierNum",
    part=Part.INSURANCE,
    identity=("CarrierName", "Address"),
    not_done=msg("Carrier not added"),
)
EDIT_CARRIER = EditCarrier(
    "carrier edit",
    Carriers.update,
    key="CarrierNum",
    part=Part.INSURANCE,
    not_done=msg("Carrier not saved"),
)


def add_carrier_intent(name: str, fields: Mapping[str, Any], whose: str = "") -> Intent:
    """Add a carrier; `fields` are its address, phone and electronic ID by the wire's names."""
    given = {field: str(value).strip() for field, value in fields.items() if str(value).strip()}
    named = {"CarrierName": name.strip(), **given}
    return ADD_CARRIER.intent(
        subject=f"carriers:{name.strip().casefold()}",
        arguments=named,
        after={"CarrierName": name.strip(), "Address": given.get("Address", "")},
        words=msg("Carrier {carrier} added", carrier=name.strip()),
        whose=whose,
    )


def edit_carrier_intent(person: Person, row: Carrier, changes: Mapping[str, Any]) -> Intent:
    """Change a carrier for everyone. `person` is the patient on whose page it is done."""
    words = msg("Carrier {carrier} changed", carrier=row.CarrierName)
    return edit(EDIT_CARRIER, f"carrier:{row.CarrierNum}", row, changes, person=person, words=words)
