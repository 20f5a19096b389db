"""RxPats: prescriptions, and the pharmacies that fill them."""

from __future__ import annotations

from app.practice.schema.attached import rxpat
from app.practice.schema.histories import pharmacy
from app.practice.server.listings import Filter, Listing, columns_of
from app.practice.server.routing import serves
from app.practice.server.work import Given, Outcome, Work
from app.wire.resources.pharmacies import Pharmacies, Pharmacy
from app.wire.resources.rx_pats import RxPat, RxPats

ROWS = Listing(
    name="RxPat",
    columns=lambda: columns_of(RxPat, rxpat),
    source=rxpat,
    filters={"RxNum": Filter(rxpat.c.RxNum), "PatNum": Filter(rxpat.c.PatNum)},
    order=(rxpat.c.RxNum,),
)
PHARMACIES = Listing(
    name="Pharmacy",
    columns=lambda: columns_of(Pharmacy, pharmacy),
    source=pharmacy,
    filters={"PharmacyNum": Filter(pharmacy.c.PharmacyNum)},
    order=(pharmacy.c.PharmacyNum,),
)


@serves(RxPats.get)
def get(work: Work, given: Given) -> Outcome:
    """One prescription."""
    return work.one(ROWS, "RxPat", given)


@serves(RxPats.list)
def list_(work: Work, given: Given) -> Outcome:
    """Those of one patient, or of all."""
    return work.page(ROWS, given)


@serves(Pharmacies.get)
def get_pharmacy(work: Work, given: Given) -> Outcome:
    """One pharmacy."""
    return work.one(PHARMACIES, "Pharmacy", given)


@serves(Pharmacies.list)
def list_pharmacies(work: Work, given: Given) -> Outcome:
    """All pharmacies."""
    return work.page(PHARMACIES, given)
