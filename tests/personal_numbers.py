"""Look for clear personal numbers; patterns of its own, so that a fault in the masking is seen."""

import re

# Made-up numbers are not found: ID cards that start with 99, an area that does not exist, and mobile numbers
# with four zeros in the middle. Letters and dots before a run of digits make it a digest or a fraction.
_ID_CARD = re.compile(
    r"(?<![0-9A-Za-z.])(?!99)[1-9]\d{5}(?:18|19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![0-9A-Za-z])",
    re.ASCII,
)
_MOBILE = re.compile(r"(?<![0-9A-Za-z.])1[3-9]\d[- ]?(?!0000)\d{4}[- ]?\d{4}(?![0-9A-Za-z])", re.ASCII)
_FULL_WIDTH = str.maketrans("０１２３４５６７８９Ｘｘ－", "0123456789Xx-")


def count_personal_numbers(text: str) -> int:
    """Count the clear ID-card and mobile numbers of real people in a text; the numbers stay unsaid."""
    plain = text.translate(_FULL_WIDTH)
    return len(_ID_CARD.findall(plain)) + len(_MOBILE.findall(plain))
