"""All claims and claimprocs, among them the estimates of planned treatment and of today's, which are on no claim."""

from __future__ import annotations

import random
from collections.abc import Iterable

from app.practice.schema.columns import NO_DATE
from app.practice.seed.codes import CODES
from app.practice.seed.money.checks import Checks
from app.practice.seed.money.claim_amounts import Taken
from app.practice.seed.money.claim_papers import paper_rows
from app.practice.seed.money.claims import Claims, Procedure, procedures_in
from app.practice.seed.money.insurance import Insurance
from app.practice.seed.rows import Rows, iso
from app.practice.seed.treatment import DONE, PLANNED_TREATMENT

_ESTIMATE = 6
"""`claimproc.Status`."""
_BLANK = -1.0
_SENT_AS = {number: code.code[:5] for number, code in enumerate(CODES, 1)}


def claim_rows(treatment: Rows, insurance: Insurance, today: int, dice: random.Random) -> list[Rows]:
    """Claims, claimprocs, payments, and their correspondence."""
    checks = Checks(today)
    made = Claims(insurance, checks, today, dice)
    procedures = procedures_in(treatment, insurance.covered)
    made.bill(procedures)
    made.preauthorize(procedures)
    payments = checks.rows()
    papers = paper_rows(made.claims, made.procs, payments, today, dice)
    _estimate(made, procedures, insurance, today)
    return [made.claims, made.procs, payments, *papers]


def _estimate(claims: Claims, procedures: Iterable[Procedure], insurance: Insurance, today: int) -> None:
    """Add an estimate for each coverage of each procedure that is planned, or was completed today and isn't billed yet.

    They use up benefits after all claims.
    """
    day = iso(today)
    for each in procedures:
        if each.status != PLANNED_TREATMENT and (each.status, each.day) != (DONE, day):
            continue
        taken: Taken | None = None
        for held in insurance.covered[each.person]:
            if held.since > today:
                continue
            expected = claims.expect(held, each, day, taken)
            paid_first, taken = taken, expected.taken
            network = expected.write_off > 0
            claims.procs.add(
                each.num, 0, each.person, each.provider, 0.0, 0.0, 0.0, _ESTIMATE, 0.0, "", 0, held.plan, each.day, 0.0,
                _SENT_AS[each.code_num], expected.allowed / 100 if network else _BLANK, expected.share, -1, _BLANK,
                paid_first.pays / 100 if paid_first else _BLANK, expected.base / 100, _BLANK, each.day, NO_DATE, 0,
                expected.deductible / 100, _BLANK, expected.pays / 100, _BLANK, _BLANK,
                expected.write_off / 100 if network and not paid_first else _BLANK, _BLANK, each.clinic, held.sub, 0, 0,
                1, each.day, f"{each.day} 16:10:00", NO_DATE, NO_DATE,
            )  # fmt: skip
