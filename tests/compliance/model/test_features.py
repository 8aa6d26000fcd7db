import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.compliance.model.features import (
    BUCKET_BITS,
    SOUND_ORDERS,
    WRITTEN_ORDERS,
    buckets,
    placed_buckets,
    shaped,
    shaped_places,
)
from bot.compliance.normalise import fold

TEXTS = st.text(st.sampled_from("加微信薇芯带你赚钱abv weixin 0123.5，。\n𠀀😀"), max_size=60)


def _slow_buckets(text: str) -> list[int]:
    """Hash every written n-gram by itself, in plain numbers: what training relies on."""
    framed, found = shaped(text), []
    for order in WRITTEN_ORDERS:
        for start in range(len(framed) - order + 1):
            value = ord(framed[start])
            for character in framed[start + 1 : start + order]:
                value = (value * 0x01000193 + ord(character)) % 2**32
            found.append(value * 0x9E3779B1 % 2**32 >> (32 - BUCKET_BITS))
    return found


@given(TEXTS)
@settings(max_examples=60, deadline=None)
def test_arrays_hash_as_plain_numbers_do(text: str) -> None:
    expected = _slow_buckets(text)
    assert buckets(text)[: len(expected)].tolist() == expected


@given(TEXTS)
@settings(max_examples=60, deadline=None)
def test_every_character_of_the_shaped_text_has_its_place(text: str) -> None:
    places = shaped_places(text)
    assert len(places) == len(shaped(text))
    assert "".join(text[start:end] for start, end in places) == text


@given(TEXTS)
@settings(max_examples=60, deadline=None)
def test_placed_buckets_are_those_of_the_text(text: str) -> None:
    parts = dict(placed_buckets(text))
    together = np.concatenate(list(parts.values()))
    assert set(together.tolist()) <= set(buckets(text).tolist())
    assert all(len(parts[order]) == len(shaped(text)) - order + 1 for order in WRITTEN_ORDERS[:2])


def test_a_homophone_and_pinyin_share_the_features_of_sound() -> None:
    plain = set(buckets(fold("大家加微信")).tolist())
    written_so = set(buckets(fold("大家佳薇芯")).tolist())
    spelled = set(buckets(fold("大家jia weixin")).tolist())
    sounds = 7 + 2 - 1 + 7 + 2 - 2 - 4  # 2- and 3-grams over five syllables and the two ends
    assert len(plain & written_so) >= sounds
    assert len(plain & spelled) >= sounds


def test_numbers_of_one_length_are_the_same_number() -> None:
    assert buckets("满仓600519").tolist() == buckets("满仓000001").tolist()
    assert buckets("满仓600519").tolist() != buckets("满仓60").tolist()


def test_an_empty_and_a_very_long_text_have_buckets_too() -> None:
    assert len(buckets("")) > 0
    assert len(buckets("涨" * 10_000)) == sum(
        10_002 - order + 1 for order in WRITTEN_ORDERS + SOUND_ORDERS
    )
