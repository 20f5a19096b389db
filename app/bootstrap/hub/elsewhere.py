"""What a desk of a hub shows of the other desks: who has a patient open, equal payments, that people sign in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.bootstrap.hub.twins import tell_of_twins
from app.bootstrap.loading import load_here

if TYPE_CHECKING:
    from app.viewmodels.staff.desk import DeskViewModel


async def show_elsewhere(desk: DeskViewModel) -> DeskViewModel:
    """From the first selected patient on; nothing is loaded without a hub."""
    if (shared := desk.parts.shared) is None:
        return desk
    await load_here("app.viewmodels.staff.elsewhere")
    from app.viewmodels.staff.elsewhere import ElsewhereViewModel

    desk.elsewhere = ElsewhereViewModel(desk, shared.presence)
    await tell_of_twins(desk)
    return desk


async def follow_people(desk: DeskViewModel) -> None:
    """Ask who is here once somebody is set up at another desk; offer what this PC had before it was paired."""
    if (shared := desk.parts.shared) is None:
        return
    from app.bootstrap.hub.belongings import offer_belongings

    shared.on_sign_in_needed = desk.people.switch_asked.emit
    await offer_belongings(desk)
