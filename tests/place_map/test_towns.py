from plugins.place_map.towns import TownCount, count_towns, group_towns

TOWNS = ["沙镇", "梁水镇", "张炉集镇", "梁水镇乡"]


def test_each_article_counts_once_and_the_longest_name_counts() -> None:
    texts = ["沙镇和沙镇的人", "沙镇，梁水镇乡", "东昌府区", "张炉集镇"]
    assert count_towns(TOWNS, texts) == (
        TownCount("沙镇", 2),
        TownCount("张炉集镇", 1),
        TownCount("梁水镇乡", 1),
    )


def test_article_counts_only_for_its_own_counties() -> None:
    counties = {"东昌府区": TOWNS, "莘县": ["城关镇"], "冠县": ["城关镇"], "临清市": []}
    articles = [(["莘县"], "城关镇办起夜校"), (["冠县", "临清市"], "沙镇的番茄"), ([""], "沙镇")]
    assert group_towns(counties, articles) == {"莘县": (TownCount("城关镇", 1),)}
