"""Electronic transactions: a patient's list, their texts, and the older resource that imports an ERA 835."""

from __future__ import annotations

import sqlalchemy as sa

from app.practice.schema.enums.insurance import ETRANS_TYPE
from app.practice.schema.etrans import etrans, etransmessagetext
from app.practice.server.listings import Filter, Listing, columns_of
from app.practice.server.routing import serves
from app.practice.server.work import Given, Outcome, Work
from app.wire.resources.etrans import Etrans
from app.wire.resources.etrans_message_texts import EtransMessageText, EtransMessageTexts
from app.wire.resources.etranss import Etranss, Transaction

_E = etrans.c
ROWS = Listing(
    name="Transaction",
    columns=lambda: columns_of(
        Transaction, etrans, {"TransSetId835": sa.cast(_E.TranSetId835, sa.Integer())}
    ),
    source=etrans,
    filters={
        "PatNum": Filter(_E.PatNum),
        "CarrierNum": Filter(_E.CarrierNum),
        "ClaimNum": Filter(_E.ClaimNum),
    },
    order=(_E.DateTimeTrans, _E.EtransNum),
)
TEXT_ROWS = Listing(
    name="EtransMessageText",
    columns=lambda: columns_of(EtransMessageText, etransmessagetext),
    source=etransmessagetext,
    filters={"EtransMessageTextNum": Filter(etransmessagetext.c.EtransMessageTextNum)},
    order=(etransmessagetext.c.EtransMessageTextNum,),
)


@serves(Etranss.list)
def list_(work: Work, given: Given) -> Outcome:
    """One patient's transactions, oldest first."""
    return work.page(ROWS, given)


@serves(EtransMessageTexts.get)
def text(work: Work, given: Given) -> Outcome:
    """One message."""
    return work.one(TEXT_ROWS, "EtransMessageText", given)


@serves(Etrans.create)
def create(work: Work, given: Given) -> Outcome:
    """Store an ERA 835 with its text."""
    message = work.insert(etransmessagetext, {"MessageText": given.get("MessageText", "")})
    values = {
        "DateTimeTrans": given.get("DateTimeTrans", work.now),
        "ClearingHouseNum": given.get("HqClearinghouseNum", 0),
        "Etype": ETRANS_TYPE.number("ERA_835"),
        "EtransMessageTextNum": message,
        "UserNum": given.get("UserNum", 0),
    }
    work.insert(etrans, values)
    return None
