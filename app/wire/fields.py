"""The types that the API's fields have, and the facts that ride on them.

A field's facts stand in its annotation: `AptNum: AppointmentKey`, `Op: Annotated[OperatoryKey, Since("23.2.27")]`.
Dates carry no zone: they are the office's local time. `None` stands for "no date" (0001-01-01 on the wire).
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

Date = datetime.date
DateTime = datetime.datetime
Time = datetime.time
Money = Decimal
"""US dollars, exact to the cent."""
Color = str
"""Three decimal numbers from 0 to 255: "r,g,b"."""

NO_DATE = Date(1, 1, 1)
"""What the wire writes for "no date"; send it to clear a date."""


@dataclass(frozen=True, slots=True)
class Since:
    """The version of Open Dental that added a field."""

    version: str


@dataclass(frozen=True, slots=True)
class Refers:
    """A foreign key: the table that the number points into. Zero points nowhere."""

    table: str
    category: tuple[int, ...] = ()
    """For a definition, the categories that it may come from; empty: any."""


@dataclass(frozen=True, slots=True)
class MaxLength:
    """The most characters that a text may hold."""

    characters: int


@dataclass(frozen=True, slots=True)
class InQuery:
    """Marks a field of a PUT or POST that travels in the address, not in the body."""


AppointmentKey = Annotated[int, Refers("appointment")]
AppointmentTypeKey = Annotated[int, Refers("appointmenttype")]
ClinicKey = Annotated[int, Refers("clinic")]
DefinitionKey = Annotated[int, Refers("definition")]
EmployeeKey = Annotated[int, Refers("employee")]
EmployerKey = Annotated[int, Refers("employer")]
FeeSchedKey = Annotated[int, Refers("feesched")]
OperatoryKey = Annotated[int, Refers("operatory")]
PatientKey = Annotated[int, Refers("patient")]
ProcedureCodeKey = Annotated[int, Refers("procedurecode")]
ProcedureKey = Annotated[int, Refers("procedurelog")]
ProviderKey = Annotated[int, Refers("provider")]
ScheduleKey = Annotated[int, Refers("schedule")]
SiteKey = Annotated[int, Refers("site")]
