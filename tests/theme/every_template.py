"""Pages of every template, in each form that differs: the first page of a list and the second, a year and a day."""

from collections.abc import Mapping, Sequence

from plugins.newspapers.sections import section_url

ARTICLE = "articles/sample-0301-01/02/"
SECTION = section_url("民生")
PAGES: Mapping[str, Sequence[str]] = {
    "404": ("404.html",),
    # With all its parts, with lost text and strange characters, without a headline.
    "article": (ARTICLE, "articles/sample-0301-02/02/", "articles/sample-0301-02/04/"),
    "author": ("people/张三/", "people/张三丰/page/2/"),
    "data": ("data/",),
    "dates": ("dates/",),
    "index": ("",),
    "issue": ("newspapers/qilu-wanbao/2023/03/01/", "newspapers/unknown/undated/"),
    "newspaper": ("newspapers/qilu-wanbao/", "newspapers/qilu-wanbao/2023/"),
    "newspaper_page": ("pages/sample-0301-01/#lines-02", "pages/sample-0301-02/"),
    "newspapers": ("newspapers/",),
    "offline": ("offline.html",),
    "page": ("about/", "rights/", "search-help/"),
    "people": ("people/",),
    "period": ("2023/", "2022/10/", "2023/03/01/", "undated/page/2/"),
    "places": ("places/",),
    "search": ("search/?q=义诊", "search/"),
    "section": (SECTION, f"{SECTION}page/2/"),
    "sections": ("sections/",),
    "tag": ("liaocheng/", "shenxian/", "tianqi/page/2/"),
    "topics": ("topics/",),
}
PATHS = [path for paths in PAGES.values() for path in paths]
