"""The small site with so many more articles that its lists go on below their own address."""

from pathlib import Path

from tests.theme.conftest import SITE, copy_content

POST = (SITE / "posts" / "sample-undated" / "01.md").read_text("utf-8")
COUNT = 51


def copy_long_content(folder: Path) -> Path:
    """Copy the small site's content with 51 more articles of no date, all of one section and one person."""
    content = copy_content(folder)
    (content / "posts" / "sample-many").mkdir()
    for number in range(1, COUNT + 1):
        post = POST.replace("sample-undated", "sample-many")
        post = post.replace("Item_number: 01", f"Item_number: {number:02d}")
        post = post.replace("-01\n", f"-{number:02d}\n", 1).replace("明天有雪", f"明天有雪{number:02d}", 1)
        post = post.replace("Kind:", "Section: 民生\nAuthors: 张三丰\nKind:")
        (content / "posts" / "sample-many" / f"{number:02d}.md").write_text(post, "utf-8")
    return content
