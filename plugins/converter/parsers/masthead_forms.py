"""Forms of the head of a page: name, date, numbers of the issue, folios, lists of pages."""

from __future__ import annotations

import re

from plugins.converter.parsers.furniture_form import (
    CHINESE_DATE,
    DATE,
    LUNAR_DAY,
    LUNAR_YEAR,
    PAGE,
    SECTION,
    SENTENCE,
    WEEKDAY,
    Form,
    form,
)

_PAPER = r"[一-龥·]{1,10}(?:报|晚报|日报|晨报|周刊|新闻|早报)"
# Names that only newspapers have, and the number of a page beside one.
_DAILY = r"(?!订|全年)[一-龥]{2,6}(?:日报|晚报|晨报|商报|都市报|时报|青年报|早报)"
_FOLIO = r"(?:[A-Z]\s?\d{1,2}|\d{1,2})"
# A name alone is told by another form.
_BARE = re.compile(r"^[一-龥]+$")

MASTHEAD_FORMS: tuple[Form, ...] = (
    # 齐鲁晚报 2023.3.1 星期三 ; 2020年5月21日 星期四 庚子年闰四月廿九
    form(
        "masthead", 0.98, rf"^(?:{_PAPER}\s*)?.{{0,12}}(?:{DATE}|{CHINESE_DATE})\s*,?\s*{WEEKDAY}", SENTENCE
    ),
    # 星期三 2021年5月12日
    form("masthead", 0.97, rf"^{WEEKDAY}\s*,?\s*(?:{DATE}|{CHINESE_DATE})", SENTENCE),
    # 星期三 农历二月初十
    form("masthead", 0.97, rf"{WEEKDAY}\s*(?:农历|夏历|{LUNAR_YEAR}|{LUNAR_DAY})", SENTENCE),
    # 2023年3月1日 农历二月初十 ; 农历癸卯年二月初十 ; 癸卯年二月初十
    form("masthead", 0.9, rf"^(?:{DATE}\s*)?(?:农历|夏历)?(?:{LUNAR_YEAR})?{LUNAR_DAY}\s*(?:{WEEKDAY})?$"),
    form("masthead", 0.9, rf"^(?:农历|夏历){LUNAR_YEAR}\S{{0,8}}$"),
    # 聊城日报 2021年5月12日 A02 ; 2021年5月12日 聊城日报 ; 综合 2021年5月12日
    form("masthead", 0.95, rf"^{_PAPER}\s*{DATE}\s*(?:[A-Z]?\d{{1,2}}\s?版?)?$"),
    form("masthead", 0.9, rf"^{DATE}\s+(?:{_PAPER}|[A-Z]?\d{{1,2}}版?\s*{SECTION})$"),
    form("masthead", 0.85, rf"^{SECTION}\s+{DATE}$"),
    # 5月12日 星期三
    form("masthead", 0.9, rf"^\d{{1,2}}月\d{{1,2}}日\s*,?\s*{WEEKDAY}(?:\s|$)", SENTENCE),
    # 聊城日报 alone ; 星期三 alone
    form("masthead", 0.6, r"^[一-龥]{2,6}(?:日报|晚报|晨报|商报|都市报|时报|青年报|农村报|早报|周刊)$"),
    form("masthead", 0.55, rf"^{WEEKDAY}$"),
    # 齐鲁晚报 健康聊城 ; 聊城晚报 A06 民生 ; 淄博晚报 3 ; 淄博日报 区县新闻·05
    form("masthead", 0.93, rf"^{_DAILY}\s+(?:{_FOLIO}\s+)?[一-龥·]{{2,8}}(?:[\s·]*{_FOLIO})?$"),
    form("masthead", 0.95, rf"^{_DAILY}\s+{_FOLIO}$"),
    # A06 城事 聊城晚报 ; 教育周刊 A12 鲁中晨报 ; 2 聊城日报
    form("masthead", 0.95, rf"^(?:{_FOLIO}\s+)?(?:[一-龥·]{{2,8}}\s+)?(?:{_FOLIO}\s+)?{_DAILY}$", _BARE),
    # 淄 博 日 报
    form("masthead", 0.95, r"^(?:[一-龥]\s){2,5}报$"),
    # DEZHOU DAILY 2016年5月12日 星期四 ; LIAOCHENG RIBAO 中共聊城市委机关报
    form("masthead", 0.95, r"^[A-Z]{4,12}\s(?:RIBAO|WANBAO|CHENBAO|DAILY|NEWS|EVENING|MORNING)"),
    # 内部资料 免费交流 ; 农历丙戌年五月十七 今日八版
    form("masthead", 0.95, r"内部资料\s*(?:免费(?:交流|赠阅)|注意保存)|^农历.{4,12}今日.{1,3}版$", SENTENCE),
    # LIAOCHENG DAILY ; LIAO CHENG RI BAO
    form("masthead", 0.7, r"^[A-Z]{3,}(?:\s[A-Z]{2,}){1,5}$"),
    # 国内统一刊号 CN37-0065 ; 邮发代号23-188
    form(
        "masthead",
        0.97,
        r"国内统一(?:连续出版物号|刊号)|统一刊号|邮发代号|\bCN\s?\d\d\s?-\s?\d{3,4}|(?<![A-Z])ISSN",
    ),
    # 总第5281期 ; 第1234期 总第5678期
    form("masthead", 0.9, r"^(?:总)?第\s?\d{2,6}\s?期(?:\s|$)"),
    # 今日16版 ; 本报今日8版 零售1.50元 ; 今日聊城A叠8版
    form("masthead", 0.9, r"^(?:本报)?今日[^。,]{0,8}?[A-Z\d一二三四五六七八九十]+\s?版(?:\s|$)"),
    # 中共某某市委机关报 ; 某某日报社出版 ; 某某局主管
    form("masthead", 0.9, r"^中共[一-龥]{2,8}委(?:员会)?(?:主管主办)?机关报"),
    form(
        "masthead",
        0.8,
        r"^(?:主管|主办|出版|承办|协办)(?:单位)?:.{2,30}$|^[^。,]{4,24}(?:主管|主办|出版)$",
        SENTENCE,
    ),
)

