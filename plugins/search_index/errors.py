"""What the indexer says when it cannot go on."""

from __future__ import annotations


class SearchIndexError(Exception):
    """Bad input or output of the indexer; the message says where, what is wrong and what to do."""
