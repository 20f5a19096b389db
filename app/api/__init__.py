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
    GatewayTimeout,
    Gone,
    KeyRefused,
    Lost,
    NotFound,
    NotSent,
    PermissionMissing,
    Refused,
    ServerFault,
    TimedOut,
    TooManyRequests,
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
    "GatewayTimeout",
    "Gone",
    "KeyRefused",
    "Keys",
    "Lost",
    "Mode",
    "Need",
    "NotFound",
    "NotSent",
    "OfficeAddress",
    "OpenDental",
    "PermissionMissing",
    "Refused",
    "ServerFault",
    "TimedOut",
    "TooManyRequests",
    "Unreachable",
    "Unreadable",
    "Verdict",
    "hub_address",
    "service_address",
]
