import pytest

from bot.moderation.errors import HostUnreadableError
from bot.moderation.ladder_file import default_ladder
from bot.moderation.links import LinkKind, kind_of_link, links_in, read_host

HOSTS = default_ladder().hosts


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("https://www.sse.com.cn/disclosure/", LinkKind.LISTED),
        ("SSE.COM.CN", LinkKind.LISTED),
        ("https://t.me/opening_bell_bot?start=1", LinkKind.LISTED),
        ("https://t.me/some_channel/7", LinkKind.TELEGRAM),
        ("https://t.me/+AbCd", LinkKind.INVITE),
        ("t.me/joinchat/x", LinkKind.INVITE),
        ("tg://join?invite=x", LinkKind.INVITE),
        ("https://chat.whatsapp.com/X", LinkKind.INVITE),
        ("bit.ly/x", LinkKind.SHORTENED),
        ("http://1.2.3.4:8080/a", LinkKind.ADDRESS),
        ("http://[::1]/a", LinkKind.ADDRESS),
        ("http://3232235777/", LinkKind.ADDRESS),
        ("https://xn--80ak6aa92e.com", LinkKind.LOOKALIKE),
        ("https://ssе.com.cn", LinkKind.LOOKALIKE),  # Cyrillic е
        ("sse.corn.cn", LinkKind.LOOKALIKE),
        ("https://sse.com.cn@evil.com/x", LinkKind.PLAIN),
        ("https://sse.com.cn.evil.com/x", LinkKind.PLAIN),
        ("https://example.com", LinkKind.PLAIN),
    ],
)
def test_a_link_is_what_its_host_and_path_make_it(url: str, kind: LinkKind) -> None:
    assert kind_of_link(url, HOSTS, {"opening_bell_bot"}) is kind


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("见sse.com.cn。好", ("sse.com.cn",)),
        ("ａｂｃ．ｃｏｍ 来", ("abc.com",)),
        ("0700.HK 和 AAPL.US 涨了 3.5%", ()),
        ("600519.SH 今天", ()),
        ("写信到 a@b.com", ()),
        ("看 https://t.me/+abc，快", ("https://t.me/+abc",)),
        ("没有链接。", ()),
    ],
)
def test_links_are_found_in_plain_text_and_share_codes_are_none(text: str, found: tuple) -> None:
    assert links_in(text) == found


@pytest.mark.parametrize(
    "typed", ["https://Example.com/a?b", "www.example.com", "ｅｘａｍｐｌｅ.com", "example.com:443"]
)
def test_an_operator_may_paste_a_whole_address(typed: str) -> None:
    assert read_host(typed) == "example.com"


@pytest.mark.parametrize(
    "typed",
    ["", "localhost", "1.2.3.4", "a b", "-x.com", "x" * 300 + ".com", "例子", "com", ".", "💥"],
)
def test_what_names_no_website_is_refused(typed: str) -> None:
    with pytest.raises(HostUnreadableError):
        read_host(typed)
