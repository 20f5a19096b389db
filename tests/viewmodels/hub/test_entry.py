"""Choosing an office hub on the connection page."""

from __future__ import annotations

import asyncio

import pytest

from app.api import errors
from app.api.modes import Mode, OfficeAddress
from app.core.tasks import TaskScope
from app.viewmodels.messages import Message
from app.viewmodels.staff.connect import Connection, ConnectViewModel
from app.viewmodels.staff.hub.entry import HubEntry
from app.viewmodels.staff.hub.way import HubAt
from tests.support.qt_loop import until
from tests.viewmodels.hub.ways import ACCESS, Way

FRONT = HubAt("FRONT", "10.0.0.5")
BACK = HubAt("BACK", "10.0.0.6:30300", known=True)


def page(way: Way, tasks: TaskScope) -> ConnectViewModel:
    """The page with the office hub chosen."""

    async def check(*_: object) -> None:
        """The office answers."""

    model = ConnectViewModel(check, tasks, hub=lambda scope, parent: HubEntry(way, scope, parent))
    model.choose(Mode.HUB)
    return model


async def test_the_only_hub_is_chosen_by_itself(qapp: object, tasks: TaskScope) -> None:
    """The one hub on the network needs no typing but the code."""
    model = page(Way(FRONT), tasks)
    assert model.hub.search_words == "Looking for office hubs on this network…"
    await until(lambda: model.hub.server == FRONT.server)
    assert model.hub.search_words == ""
    assert model.missing.startswith("Enter the pairing code.")
    model.hub.fill(server=FRONT.server, code="abcd efgh")
    assert model.missing == ""


async def test_of_several_one_is_chosen(qapp: object, tasks: TaskScope) -> None:
    """Several hubs are listed, and none is guessed; what was typed stays."""
    model = page(Way(FRONT, BACK), tasks)
    await until(lambda: model.hub.searched and not model.hub.searching)
    assert model.hub.server == ""
    assert model.hub.found == (FRONT, BACK)
    assert model.missing.startswith("Choose the office hub")
    typed = page(Way(FRONT), tasks)
    typed.hub.fill(server="other", code="")
    await until(lambda: not typed.hub.searching)
    assert typed.hub.server == "other"


async def test_none_is_found(qapp: object, tasks: TaskScope) -> None:
    """Where none is found the page says what to do."""
    model = page(Way(), tasks)
    await until(lambda: not model.hub.searching)
    assert model.hub.search_words.startswith("No office hub was found by itself.")


async def test_pairing(qapp: object, tasks: TaskScope) -> None:
    """The code pairs this PC, and what the hub gave it opens the office."""
    way, found = Way(FRONT), []
    model = page(way, tasks)
    model.connected.connect(found.append)
    model.connect_office()
    assert model.state.sentence.startswith("Choose the office hub")
    model.hub.fill(server="10.0.0.5", code=" abcd efgh ")
    model.connect_office()
    await until(lambda: model.state.ok)
    assert way.paired == [("10.0.0.5", "abcd efgh")]
    assert found == [Connection(OfficeAddress(Mode.HUB, "https://10.0.0.5:30224/api/v1"), ACCESS)]


async def test_a_pc_that_is_paired_needs_no_code(qapp: object, tasks: TaskScope) -> None:
    """With the hub that this PC is paired with it connects without a code; another hub needs one."""
    way = Way(BACK, known=BACK.server)
    model = page(way, tasks)
    await until(lambda: model.hub.kept is not None)
    assert model.missing == ""
    model.connect_office()
    await until(lambda: model.state.ok)
    assert way.paired == []
    model.hub.fill(server="other", code="")
    assert model.hub.kept is None
    assert model.missing.startswith("Enter the pairing code.")


@pytest.mark.parametrize(("last", "shown"), [("10.0.0.9", "10.0.0.9"), ("10.0.0.9:30300", "10.0.0.9:30300")])
async def test_the_hub_of_this_pc_is_shown(qapp: object, tasks: TaskScope, last: str, shown: str) -> None:
    """A PC that is paired shows where its hub was last, and doesn't ask for an address because none was found."""
    way = Way(known="")
    way.last = last
    model = page(way, tasks)
    await until(lambda: model.hub.kept is not None and not model.hub.searching)
    assert (model.hub.server, model.hub.search_words, model.missing) == (shown, "", "")


async def test_a_code_that_was_used_isnt_needed_again(qapp: object, tasks: TaskScope) -> None:
    """The office doesn't answer yet: the next try uses the pairing that was made, because its code works once."""
    way, answers = Way(FRONT), iter([errors.OfficeOffline("x"), None])

    async def check(*_: object) -> None:
        if (error := next(answers)) is not None:
            raise error

    model = ConnectViewModel(check, tasks, hub=lambda scope, parent: HubEntry(way, scope, parent))
    model.choose(Mode.HUB)
    model.hub.fill(server="10.0.0.5", code="abcd efgh")
    for ok in (False, True):
        model.connect_office()
        await until(lambda: not model.state.checking)
        assert model.state.ok is ok
    assert len(way.paired) == 1
    model.close()
    await asyncio.sleep(0)
    assert way.given_back == []


async def test_a_pairing_that_nobody_takes_is_given_back(qapp: object, tasks: TaskScope) -> None:
    """The page is closed without the hub's office: the hub is told, so that it lists no PC that isn't there."""
    way = Way(FRONT)
    model = page(way, tasks)
    model.hub.fill(server="10.0.0.5", code="abcd efgh")
    model.connect_office()
    await until(lambda: model.state.ok)
    model.tell(Message("The vault can't be used.", "", ""))
    model.close()
    await until(lambda: [each.keys for each in way.given_back] == [ACCESS])


@pytest.mark.parametrize(
    ("server", "words"), [("https://", "no server name"), ("10.0.0.5:99999", "no port 99999")]
)
async def test_what_is_no_address(qapp: object, tasks: TaskScope, server: str, words: str) -> None:
    """What can't be an address is said before anything is sent."""
    way = Way()
    model = page(way, tasks)
    model.hub.fill(server=server, code="abcdefgh")
    model.connect_office()
    assert words in model.state.sentence
    assert way.paired == []
    model.close()
