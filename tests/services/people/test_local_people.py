"""The list of staff and the PINs: wrong ones, waits, a list that was tampered with, and a vault that is closed."""

from __future__ import annotations

import contextlib
import re
from datetime import timedelta

import msgspec
import pytest
from msgspec.structs import replace

from app.api.keys import VaultClosed
from app.domain.people.pins import FREE_TRIES, WAITS
from app.services.people.people import (
    NoPin,
    NotPossibleNow,
    PinTooEasy,
    Standing,
    TooManyTries,
    WrongKey,
    WrongPin,
)
from app.services.people.staff import StartCode
from tests.services.people.offices import ANA, BEN, CAL, KEY, PINS, SignedOffice


async def test_the_first_person_becomes_manager_and_others_choose_their_own_pin() -> None:
    """A start code works once: then only the PIN that the person chose herself does, also after a restart."""
    office = SignedOffice()
    staff = await office.start()
    assert staff.standing is Standing.NOBODY
    with pytest.raises(PinTooEasy):
        await staff.set_up(ANA, "1234")
    assert (await staff.set_up(replace(ANA, role=""), PINS[1])).role == "manager"
    with pytest.raises(NotPossibleNow):
        await staff.set_up(BEN, PINS[2])
    code = await staff.people.invite(BEN)
    with pytest.raises(StartCode):
        await staff.sign_in(BEN.user_num, code)
    assert staff.signed_in is not None
    assert staff.signed_in.name == "Ana"
    with pytest.raises(PinTooEasy):
        await staff.choose_pin(BEN.user_num, code, "1111")
    assert (await staff.choose_pin(BEN.user_num, code, PINS[2])).name == "Ben"
    again = await office.start()
    assert again.standing is Standing.READY
    assert again.signed_in is None
    with pytest.raises(WrongPin):
        await again.sign_in(BEN.user_num, code)
    assert (await again.sign_in(BEN.user_num, PINS[2])).name == "Ben"


async def test_pins_are_only_kept_as_argon2id() -> None:
    """Neither the vault nor the list has a PIN or a start code; their digits in the midst of a hash are chance."""
    office = SignedOffice()
    staff = await office.with_staff()
    code = await staff.people.invite(CAL)
    stored = " ".join(office.vault.kept.values()) + str(office.file.data)
    assert stored.count("$argon2id$") == len(PINS)
    assert not any(re.search(rf"\b{pin}\b", stored) for pin in (*PINS.values(), code))


async def test_wrong_pins_make_everyone_wait_also_after_a_restart() -> None:
    """After three wrong PINs each further one doubles the wait; a restart, or a clock set back, doesn't end it."""
    office = SignedOffice()
    staff = await office.with_staff()
    for _ in range(FREE_TRIES - 1):
        with pytest.raises(WrongPin) as wrong:
            await staff.sign_in(BEN.user_num, "9999")
        assert not wrong.value.wait
    for wait in (*WAITS, WAITS[-1]):
        with pytest.raises(WrongPin) as wrong:
            await staff.sign_in(BEN.user_num, "9999")
        assert wrong.value.wait == wait
        staff = await office.start()
        with pytest.raises(TooManyTries) as refused:  # also with the right one
            await staff.sign_in(BEN.user_num, PINS[2])
        assert refused.value.wait == wait
        office.clock._time -= 60
        with pytest.raises(TooManyTries):
            await staff.sign_in(BEN.user_num, PINS[2])
        office.clock._time += 60 + wait.total_seconds()
    assert (await staff.sign_in(ANA.user_num, PINS[1])).name == "Ana"  # nobody else has to wait
    await staff.sign_in(BEN.user_num, PINS[2])
    with pytest.raises(WrongPin) as wrong:
        await staff.sign_in(BEN.user_num, "")
    assert wrong.value.wait == timedelta(0)


async def test_ending_the_program_does_not_make_a_try_free() -> None:
    """A try counts before the PIN is compared."""
    office = SignedOffice()
    staff = await office.with_staff()
    for _ in range(FREE_TRIES):
        office.vault.left = 1
        with pytest.raises(WrongPin):
            await staff.sign_in(BEN.user_num, "9999")
    office.vault.left = None
    with pytest.raises(TooManyTries):
        await (await office.start()).sign_in(BEN.user_num, PINS[2])


