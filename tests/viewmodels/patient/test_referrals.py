"""Referrals in and out."""

from __future__ import annotations

import pytest

from app.viewmodels.staff.patient.sections.referrals import ReferralsSection
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from app.viewmodels.staff.selected_patient import Origin
from app.wire.resources.ref_attaches import ReferralToStatus, RefType
from tests.journeys.practices import Served
from tests.support.qt_loop import until
from tests.viewmodels.patient.test_screen import page_of


@pytest.fixture
async def referrals(model: ScheduleScreenViewModel, served: Served) -> ReferralsSection:
    """The section of the patient with the most referrals."""
    pat_num = served.sql("SELECT PatNum FROM refattach GROUP BY PatNum ORDER BY COUNT(*) DESC LIMIT 1")[0][0]
    section = (await page_of(model, pat_num)).sections["referrals"]
    assert isinstance(section, ReferralsSection)
    return section


async def test_in_and_out_with_their_state(referrals: ReferralsSection, served: Served) -> None:
    """Only those sent away have a state; changing it can be undone."""
    assert {row.is_out for row in referrals.rows} == {True, False}
    assert all(row.name and row.day for row in referrals.rows)
    row = next(row for row in referrals.rows if row.is_out)
    referrals.set_state(row, ReferralToStatus.CONSULTED)
    await until(lambda: any(each.row.RefToStatus is ReferralToStatus.CONSULTED for each in referrals.rows))
    number = row.row.RefAttachNum
    assert served.sql("SELECT RefToStatus FROM refattach WHERE RefAttachNum = ?", number) == [(3,)]
    assert referrals.desk.notices.undoable is not None


async def test_a_note_is_edited(referrals: ReferralsSection) -> None:
    """It is opened, saved, and shown."""
    row = referrals.rows[0]
    referrals.opened.open(row.row)
    referrals.opened.edit.type_text("Sent the x-rays")
    referrals.opened.edit.commit()
    await until(lambda: any(each.note == "Sent the x-rays" for each in referrals.rows))


async def test_a_referral_is_added(referrals: ReferralsSection) -> None:
    """A name has to be chosen from the office's list, without hidden ones; then it is listed with today's date."""
    count = len(referrals.rows)
    referrals.action.run()
    await until(lambda: bool(referrals.new.sources))
    referrals.new.enter(source="Nobody")
    referrals.new.save()
    assert referrals.new.draft is not None
    assert "Choose a name" in referrals.new.draft.words
    taken = {row.row.ReferralNum for row in referrals.rows}
    name = next(each for each in referrals.new.sources if referrals.new._sources[each] not in taken)
    referrals.new.enter(kind=RefType.REF_FROM, source=name, note="A friend")
    referrals.new.save()
    await until(lambda: len(referrals.rows) == count + 1)
    added = referrals.rows[-1]
    assert (added.kind, added.note, added.is_out) == ("Referred by", "A friend", False)
    assert added.row.RefDate == referrals.desk.now().date()


async def test_what_is_entered_is_kept_for_its_patient(referrals: ReferralsSection, served: Served) -> None:
    """A referral that is left for another patient, or with Esc, is there when it is opened again."""
    one, select = referrals.pat_num or 0, referrals.desk.patient.select
    two = served.sql("SELECT PatNum FROM patient WHERE PatStatus = 0 AND PatNum <> ? LIMIT 1", one)[0][0]
    referrals.act()
    referrals.new.enter(kind=RefType.REF_FROM, note="A friend of hers")
    select(two, Origin.SEARCH)
    await until(lambda: referrals.pat_num == two and referrals.value is not None)
    referrals.act()
    assert referrals.new.draft is not None
    assert referrals.new.draft.note == ""
    referrals.new.close()
    select(one, Origin.SEARCH)
    await until(lambda: referrals.pat_num == one and referrals.value is not None)
    referrals.act()
    assert referrals.new.draft is not None
    assert (referrals.new.draft.kind, referrals.new.draft.note) == (RefType.REF_FROM, "A friend of hers")
