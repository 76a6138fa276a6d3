import pytest

from plugins.authorities import default_folder
from plugins.newspapers.labels import Label, LabelError, check_slugs, find_newspaper_slug
from plugins.newspapers.tables import read_labels


def test_tables_of_the_archive_give_labels_with_addresses_of_their_own() -> None:
    labels = read_labels(default_folder())
    kinds = {label.kind for label in labels.values()}
    assert kinds == {"city", "county", "topic", "newspaper"}
    assert all(label.accent for label in labels.values() if label.kind in {"city", "county"})


@pytest.mark.parametrize("slug", ["pages", "search", "2023"])
def test_slug_of_a_page_of_the_site_is_refused(slug: str) -> None:
    with pytest.raises(LabelError, match=slug):
        check_slugs([Label("某地", slug, "city")])


def test_shared_slug_is_refused_with_both_names() -> None:
    with pytest.raises(LabelError, match=r"临邑.*临沂"):
        check_slugs([Label("临邑", "linyi", "county"), Label("临沂", "linyi", "city")])


def test_newspaper_without_a_row_is_named() -> None:
    assert find_newspaper_slug({}, "未详") == "unknown"
    with pytest.raises(LabelError, match="无名报"):
        find_newspaper_slug({}, "无名报")
