"""`python -m plugins.converter RAW_DIR --ledger DIR --posts DIR`: convert a folder of page texts."""

import sys

from plugins.converter.command import main

if __name__ == "__main__":
    sys.exit(main())
