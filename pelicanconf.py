"""Settings of the site, as they are while working on it; publishconf.py adds what publishing needs."""

from typing import Any


def order_article(article: Any) -> tuple[int, str, str]:
    """Newest first, then in page order: files come in any order, the same input must give the same bytes."""
    return (-article.date.toordinal(), article.page_id, article.item_number)


SITENAME = "剪报"
SITESUBTITLE = "聊城、淄博地方报纸文章检索"
SITEDESCRIPTION = "聊城、淄博地方报纸的剪报档案：按人名、地名、日期、主题查找文章，对照版面原文，规范引用。"
SITEURL = ""
# Feeds need whole addresses even while working on the site.
FEED_DOMAIN = "http://localhost:8000"
# Where the site stands when it is published; canonical links, citations and the sitemap need it.
SITE_ROOT = ""
TIMEZONE = "Asia/Shanghai"
DEFAULT_LANG = "zh-CN"
DEFAULT_DATE_FORMAT = "%Y-%m-%d"
# Links are relative, so the same output works under / and under /repo/.
RELATIVE_URLS = True

PATH = "content"
OUTPUT_PATH = "output"
ARTICLE_PATHS = ["posts"]
PAGE_PATHS = ["pages"]
STATIC_PATHS: list[str] = []
THEME = "theme"
THEME_STATIC_DIR = "theme"
THEME_STATIC_PATHS = ["static"]

PLUGIN_PATHS = ["."]
# Always named: left out, Pelican loads whatever plugin happens to be installed.
PLUGINS = [
    "plugins.converter",
    "plugins.fast_build",
    "plugins.search_index",
    "plugins.newspapers",
    "plugins.related",
    "plugins.coverage",
    "plugins.place_map",
    "plugins.citations",
    "plugins.feeds",
    "plugins.traditional",
    "plugins.offline",
    "plugins.open_data",
    "plugins.sitemap",
]

ARTICLE_URL = "articles/{page_id}/{item_number}/"
ARTICLE_SAVE_AS = ARTICLE_URL + "index.html"
PAGE_URL = "{slug}/"
PAGE_SAVE_AS = PAGE_URL + "index.html"
TAG_URL = "{slug}/"
TAG_SAVE_AS = TAG_URL + "index.html"
CATEGORY_URL = "newspapers/{slug}/"
# The newspapers plugin writes the newspapers' pages: a calendar says more than a list.
CATEGORY_SAVE_AS = ""
AUTHOR_URL = "people/{slug}/"
AUTHOR_SAVE_AS = AUTHOR_URL + "index.html"
DRAFT_SAVE_AS = ""
DRAFT_PAGE_SAVE_AS = ""

DIRECT_TEMPLATES = ["index", "search", "404", "offline"]
SEARCH_SAVE_AS = "search/index.html"
PAGINATED_TEMPLATES = {"tag": 50, "author": 50}
# A folder for each further page: with names such as 主题1 + page 3, tags overwrite one another.
PAGINATION_PATTERNS = [
    (1, "{url}", "{save_as}"),
    (2, "{url}page/{number}/", "{base_name}/page/{number}/index.html"),
]

ARTICLE_ORDER_BY = order_article
DEFAULT_CATEGORY = "未详"
USE_FOLDER_AS_CATEGORY = False
FILENAME_METADATA = r"(?!)"
FORMATTED_FIELDS: list[str] = []
SLUGIFY_USE_UNICODE = True
# Posts have no translations; looking for them is quadratic.
ARTICLE_TRANSLATION_ID = None
PAGE_TRANSLATION_ID = None

FEED_ALL_ATOM = "feeds/all.atom.xml"
TAG_FEED_ATOM = "feeds/tags/{slug}.atom.xml"
CATEGORY_FEED_ATOM = "feeds/newspapers/{slug}.atom.xml"
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None
TRANSLATION_FEED_ATOM = None
FEED_MAX_ITEMS = 30

# Text from ledgers and pages is escaped; what posts hold is HTML already and marked `safe`.
JINJA_ENVIRONMENT = {
    "autoescape": True,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "extensions": [],
    "auto_reload": False,
}

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'"
)
# The picture that chats show beside a link to an article.
SEAL = "/theme/icons/seal-512.png"
# Where readers report mistakes: the address of a form for a new GitHub issue; empty, no link is shown.
REPORT_URL = ""
SECTIONS = [
    ("", "首页"),
    ("search/", "检索"),
    ("newspapers/", "报纸"),
    ("dates/", "日期"),
    ("places/", "城市与区县"),
    ("topics/", "主题"),
    ("people/", "作者"),
]
COLOPHON = [
    ("sections/", "栏目"),
    ("about/", "关于"),
    ("rights/", "版权、撤稿与隐私"),
    ("search-help/", "检索说明"),
    ("data/", "数据下载"),
]
