"""The forms of page furniture: one row a form, with a real line each is for and how sure it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

FurnitureType = Literal[
    "masthead",
    "folio",
    "hotline",
    "credit",
    "column_label",
    "slogan",
    "page_list",
    "pointer",
    "jump",
    "web_remains",
    "weather_box",
]


@dataclass(frozen=True, slots=True)
class Form:
    """A form of furniture: the folded line matches `pattern`, and nothing of `without`."""

    type: FurnitureType
    strength: float
    pattern: re.Pattern[str]
    without: re.Pattern[str] | None = None

    def matches(self, folded: str) -> bool:
        """Whether the folded line has this form."""
        return bool(self.pattern.search(folded)) and not (self.without and self.without.search(folded))


_DATE = r"(?:19|20)\d\d\s?(?:年|[./-])\s?\d{1,2}\s?(?:月|[./-])\s?\d{1,2}\s?日?"
_CHINESE_DATE = (
    r"二[〇零○O0][一二三四五六七八九〇零○]{2}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日"
)
_WEEKDAY = r"(?:星\s?期|周|礼拜)\s?[一二三四五六日天]"
_LUNAR = (
    r"(?:农历|夏历|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年"
    r"|[正冬腊一二三四五六七八九十闰]{1,3}月(?:初|廿|十|二十|三十)[一二三四五六七八九十]{0,2})"
)
_PAPER = r"[一-龥·]{1,10}(?:报|晚报|日报|晨报|周刊|新闻|早报|壹点)"
_SECTION = r"[一-龥A-Za-z·/&\-]{1,12}"
_PAGE = (
    r"(?:[A-Z]\s?\d{1,2}(?:\s?[-/]\s?[A-Z]?\d{1,2})?|\d{1,2}|[一二三四五六七八九十]{1,3}"
    r"|第\s?[\d一二三四五六七八九十]{1,3}|头)"
)
CREDIT_ROLE = (
    r"(?:本版|本期|值班|见习|执行|副刊|美术|版式|图片|文字|视频|首席|当日|一版|今日)?"
    r"(?:责任编辑|责编|主编|副主编|总编辑|总编|编委|主任|编辑|编审|校对|校检|文检|美编|美术|组版|排版|版式|制版|制图|设计|照排|"
    r"检校|审校|审读|一读|二审|三审|终审|复审|初审|统筹|策划|监制|监审|出品|签发|录入|见习)"
)
_SENTENCE = re.compile(r"[。;!?]|[一-龥]{2},[一-龥]{2}")
_NOT_LABEL = re.compile(r"[。,;!?]|\d{3}|开展|举行|举办|召开|电话|地址|公司|有限")


def _form(kind: FurnitureType, strength: float, pattern: str, without: re.Pattern[str] | None = None) -> Form:
    return Form(kind, strength, re.compile(pattern), without)


FORMS: tuple[Form, ...] = (
    # 齐鲁晚报 2023.3.1 星期三 ; 2020年5月21日 星期四 庚子年闰四月廿九
    _form(
        "masthead",
        0.98,
        rf"^(?:{_PAPER}\s*)?.{{0,12}}(?:{_DATE}|{_CHINESE_DATE})\s*,?\s*{_WEEKDAY}",
        _SENTENCE,
    ),
    _form("masthead", 0.97, rf"^{_WEEKDAY}\s*,?\s*(?:{_DATE}|{_CHINESE_DATE})", _SENTENCE),
    _form("masthead", 0.97, rf"{_WEEKDAY}\s*{_LUNAR}|{_LUNAR}\s*{_WEEKDAY}", _SENTENCE),
    _form("masthead", 0.95, rf"^{_PAPER}\s*{_DATE}\s*(?:[A-Z]?\d{{1,2}}\s?版?)?$"),
    _form("masthead", 0.9, rf"^{_DATE}\s+(?:{_PAPER}|[A-Z]?\d{{1,2}}版?\s*{_SECTION})$"),
    _form("masthead", 0.9, rf"^(?:农历|夏历){_LUNAR}?\S{{0,12}}$|^{_LUNAR}\s*$"),
    _form("masthead", 0.55, rf"^{_WEEKDAY}$"),
    # 综合 2021年5月12日 ; 5月12日 星期三 ; 聊城日报 alone
    _form("masthead", 0.85, rf"^{_SECTION}\s+{_DATE}$"),
    _form("masthead", 0.9, rf"^\d{{1,2}}月\d{{1,2}}日\s*,?\s*{_WEEKDAY}(?:\s|$)", _SENTENCE),
    _form("masthead", 0.6, r"^[一-龥]{2,6}(?:日报|晚报|晨报|商报|都市报|时报|青年报|农村报|早报|周刊)$"),
    # 国内统一刊号 CN37-0065 ; 邮发代号23-188 ; 总第5281期 ; 今日16版
    _form("masthead", 0.97, r"国内统一(?:连续出版物号|刊号)|统一刊号|邮发代号|\bCN\s?\d\d\s?-\s?\d{3,4}"),
    _form(
        "masthead",
        0.9,
        r"^(?:总)?第\s?\d{2,6}\s?期(?:\s|$)|^今日\s?\d{1,2}\s?版|^今日[^。]{0,8}[A-Z\d一二三四五六七八九十]+版$",
    ),
    _form(
        "masthead",
        0.8,
        r"(?:主管|主办|出版|承办|协办)(?:单位)?[:：].{2,30}$|^[^。,]{4,24}(?:主管|主办|出版)$",
        _SENTENCE,
    ),
    # A03 要闻 ; 3版 社会 ; 第3版 ; 要闻 03 ; A03
    _form(
        "folio",
        0.95,
        rf"^(?:{_PAGE}\s?版\s*[:·|/-]?\s*(?:{_SECTION})?|[A-Z]\s?\d{{1,2}}(?:\s*[:·|/-]\s*{_SECTION}|\s*[一-龥]{{2,5}})?)$",
    ),
    _form("folio", 0.9, rf"^{_SECTION}\s*[:·|/-]?\s*(?:{_PAGE}\s?版|[A-Z]\s?\d{{1,2}}|0\d)$"),
    _form("folio", 0.85, rf"^0\d\s*[:·|/-]?\s*{_SECTION}$"),
    _form("folio", 0.7, r"^\d{1,2}$"),
    _form("folio", 0.92, rf"^(?:{_PAGE}\s?版|[A-Z]\s?\d{{1,2}}|0\d)\s*{_SECTION}?\s*(?:{_DATE}|{_WEEKDAY})"),
    # 4 综合
    _form("folio", 0.6, r"^\d{1,2}\s+[一-龥]{2,4}$"),
    # 01版:要闻 02版:综合 … 16版
    _form("page_list", 0.97, r"(?:0?\d{1,2}\s?版\s*[:·]?\s*\S{0,8}[\s,;]*){3,}"),
    _form("page_list", 0.9, r"^(?:[A-Z]?\d{1,2}\s?[:·]\s?[一-龥]{1,8}\s+){2,}"),
    # 今日本报B叠4版 本版编辑:… ; 责任编辑:X 美编:Y 校对:Z ; 本版编辑/X 美编/Y 文检/Z ; 编辑:X 组版:Y
    _form(
        "credit",
        0.98,
        rf"^(?:[□■●]\s*)?{CREDIT_ROLE}\s*[:/|]\s*[一-龥\s、·]{{2,24}}(?:[\s;,|]*{CREDIT_ROLE}\s*[:/|]?\s*[一-龥\s、·]{{2,24}})*\s*(?:{_PAGE}版)?$",
    ),
    _form(
        "credit",
        0.97,
        rf"^今日本报.{{0,16}}版|{CREDIT_ROLE}\s*[:/|].{{0,14}}{CREDIT_ROLE}\s*[:/|]",
        _SENTENCE,
    ),
    _form(
        "credit",
        0.9,
        rf"^{CREDIT_ROLE}\s+[一-龥]\s?[一-龥]{{1,2}}(?:\s+{CREDIT_ROLE}\s+[一-龥]\s?[一-龥]{{1,2}})*$",
    ),
    _form("credit", 0.9, r"^[(]?(?:视频|文字|责任|图片)编辑[:/]\S{2,4}(?:\s\S{2,4}编辑[:/]\S{2,4})*[)]?$"),
    _form("credit", 0.85, r"^.{0,40}(?:本版编辑|责任编辑|责编)\s*[:/]?\s*[一-龥]", _SENTENCE),
    # 编辑 李军 电话 0635-8451234
    _form(
        "credit", 0.85, rf"^{CREDIT_ROLE}\s*[:/|]?\s*[一-龥]\s?[一-龥]{{1,2}}\s+(?:电话|热线|邮箱|QQ|E-?mail)"
    ),
    # 读者热线>>> ; 新闻热线:0635-8451234 ; 0635-8451234 ; 找记者上壹点
    _form(
        "hotline",
        0.95,
        r"^(?:本报|晚报|晨报|24小时)?(?:读者|新闻|订报|发行|广告|投诉|报料|爆料|维权|服务|采编|办公室|总编室|咨询|社会|投稿|热线)\s?(?:部)?\s?(?:热线|电话|专线|邮箱)\s*[:>》]*\s*[\d\s/-]*$",
    ),
    _form(
        "hotline",
        0.6,
        r"^(?:[(]?0\d{2,3}[)]?\s?-?\s?\d{7,8}[\s,、/;]*)+$",
    ),
    _form(
        "hotline",
        0.9,
        r"^(?:本报|报社|编辑部)(?:地址|网址|邮箱|邮编|电话|法律顾问|官方微博|官方微信)|^(?:官方)?(?:微信|微博|网址|网站|邮箱|E-?mail|投稿邮箱|客户端)\s*[:@]",
    ),
    _form(
        "hotline",
        0.9,
        r"^(?:社址|地址)[:].{4,40}(?:邮编|邮政编码|电话)|(?:零售价|定价|每份|月价|季价|年价|全年订价)\s?[:]?.{0,6}\d.{0,4}元|印刷[:].{0,20}(?:印务|印刷|报业)|广告(?:经营)?许可证",
    ),
    _form("hotline", 0.8, r"^(?:值班(?:主任|编委|总编|老总|编辑|记者)|法律顾问)\s*[:/]?\s*\S"),
    _form(
        "hotline",
        0.75,
        r"^找记者\s?上\S{2,6}$|^(?:扫码|扫一扫|下载)\S{0,14}(?:客户端|APP|看视频|看更多|加入)\S{0,6}$",
    ),
    # 城区新增三处口袋公园 >>详见A08版
    _form("pointer", 0.95, r">>\s*(?:详见|见|转)?\s*[A-Z]?\d{1,2}"),
    # 离您更近 为您更好 ; 有事您说话 ; 打造百姓身边的报纸
    _form("slogan", 0.6, r"^[^。,:]{0,10}(?:您|百姓身边|我们就在)[^。,:]{0,10}$", _NOT_LABEL),
    # >>见03—05版 ; 详见A03版 ; 相关报道见3版
    _form(
        "pointer",
        0.95,
        r"^(?:>{1,3}|》{1,3}|→|☞|▶|►|[(])?\s*(?:详见|见|相关(?:报道|新闻)?见|更多\S{0,6}见|全文见)\s*(?:今日)?\s*[A-Z]?\s?第?\d{1,2}\s?(?:[-、至,]\s?[A-Z]?\d{1,2}\s?)*版\s*[)]?[>》]*$",
    ),
    _form(
        "pointer",
        0.75,
        r"(?:>{1,3}|》{2,3}|→)\s*(?:详)?见?\s*[A-Z]?\d{1,2}\s?(?:[-、]\s?[A-Z]?\d{1,2}\s?)*版?\s*$",
    ),
    # 下转第3版 ; (上接A01版)
    _form(
        "jump",
        0.98,
        r"^[(【\[>►▶→☞》■●]*\s*(?:紧接|上接|下转|转|接)\s*第?\s*[A-Z]?\d{0,2}[一二三四五六七八九十]{0,2}\s*版?\s*[^。]{0,14}[)】\]]?$",
        re.compile(r"^(?:转|接)(?!第|[A-Z\d])"),
    ),
    # 版权所有 ; 上一篇:… ; 下一篇 ; 新闻推荐 ; 分享到
    _form(
        "web_remains",
        0.95,
        r"^(?:[<《>]*\s*)?(?:上一[篇条版期页]|下一[篇条版期页]|新闻推荐|相关新闻|相关阅读|推荐阅读|延伸阅读[:]?$|热门推荐|猜你喜欢|返回(?:目录|首页|顶部)|版面导航|标题导航|打印本[页稿]|关闭窗口|分享到|字体[:]?\s?[大小]|我要评论|网友评论|点击\S{0,4}下载)",
    ),
    _form(
        "web_remains",
        0.95,
        r"版权(?:所有|声明|均属|归)|未经(?:书面)?(?:授权|许可|允许).{0,14}(?:转载|使用|复制)|不得转载|[鲁京沪]ICP备|Copyright|©|All\s?[Rr]ights|本文(?:来源|链接|网址)[:]|原标题[:]|责任编辑[:].{2,5}\]|https?://\S+$|^www\.\S+$",
    ),
    # 【民生关注】 ; 决战决胜·脱贫攻坚——聊城在行动 ; 聚焦两会 ; ●热点
    _form(
        "column_label",
        0.8,
        r"^【[^】]{2,12}】$|^〔[^〕]{2,12}〕$|^\[[^\]]{2,12}\]$|^《[^》]{2,8}》(?:专栏|专版|专题)$",
        _NOT_LABEL,
    ),
    _form(
        "column_label", 0.85, r"^[一-龥“”0-9]{2,10}[·|][一-龥“”]{2,10}(?:-{1,2}[一-龥“”]{2,12})?$", _NOT_LABEL
    ),
    _form("column_label", 0.5, r"^[一-龥“”·]{2,14}-{1,2}[一-龥“”·]{2,10}$", _NOT_LABEL),
    _form("column_label", 0.75, r"^(?:[●■◆★▲◎○□◇☆▶►◀|]\s*)[一-龥·]{2,8}(?:\s*[●■◆★▲◎○□◇☆◀|])?$", _NOT_LABEL),
    _form(
        "column_label",
        0.8,
        r"^(?:聚焦|关注|直击|喜迎|迎接|走进)[一-龥“”·0-9]{0,8}(?:两会|大会|精神|特刊|专题|进行时)$",
        _NOT_LABEL,
    ),
    # 学习贯彻…精神, 关注高考: as often a headline as a label
    _form(
        "column_label",
        0.45,
        r"^(?:聚焦|关注|直击|走进|喜迎|学习贯彻|庆祝|献礼)[一-龥“”·0-9]{2,8}$",
        re.compile(r"[市县区镇乡村校局院]"),
    ),
    _form(
        "column_label",
        0.82,
        r"^[一-龥“”·0-9]{2,14}(?:专栏|专版|专刊|特刊|专题|系列报道|特别报道|连续报道|特别策划|在行动|进行时|面对面|直通车|曝光台|风采录|大家谈|新视界|微观察|回音壁|公告栏|资讯台|服务台|读者来信|记者手记|编后语?|编者按|短评|快评|今日关注|本报时评)$",
        _NOT_LABEL,
    ),
    _form(
        "column_label",
        0.7,
        r"^(?:要闻|综合|社会|民生|时政|经济|财经|教育|卫生|健康|法治|副刊|文化|体育|国内|国际|天下|时评|评论|县域|县区|城事|都市|关注|热点|聚焦|简讯|短讯|一句话新闻|新闻速递|新闻快报|快讯|资讯|生活|服务|公益广告|广告|分类信息|分类广告|便民信息|天气|校园|科教|理论|党建|专题|读者|作品|诗歌|散文|小小说|书画|影像|图片新闻|图说|图片|视点|焦点|声音|人物|深度|调查|独家)$",
    ),
    # 天气: 今天晴,最高气温23℃ as a box
    _form(
        "weather_box",
        0.7,
        r"^(?:今[天日]|今夜|明[天日]|本市|市区|全市|天气)\S{0,30}(?:\d+\s?-?\s?-?\d*\s?(?:℃|度|级)).{0,40}$",
        re.compile(r"。.{10}|记者"),
    ),
    # 学党史 悟思想 办实事 开新局
    _form("slogan", 0.25, r"^[一-龥]{3,5}(?:\s+[一-龥]{3,5}){2,4}$"),
    # 我们就在您身边: a lone slogan says little by itself
    _form(
        "slogan",
        0.2,
        r"^[一-龥\s]{4,12}$",
        re.compile(
            r"[市县区镇乡]|开展|举行|举办|召开|启动|工作|活动|声明|公告|通告|启事|小学|中学|医院|公司"
        ),
    ),
)
