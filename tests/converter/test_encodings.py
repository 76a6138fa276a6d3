"""Decoding: each encoding that page texts come in, and what is no page text."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.converter.pages.encodings import EncodingRefused, decode

TEXT = "本报聊城5月19日讯（记者 张某）\n  昨日，东昌府区启用电子健康卡，莘县、阳谷随后跟进。\n"
TRADITIONAL = "本報聊城訊：昨日東昌府區啟用電子健康卡，莘縣、陽谷隨後跟進，市民可憑卡就醫，記者攝影報導。"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode("utf-8"), "utf-8"),
        (TEXT.encode("utf-8-sig"), "utf-8"),
        (TEXT.encode("gb18030"), "gb18030"),
        (TEXT.encode("utf-16"), "utf-16-le"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("utf-32"), "utf-32-le"),
    ],
)
def test_text_comes_back_whole(data: bytes, encoding: str) -> None:
    decoded = decode(data)
    assert decoded.text == TEXT
    assert decoded.encoding == encoding


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_traditional_text_is_text(encoding: str) -> None:
    assert decode(TRADITIONAL.encode(encoding)).text == TRADITIONAL


@pytest.mark.parametrize("text", ["", "聊城", "\t\n", "䶮\U00020bb7", "a"])
def test_short_text(text: str) -> None:
    assert decode(text.encode()).text == text


def test_a_stray_artefact_does_not_refuse_a_page() -> None:
    text = TEXT * 5 + "\uf06c\x01"
    assert decode(text.encode()).text == text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (random.Random(1).randbytes(4000), "neither UTF-8 nor GB18030 nor UTF-16"),
        (b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" * 50, "binary"),
        (bytes(range(256)) * 4, "neither UTF-8"),
        (b"\x7fELF" + b"\x01\x02" * 40, "control characters"),
        (("\ufffd" * 10 + "聊城").encode(), "U+FFFD"),
        (("\ue000" * 10 + "聊城").encode(), "private-use"),
        (b"\xff\xfe\x00\xd8\x00", "not valid utf-16-le"),
        (b"\xef\xbb\xbf\xff", "not valid utf-8"),
        ((TRADITIONAL * 3).encode("big5"), "neither UTF-8"),
    ],
)
def test_refusal_tells_the_reason(data: bytes, reason: str) -> None:
    with pytest.raises(EncodingRefused, match=reason.replace("+", r"\+")):
        decode(data)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_give_a_text_or_a_refusal(data: bytes) -> None:
    try:
        decoded = decode(data)
    except EncodingRefused as refusal:
        assert str(refusal)
    else:
        assert decoded.text.encode(decoded.encoding) in (data, *(data[n:] for n in (2, 3, 4)))
