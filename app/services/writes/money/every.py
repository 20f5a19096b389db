"""All writes of money. The registry imports this module when the first of them is sent, settled or shown."""

from __future__ import annotations

from app.services.writes.money.adjustment import POST_ADJUSTMENT
from app.services.writes.money.allocation import ALLOCATE
from app.services.writes.money.deposit import MAKE_DEPOSIT
from app.services.writes.money.payment import TAKE_PAYMENT
from app.services.writes.money.plan import CHANGE_PLAN, CLOSE_PLAN, MAKE_PLAN
from app.services.writes.money.refund import REFUND, SIGN_REFUND
from app.services.writes.money.split import MOVE_SPLIT
from app.services.writes.money.statement import ADD_STATEMENT, REMOVE_STATEMENT
from app.services.writes.write import Write

WRITES: tuple[Write, ...] = (
    TAKE_PAYMENT,
    ALLOCATE,
    REFUND,
    SIGN_REFUND,
    POST_ADJUSTMENT,
    MAKE_PLAN,
    CLOSE_PLAN,
    CHANGE_PLAN,
    MAKE_DEPOSIT,
    MOVE_SPLIT,
    ADD_STATEMENT,
    REMOVE_STATEMENT,
)
