"""How the evidence for a date is put in words."""

from plugins.authorities.date_rules import DATE_RULES, describe_date_evidence
from plugins.converter.facts.page_dates import date_page, state_date


def describe(*lines: str) -> str:
    evidence = date_page(lines).evidence
    assert evidence is not None
    assert evidence.rule in DATE_RULES
    return describe_date_evidence(evidence.line, evidence.text, evidence.rule)


def test_every_rule_of_the_converter_has_words() -> None:
    assert describe("今日聊城", "2023年3月1日 星期三").endswith("（报头所印日期）")
    assert describe("新桥通车", "本报聊城2023年5月19日讯 昨天下午，新桥通车。").endswith(
        "（电头日期次日见报）"
    )
    assert describe("新桥通车", "2022年10月16日，新桥通车。").endswith("（版面上最晚的日期，不早于此）")
    assert describe("2023年上半年，全省粮食播种面积稳定。") == "第1行“2023年”（版面上写明的年份）"


def test_a_date_that_a_person_states_has_no_line() -> None:
    evidence = state_date("2022-05").evidence
    assert evidence is not None
    assert describe_date_evidence(evidence.line, evidence.text, evidence.rule) == "人工订正"
