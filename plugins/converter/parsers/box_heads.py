"""Heads of the boxes that stand beside a story: `相关链接`, `[小贴士]`, `■记者手记`, `律师说法:`."""

import re

from plugins.converter.language.characters import fold

_WHO = "专家|律师|法官|检察官|医生|民警|警方|交警|消防|记者|编辑|部门|市民|读者|网友"
_BOX = re.compile(
    r"[■□●◆◇▲△★☆◎○▶►|【\[〔<《]*\s*(?:"
    r"(?:相关|新闻|背景|知识|法条|政策|案例|数据|人物|延伸)?链接"
    r"|(?:延伸|深度|相关)阅读|新闻(?:延伸|背景|助读|附件|词典|面对面|多一点)|背景(?:资料|介绍|新闻)?|名词解释"
    r"|(?:健康|生活|安全|防骗|消费|出行)?小?(?:贴士|提示|提醒)|(?:温馨|友情|特别|安全|消费)(?:提示|提醒)"
    r"|(?:记者|采访|编辑|编者)(?:手记|札记|感言|感悟)|编后(?:语|感)?|(?:[一-龥]{2,3})?(?:短评|快评|微评|锐评)"
    rf"|(?:{_WHO})(?:说法|提醒|提示|点评|观点|解读|建议|支招|声音|回应|答复|追问|连线|走访|探访)"
    r"|(?:政策|案例|法律)(?:解读|连线|问答|回放|分析)|现场(?:目击|回放)|各方(?:声音|说法|观点)|他山之石"
    r"|(?:人物|名家|作者|企业|学校|景区)(?:简介|名片|档案|小传)"
    r")\s*[】\]〕>》|]*:?"
)


def is_box_head(text: str) -> bool:
    """Whether a line is nothing but the head of a box: a subhead where the box goes with the story above it."""
    return _BOX.fullmatch(fold(text).strip()) is not None
