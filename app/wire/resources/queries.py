"""Queries: read-only SQL on the office's database, recorded in its audit trail."""

from __future__ import annotations

from typing import Annotated, Any

from app.wire.endpoint import POST, PUT, Resource
from app.wire.fields import Since
from app.wire.permissions import Permission
from app.wire.rows import Rows


class Queries(Resource):
    """Run a query. `create` sends its result to an SFTP site as CSV, `short_query` answers 100 rows per page.

    A short query's columns are the row's names. Its dates are ISO text with a T: "2021-05-01T00:00:00".
    """

    documentation = "API Queries"

    @POST("/queries", since="21.1", needs=Permission.QUERIES)
    async def create(
        self,
        *,
        SqlCommand: str,
        SftpAddress: str,
        SftpUsername: str,
        SftpPassword: str,
        SftpPort: int | None = None,
        IsAsync: Annotated[bool, Since("23.3.26")] | None = None,
    ) -> None: ...

    @PUT("/queries/ShortQuery", since="21.2", needs=Permission.QUERIES, reads=True, page_rows=100)
    def short_query(self, *, SqlCommand: str) -> Rows[dict[str, Any]]: ...
