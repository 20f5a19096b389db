"""Preferences: the office's settings, about a thousand of them."""

from __future__ import annotations

from typing import Annotated

from app.wire.endpoint import GET, Resource
from app.wire.fields import BigInt, Refers
from app.wire.record import Record
from app.wire.rows import Rows

PreferenceName = Annotated[str, Refers("preference", column="PrefName")]


class Preference(Record):
    """One setting. Numbers and booleans are text."""

    primary_key = "PrefNum"

    PrefNum: BigInt = 0
    PrefName: str = ""
    ValueString: str = ""


class Preferences(Resource):
    """The office's settings, all of them or one by its name."""

    documentation = "API Preferences"

    @GET("/preferences", since="21.1")
    def list(self, *, PrefName: PreferenceName | None = None) -> Rows[Preference]: ...
