"""Pages of a list that may have millions of rows: of the newest, with no count of the rest."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.utils.functional import cached_property

from quiz.models import MOST_IN_A_LIST


class NewestOnly(Paginator):
    """Pages of the first rows only: what lies further back is found with a filter."""

    @cached_property
    def count(self) -> int:
        """How many rows the pages hold: all that there are, but not more than can be reached."""
        rows: Any = self.object_list
        count: int = rows.order_by()[:MOST_IN_A_LIST].count()
        return count

    @property
    def ends_early(self) -> bool:
        """Whether there may be more rows than the pages hold."""
        return self.count == MOST_IN_A_LIST
