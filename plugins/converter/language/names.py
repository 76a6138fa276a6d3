"""Names of persons: whether a word is one, and the names in a run of words, spaced or glued."""

from __future__ import annotations

import re

from plugins.converter.language.characters import fold, is_han
from plugins.converter.language.surnames import (
    COMMON_SURNAMES,
    COMPOUND_SURNAMES,
    PLAIN_SURNAMES,
    SINGLE_SURNAMES,
)
from plugins.converter.language.words import word_frequency

# No given name holds one of these: `(党员)`, `(万元)`, `(周日)`, `(金额)`, `记者从市卫健委`.
_NEVER_GIVEN = frozenset(
    "的了们吗呢吧呀啊么什哪这那它她我你您是不没被把给让往对及而且但因所都很比"
    "市县区省乡镇村街局委院校厂署厅店馆站所部处组队班级员者费额款角吨斤亩户屋辆楼层室床次个件条项种类"
    "日号刻间后内外上下里左右版页篇节目题图片表摄报讯电网社说看到去走问答做该某另第零两"
)
# Where a role word asks for a name (`记者 那日松`), only these speak against it: `记者 走基层`, `(记者拍摄)`.
_NEVER_EVEN_ASKED = frozenset("的了们吗着是不没被把给让摄报讯说看到去走做某市县局委院校厂")
# Words that begin like a name but are none; seen in brackets and in lone short lines.
_NOT_NAMES_TABLE = """
高兴 安全 安静 平安 平均 平凡 平静 成功 成立 成人 成果 成熟 成长 明天 明显 明白 时代 时事 方言 方法 方案
方式 方便 万一 白天 白色 红色 黄色 金色 金融 金属 金牌 银牌 全文 全国 全新 全体 全部 全球 高清 高度 高级
高考 高中 高温 高新 高端 文化 文学 文艺 文明 文章 文字 文体 文件 连载 连环 单位 单独 项目 公告 公示 公司
公益 公开 公布 公共 通告 通知 通报 通讯 通过 通用 向导 车祸 党建 党务 党委 政务 钱包 阳光 水果 云端 家长
家庭 家园 家乡 国家 国内 国际 国庆 元旦 元宵 广告 广场 广播 原文 原创 原告 编者 强调 强化 干部 干净 应急
应当 相关 相信 关注 关于 关爱 关键 关心 路线 别人 别墅 居民 居住 和平 和谐 康复 康养 健康 常见 常识 温馨
温度 温暖 师生 师傅 民生 民族 东方 东西 东部 江北 江南 江苏 江西 山东 山西 河南 海南 云南 湖南 安徽 宁夏
甘肃 贵州 广东 广西 吉林 福建 台湾 门口 门诊 房产 房屋 房子 房价 米面 商品 商务 商家 商标 商业 经济 经验
经营 经典 花园 花卉 花草 乐园 乐器 左转 右转 石油 石头 马上 马路 牛奶 牛肉 鱼类 羊肉 能源 能力 能够 利用
利润 盛大 盛会 盛开 荣誉 荣获 修订 修改 修复 初中 初级 初步 初一 初二 初三 双方 双赢 双减 都市 都会 幸福
易拉 权威 权益 权利 步行 步骤 尚未 充分 充足 充满 厉害 展示 展览 展开 展现 简讯 简介 简单 查看 查处 查询
计划 计算 计生 索赔 申请 申报 申诉 申论 习惯 谈话 谈判 解读 解决 解释 解答 解说 管理 温泉 印发 印刷 印章
封面 包括 包含 封闭 游客 游记 游戏 游泳 诗歌 诗词 诗人 散文 宝贝 宝宝 英语 英雄 英国 信息 信心 信用 信访
法律 法院 法治 法官 韩国 景区 景点 季节 党史 党员 习作 祝贺 祝福 祝愿 许可 任务 任命 任职 常务 牛年 马年
龙年 虎年 羊年 向上 向前 向往 严重 严格 严禁 严肃 席位 空调 空间 空气 满意 满分 满足 相同 富裕 富强 扶贫
扶持 怀念 怀孕 农业 农村 农民 农资 班级 班子 应聘 应对 鲁菜 孔子 孟子 老子 于是 程序 程度 庄严 庄稼 康乐
雷电 雷雨 雷锋 毛病 毛巾 江河 江湖 江水 陆续 陆地 顾客 顾问 曲艺 曲目 曲折 华夏 中华 米饭 麦收 麦田 古城
古代 古诗 全市 全县 全区 全省 方圆 黄金 黄河 金秋 白菜 白酒 高速 高铁 高效 万物 万众 段落 常态 安装 安排
安置 易燃 温室 水利 水库 水质 云计算 马拉松 高质量 万达广场 万元 亿元 周一 周二 周三 周四 周五 周六 周日
周末 周年 平时 当时 成为 认为 作为 成都 时时 公安局 法制办 平方米 高血压 常委会 路由器 金银花 万元户
党支部 通讯员 管委会 经开区 高新区 调查 手记 走访 车里 关系
"""
_NOT_NAMES = frozenset(_NOT_NAMES_TABLE.split())

