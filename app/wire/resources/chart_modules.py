"""ChartModules: what the Chart Module shows for a patient, combined from many tables."""

from __future__ import annotations

from app.wire.endpoint import GET, Resource
from app.wire.enums import WireEnum
from app.wire.fields import BigInt, DateTime, Money
from app.wire.record import Record
from app.wire.rows import Rows


class ProgNoteType(WireEnum):
    """The type of a row in the progress notes."""

    APPOINTMENT = "Appointment"
    PROCEDURE = "Procedure"
    COMMLOG = "Commlog"
    TASK = "Task"
    EMAIL = "Email"
    LAB_CASE = "LabCase"
    RX = "Rx"
    SHEET = "Sheet"


class ProgNoteSigned(WireEnum):
    """Whether it is signed."""

    SIGNED = "Signed"
    NOT_SIGNED = ""


class PlannedApptStatus(WireEnum):
    """The status of an appointment."""

    SCHEDULED = "Scheduled"
    COMPLETE = "Complete"
    UNSCHED_LIST = "UnschedList"
    ASAP = "ASAP"
    BROKEN = "Broken"
    PLANNED = "Planned"
    PT_NOTE = "PtNote"
    PT_NOTE_COMPLETED = "PtNoteCompleted"


class ProgNote(Record):
    """One row of the progress notes. Date, Time and DateTime are display texts; 0 means an empty number."""

    ObjectType: ProgNoteType = ProgNoteType.APPOINTMENT
    PrimaryKey: BigInt = 0
    Date: str = ""
    Time: str = ""
    DateTime: str = ""
    Th: str = ""
    Surf: str = ""
    Dx: str = ""
    Description: str = ""
    note: str = ""
    Stat: str = ""
    Prov: str = ""
    ProvNum: BigInt = 0
    Amount: Money = Money(0)
    ProcCode: str = ""
    User: str = ""
    Signed: ProgNoteSigned = ProgNoteSigned.NOT_SIGNED
    Length: str = ""
    Abbr: str = ""
    Clinic: str = ""
    ClinicNum: BigInt = 0


class PatientInfoRow(Record):
    """One line of the Patient Info: a label and its value."""

    Field: str = ""
    Content: str = ""


class PlannedAppt(Record):
    """One planned appointment. `dateSched`: the day of the appointment made from it."""

    AptNum: BigInt = 0
    ProvNum: BigInt = 0
    ItemOrder: BigInt = 0
    minutes: BigInt = 0
    ProcDescript: str = ""
    Note: str = ""
    dateSched: DateTime | None = None
    AptStatus: PlannedApptStatus = PlannedApptStatus.PLANNED


class ChartModules(Resource):
    """A patient's chart, as the Chart Module shows it. Details are in each row's own resource."""

    documentation = "API ChartModules"

    @GET("/chartmodules/{PatNum}/ProgNotes", since="21.4")
    def prog_notes(self, PatNum: int) -> Rows[ProgNote]: ...

    @GET("/chartmodules/{PatNum}/PatientInfo", since="22.1")
    def patient_info(self, PatNum: int) -> Rows[PatientInfoRow]: ...

    @GET("/chartmodules/{PatNum}/PlannedAppts", since="22.2")
    def planned_appts(self, PatNum: int) -> Rows[PlannedAppt]: ...