async def test_a_closed_vault_lets_nobody_in() -> None:
    """With people on the list and no vault nobody signs in, and everything works again when it opens."""
    office = SignedOffice()
    staff = await office.with_staff()
    office.vault.closed = True
    with pytest.raises(VaultClosed):
        await staff.sign_in(BEN.user_num, PINS[2])
    staff = await office.start()
    assert staff.standing is Standing.CLOSED
    await staff.open_with_key(KEY)  # the schedule may be seen
    office.vault.closed = False
    with pytest.raises(NotPossibleNow):  # but nobody becomes the first person in place of those who are there
        await staff.set_up(CAL, PINS[3])
    assert await staff.load() is Standing.READY
    assert (await staff.sign_in(BEN.user_num, PINS[2])).name == "Ben"


async def test_a_pin_that_left_the_vault() -> None:
    """A person whose PIN is gone can't sign in; a new start code from a manager helps."""
    office = SignedOffice()
    staff = await office.with_staff()
    await office.vault.delete(f"pin office {BEN.user_num}")
    with pytest.raises(NoPin):
        await staff.sign_in(BEN.user_num, PINS[2])
    code = await staff.people.invite(BEN)
    await staff.choose_pin(BEN.user_num, code, PINS[2])


async def test_a_list_that_was_tampered_with_is_noticed() -> None:
    """Edited, deleted or restored from an older copy: nobody signs in until someone with the key starts over."""
    office = SignedOffice()
    staff = await office.with_staff()
    older = office.file.data
    await staff.people.write(staff.people.book.without(CAL.user_num))
    current = office.file.data
    assert older is not None
    assert current is not None
    edited = current.replace(b'"front desk"', b'"manager"', 1)
    stranger = msgspec.json.encode(staff.people.book.with_member(replace(BEN, role="manager")))
    for data in (edited, stranger, older, None, b"", b"nonsense"):
        office.file.data = data
        staff = await office.start()
        assert staff.standing is Standing.ALTERED
        with pytest.raises(NotPossibleNow):
            await staff.sign_in(BEN.user_num, PINS[2])
        with pytest.raises(NotPossibleNow):
            await staff.set_up(BEN, PINS[2])
        assert office.file.data == data
    with pytest.raises(WrongKey):
        await staff.people.start_over("guess")
    await staff.people.start_over(f" {KEY} ")
    assert await staff.load() is Standing.NOBODY
    assert (await staff.set_up(BEN, PINS[2])).role == "manager"
    assert (await office.start()).standing is Standing.READY


async def test_a_vault_that_was_emptied_is_noticed() -> None:
    """A list without its digest in the vault is not taken for a new office."""
    office = SignedOffice()
    await office.with_staff()
    office.vault.kept.clear()
    assert (await office.start()).standing is Standing.ALTERED


async def test_a_crash_while_the_list_is_written_locks_nobody_out() -> None:
    """Whichever write is the last one before the program ends, the old or the new list is accepted."""
    for last in range(4):
        office = SignedOffice()
        staff = await office.with_staff()
        office.vault.left = last
        with contextlib.suppress(VaultClosed):
            await staff.people.write(staff.people.book.with_member(replace(BEN, role="lead")))
        office.vault.left = None
        again = await office.start()
        assert again.standing is Standing.READY
        member = again.people.book.member(BEN.user_num)
        assert member is not None
        assert member.role == ("front desk" if last == 0 else "lead")
        assert (await again.sign_in(ANA.user_num, PINS[1])).name == "Ana"


async def test_one_manager_stays() -> None:
    """The last manager can be neither removed nor given another role; a removed person can't sign in."""
    office = SignedOffice()
    staff = await office.with_staff()
    people = staff.people
    for book in (people.book.without(ANA.user_num), people.book.with_member(replace(ANA, role="lead"))):
        with pytest.raises(NotPossibleNow):
            await people.write(book)
    await people.write(people.book.without(BEN.user_num))
    with pytest.raises(NotPossibleNow):
        await staff.sign_in(BEN.user_num, PINS[2])
    assert f"pin office {BEN.user_num}" not in office.vault.kept
