"""The types of the API's fields, and their facts.

A field's facts are in its annotation: `Op: Annotated[OperatoryKey, Since("23.2")]`. Dates have no time zone:
they are the office's local time. In a record `None` means "no date" (0001-01-01 on the wire); in a request
`None` leaves a field out, and NO_DATE or NO_DATE_TIME clears it.
"""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Annotated, Any, get_args, get_origin

import msgspec

from app.wire.enums import WireEnum

BigInt = Annotated[int, msgspec.Meta(ge=-(2**63), le=2**63 - 1)]
"""A whole number of a row, of the 64 bits that the database keeps: a larger one would break whoever takes it."""
Date = datetime.date
DateTime = Annotated[datetime.datetime, msgspec.Meta(tz=False)]
"""A timestamp in the office's local time; one with a time zone is never converted silently."""
Time = Annotated[datetime.time, msgspec.Meta(tz=False)]
TimeSpan = datetime.timedelta
"""Hours, minutes and seconds, which may be negative: -01:00:00."""
Money = Decimal
"""US dollars, exact to the cent."""
Color = str
"""Three decimal numbers from 0 to 255: "r,g,b"."""

NO_DATE = datetime.date(1, 1, 1)
"""The wire's value for no date; send it to clear a date."""
NO_DATE_TIME = datetime.datetime(1, 1, 1)
"""The wire's value for no date and time; send it to clear one."""


class Since(msgspec.Struct, frozen=True):
    """The version of Open Dental that added a field."""

    version: str
    ignored_before: bool = False
    """Whether offices before it were seen to ignore the field without a word: a filter that filters nothing."""


class Refers(msgspec.Struct, frozen=True):
    """A foreign key: the table that the number refers to. Zero refers to nothing.

    A field with two of them refers to one of these tables, depending on another field of the request.
    """

    table: str
    category: tuple[int, ...] = ()
    """For a definition, the allowed categories; empty: any."""
    column: str = ""
    """The column that the value is compared with; empty: the table's primary key."""


class MaxLength(msgspec.Struct, frozen=True):
    """The maximum length of a text in characters."""

    characters: int


class InQuery(msgspec.Struct, frozen=True):
    """Marks a field of a PUT or POST that is sent in the query, not in the body."""


class AlsoSpelled(msgspec.Struct, frozen=True):
    """Another documented name of a field: read it, never write it."""

    name: str


class BlankClears(msgspec.Struct, frozen=True):
    """Marks a date that an empty text clears; elsewhere an empty value counts as left out."""


class DayAlone(msgspec.Struct, frozen=True):
    """Marks a timestamp for which the documentation also prints a date alone; send the date with its time."""


class Only:
    """The enumeration values that a method accepts, if not all."""

    __slots__ = ("values",)

    def __init__(self, *values: WireEnum) -> None:
        self.values = values


class AllBut:
    """The enumeration values that a method does not accept."""

    __slots__ = ("values",)

    def __init__(self, *values: WireEnum) -> None:
        self.values = values


AdjustmentKey = Annotated[int, Refers("adjustment")]
AppointmentKey = Annotated[int, Refers("appointment")]
AppointmentTypeKey = Annotated[int, Refers("appointmenttype")]
CarrierKey = Annotated[int, Refers("carrier")]
ClaimFormKey = Annotated[int, Refers("claimform")]
ClaimKey = Annotated[int, Refers("claim")]
ClaimPaymentKey = Annotated[int, Refers("claimpayment")]
ClinicKey = Annotated[int, Refers("clinic")]
DefinitionKey = Annotated[int, Refers("definition")]
EmployeeKey = Annotated[int, Refers("employee")]
EmployerKey = Annotated[int, Refers("employer")]
FeeSchedKey = Annotated[int, Refers("feesched")]
InsPlanKey = Annotated[int, Refers("insplan")]
InsSubKey = Annotated[int, Refers("inssub")]
LaboratoryKey = Annotated[int, Refers("laboratory")]
OperatoryKey = Annotated[int, Refers("operatory")]
PatPlanKey = Annotated[int, Refers("patplan")]
PatientKey = Annotated[int, Refers("patient")]
PayPlanKey = Annotated[int, Refers("payplan")]
ProcedureCodeKey = Annotated[int, Refers("procedurecode")]
ProcedureKey = Annotated[int, Refers("procedurelog")]
ProviderKey = Annotated[int, Refers("provider")]
ScheduleKey = Annotated[int, Refers("schedule")]
SiteKey = Annotated[int, Refers("site")]
TreatPlanKey = Annotated[int, Refers("treatplan")]


def bare(hint: Any) -> tuple[Any, tuple[Any, ...]]:
    """Split a type hint into its type, without None, and its annotated facts."""
    facts: tuple[Any, ...] = ()
    while True:
        if get_origin(hint) is Annotated:
            hint, *more = get_args(hint)
            facts += tuple(more)
            continue
        options = [option for option in get_args(hint) if option is not type(None)]
        if type(None) in get_args(hint) and len(options) == 1:
            hint = options[0]
            continue
        return hint, facts
