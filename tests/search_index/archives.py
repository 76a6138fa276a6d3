"""Random archives and queries, from few characters so that texts share much."""

from __future__ import annotations

from hypothesis import strategies as st

from plugins.search_index.documents import Document

# Common and rare Han, both scripts, digits, Latin letters in both cases and widths, joiners, punctuation, other
# scripts, a character of two UTF-16 units.
CHARACTERS = "聊城市电電健康蔡喆台臺0123Ａ１aBc.·-—–−/%、。，“”《》:　 \n한€𠮷"
TEXTS = st.text(st.sampled_from(CHARACTERS), max_size=40)
DATES = st.sampled_from([None, "2019", "2020-03", "2020-03-01", "2020-03-15", "2021-01-02"])
CITIES = st.lists(st.sampled_from(["聊城", "淄博", "德州"]), max_size=2, unique=True)


@st.composite
def documents(draw: st.DrawFn, most: int = 20) -> list[Document]:
    """Draw an archive of up to `most` documents."""
    count = draw(st.integers(1, most))
    # Ids that are counted stand in no card.
    is_counted = draw(st.booleans())
    return [
        Document(
            id=number if is_counted else f"p/{number}",
            title=draw(TEXTS).replace("\n", " "),
            body=draw(TEXTS),
            date=draw(DATES),
            facets={"city": tuple(draw(CITIES))},
        )
        for number in range(count)
    ]


@st.composite
def strings(draw: st.DrawFn, archive: list[Document]) -> str:
    """Draw a string that is no query language: a part of a text, or one that may stand nowhere."""
    text = draw(st.sampled_from([part for item in archive for part in (item.title, item.body)]))
    start = draw(st.integers(0, max(len(text) - 1, 0)))
    part = text[start : start + draw(st.integers(1, 6))]
    text = part if draw(st.booleans()) else draw(st.text(st.sampled_from(CHARACTERS), max_size=4))
    text = "".join(text.split())
    return (
        text if text.startswith("“") is False or "”" not in text else text.replace("“", "").replace("”", "")
    )
