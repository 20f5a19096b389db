"""Enumerations: the stored numbers and the wire's names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property


class EnumCodes:
    """One enumeration, in both directions."""

    def __init__(self, texts: Mapping[int, str]) -> None:
        self.texts = dict(texts)
        self.first = min(self.texts)
        """A column's default number."""

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {text.casefold(): number for number, text in self.texts.items()}

    def text(self, number: int) -> str:
        """The wire's name; a number without a name stands for itself."""
        return self.texts.get(number, str(number))

    def number(self, text: str) -> int:
        """The number of a name, ignoring case. ValueError when there is none."""
        try:
            return self._numbers[text.casefold()]
        except KeyError:
            raise ValueError(f"one of {', '.join(self.texts.values())} is expected") from None


def _counted(words: str | Iterable[str], start: int = 0) -> EnumCodes:
    each = words.split() if isinstance(words, str) else words
    return EnumCodes(dict(enumerate(each, start)))


APT_STATUS = _counted("None Scheduled Complete UnschedList ASAP Broken Planned PtNote PtNoteCompleted")
APT_PRIORITY = _counted("Normal ASAP")
HIST_ACTION = _counted("Created Changed Missed Cancelled Deleted")
APT_SOURCE = _counted(
    "None EConnector Broadcaster BroadcastMonitor ServiceMainHQ OpenDentalService OpenDentalAPIService"
)
REQUIRED_CODES = _counted("None AtLeastOne All")
FIELD_TYPE = _counted(
    "Text PickList Date Checkbox Currency CareCreditStatus CareCreditPreApprovalAmt CareCreditAvailableCredit"
)
SCHED_TYPE = _counted("Practice Provider Blockout Employee WebSchedASAP")
SCHED_STATUS = _counted("Open Closed Holiday")

PAT_STATUS = _counted("Patient NonPatient Inactive Archived Deleted Deceased Prospective")
GENDER = _counted("Male Female Unknown Other")
POSITION = _counted("Single Married Child Widowed Divorced")
CONTACT_METHOD = _counted("None DoNotCall HmPhone WkPhone WirelessPh Email SeeNotes Mail TextMessage")
YES_NO_UNKNOWN = _counted("Unknown Yes No")

COMM_MODE = _counted(
    ("None", "Email", "Mail", "Phone", "In Person", "Text", "Email and Text", "Phone and Text", "Fax")
)
COMM_SENT = _counted("Neither Sent Received")
COMM_SOURCE = _counted("User WebSched ProgramLink")

PROC_STATUS = _counted("TP C EC EO R D Cn TPi", 1)
TREAT_AREA = _counted("None Surf Tooth Mouth Quad Sextant Arch ToothRange")
PROV_STATUS = _counted("Active Deleted")
CLAIM_PROC_STATUS = _counted(
    "NotReceived Received Preauth Adjustment Supplemental CapClaim Estimate CapComplete CapEstimate InsHist"
)
PAY_PLAN_LINK = _counted("None Adjustment Procedure OrthoCase")

DEF_LINK = _counted("ClinicSpecialty Patient AppointmentType Operatory BlockoutType RecallType")
DEF_CATEGORY = _counted(
    "AccountColors AdjTypes ApptConfirmed ApptProcsQuickAdd BillingTypes ClaimFormats DunningMessages "
    "FeeSchedNamesOld MedicalNotes OperatoriesOld PaymentTypes ProcCodeCats ProgNoteColors "
    "RecallUnschedStatus ServiceNotes DiscountTypes Diagnosis AppointmentColors ImageCats ApptPhoneNotes "
    "TxPriorities MiscColors ChartGraphicColors ContactCategories LetterMergeCats BlockoutTypes "
    "ProcButtonCats CommLogTypes SupplyCats PaySplitUnearnedType Prognosis ClaimCustomTracking "
    "InsurancePaymentType TaskPriorities FeeColors ProviderSpecialties ClaimPaymentTracking "
    "AccountQuickCharge InsuranceVerificationStatus Regions ClaimPaymentGroups AutoNoteCats "
    "WebSchedNewPatApptTypes ClaimErrorCode ClinicSpecialty JobPriorities CarrierGroupNames "
    "PayPlanCategories AutoDeposit InsuranceFilingCodeGroup TimeCardAdjTypes WebSchedExistingApptTypes "
    "CertificationCategories EClipboardImageCapture TaskCategories OperatoryTypes"
)

