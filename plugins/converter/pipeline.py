"""The pipeline: the one module that knows the order of the stages."""

from plugins.authorities import Authorities
from plugins.converter.assembly import assemble
from plugins.converter.description import describe_items
from plugins.converter.displays import judge_displays
from plugins.converter.facts import establish_facts
from plugins.converter.fragments import cut_fragments
from plugins.converter.items import PageItems
from plugins.converter.page import RawPage
from plugins.converter.scored_page import score_page


def convert_page(page: RawPage, authorities: Authorities) -> PageItems:
    """Cut a page into items and establish what is known about them; the items have no numbers yet."""
    scored = judge_displays(score_page(cut_fragments(page), authorities.places))
    items = describe_items(scored, assemble(scored))
    return establish_facts(page, items, authorities)
