"""Calls, texts, emails and letters to patients, as the lists count them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from app.api.need import Need
from app.domain.lists.contact import Contact
from app.store.queries import Questions
from app.wire.query_rows import day, number
from app.wire.resources.commlogs import CommDirection, Commlog, CommMode

REACHING = frozenset(
    {
        CommMode.PHONE,
        CommMode.TEXT,
        CommMode.EMAIL,
        CommMode.MAIL,
        CommMode.EMAIL_AND_TEXT,
        CommMode.PHONE_AND_TEXT,
    }
)
"""Means by which somebody tries to reach a patient: not in person, and no note about nothing of it."""
MODE_NUMBERS = "1, 2, 3, 5, 6, 7"
"""The same as the database numbers them."""
TRIED = "commlog.SentOrReceived <> 2"
"""What the patient didn't begin, in the database."""
PATIENTS = 99
"""Patients per query: its answer fits on one page."""


def contact_of(rows: Iterable[Commlog], since: date | None) -> Contact:
    """What a patient's commlogs tell, with the attempts since a day; None: since ever."""
    reached = [(row.CommDateTime.date(), row) for row in rows if row.CommDateTime and row.Mode_ in REACHING]
    tried = [day for day, row in reached if row.SentOrReceived is not CommDirection.RECEIVED]
    return Contact(
        max((day for day, _ in reached), default=None), sum(since is None or day >= since for day in tried)
    )


class ContactReader:
    """Reads them for many patients at once, where the key has Queries. Raises the client's ApiErrors."""

    def __init__(self, questions: Questions) -> None:
        self._questions = questions

    async def read(self, pat_nums: Sequence[int], since: date, need: Need) -> Mapping[int, Contact] | None:
        """One query per 99 patients; None without Queries."""
        found: dict[int, Contact] = {}
        for first in range(0, len(pat_nums), PATIENTS):
            batch = pat_nums[first : first + PATIENTS]
            rows = await self._questions.ask("contacts", contacts_query(batch, since), need)
            if rows is None:
                return None
            told = {
                number(row, "PatNum"): Contact(day(row, "lastContact"), number(row, "attempts"))
                for row in rows
            }
            found |= {pat_num: told.get(pat_num, Contact()) for pat_num in batch}
        return found


def contacts_query(pat_nums: Sequence[int], since: date) -> str:
    """The latest contact of these patients, and how many there were since a day."""
    numbers = ",".join(str(int(each)) for each in pat_nums)
    day = since.isoformat()
    return (
        "SELECT PatNum, MAX(CommDateTime) AS lastContact,"  # noqa: S608  # integers and a date
        f" SUM(CASE WHEN CommDateTime >= '{day}' AND {TRIED} THEN 1 ELSE 0 END) AS attempts"
        f" FROM commlog WHERE PatNum IN ({numbers}) AND Mode_ IN ({MODE_NUMBERS}) GROUP BY PatNum"
    )
