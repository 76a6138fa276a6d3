"""Parallel lines: subheads of one article are printed in one pattern."""

from plugins.converter.language.characters import fold

# Sister subheads differ by a character or two in each half: 003:L15 瞻前 群众满意度… and 003:L35 启后 群众满意度….
TOLERANCE = 3


def is_parallel(left: str, right: str) -> bool:
    """Whether two display lines have one pattern: the same marks in about the same places."""
    if abs(len(left) - len(right)) > TOLERANCE:
        return False
    halves, others = fold(left).split(), fold(right).split()
    if len(halves) != len(others):
        return False
    if len(halves) > 1:
        return all(abs(len(a) - len(b)) <= TOLERANCE for a, b in zip(halves, others, strict=True))
    # Without an inner space the pattern must show in marks or in shared characters: “十项举措”… / “三个融入”….
    marks = [character for character in left if not character.isalnum()]
    same = sum(a == b for a, b in zip(left, right, strict=False))
    return (
        bool(marks) and marks == [character for character in right if not character.isalnum()]
    ) or same >= 2
