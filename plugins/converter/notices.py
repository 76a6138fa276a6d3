"""Notices (公告, 声明): their titles, closing formulas, signatures and bodies, line by line."""

from __future__ import annotations

import re

from plugins.converter.byline_grammar import is_unit
from plugins.converter.characters import fold

# Titles that are nothing but the name of a kind of notice: `挂失声明`, `通告`.
_PURE_TITLE = re.compile(
    r"(?:(?:证件|营业执照|公章|印章|票据|发票)?(?:挂失|遗失|丢失|作废)(?:声明|启事|公告)?|(?:严正|郑重|重要|联合|道歉|免责|澄清)?声明|"
    r"(?:重要|紧急|联合)?(?:通告|公告)|(?:招领|寻人|寻物|寻亲|征婚|征文|征稿|招聘|招生|招租|招商|租赁|迁址|更名|搬迁|认尸|认领)启事|启事|"
    r"(?:企业|公司|单位|学校|事业单位|法人)?(?:注销|减资|增资|清算|解散|合并|分立|吸收合并)(?:登记)?(?:公告|声明)|"
    r"(?:司法|网络|资产|房产|车辆|土地|公物)?(?:拍卖|变卖|竞价|竞买|挂牌|出让|转让|租赁|招租|招拍挂)(?:公告|启事)|"
    r"(?:公开|工程|项目|竞争性谈判|竞争性磋商|询价|中标|成交|资格预审|政府采购|采购)?(?:招标|采购|中标|成交|比选|询价|磋商)(?:公告|公示)|"
    r"(?:计划)?(?:停电|停水|停气|停暖|断水|限行|封路|施工|交通管制)(?:公告|通告|通知|信息|预告|公示)|"
    r"(?:任前|环评|环境影响评价|环保|评审|结果|拆迁|征地|规划|资质|评选)?(?:公示)|(?:法院|送达|开庭|传票|破产|债权|催收|催告|除权判决|公示催告)公告|"
    r"债权转让(?:暨债务催收)?(?:联合)?(?:公告|通知)|债务催收公告|(?:股东会|股东大会|业主大会|债权人会议?)(?:公告|通知)|"
    r"(?:讣告|讣闻|更正|致歉|道歉信?|启事|通知|温馨提示|友情提示|特别提示|提示|告示|通缉令|悬赏通告|悬赏公告|协查通报|寻人|寻物|"
    r"征集公告|听证公告|招生简章|招考公告|招聘公告|招工|催告书|催告函|告知书|催缴通知书?|行政处罚(?:决定书?|告知书)|公开信|倡议书|致全市\S{2,10}的?(?:一封信|公开信)))"
)
# A named title that ends in the kind: `淄博市公安局关于…的通告`, `…有限公司减资公告`.
_NAMED_TITLE = re.compile(
    r"^[^,。;!?:\d]{2,44}?(?P<kind>(?:招标|拍卖|出让|挂牌|注销|减资|停电|停水|停气|招聘|招生|征集|环评|听证|中标|送达|开庭|债权|清算|迁坟|拆迁|"
    r"征地|竞买|催收)(?:公告|公示|通告|启事|通知)|遗失声明|挂失声明|(?:公告|通告|启事|声明|公示)(?:[(]第?.{1,8}[)])?)$"
)
_TITLE_DECORATION = re.compile(r"^[\s■□●◆★※【\[(《<*]+|[\s■□●◆★※】\])》>*:!]+$")
_SPACED = re.compile(r"(?<=[一-龥])\s+(?=[一-龥])")

_CLOSING = re.compile(
    r"(?:声明作废|特此(?:声明|通告|公告|通知|公示|启事|告知|更正|说明|致歉|证明|挂失)|现声明作废|作废处理|予以作废|挂失作废|"
    r"(?:逾期|过期)(?:不候|视为\S{2,8}|作\S{2,8}处理|后果自负|不予受理|责任自负)|(?:一切)?(?:后果|责任|法律责任)(?:由\S{1,8}|均?自行?)(?:承担|负责|负)|"
    r"与(?:本人|本公司|本单位|我单位)无关|不再\S{0,8}(?:承担|使用|有效)|望(?:周知|相互转告)|敬请(?:谅解|周知|理解|配合)|请(?:相互转告|广大\S{2,10}(?:知悉|周知)))"
    r"[。!.,;]?\s*(?:[(]\S{2,12}[)])?$"
)
_DATE_LINE = re.compile(
    r"(?:(?:19|20)\d\d\s?[年./-]\s?\d{1,2}\s?[月./-]\s?\d{1,2}\s?日?|二[〇零○O0][一二三四五六七八九〇零○]{2}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)"
)
_ORGANISATION = re.compile(
    r"[一-龥A-Za-z0-9()·]{2,30}(?:公司|局|委|委员会|政府|办公室|办事处|法院|检察院|支队|大队|中队|分局|派出所|医院|学校|中学|小学|大学|学院|"
    r"中心|银行|支行|分行|协会|联合会|合作社|经营部|门市部|商行|商店|超市|厂|店|院|站|所|队|部|会|处|管理人|清算组|指挥部|领导小组|服务社|工作室|幼儿园|集团|村委会|居委会)"
)
_NO_SIGNATURE = re.compile(r"[,。;:!?]|开展|举行|举办|召开|启动|荣获|获|推进|遗失|声明|公告")

