"""Why a hub can't be used, in words."""

from __future__ import annotations

import pytest

from app.api import errors
from app.api.hub.link import HubRefused
from app.api.modes import Mode
from app.core.tasks import TaskScope
from app.viewmodels.staff.connect import ConnectViewModel
from app.viewmodels.staff.hub.entry import HubEntry
from app.viewmodels.staff.hub.words import hub_words
from tests.support.qt_loop import until
from tests.viewmodels.hub.ways import Way

ASKED = "/hub/pair/prove"
WORDS: list[tuple[Exception, str]] = [
    (HubRefused("no code", 409), "The office hub is not waiting for a new device."),
    (HubRefused("wrong code", 403), "That isn't the code."),
    (HubRefused("code used up", 403), "That code was tried too often"),
    (HubRefused("too fast", 429), "The office hub is busy."),
    (HubRefused("something newer", 403), "The office hub refused this."),
    (HubRefused("unknown device", 401), "The office hub doesn't know this PC any more."),
    (errors.HubUnreachable(ASKED), "Can't reach an office hub at FRONT. Check that its PC is on"),
    (errors.Unreachable(ASKED), "Can't reach an office hub at FRONT."),
    (errors.TimedOut(ASKED), "FRONT didn't answer in time."),
    (errors.OtherHub(ASKED), "What answers there is not the office hub that this PC knows"),
    (errors.NoHttps(ASKED), "The program that answers there isn't an office hub."),
    (errors.NotTheOffice(ASKED), "The program that answers there isn't an office hub."),
    (errors.OfficeOffline(ASKED), "The office hub answers, but it can't reach Open Dental's server."),
    (errors.DeviceRevoked(ASKED), "The office hub doesn't know this PC any more."),
    (ValueError(), "A pairing code has 8 letters and digits"),
    (errors.ServerFault(ASKED), "The office hub can't reach its database."),
    (errors.Gone(ASKED), "This office's Open Dental can no longer do this."),
]


@pytest.mark.parametrize(("error", "words"), WORDS, ids=[words[:24] for _, words in WORDS])
async def test_each_trouble_has_its_words(
    qapp: object, tasks: TaskScope, error: Exception, words: str
) -> None:
    """The page says what happened and what to do, and the user can try again."""
    assert hub_words(error, "FRONT").startswith(words)

    async def check(*_: object) -> None:
        """Never reached."""

    way = Way(error=error)
    model = ConnectViewModel(check, tasks, hub=lambda scope, parent: HubEntry(way, scope, parent))
    model.choose(Mode.HUB)
    model.hub.fill(server="FRONT", code="ABCD EFGH")
    model.connect_office()
    await until(lambda: not model.state.checking)
    assert model.state.sentence.startswith(words)
    assert not model.state.ok
