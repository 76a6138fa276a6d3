"""The fields of an article in the open data: one table for the files, the interface and the dictionary."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

FieldKind = Literal["text", "list", "number", "flag"]
Value = str | float | bool | list[str] | None
Record = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Field:
    """A field: its name, its kind, the post's metadata key it comes from, and what readers are told of it."""

    name: str
    kind: FieldKind
    key: str
    meaning: str


FIELDS = (
    Field("id", "text", "", "固定编号：版面编号/条目号，永不更改"),
    Field("url", "text", "", "固定链接"),
    Field("kind", "text", "kind", "article 文章，notice 公告"),
    Field("title", "text", "title", "主题；原文没有题目的，取正文前二十字加省略号"),
    Field("kicker", "text", "kicker", "引题"),
    Field("deck", "text", "deck", "副题"),
    Field("section", "text", "section", "栏目"),
    Field("byline", "text", "byline", "署名原文"),
    Field("authors", "list", "authors", "署名中的全部人名"),
    Field("reporters", "list", "reporters", "记者"),
    Field("correspondents", "list", "correspondents", "通讯员"),
    Field("dateline", "text", "dateline", "电头"),
    Field("date", "text", "date", "日期，只写到确知的程度：2023-03-01、2023-03 或 2023"),
    Field("date_evidence", "text", "date_evidence", "推定日期的依据"),
    Field("newspaper", "text", "category", "报纸；版面没有写明的为空"),
    Field("page_id", "text", "page_id", "版面编号"),
    Field("page_number", "text", "page_number", "版次"),
    Field("lines", "text", "lines", "在版面原文中的行号"),
    Field("city", "text", "city", "城市"),
    Field("counties", "list", "counties", "区县，主要的在前"),
    Field("topics", "list", "topics", "主题分类，主要的在前"),
    Field("keywords", "list", "keywords", "关键词"),
    Field("incomplete", "flag", "incomplete", "原文有缺失"),
    Field("confidence", "number", "confidence", "切分的把握，0 到 1"),
    Field("text", "text", "", "正文，每段一行；个人号码已用星号隐去"),
)
