"""Rivals: the second-best reading of an item, told by how it differs from the best one."""

from collections.abc import Iterator

from plugins.converter.assembly.margins import Cutting
from plugins.converter.pages.items import Kind
from plugins.converter.scoring.scored_page import ScoredPage
from plugins.converter.scoring.strands import Group

_KINDS = {
    Kind.ARTICLE: "报道",
    Kind.NOTICE: "公告",
    Kind.ADVERTISEMENT: "广告",
    Kind.FURNITURE: "版面信息",
    Kind.CAPTION: "图片说明",
}


def tell_rival(page: ScoredPage, cutting: Cutting) -> str | None:
    """Say in Chinese what the second-best reading makes of an item: `另收第89-95行,不收第71行`; None without one."""
    rival = cutting.rival
    if rival is None:
        return None
    return "，".join(_tell(page, cutting.group, rival)) or "各行相同，行内分法不同"


def _tell(page: ScoredPage, group: Group, rival: Group) -> Iterator[str]:
    if rival.kind is not group.kind:
        yield f"作{_KINDS[rival.kind]}"
    own, other = _list_lines(page, group), _list_lines(page, rival)
    if other - own:
        yield f"另收第{_name_lines(page, other - own)}行"
    if own - other:
        yield f"不收第{_name_lines(page, own - other)}行"


def _list_lines(page: ScoredPage, group: Group) -> set[int]:
    return {page.fragments[index].span.line for index in group.fragments}


def _name_lines(page: ScoredPage, lines: set[int]) -> str:
    """Name lines as runs, `51-55、67`: blank lines between them do not part a run."""
    runs: list[list[int]] = []
    last = 0
    for line in dict.fromkeys(fragment.span.line for fragment in page.fragments):
        if line in lines:
            if runs and runs[-1][1] == last:
                runs[-1][1] = line
            else:
                runs.append([line, line])
        last = line
    return "、".join(str(first) if first == end else f"{first}-{end}" for first, end in runs)
