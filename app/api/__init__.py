"""An office of Open Dental over its REST API.

`app.api.http.connect` opens one. Importing this package loads no HTTP library.
"""

from app.api.capabilities import Capabilities, Verdict
from app.api.client import OpenDental
from app.api.errors import (
    ApiError,
    BadRequest,
    Cancelled,
    ConnectionLost,
    EmptyAnswer,
    GatewayTimeout,
    Gone,
    KeyRefused,
    Lost,
    NotFound,
    NotSent,
    NotTheOffice,
    OtherRow,
    OverLimit,
    PermissionMissing,
    Refused,
    ServerFault,
    TimedOut,
    TooDeep,
    TooManyBytes,
    TooManyDigits,
    TooManyPages,
    TooManyRequests,
    TooManyRows,
    UnaskedEncoding,
    Unconfirmed,
    Unreachable,
    Unreadable,
)
from app.api.keys import Keys
from app.api.modes import Mode, OfficeAddress, hub_address, service_address
from app.api.need import Need
from app.api.status import BrokerStatus

__all__ = [
    "ApiError",
    "BadRequest",
    "BrokerStatus",
    "Cancelled",
    "Capabilities",
    "ConnectionLost",
    "EmptyAnswer",
    "GatewayTimeout",
    "Gone",
    "KeyRefused",
    "Keys",
    "Lost",
    "Mode",
    "Need",
    "NotFound",
    "NotSent",
    "NotTheOffice",
    "OfficeAddress",
    "OpenDental",
    "OtherRow",
    "OverLimit",
    "PermissionMissing",
    "Refused",
    "ServerFault",
    "TimedOut",
    "TooDeep",
    "TooManyBytes",
    "TooManyDigits",
    "TooManyPages",
    "TooManyRequests",
    "TooManyRows",
    "UnaskedEncoding",
    "Unconfirmed",
    "Unreachable",
    "Unreadable",
    "Verdict",
    "hub_address",
    "service_address",
]
