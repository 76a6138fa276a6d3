"""The pipeline: the one module that knows the order of the stages."""

from plugins.authorities import Authorities
from plugins.converter.assembly.assembly import assemble
from plugins.converter.assembly.briefs import part_briefs
from plugins.converter.assembly.constraints import bind_constraints
from plugins.converter.assembly.regrouping import join_groups
from plugins.converter.corrections.corrections import NO_CORRECTIONS, Corrections
from plugins.converter.description.caption_owners import join_captions
from plugins.converter.description.correcting import (
    assign_corrections,
    list_unkept,
    own_captions,
    restate_items,
    settle_items,
)
from plugins.converter.description.description import describe_items
from plugins.converter.facts.facts import establish_facts
from plugins.converter.ledgers.ledger import Numbering
from plugins.converter.ledgers.numbering import FIRST, number_items
from plugins.converter.pages.items import PageItems
from plugins.converter.pages.page import RawPage
from plugins.converter.scoring.displays import judge_displays
from plugins.converter.scoring.fragments import cut_fragments
from plugins.converter.scoring.scored_page import score_page


def convert_page(
    page: RawPage, authorities: Authorities, corrections: Corrections = NO_CORRECTIONS, old: Numbering = FIRST
) -> tuple[PageItems, Numbering]:
    """Cut a page into numbered items and establish what is known about them.

    `old` has the numbers that the page's items were given before. The corrections that no longer fit are told in the
    result's `misfits`.
    """
    scored = judge_displays(score_page(cut_fragments(page), authorities.places))
    constraints = bind_constraints(corrections, scored.fragments)
    cuttings = join_groups(part_briefs(scored, assemble(scored, constraints)), constraints)
    items, numbering = number_items(describe_items(scored, cuttings), old)
    items, assigned = restate_items(page, items, assign_corrections(items, corrections))
    known = establish_facts(page, items, authorities, corrections.page)
    settled = join_captions(settle_items(known.items, assigned, authorities))
    items, misfits = own_captions(settled, assigned)
    unkept = tuple(list_unkept(page, items, corrections))
    return PageItems(known.facts, items, assigned.misfits + misfits + unkept), numbering