ESERVICE_TYPE = _counted(
    "Unknown WSRecall WSNewPat WSExistingPat WSAsap PatientPortal EClipboard ApptConfirmations WebForms "
    "WSGeneral Arrivals IntegratedTexting ODTouch PaymentPortal BetterDiag MassEmail"
)
ESERVICE_KEY = _counted(
    "Undefined ApptNum PayNum SheetNum UtmNum WebFormSheetID SmsMtSentNum SmsMtTerminatedNum EFormNum"
)
REMOTE_ROLE = _counted("ClientDirect ClientMT ServerMT")
SIGNAL_TYPE = _counted(
    "None Date AllLocal Task ProcCodes Prefs Views AutoCodes Carriers ClearHouses Computers InsCats "
    "Employees StartupOld Defs Email Fees Letters QuickPaste Security Programs ToolButsAndMounts "
    "Providers ClaimForms ZipCodes LetterMerge DentalSchools Operatories TaskPopup Sites Pharmacies "
    "Sheets RecallTypes FeeScheds PhoneNumbers Signals DisplayFields PatFields AccountingAutoPays "
    "ProcButtons Diseases Languages AutoNotes ElectIDs Employers ProviderIdents ShutDownNow "
    "InsFilingCodes ReplicationServers Automation PhoneAsteriskReload TimeCardRules Vaccines HL7Defs "
    "DictCustoms Wiki Sops EhrCodes AppointmentTypes Medications SmsTextMsgReceivedUnreadCount "
    "ProviderErxs Jobs JobPermission StateAbbrs RequiredFields Ebills UserClinics Appointment "
    "OrthoChartTabs SigMessages AlertSubs AlertItems VoiceMails Kiosk ClinicPrefs EmailMessages "
    "WebSchedRecallReminders SmsBlockPhones AlertCategories AlertCategoryLinks UnfinalizedPayMenuUpdate "
    "ClinicErxs DisplayReports UserQueries Schedules PhoneComps PhoneMap SmsPhones WebChatSessions "
    "TaskList TaskAuthor TaskPatient Referral ProcMultiVisits ProviderClinicLink EClipboard TPModule "
    "ActiveInstance PhoneEmpDefaults UserOdPrefs JobTeams AccModule LimitedBetaFeature PerioExams "
    "EmailInboxRetrieve ApiSubscriptions ERoutingDef FlowActionDef FlowDefLink CodeGroups BillingList "
    "ConnectionStoreClear Children Print WebChatAiAssistants MassEmail"
)
_BEFORE_THE_GAP = _counted(
    "None AppointmentsModule FamilyModule AccountModule TPModule ChartModule ImagingModule ManageModule "
    "Setup RxCreate ProcComplEdit ChooseDatabase Schedules Blockouts ClaimSentEdit PaymentCreate "
    "PaymentEdit AdjustmentCreate AdjustmentEdit UserQuery StartupSingleUserOld StartupMultiUserOld "
    "Reports ProcComplCreate SecurityAdmin AppointmentCreate AppointmentMove AppointmentEdit Backup "
    "TimecardsEditAll DepositSlips AccountingEdit AccountingCreate Accounting AnesthesiaIntakeMeds "
    "AnesthesiaControlMeds InsPayCreate InsPayEdit TreatPlanEdit ReportProdInc TimecardDeleteEntry "
    "EquipmentDelete SheetEdit CommlogEdit ImageDelete PerioEdit ProcEditShowFee AdjustmentEditZero "
    "EhrEmergencyAccess ProcDelete EhrKeyAdd ProviderEdit EcwAppointmentRevise ProcedureNoteFull "
    "ReferralAdd InsPlanChangeSubsc RefAttachAdd RefAttachDelete CarrierCreate GraphicalReports "
    "AutoNoteQuickNoteEdit EquipmentSetup Billing ProblemDefEdit ProcFeeEdit InsPlanChangeCarrierName "
    "TaskNoteEdit WikiListSetup Copy Printing MedicalInfoViewed PatProblemListEdit PatMedicationListEdit "
    "PatAllergyListEdit PatFamilyHealthEdit PatientPortal RxEdit AdminDentalStudents "
    "AdminDentalInstructors OrthoChartEditFull PatientFieldEdit AdminDentalEvaluations "
    "TreatPlanDiscountEdit UserLogOnOff TaskEdit EmailSend WebMailSend UserQueryAdmin InsPlanChangeAssign "
    "ImageEdit EhrMeasureEventEdit EServicesSetup FeeSchedEdit ProviderFeeEdit PatientMerge "
    "ClaimHistoryEdit AppointmentCompleteEdit WebMailDelete RequiredFields ReferralMerge ProcEdit "
    "ProviderMerge MedicationMerge AccountProcsQuickAdd ClaimSend TaskListCreate PatientCreate "
    "GraphicalReportSetup PatientEdit InsPlanCreate InsPlanEdit InsPlanCreateSub InsPlanEditSub "
    "InsPlanAddPat InsPlanDropPat InsPlanVerifyList SplitCreatePastLockDate ProcComplEditLimited "
    "ClaimDelete InsWriteOffEdit ApptConfirmStatusEdit GraphicsRemoteEdit AuditTrail "
    "TreatPlanPresenterEdit ProviderAlphabetize ClaimProcReceivedEdit StatementPatNumMismatch MobileWeb "
    "PatPlanCreate PatPriProvEdit ReferralEdit PatientBillingEdit ReportProdIncAllProviders ReportDaily "
    "ReportDailyAllProviders PatientApptRestrict SheetDelete UpdateCustomTracking GraphicsEdit "
    "InsPlanOrthoEdit ClaimProcClaimAttachedProvEdit InsPlanMerge InsCarrierCombine PopupEdit "
    "InsPlanPickListExisting OrthoChartEditUser ProcedureNoteUser GroupNoteEditSigned WikiAdmin "
    "PayPlanEdit ClaimEdit CommandQuery ReplicationSetup PreAuthSentEdit LogFeeEdit LogSubscriberEdit "
    "RecallEdit ProcCodeEdit AddNewUser ClaimView RepeatChargeTool DiscountPlanAddDrop TreatPlanSign "
    "ProcExistingEdit UnrestrictedSearch ArchivedPatientEdit CommlogPersistent VerifyPhoneOwnership "
    "SalesTaxAdjEdit InsuranceVerification CreditCardMove AgingRan HeadmasterSetup DashboardWidget "
    "NewClaimsProcNotBilled PatientPortalLogin FAQEdit FeatureRequestEdit TaskReminderPopup "
    "SupplementalBackup WebSchedRecallManualSend PatientSSNView PatientDOBView FamAgingTruncate "
    "DiscountPlanMerge ProcCompleteStatusEdit ProcCompleteAddAdj ProcCompleteEditMisc ProcCompleteNote "
    "ProcCompleteEdit ProtectedLeaveAdjustmentEdit TimeAdjustEdit QueryMonitor CommlogCreate "
    "WebFormAccess CloseOtherSessions RepeatChargeCreate RepeatChargeUpdate RepeatChargeDelete Zoom "
    "FormAdded ImageExport ImageCreate CertificationEmployee CertificationSetup EmployerCreate "
    "AllowLoginFromAnyLocation LogDoseSpotMedicationNoteEdit PayPlanChargeDateEdit DiscountPlanAdd "
    "DiscountPlanEdit AllowFeeEditWhileReceivingClaim ManageHighSecurityProgProperties CreditCardEdit "
    "MedicationDefEdit AllergyDefEdit Advertising TextMessageView TextMessageSend RxMerge DefEdit "
    "UpdateInstall AdjustmentTypeDeny StatementCSV CarrierEdit ApiSubscription SecurityGlobal"
)
_AFTER_THE_GAP = _counted(
    "TaskDelete SetupWizard ShowFeatures PrinterSetup ProviderAdd ClinicEdit ApiAccountEdit "
    "RegistrationKeyCreate RegistrationKeyEdit AppointmentDelete AppointmentCompleteDelete "
    "AppointmentTypeEdit TextingAccountEdit WebChatEdit SupplierEdit SupplyPurchases "
    "PreferenceEditBroadcastMonitor AppointmentResize CreditCardTerminal ViewAppointmentAuditTrail "
    "PayPlanChargeEdit ArchivedPatientSelect CloudCustomerEdit ChanSpy ClaimProcFeeBilledToInsEdit "
    "AllergyMerge AiChatSession BadgeIdEdit ChildDaycareEdit PerioEditCopy LicenseAccept EFormEdit "
    "EFormDelete MobileNotification ChartViewsEdit SuperFamilyDisband ImageSignatureCreate "
    "SignedImageEdit BlockoutsFlagged PayPlanUnlock SendAlertsFromHQ",
    start=228,
)
PERM_TYPE = EnumCodes(_BEFORE_THE_GAP.texts | _AFTER_THE_GAP.texts)
"""The audit trail's permission types. Open Dental has no 227."""
LOG_SOURCE = _counted(
    "None WebSched InsPlanImport834 HL7 DBM FHIR PatientPortal WebSchedNewPatAppt AutoConfirmations "
    "Diagnostic MobileWeb CanadaEobAutoImport WebSchedASAP OpenDentalService BroadcastMonitor AutoLogOff "
    "ODMobile TextMessaging CareCredit WebSchedExistingPatient eRx SignupPortal EmployerImport834 API "
    "ClaimReceiveAutomatic PaymentPortal"
)
LOG_SOURCE_API = LOG_SOURCE.number("API")
"""The audit trail's source for everything done through the API."""
