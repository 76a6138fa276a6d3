"""What is wrong with a table, said so that a librarian can put it right."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake: the file's name, the block it stands in (`county 莘县`), what is wrong and what to do."""

    file: str
    block: str
    reason: str


class AuthorityError(ValueError):
    """The tables cannot be used; `problems` holds every mistake found, not only the first."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        """Make the message from the problems, one a line."""
        self.problems = tuple(problems)
        super().__init__(
            "\n".join(f"{problem.file}: {problem.block}: {problem.reason}" for problem in problems)
        )