_MINORITY = re.compile(r"[一-龥]{1,6}(?:·[一-龥]{1,6}){1,3}")  # 阿不都·热合曼
# Characters that write sounds: most of a name such as `买买提·吐尔逊` is of these, of a label hardly any.
_SOUNDS = frozenset(
    "阿艾巴拜班比别波布次达丹旦道迪丁都多额恩尔法凡菲夫嘎盖格古哈罕汗合赫呼吉加嘉江杰金卡凯康科克肯库拉来莱兰勒雷里利力丽列"
    "林鲁罗洛玛买麦曼梅米敏木穆纳乃娜尼努诺帕佩平普奇恰切琼热仁日肉如茹萨赛桑色沙山舍胜斯苏索塔太坦特提铁图吐托瓦旺维温乌吾"
    "西希夏逊辛雅亚延央扬叶伊依音永尤玉扎泽增珠卓孜宗祖不居买合买提"
)
_ADDRESS = re.compile(
    r"(?:警官|老太|大[爷妈娘姐哥嫂叔伯婶]|阿姨|叔叔|奶奶|爷爷|先生|女士|小姐|师傅|老师|医生|经理|主任|书记|某某?)$"
)
_SEPARATORS = re.compile(r"[\s、,;/|&+]+")
_REMARK = frozenset("未完续终待转接原略")  # `(未 完)`
_ADMINISTRATION = frozenset("市县区省乡镇村街路站所店馆院校局部处组队班")
# Names that jieba's authors counted stay below it (王建国 12, 刘国强 3), words are above (成绩单 54).
_COMMON = 25
_UNKNOWN = 20.0  # what a piece without a known surname costs: more than any run of names
_LONGEST_GLUED = 24  # eight glued names; longer runs are sentences


def is_name(word: str) -> bool:
    """Whether the word is a person's name by itself: surname of the table and 1 or 2 characters.

    A compound surname may carry 1 or 2 (`欧阳娜娜`); names with a middle dot count (`买买提·吐尔逊`).
    """
    word = fold(word)
    if _MINORITY.fullmatch(word):
        return _sounds_foreign(word)
    if not 2 <= len(word) <= 4 or word in _NOT_NAMES or not all(map(is_han, word)) or is_anonymous(word):
        return False
    length = _surname_length(word)
    if not length or not 1 <= len(word) - length <= 2:
        return False
    if word[0] in PLAIN_SURNAMES:  # `阚小楼`, `邴乡石`; `闵行区` is none
        return not _NEVER_EVEN_ASKED.intersection(word[1:]) and word[-1] not in _ADMINISTRATION
    return not _NEVER_GIVEN.intersection(word[length:])


def is_pen_name(word: str) -> bool:
    """Whether two characters that begin with no surname may sign: `小北`, `老边`; no word of the dictionary."""
    return (
        len(word) == 2
        and all(map(is_han, word))
        and not _NEVER_GIVEN.intersection(word)
        and not _REMARK.intersection(word)
        and not is_dictionary_word(word)
    )


def is_dictionary_word(word: str) -> bool:
    """Whether the word is common enough in jieba's dictionary to be read as a word: `计算机`, `成绩单`."""
    return word in _NOT_NAMES or word_frequency(word) >= _COMMON


def is_anonymous(word: str) -> bool:
    """Whether a person is only addressed, not named: `李警官`, `唐老太`, `张某`."""
    return bool(_ADDRESS.search(word))


