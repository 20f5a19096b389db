"""Tells a desk of a hub that another desk is about to post what it has just posted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.bootstrap.loading import load_here

if TYPE_CHECKING:
    from app.viewmodels.staff.desk import DeskViewModel


async def tell_of_twins(desk: DeskViewModel) -> None:
    """Until the desk is closed; nothing is loaded without a hub."""
    if (hub := desk.parts.hub) is None:
        return
    await load_here("app.viewmodels.staff.money.hub_twins")
    from app.viewmodels.staff.money.hub_twins import HubTwins

    desk.hub_twins = HubTwins(desk, hub.stream)
