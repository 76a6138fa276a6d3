"""The converter: page texts in, ledgers and posts out. Pelican only learns here when posts are out of date."""

import logging
from pathlib import Path
from typing import Any

logger = logging.getLogger(__name__)


def warn_of_unconverted_pages(generators: Any) -> None:
    """Warn of pages without a ledger: they would be missing from the archive without a word."""
    for generator in generators:
        content = Path(generator.settings["PATH"])
        pages = {path.stem for path in content.glob("raw/*.txt")}
        missing = sorted(pages - {path.stem for path in content.glob("ledger/*.json")})
        if missing:
            logger.warning("converter: not yet converted: %s; run `invoke convert`", ", ".join(missing))
        return


def register() -> None:
    """Called by Pelican: `all_generators_finalized` checks that all pages are converted."""
    from pelican import signals  # here: `python -m plugins.converter` starts in half the time without Pelican

    signals.all_generators_finalized.connect(warn_of_unconverted_pages)