FOLIO_FORMS: tuple[Form, ...] = (
    # A03 要闻 ; 3版 社会 ; 第3版 ; 03版:民生
    form("folio", 0.95, rf"^{PAGE}\s?版\s*[:·|/-]?\s*(?:{SECTION})?$"),
    form("folio", 0.95, r"^[A-T]\s?\d{1,2}(?:\s*[:·|/-]?\s*[一-龥·]{2,6})?$"),
    # 要闻 03 ; 民生 A05
    form("folio", 0.9, rf"^{SECTION}\s*[:·|/-]?\s*(?:{PAGE}\s?版|[A-Z]\s?\d{{1,2}}|0\d)$"),
    # 03 民生
    form("folio", 0.85, rf"^0\d\s*[:·|/-]?\s*{SECTION}$"),
    # 综合新闻 2 ; 要 闻 2 ; 社会·民生 6 ; 3经济
    form("folio", 0.6, r"^[一-龥](?:[一-龥·\s]{0,6}[一-龥])\s+\d{1,2}$|^\d{1,2}\s?[一-龥]{2}$"),
    # 4 综合
    form("folio", 0.6, r"^\d{1,2}\s+[一-龥]{2,4}$"),
    # 02
    form("folio", 0.7, r"^\d{1,2}$"),
    # A02版 县域 2021.5.12
    form("folio", 0.92, rf"^(?:{PAGE}\s?版|[A-Z]\s?\d{{1,2}}|0\d)\s*(?:{SECTION})?\s*(?:{DATE}|{WEEKDAY})"),
    # B叠 县域新闻
    form("folio", 0.8, r"^[A-Z]叠(?:\s*[一-龥]{2,6})?$"),
    # 01版:要闻 02版:综合 … 16版
    form("page_list", 0.97, r"(?:[A-Z]?\d{1,2}\s?版\s*[:·]?\s*\S{0,8}[\s,;]*){3,}"),
    # 01 要闻 02 综合 03 社会 ; A1:要闻 A2:社会
    form("page_list", 0.9, r"^(?:[A-Z]?\d{1,2}\s?[:·]\s?[一-龥]{1,8}\s+){2,}|^(?:0\d\s[一-龥]{2,6}\s*){3,}$"),
    form("page_list", 0.8, r"^[A-Z]?\d{1,2}\s?-\s?[A-Z]?\d{1,2}\s?版?$"),
    # >>见03—05版 ; 详见A03版 ; (相关报道见3版) ; ▲相关报道见第4版
    form(
        "pointer",
        0.95,
        r"^[>》→☞▶►▲▼(\[【\s]*(?:详见|见|相关(?:报道|新闻)?见|更多\S{0,6}见|全文见|报道见|内容见)\s*(?:今日)?\s*"
        r"[A-Z]?\s?第?[\d一二三四五六七八九十]{1,2}\s?(?:[-、至,]\s?[A-Z]?\d{1,2}\s?)*版\s*[)\]】]?[>》▶►]*$",
    ),
    # 相关报道见4版、5版
    form(
        "pointer",
        0.95,
        r"^(?:详见|相关(?:报道|新闻|稿件)见|报道见)[A-Z]?\d{1,2}版(?:[、,\s][A-Z]?\d{1,2}版)*$",
    ),
    # 林权改了 老宋笑了 ……3版 ; ▲元宵夜,七万人上街看灯 (2版)
    form("pointer", 0.9, r"^.{4,30}\s*(?:…+|\.{3,}|·{3,})\s*(?:见)?[A-Z]?\d{1,2}\s?版$"),
    form("pointer", 0.9, r"^[▲●■◆★▶►].{4,30}\s*[(](?:见|详见)?[A-Z]?\d{1,2}\s?版[)]$"),
    # 城区新增三处口袋公园 >>详见A08版 ; ►►►A02 ; →03版
    form(
        "pointer",
        0.75,
        r"(?:[>》]{1,3}|[→☞▶►]{1,3})\s*(?:详)?见?\s*(?:[A-Z]\d{1,2}|\d{1,2}(?=\s?[-、版]))\s?(?:[-、]\s?[A-Z]?\d{1,2}\s?)*版?\s*$",
    ),
    # (下转第3版) ; (上接A01版) ; ▲▲上接1版 ; 下转03版▶
    form(
        "jump",
        0.98,
        r"^[(【\[>►▶→☞》■●▲▼◀◄\s]*(?:紧接|上接|下转|(?:转|接)(?=第|[A-Z\d]))\s*第?\s*(?:[A-Z]?\d{1,2}|[A-Z]|[一二三四五六七八九十]{1,2})\s*版?"
        r"\s*[^。]{0,14}[)】\]]?$",
    ),
)