def _sounds_foreign(word: str) -> bool:
    sounds = sum(character in _SOUNDS for character in word)
    return sounds >= 0.6 * (len(word) - word.count("·"))


def is_possible_name(word: str) -> bool:
    """Whether the word may be a name where a role word asks for one: any surname (`记者 乜雨桐`)."""
    if is_name(word):
        return True
    return 2 <= len(word) <= 3 and all(map(is_han, word)) and not _NEVER_EVEN_ASKED.intersection(word)


def split_names(text: str, lenient: bool = False) -> tuple[str, ...] | None:
    """The names a text consists of, or None when anything in it is no name.

    Words are parted by spaces, `、`, commas or slashes; a name spaced by its characters (`代 明`) is one;
    a glued run (`张博李静`) is cut by the surname table. `lenient` allows unknown surnames (pen names).
    """
    words = split_words(text)
    if not words:
        return None
    names: list[str] = []
    for word in words:
        found = _names_of(word, lenient)
        if found is None:
            return None
        names.extend(found)
    return tuple(names)


def split_words(text: str) -> list[str]:
    """The words of a list of names, folded; a name spaced by its characters is one word."""
    return _close_spaced([word for word in _SEPARATORS.split(fold(text).strip()) if word])


def _names_of(word: str, lenient: bool) -> tuple[str, ...] | None:
    if is_name(word):
        return (word,)
    cut = cut_glued(word)
    if cut is None and lenient:
        cut = (word,) if is_possible_name(word) else cut_glued(word, lenient=True)
    return cut


def _close_spaced(words: list[str]) -> list[str]:
    """Joins single characters to names: `代 明` is 代明, `国 晓 宁` is 国晓宁, `张 博文` is 张博文."""
    closed: list[str] = []
    run: list[str] = []
    for word in [*words, ""]:
        if len(word) == 1:
            run.append(word)
        elif len(run) == 1 and len(word) <= 2 and is_name(run[0] + word):
            closed.append(run.pop() + word)
        else:
            closed.extend(_group("".join(run)))
            run = []
            closed += [word] if word else []
    return closed


def _group(run: str) -> list[str]:
    if len(run) <= 3:
        return [run] if run else []
    size = 2 if len(run) % 2 == 0 else 3
    return [run[start : start + size] for start in range(0, len(run), size)]


def cut_glued(run: str, lenient: bool = False) -> tuple[str, ...] | None:
    """Cuts a run of at least two glued names, or None when no cut gives only names.

    Of all cuts the cheapest wins: three-character names before two-character ones, common surnames
    before rare ones. `岳林炜丁雅栀` gives 岳林炜, 丁雅栀.
    """
    if not 4 <= len(run) <= _LONGEST_GLUED or not all(map(is_han, run)):
        return None
    best: list[tuple[float, tuple[str, ...]] | None] = [(0.0, ())] + [None] * len(run)
    for end in range(2, len(run) + 1):
        for length in (2, 3, 4):
            before = best[end - length] if end >= length else None
            cost = _cost(run[end - length : end], lenient) if before else None
            if before is None or cost is None:
                continue
            candidate = (before[0] + cost, (*before[1], run[end - length : end]))
            held = best[end]
            best[end] = candidate if held is None else min(held, candidate)
    last = best[-1]
    if not last or len(last[1]) < 2:
        return None
    # One unknown surname may stand among names (`平凡孙永慧`); more are a sentence (`供热管网打压试水`).
    return last[1] if last[0] < 2 * _UNKNOWN else None


def _cost(word: str, lenient: bool) -> float | None:
    if is_name(word):
        rarity = 0.0 if word[0] in COMMON_SURNAMES or word[:2] in COMPOUND_SURNAMES else 1.0
        return rarity + {2: 0.8, 3: 0.3, 4: 0.6}[len(word)]
    if lenient and len(word) < 4 and is_possible_name(word):
        return _UNKNOWN
    return None


def _surname_length(word: str) -> int:
    """Length of the surname the word begins with; 0 when it begins with none."""
    if len(word) > 2 and word[:2] in COMPOUND_SURNAMES:
        return 2
    if word[0] not in SINGLE_SURNAMES or len(word) > 3:
        return 0
    return 1
