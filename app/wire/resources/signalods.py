"""Signals: changes in the office, as workstations tell each other."""

from __future__ import annotations

from app.wire.endpoint import GET, Resource
from app.wire.enums import WireEnum
from app.wire.fields import BigInt, Date, DateTime
from app.wire.record import Record
from app.wire.rows import Rows


class SignalKeyType(WireEnum):
    """What `FKey` refers to."""

    UNDEFINED = "Undefined"
    FEE_SCHED = "FeeSched"
    JOB = "Job"
    OPERATORY = "Operatory"
    PHONE_EXTENSION = "PhoneExtension"
    PROVIDER = "Provider"
    SIG_MESSAGE = "SigMessage"
    SMS_MSG_UNREAD_COUNT = "SmsMsgUnreadCount"
    TASK = "Task"
    PROCESS_ID = "ProcessId"
    CONF_KICK = "ConfKick"
    PAT_NUM = "PatNum"
    USER_OD = "UserOd"
    EMAIL_ADDRESS = "EmailAddress"
    CHAN_SPY = "ChanSpy"
    COMPUTER = "Computer"


class InvalidType(WireEnum):
    """What must be reloaded."""

    NONE = "None"
    DATE = "Date"
    ALL_LOCAL = "AllLocal"
    TASK = "Task"
    PROC_CODES = "ProcCodes"
    PREFS = "Prefs"
    VIEWS = "Views"
    AUTO_CODES = "AutoCodes"
    CARRIERS = "Carriers"
    CLEAR_HOUSES = "ClearHouses"
    COMPUTERS = "Computers"
    INS_CATS = "InsCats"
    EMPLOYEES = "Employees"
    STARTUP_OLD = "StartupOld"
    DEFS = "Defs"
    EMAIL = "Email"
    FEES = "Fees"
    LETTERS = "Letters"
    QUICK_PASTE = "QuickPaste"
    SECURITY = "Security"
    PROGRAMS = "Programs"
    TOOL_BUTS_AND_MOUNTS = "ToolButsAndMounts"
    PROVIDERS = "Providers"
    CLAIM_FORMS = "ClaimForms"
    ZIP_CODES = "ZipCodes"
    LETTER_MERGE = "LetterMerge"
    DENTAL_SCHOOLS = "DentalSchools"
    OPERATORIES = "Operatories"
    TASK_POPUP = "TaskPopup"
    SITES = "Sites"
    PHARMACIES = "Pharmacies"
    SHEETS = "Sheets"
    RECALL_TYPES = "RecallTypes"
    FEE_SCHEDS = "FeeScheds"
    PHONE_NUMBERS = "PhoneNumbers"
    SIGNALS = "Signals"
    DISPLAY_FIELDS = "DisplayFields"
    PAT_FIELDS = "PatFields"
    ACCOUNTING_AUTO_PAYS = "AccountingAutoPays"
    PROC_BUTTONS = "ProcButtons"
    DISEASES = "Diseases"
    LANGUAGES = "Languages"
    AUTO_NOTES = "AutoNotes"
    ELECT_IDS = "ElectIDs"
    EMPLOYERS = "Employers"
    PROVIDER_IDENTS = "ProviderIdents"
    SHUT_DOWN_NOW = "ShutDownNow"
    INS_FILING_CODES = "InsFilingCodes"
    REPLICATION_SERVERS = "ReplicationServers"
    AUTOMATION = "Automation"
    PHONE_ASTERISK_RELOAD = "PhoneAsteriskReload"
    TIME_CARD_RULES = "TimeCardRules"
    VACCINES = "Vaccines"
    HL7_DEFS = "HL7Defs"
    DICT_CUSTOMS = "DictCustoms"
    WIKI = "Wiki"
    SOPS = "Sops"
    EHR_CODES = "EhrCodes"
    APPOINTMENT_TYPES = "AppointmentTypes"
    MEDICATIONS = "Medications"
    SMS_TEXT_MSG_RECEIVED_UNREAD_COUNT = "SmsTextMsgReceivedUnreadCount"
    PROVIDER_ERXS = "ProviderErxs"
    JOBS = "Jobs"
    JOB_PERMISSION = "JobPermission"
    STATE_ABBRS = "StateAbbrs"
    REQUIRED_FIELDS = "RequiredFields"
    EBILLS = "Ebills"
    USER_CLINICS = "UserClinics"
    APPOINTMENT = "Appointment"
    ORTHO_CHART_TABS = "OrthoChartTabs"
    SIG_MESSAGES = "SigMessages"
    ALERT_SUBS = "AlertSubs"
    ALERT_ITEMS = "AlertItems"
    VOICE_MAILS = "VoiceMails"
    KIOSK = "Kiosk"
    CLINIC_PREFS = "ClinicPrefs"
    EMAIL_MESSAGES = "EmailMessages"
    WEB_SCHED_RECALL_REMINDERS = "WebSchedRecallReminders"
    SMS_BLOCK_PHONES = "SmsBlockPhones"
    ALERT_CATEGORIES = "AlertCategories"
    ALERT_CATEGORY_LINKS = "AlertCategoryLinks"
    UNFINALIZED_PAY_MENU_UPDATE = "UnfinalizedPayMenuUpdate"
    CLINIC_ERXS = "ClinicErxs"
    DISPLAY_REPORTS = "DisplayReports"
    USER_QUERIES = "UserQueries"
    SCHEDULES = "Schedules"
    PHONE_COMPS = "PhoneComps"
    PHONE_MAP = "PhoneMap"
    SMS_PHONES = "SmsPhones"
    WEB_CHAT_SESSIONS = "WebChatSessions"
    TASK_LIST = "TaskList"
    TASK_AUTHOR = "TaskAuthor"
    TASK_PATIENT = "TaskPatient"
    REFERRAL = "Referral"
    PROC_MULTI_VISITS = "ProcMultiVisits"
    PROVIDER_CLINIC_LINK = "ProviderClinicLink"
    E_CLIPBOARD = "EClipboard"
    TP_MODULE = "TPModule"
    ACTIVE_INSTANCE = "ActiveInstance"
    PHONE_EMP_DEFAULTS = "PhoneEmpDefaults"
    USER_OD_PREFS = "UserOdPrefs"
    JOB_TEAMS = "JobTeams"
    ACC_MODULE = "AccModule"
    LIMITED_BETA_FEATURE = "LimitedBetaFeature"
    PERIO_EXAMS = "PerioExams"
    EMAIL_INBOX_RETRIEVE = "EmailInboxRetrieve"
    API_SUBSCRIPTIONS = "ApiSubscriptions"
    E_ROUTING_DEF = "ERoutingDef"
    FLOW_ACTION_DEF = "FlowActionDef"
    FLOW_DEF_LINK = "FlowDefLink"
    CODE_GROUPS = "CodeGroups"
    BILLING_LIST = "BillingList"
    CONNECTION_STORE_CLEAR = "ConnectionStoreClear"
    CHILDREN = "Children"
    PRINT = "Print"
    WEB_CHAT_AI_ASSISTANTS = "WebChatAiAssistants"
    MASS_EMAIL = "MassEmail"


class SignalRole(WireEnum):
    """How the workstation that raised it connects to the database."""

    CLIENT_DIRECT = "ClientDirect"
    CLIENT_MT = "ClientMT"
    SERVER_MT = "ServerMT"


class Signalod(Record):
    """One signal. `FKey` is the row it is about, `DateViewing` the day of a Date signal."""

    primary_key = "SignalNum"

    SignalNum: BigInt = 0
    DateViewing: Date | None = None
    SigDateTime: DateTime | None = None
    FKey: BigInt = 0
    FKeyType: SignalKeyType = SignalKeyType.UNDEFINED
    IType: InvalidType = InvalidType.NONE
    RemoteRole: SignalRole = SignalRole.CLIENT_DIRECT
    MsgValue: str = ""
    serverDateTime: DateTime | None = None


class Signalods(Resource):
    """Signals after a time. Pass the `serverDateTime` of one answer as the SigDateTime of the next."""

    documentation = "API Signalods"

    @GET("/signalods", since="21.2")
    def list(self, *, SigDateTime: DateTime) -> Rows[Signalod]: ...
