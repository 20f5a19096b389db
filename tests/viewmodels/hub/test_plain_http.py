"""The one warning about plain http."""

from __future__ import annotations

import platform

import pytest

from app.api.modes import Mode, OfficeAddress, hub_address, service_address
from app.viewmodels.staff.hub.plain_http import is_plain


@pytest.mark.parametrize(
    ("address", "plain"),
    [
        (service_address("10.0.0.5"), True),
        (service_address("SERVER"), True),
        (service_address("https://server:8443"), False),
        (service_address("127.0.0.1"), False),
        (service_address("[::1]"), False),
        (service_address("localhost"), False),
        (service_address(platform.node()), False),
        (OfficeAddress.standard(Mode.LOCAL), False),
        (OfficeAddress.standard(Mode.REMOTE), False),
        (OfficeAddress.standard(Mode.TRAINING), False),
        (hub_address("10.0.0.5"), False),
    ],
)
def test_what_leaves_this_pc_unencrypted(address: OfficeAddress, *, plain: bool) -> None:
    """Only the API Service of another PC over http."""
    assert is_plain(address) is plain
