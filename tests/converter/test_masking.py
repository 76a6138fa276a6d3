"""Masking: what is a personal number, what is not, and that nothing else changes."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from plugins.converter.pages.masking import mask_numbers

STARS_11, STARS_18 = "*" * 11, "*" * 18


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("身份证号990101199001011234，声明作废", f"身份证号{STARS_18}，声明作废"),
        ("张某99010119900101123X遗失", f"张某{STARS_18}遗失"),
        ("张某99010119900101123x遗失", f"张某{STARS_18}遗失"),
        ("张某99010119900101123×遗失", f"张某{STARS_18}遗失"),
        ("９９０１０１１９９００１０１１２３４", STARS_18),
        ("９９０１０１１９９００１０１１２３Ｘ", STARS_18),
        # A misprint in the day of birth does not make the number public.
        ("身份证990101199013451234", f"身份证{STARS_18}"),
        ("证件990101900101123遗失", f"证件{'*' * 15}遗失"),
        ("990101 19900101 1234", "****** ******** ****"),
        ("990101-19900101-123X", "******-********-****"),
        ("9901 0119 9001 0112 34", "**** **** **** **** **"),
        ("身份证99010119900\n1011234作废", f"身份证{'*' * 11}\n{'*' * 7}作废"),
        ("身份证99010119900\n\n1011234作废", f"身份证{'*' * 11}\n\n{'*' * 7}作废"),
        ("手机13900000000", f"手机{STARS_11}"),
        ("电话13900000000转", f"电话{STARS_11}转"),
        ("１３９００００００００", STARS_11),
        ("139-0000-0000", "***-****-****"),
        ("139 0000 0000", "*** **** ****"),
        ("139－0000－0000", "***－****－****"),
        ("139\u200b0000\u200b0000", "***\u200b****\u200b****"),
        ("8613900000000", "*" * 13),
        ("+86 13900000000", f"+86 {STARS_11}"),
        ("013900000000", "*" * 12),
        ("13900000000、13800000000", f"{STARS_11}、{STARS_11}"),
        ("139 0000 0000 138 0000 0000", "*** **** **** *** **** ****"),
        ("13900000000@example.cn", f"{STARS_11}@example.cn"),
        ("13900000000x", f"{STARS_11}x"),
        ("联系电话：139000\n00000", "联系电话：******\n*****"),
        ("联系人：张某 1390000 0000", "联系人：张某 ******* ****"),
    ],
)
def test_personal_numbers_become_stars(text: str, expected: str) -> None:
    masked = mask_numbers(text)
    assert masked.text == expected
    assert masked.count == (2 if "138" in text else 1)


@pytest.mark.parametrize(
    "text",
    [
        "新闻热线0635-8451234",
        "新闻热线：0635—8451234 5099120",
        "电话06358451234",
        "拨打12345或12355",
        "400-139-0000",
        "4001390000",
        "800-830-1234",
        "010-84512345",
        "许可证鲁142019017",
        # Parts of longer runs: a bank card, a serial number of twenty digits.
        "6222139000000001234",
        "编号13900000000139000000",
        "990101199001011234567",
        # Seventeen digits without an X.
        "流水号99010119900101123",
        "型号99010119900101123Xyz",
        "统一社会信用代码：913715000000000000",
        "账号 370000000000000000",
        "注册号990101900101123",
        "条码6901234567892",
        "投资12900000000元",
        "12900000000",
        "领事保护电话+1-312-000-0000",
        "编号370000000000000000.5万元",
        "1998 8451234",
        "自1998\n8451234",
        "2023-03-01 2023-03-02",
        "2016年1990万元\n3800万元",
    ],
)
def test_public_numbers_stay(text: str) -> None:
    assert mask_numbers(text).text == text
    assert mask_numbers(text).count == 0


id_numbers = st.from_regex(
    r"99[0-9]{4}19[5-9][0-9](0[1-9]|1[0-2])(0[1-9]|1[0-9]|2[0-8])[0-9]{3}[0-9X]", fullmatch=True
)
pieces = st.lists(
    st.one_of(
        st.sampled_from(
            ["13900000000", "990101199001011234", "99010119900101123X", "0635-8451234", "电话", "139", "0000"]
        ),
        st.sampled_from([" ", "-", "\n", "\n\n", "，", "身份证", "账号", "Ｘ", "０", "1", "*"]),
        st.text(max_size=5),
    ),
    max_size=20,
).map("".join)


@settings(max_examples=100, deadline=None)
@given(pieces)
@example("13900000000 990101199001011234 139 0000 0000")
def test_masking_keeps_all_but_digits_and_runs_once(text: str) -> None:
    masked = mask_numbers(text)
    assert len(masked.text) == len(text)
    for old, new in zip(text, masked.text, strict=True):
        assert new == old or (new == "*" and re.fullmatch(r"[0-9０-９XxＸｘ×χΧ]", old))
    assert mask_numbers(masked.text).text == masked.text
    assert mask_numbers(masked.text).count == 0


@settings(max_examples=100, deadline=None)
@given(st.text(), st.text(), id_numbers)
def test_an_id_number_never_stays(before: str, after: str, number: str) -> None:
    if re.search(r"[0-9０-９]$", before) or re.match(r"[0-9０-９A-Za-z]", after):
        return
    assert number not in mask_numbers(before + number + after).text


@settings(max_examples=100, deadline=None)
@given(st.text(), st.text(), st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True))
def test_a_mobile_number_never_stays(before: str, after: str, number: str) -> None:
    if re.search(r"[0-9０-９]$", before) or re.match(r"[0-9０-９]", after):
        return
    assert number not in mask_numbers(before + number + after).text


def test_one_character_lines_are_quick() -> None:
    assert mask_numbers("1\n" * 100_000).count == 0
