"""A long list of patients, opened, sorted and filtered."""

from bench.desk_lists.tables import measure

__all__ = ["measure"]
