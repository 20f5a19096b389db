"""Definitions: the office's own lists, from confirmation statuses to billing types."""

from __future__ import annotations

from typing import Annotated

from app.wire.endpoint import GET, POST, PUT, Resource
from app.wire.enums import WireEnum
from app.wire.fields import BigInt, Color, Since
from app.wire.permissions import Permission
from app.wire.record import Record
from app.wire.rows import Rows


class DefinitionCategory(WireEnum):
    """The lists, in number order; some are unused."""

    ACCOUNT_COLORS = "AccountColors"
    ADJ_TYPES = "AdjTypes"
    APPT_CONFIRMED = "ApptConfirmed"
    APPT_PROCS_QUICK_ADD = "ApptProcsQuickAdd"
    BILLING_TYPES = "BillingTypes"
    CLAIM_FORMATS = "ClaimFormats"
    DUNNING_MESSAGES = "DunningMessages"
    FEE_SCHED_NAMES_OLD = "FeeSchedNamesOld"
    MEDICAL_NOTES = "MedicalNotes"
    OPERATORIES_OLD = "OperatoriesOld"
    PAYMENT_TYPES = "PaymentTypes"
    PROC_CODE_CATS = "ProcCodeCats"
    PROG_NOTE_COLORS = "ProgNoteColors"
    RECALL_UNSCHED_STATUS = "RecallUnschedStatus"
    SERVICE_NOTES = "ServiceNotes"
    DISCOUNT_TYPES = "DiscountTypes"
    DIAGNOSIS = "Diagnosis"
    APPOINTMENT_COLORS = "AppointmentColors"
    IMAGE_CATS = "ImageCats"
    APPT_PHONE_NOTES = "ApptPhoneNotes"
    TX_PRIORITIES = "TxPriorities"
    MISC_COLORS = "MiscColors"
    CHART_GRAPHIC_COLORS = "ChartGraphicColors"
    CONTACT_CATEGORIES = "ContactCategories"
    LETTER_MERGE_CATS = "LetterMergeCats"
    BLOCKOUT_TYPES = "BlockoutTypes"
    PROC_BUTTON_CATS = "ProcButtonCats"
    COMM_LOG_TYPES = "CommLogTypes"
    SUPPLY_CATS = "SupplyCats"
    PAY_SPLIT_UNEARNED_TYPE = "PaySplitUnearnedType"
    PROGNOSIS = "Prognosis"
    CLAIM_CUSTOM_TRACKING = "ClaimCustomTracking"
    INSURANCE_PAYMENT_TYPE = "InsurancePaymentType"
    TASK_PRIORITIES = "TaskPriorities"
    FEE_COLORS = "FeeColors"
    PROVIDER_SPECIALTIES = "ProviderSpecialties"
    CLAIM_PAYMENT_TRACKING = "ClaimPaymentTracking"
    ACCOUNT_QUICK_CHARGE = "AccountQuickCharge"
    INSURANCE_VERIFICATION_STATUS = "InsuranceVerificationStatus"
    REGIONS = "Regions"
    CLAIM_PAYMENT_GROUPS = "ClaimPaymentGroups"
    AUTO_NOTE_CATS = "AutoNoteCats"
    WEB_SCHED_NEW_PAT_APPT_TYPES = "WebSchedNewPatApptTypes"
    CLAIM_ERROR_CODE = "ClaimErrorCode"
    CLINIC_SPECIALTY = "ClinicSpecialty"
    JOB_PRIORITIES = "JobPriorities"
    CARRIER_GROUP_NAMES = "CarrierGroupNames"
    PAY_PLAN_CATEGORIES = "PayPlanCategories"
    AUTO_DEPOSIT = "AutoDeposit"
    INSURANCE_FILING_CODE_GROUP = "InsuranceFilingCodeGroup"
    TIME_CARD_ADJ_TYPES = "TimeCardAdjTypes"
    WEB_SCHED_EXISTING_APPT_TYPES = "WebSchedExistingApptTypes"
    CERTIFICATION_CATEGORIES = "CertificationCategories"
    E_CLIPBOARD_IMAGE_CAPTURE = "EClipboardImageCapture"
    TASK_CATEGORIES = "TaskCategories"
    OPERATORY_TYPES = "OperatoryTypes"

    @property
    def number(self) -> int:
        """As in `Definition.Category` and the database. ValueError for an unknown category."""
        return list(type(self)).index(self)


class Definition(Record):
    """One entry of a list. `ItemValue`'s meaning depends on the category."""

    primary_key = "DefNum"

    DefNum: BigInt = 0
    ItemName: str = ""
    ItemValue: str = ""
    Category: BigInt = 0
    category: DefinitionCategory = DefinitionCategory.ACCOUNT_COLORS
    isHidden: bool = False


class Definitions(Resource):
    """The office's definitions. `list` takes a category by its number or, since 26.2.1, by its name; `create` by name.

    ItemOrder, ItemColor and Supp can be written but are not in the answers.
    """

    documentation = "API Definitions"

    @GET("/definitions", since="21.1")
    def list(
        self,
        *,
        Category: int | None = None,
        includeHidden: bool | None = None,
        category: Annotated[str, Since("26.2.1", ignored_before=True)] | None = None,
    ) -> Rows[Definition]: ...

    @GET("/definitions/{DefNum}", since="26.2.1")
    async def get(self, DefNum: int) -> Definition: ...

    @POST("/definitions", since="22.1", needs=Permission.SETUP)
    async def create(
        self,
        *,
        ItemName: str,
        category: DefinitionCategory,
        ItemValue: str | None = None,
        isHidden: bool | None = None,
        ItemColor: Annotated[Color, Since("26.2")] | None = None,
        Supp: Annotated[int, Since("26.2")] | None = None,
    ) -> Definition: ...

    @PUT("/definitions/{DefNum}", since="26.2.1", needs=Permission.ALL_OTHERS)
    async def update(
        self,
        DefNum: int,
        *,
        ItemOrder: int | None = None,
        ItemColor: Color | None = None,
        IsHidden: bool | None = None,
    ) -> Definition: ...
