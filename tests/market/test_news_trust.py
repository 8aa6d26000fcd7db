import pytest

from bot.market.news_trust import Trust, TrustList, default_trust
from bot.strict_toml import InvalidData

LIST = TrustList(frozenset({"stcn.com", "gov.cn"}), frozenset({"reuters.com"}))


@pytest.mark.parametrize(
    ("host", "trust"),
    [
        ("stcn.com", Trust.TRUSTED),
        ("WWW.STCN.COM.", Trust.TRUSTED),
        ("www.csrc.gov.cn", Trust.TRUSTED),
        ("feeds.reuters.com", Trust.LISTED),
        ("notstcn.com", Trust.UNKNOWN),
        ("stcn.com.evil.example", Trust.UNKNOWN),
        ("com", Trust.UNKNOWN),
        ("", Trust.UNKNOWN),
    ],
)
def test_a_host_is_known_with_its_subdomains_and_no_further(host, trust):
    assert LIST.of_host(host) is trust


def test_a_headline_is_believed_no_further_than_the_page_it_leads_to():
    assert LIST.of("https://stcn.com/rss", "https://www.stcn.com/1") is Trust.TRUSTED
    assert LIST.of("https://stcn.com/rss", "https://reuters.com/1") is Trust.LISTED
    assert LIST.of("https://stcn.com/rss", "https://blog.example/1") is Trust.UNKNOWN
    assert LIST.of("https://blog.example/rss", "https://stcn.com/1") is Trust.UNKNOWN
    assert LIST.of("://", "https://[") is Trust.UNKNOWN


def test_an_installation_trusts_further_hosts():
    more = LIST.and_trusted(["Reuters.com", "https://desk.example/rss", ""])
    assert more.of_host("reuters.com") is Trust.TRUSTED
    assert more.of_host("a.desk.example") is Trust.TRUSTED
    assert more.of_host("other.example") is Trust.UNKNOWN


def test_the_list_of_the_product_is_sound_and_only_the_trusted_go_out_unread():
    known = default_trust()
    assert known.of_host("www.csrc.gov.cn") is Trust.TRUSTED
    assert not known.trusted & known.listed
    assert [trust for trust in Trust if trust.unattended] == [Trust.TRUSTED]


@pytest.mark.parametrize("host", ["NEWS.CN", "news", "https://news.cn", ".cn"])
def test_a_mistake_in_the_list_is_named(host, tmp_path, monkeypatch):
    path = tmp_path / "news_trust.toml"
    path.write_text(f'trusted = ["{host}"]\nlisted = ["a.example"]\n', encoding="utf-8")
    monkeypatch.setattr("bot.market.news_trust.TRUST_FILE", path)
    with pytest.raises(InvalidData):
        default_trust.__wrapped__()
