"""Stop the build with a message instead of a traceback, when it is the content that is wrong."""

from collections.abc import Iterator
from contextlib import contextmanager

from plugins.authorities import AuthorityError
from plugins.newspapers.labels import LabelError
from plugins.newspapers.ledger import LedgerError


@contextmanager
def refuse_clearly() -> Iterator[None]:
    """End the program with the message of a mistake in the content, exit code 1; other errors pass."""
    try:
        yield
    except (AuthorityError, LabelError, LedgerError) as error:
        raise SystemExit(str(error)) from None
