from pathlib import Path

import pytest

from bot.market.listing_files import read_listings
from bot.strict_toml import InvalidData

GOOD = """
[mainland]
sh600000 = "示例股份"
[hong_kong]
hk00999 = { name = "示例控股", lot = 100 }
[united_states]
usEXMP = "示例公司"
[indexes]
sh000001 = "上证指数"
[aliases]
"示例" = "sh600000"
[retired]
"""


def read(tmp_path: Path, text: str):
    path = tmp_path / "listings.toml"
    path.write_text(text, encoding="utf-8")
    return read_listings(path)


def test_each_table_becomes_listings_of_its_market(tmp_path):
    content = read(tmp_path, GOOD)
    assert {listing.symbol: (listing.lot, listing.tradable) for listing in content.listings} == {
        "sh600000": (1, True),
        "usEXMP": (1, True),
        "sh000001": (1, False),
        "hk00999": (100, True),
    }
    assert content.aliases == {"示例": "sh600000"}


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("sh600000 =", "600000 =", "mainland"),
        ("lot = 100", "lot = 0", "hong_kong.hk00999.lot"),
        ("lot = 100", 'lot = "100"', "hong_kong.hk00999.lot"),
        ("lot = 100", "lots = 100", "hong_kong.hk00999.lot"),
        ('"示例公司"', '""', "united_states.usEXMP"),
        ('= "sh600000"', '= "sh600001"', "aliases"),
        ("usEXMP", "sh600000", "mainland"),
        ("[retired]", "[retried]", "retired"),
        ("[retired]", "[retired]\n[more]", "more"),
        ("[retired]", "[retired", "-"),
    ],
)
def test_a_mistake_in_the_file_is_named(tmp_path, old, new, field):
    with pytest.raises(InvalidData) as caught:
        read(tmp_path, GOOD.replace(old, new, 1))
    assert caught.value.fields["field"] == field
    assert caught.value.fields["file"] == "listings.toml"
