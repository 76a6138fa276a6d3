"""Ends of notices: which lines behind the text sign it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.authorities import default_folder, load_authorities
from plugins.converter.description.notice_ends import sign_notice
from plugins.converter.pages.items import Element, Kind, Role
from plugins.converter.pages.page import parse_page
from plugins.converter.pages.spans import Span
from plugins.converter.pipeline import convert_page


def make(*lines: str, first: Role = Role.PARAGRAPH) -> tuple[Element, ...]:
    roles = [first] + [Role.PARAGRAPH] * len(lines)
    return tuple(
        Element(role, (Span(number, 0, len(text)),), text)
        for number, (role, text) in enumerate(zip(roles, lines, strict=False), 1)
    )


@pytest.mark.parametrize(
    ("lines", "signed"),
    [
        (("请市民绕行。", "市城市管理局", "2016年6月14日"), 2),
        (("望知情者与本人联系。", "启事人：李小明"), 1),
        (("请用户做好准备：", "东一路以东", "华光路以南"), 0),
        (("营业执照丢失，声明作废。", "公章丢失，声明作废。"), 0),
        (("名额如下：", "张店20名；", "周村10名"), 0),
        (("招聘下列人员。", "会计2名", "司机3名"), 0),
        (("请做好储水准备。", "停水范围：东一路以东", "华光路以南", "市自来水公司"), 0),
        (("请携带证件。", "一、身份证", "二、户口本"), 0),
        (("请携带证件。", "1.身份证", "2.户口本"), 0),
        (("市城市管理局", "2016年6月14日"), 0),
        (("请市民绕行。", "凡在此期间经过东一路与华光路路口的各类大型车辆以及非机动车辆"), 0),
        ((), 0),
    ],
)
def test_short_open_lines_behind_the_text_sign_it(lines: tuple[str, ...], signed: int) -> None:
    roles = [element.role for element in sign_notice(make(*lines))]
    assert roles == [Role.PARAGRAPH] * (len(lines) - signed) + [Role.SIGNATURE] * signed


def test_a_headline_alone_is_not_followed_by_signatures() -> None:
    elements = make("停电通知", "市供电公司", first=Role.HEADLINE)
    assert sign_notice(elements) == elements


@given(st.lists(st.text(min_size=1, max_size=40), max_size=6))
def test_only_roles_change(lines: list[str]) -> None:
    elements = make(*lines)
    signed = sign_notice(elements)
    assert [(one.spans, one.text) for one in signed] == [(one.spans, one.text) for one in elements]


def test_an_issuer_that_no_form_knows_signs_the_notice() -> None:
    text = (
        "讣告\n\n李小明同志因病医治无效，于5月6日逝世，定于5月8日8时在市殡仪馆举行告别仪式。\n\n"
        "李小明同志治丧小组\n"
    )
    (notice,) = convert_page(parse_page("p", text), load_authorities(default_folder()))[0].items
    assert notice.kind is Kind.NOTICE
    assert notice.texts(Role.SIGNATURE) == ("李小明同志治丧小组",)
    assert len(notice.paragraphs) == 1
