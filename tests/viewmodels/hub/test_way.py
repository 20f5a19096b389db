"""What the connection page gets from whoever finds and pairs with hubs."""

from __future__ import annotations

from app.viewmodels.staff.hub.way import HubAt, HubEntrance, HubWay
from tests.viewmodels.hub.ways import ACCESS, Way


async def test_an_entrance_has_what_opens_the_office() -> None:
    """Pairing gives an address in mode Hub and credentials whose text names neither token nor secret."""
    way: HubWay = Way(HubAt("FRONT", "10.0.0.5"), known="10.0.0.5")
    entrance = await way.pair("10.0.0.5", "ABCD EFGH")
    assert isinstance(entrance, HubEntrance)
    assert entrance.keys is ACCESS
    assert "token" not in repr(entrance.keys)
    assert (await way.kept("10.0.0.5")) == entrance
