"""SecurityLogs: the audit trail entries of this API developer."""

from __future__ import annotations

from app.wire.endpoint import GET, Resource
from app.wire.enums import WireEnum
from app.wire.fields import BigInt
from app.wire.record import Record
from app.wire.resources.security_logs_kinds import PermissionType
from app.wire.rows import Rows


class AuditSource(WireEnum):
    """The program that made an entry."""

    NONE = "None"
    WEB_SCHED = "WebSched"
    INS_PLAN_IMPORT834 = "InsPlanImport834"
    HL7 = "HL7"
    DBM = "DBM"
    FHIR = "FHIR"
    PATIENT_PORTAL = "PatientPortal"
    WEB_SCHED_NEW_PAT_APPT = "WebSchedNewPatAppt"
    AUTO_CONFIRMATIONS = "AutoConfirmations"
    DIAGNOSTIC = "Diagnostic"
    MOBILE_WEB = "MobileWeb"
    CANADA_EOB_AUTO_IMPORT = "CanadaEobAutoImport"
    WEB_SCHED_ASAP = "WebSchedASAP"
    OPEN_DENTAL_SERVICE = "OpenDentalService"
    BROADCAST_MONITOR = "BroadcastMonitor"
    AUTO_LOG_OFF = "AutoLogOff"
    OD_MOBILE = "ODMobile"
    TEXT_MESSAGING = "TextMessaging"
    CARE_CREDIT = "CareCredit"
    WEB_SCHED_EXISTING_PATIENT = "WebSchedExistingPatient"
    E_RX = "eRx"
    SIGNUP_PORTAL = "SignupPortal"
    EMPLOYER_IMPORT834 = "EmployerImport834"
    API = "API"
    CLAIM_RECEIVE_AUTOMATIC = "ClaimReceiveAutomatic"
    PAYMENT_PORTAL = "PaymentPortal"


class SecurityLog(Record):
    """One entry. `LogDateTime` is American text: "7/6/2023 11:48:55 AM"."""

    primary_key = "SecurityLogNum"

    SecurityLogNum: BigInt = 0
    PermType: PermissionType = PermissionType.NONE
    UserNum: BigInt = 0
    LogDateTime: str = ""
    LogText: str = ""
    PatNum: BigInt = 0
    CompName: str = ""
    LogSource: AuditSource = AuditSource.NONE


class SecurityLogs(Resource):
    """The entries made by requests with this developer key, newest first."""

    documentation = "API SecurityLogs"

    @GET("/securitylogs", since="23.1.33")
    def list(self, *, PermType: PermissionType | None = None) -> Rows[SecurityLog]: ...