_LOSS = re.compile(r"(?:遗失|丢失|不慎(?:遗失|丢失|将)|被盗|灭失)")
_LOST_THING = re.compile(
    r"身份证|营业执照|驾驶证|行驶证|公章|印章|财务章|法人章|合同章|发票|收据|许可证|出生(?:医学)?证明|学生证|毕业证|报到证|资格证|登记证|房产证|"
    r"土地证|不动产权|保单|存折|存单|军官证|士兵证|警官证|工作证|执法证|道路运输证|营运证|从业资格证|开户许可证|机构代码证|税务登记证|护照|户口[本簿]|"
    r"独生子女|退休证|残疾证|优待证|护士证|医师|会员证|票据|证号|号码|编号|证件"
)
_VOID = re.compile(r"声明(?:作废)?|作废|特此")
_CONTACT = re.compile(
    r"(?:联系(?:电话|人|方式|地址)|登记(?:地点|地址|时间)|报名(?:地点|时间|电话|方式)|咨询电话|举报电话|监督电话|受理电话|客服热线|服务热线|邮箱|地址|待遇|要求|岗位|开标时间|拍卖时间|展示时间)\s*[:为]"
)
_LEGAL = re.compile(
    r"^(?:根据|按照|依照|依据|经\S{2,20}(?:批准|同意|研究|决定)|因\S{2,30}(?:需要|原因|施工|检修)|为\S{4,40},(?:现|决定|特)|我(?:公司|局|院|单位|中心|行)|本(?:公司|院|单位|人|局)|兹|现将|定于|拟于)"
    r"|(?:现(?:将|予以|就|向|对)\S{2,20}(?:公告|公示|通告|如下))|(?:公告|通告|公示|通知|声明)如下|自(?:本)?(?:公告|通告|发布|公示)之日起|债权人|清偿债务|股东(?:会)?决[议定]|"
    r"如有异议|有意者请?于|^尊敬的(?:用户|客户|业主|市民)|请绕行|过往车辆|恕不另行通知|计划停电|停水|受理的原告|公告送达|拟聘用|公示期|提前做好准备|注册资本|竞买人|保证金|投标人|招标人|中标|拍卖标的|被执行人|应诉|答辩|开庭审理|缺席"
)


def notice_title(text: str) -> float:
    """How sure it is, from 0 to 1, that the whole line is the title of a notice: `挂失声明`, `通 告`."""
    folded = _TITLE_DECORATION.sub("", fold(text).strip())
    folded = _TITLE_DECORATION.sub("", folded)
    if not folded or len(folded) > 60:
        return 0.0
    closed = _SPACED.sub("", folded)
    if _PURE_TITLE.fullmatch(closed):
        return 0.75 if closed in _AMBIGUOUS else 0.97
    named = _NAMED_TITLE.match(closed)
    if not named:
        return 0.0
    # `…发布…公告` and `市民…启事` are headlines of news about a notice.
    if _REPORTS.search(closed):
        return 0.3
    if closed.endswith("声明") and "遗失" not in closed and "挂失" not in closed:
        return 0.5  # a statement is as often what a headline tells of
    return 0.75 if len(closed) <= 30 or "关于" in closed else 0.6


_AMBIGUOUS = frozenset(
    ("提示", "公示", "通知", "声明", "寻人", "更正", "致歉", "公开信", "倡议书", "告示", "遗失", "挂失")
)
_REPORTS = re.compile(r"发布|印发|出台|张贴|登出|刊登|一[则张份纸]|假|记者")


def is_closing_formula(text: str) -> bool:
    """Whether the line ends a notice: `…声明作废。`, `联系人:李警官 特此通告`, `逾期不候。`."""
    return bool(_CLOSING.search(fold(text).rstrip()))


def signature_line(text: str) -> float:
    """How sure it is that the line signs a notice: an organisation alone, a date alone, or both.

    `淄博市公安局高新区分局`, `2022年10月16日`; a school's name cut from a sentence looks the same, so
    an organisation alone stays below a date.
    """
    folded = fold(text).strip()
    if not 2 <= len(folded) <= 60:
        return 0.0
    if _DATE_LINE.fullmatch(folded):
        return 0.95
    dated = _DATE_LINE.search(folded)
    if dated and dated.end() == len(folded):
        head = folded[: dated.start()].strip()
        return 0.97 if all(map(_is_organisation, head.split())) else 0.0
    return 0.7 if all(map(_is_organisation, folded.split())) else 0.0


def _is_organisation(word: str) -> bool:
    return bool(_ORGANISATION.fullmatch(word)) and not _NO_SIGNATURE.search(word) and is_unit(word)


def notice_body_score(text: str) -> float:
    """How much a line reads like the body of a notice, titled or not.

    `李静,身份证丢失,号码…,声明作废。` needs no title; `登记地点:…` and `自公告之日起…` only hint.
    """
    folded = fold(text).strip()
    loss, thing, void = _LOSS.search(folded), _LOST_THING.search(folded), _VOID.search(folded)
    if len(folded) <= 300 and loss and void and (thing or is_closing_formula(text)):
        return 0.95 if thing else 0.85
    if is_closing_formula(text) and len(folded) <= 300:
        return 0.8
    hints = (
        bool(_LEGAL.search(folded)) + bool(_CONTACT.match(folded)) + bool(re.search(r"特此|声明作废", folded))
    )
    return (0.0, 0.35, 0.6, 0.75)[min(hints, 3)]
