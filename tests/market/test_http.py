import asyncio
import gzip
import ipaddress
from datetime import UTC, datetime, timedelta

import pytest
from aiohttp import web
from hypothesis import given
from hypothesis import strategies as st

from bot.market.addresses import is_literal_inner, is_public
from bot.market.http import GuardedHttp
from bot.market.http_errors import (
    AddressRefused,
    AnswerGarbled,
    AnswerTooLarge,
    BadStatus,
    BaseMalformed,
    FetchFailed,
    HostBackingOff,
    HostNotConfigured,
    HostTimedOut,
    HostUnreachable,
    PageInstead,
    RedirectRefused,
)
from tests.market.servers import answering, serving

NOW = datetime(2026, 11, 20, 8, tzinfo=UTC)


async def test_a_configured_host_is_fetched_whole():
    handler = answering(b"hello", Content_Type="text/plain")
    async with serving(handler) as base, GuardedHttp([base]) as http:
        fetched = await http.get(f"{base}/q=a,b", NOW)
    assert fetched.body == b"hello"
    assert fetched.url == f"{base}/q=a,b"
    assert fetched.content_type.startswith("text/plain")


@pytest.mark.parametrize(
    "url",
    [
        "https://other.example.net/x",
        "http://127.0.0.1:1/x",
        "ftp://feeds.example.com/x",
        "file:///etc/passwd",
        "https://user:secret@feeds.example.com/x",
        "https://feeds.example.com.evil.net/x",
        "http://[::1",
        "",
    ],
)
async def test_any_other_host_is_refused_before_a_connection(url):
    async with GuardedHttp(["https://feeds.example.com/rss"]) as http:
        with pytest.raises(HostNotConfigured):
            await http.get(url, NOW)


@pytest.mark.parametrize(
    ("location", "error"),
    [
        ("http://127.0.0.1:9/inner", RedirectRefused),
        ("http://localhost/inner", RedirectRefused),
        ("http://169.254.169.254/latest/meta-data", RedirectRefused),
        ("http://10.0.0.1/", RedirectRefused),
        ("http://[::1]/", RedirectRefused),
        ("https://other.example.net/", RedirectRefused),
        ("file:///etc/passwd", RedirectRefused),
        ("http://[broken", RedirectRefused),
        ("", RedirectRefused),
        ("/same", RedirectRefused),
    ],
)
async def test_a_redirect_leads_nowhere_that_a_first_request_may_not_go(location, error):
    handler = answering(b"", 302, Location=location)
    async with serving(handler) as base, GuardedHttp([base]) as http:
        with pytest.raises(error):
            await http.get(f"{base}/feed", NOW)


async def test_a_redirect_on_the_same_host_is_followed():
    async def handler(request):
        if request.path == "/old":
            raise web.HTTPFound("/new")
        return web.Response(text="moved here")

    async with serving(handler) as base, GuardedHttp([base]) as http:
        fetched = await http.get(f"{base}/old", NOW)
    assert fetched.body == b"moved here"
    assert fetched.url == f"{base}/new"


async def test_a_configured_name_that_turns_out_to_be_inner_is_refused(monkeypatch):
    async def resolve(self, host, port, **_):
        return [(2, 1, 6, "", ("10.0.0.7", port))]

    monkeypatch.setattr(asyncio.BaseEventLoop, "getaddrinfo", resolve)
    async with GuardedHttp(["http://feeds.example.com"]) as http:
        with pytest.raises(AddressRefused):
            await http.get("http://feeds.example.com/rss", NOW)


@pytest.mark.parametrize("status", [201, 204, 304, 403, 404, 429, 500, 501])
async def test_any_status_but_200_is_named(status):
    async with serving(answering(b"", status)) as base, GuardedHttp([base]) as http:
        with pytest.raises(BadStatus) as caught:
            await http.get(base, NOW)
    assert caught.value.fields["status"] == status


async def test_a_body_over_the_limit_is_refused_even_when_packed_small():
    bomb = gzip.compress(b"0" * 500_000)
    for handler in (
        answering(b"0" * 20_000),
        answering(bomb, Content_Encoding="gzip"),
    ):
        async with serving(handler) as base, GuardedHttp([base], largest_body=10_000) as http:
            with pytest.raises(AnswerTooLarge):
                await http.get(base, NOW)


async def test_a_packed_body_is_unpacked_and_a_garbled_one_named():
    packed = answering(gzip.compress(b"hello"), Content_Encoding="gzip")
    async with serving(packed) as base, GuardedHttp([base]) as http:
        assert (await http.get(base, NOW)).body == b"hello"
    for encoding in ("gzip", "br"):
        garbled = answering(b"hello", Content_Encoding=encoding)
        async with serving(garbled) as base, GuardedHttp([base]) as http:
            with pytest.raises(AnswerGarbled):
                await http.get(base, NOW)


async def test_a_host_that_trickles_is_given_up_in_time():
    async def trickle(request):
        response = web.StreamResponse()
        await response.prepare(request)
        while True:
            await response.write(b".")
            await asyncio.sleep(0.02)

    async with serving(trickle) as base, GuardedHttp([base], longest_fetch=0.2) as http:
        with pytest.raises(HostTimedOut):
            await http.get(base, NOW)


async def test_a_connection_that_breaks_off_is_named():
    async def broken(request):
        response = web.StreamResponse(headers={"Content-Length": "100"})
        await response.prepare(request)
        await response.write(b"half")
        request.transport.close()
        return response

    async with serving(broken) as base, GuardedHttp([base]) as http:
        with pytest.raises(HostUnreachable):
            await http.get(base, NOW)


async def test_a_page_instead_of_data_is_a_failure_only_where_data_were_asked_for():
    handler = answering(b" \n<html>blocked</html>")
    async with serving(handler) as base, GuardedHttp([base]) as http:
        assert (await http.get(base, NOW)).body.strip().startswith(b"<html>")
        with pytest.raises(PageInstead):
            await http.get(base, NOW, refuse_pages=True)
        with pytest.raises(HostBackingOff):
            await http.get(base, NOW + timedelta(seconds=4))
        with pytest.raises(PageInstead):
            await http.get(base, NOW + timedelta(seconds=5), refuse_pages=True)
        with pytest.raises(HostBackingOff) as caught:
            await http.get(base, NOW + timedelta(seconds=14))
    assert caught.value.fields["until"] == NOW + timedelta(seconds=15)


async def test_a_source_s_own_headers_are_sent_beside_the_usual_ones():
    async def handler(request):
        return web.Response(text=f"{request.headers['Referer']} {request.headers['User-Agent']}")

    async with serving(handler) as base, GuardedHttp([base]) as http:
        fetched = await http.get(base, NOW, headers={"Referer": "https://a.example"})
    assert fetched.body == b"https://a.example opening-bell"


async def test_nobody_listening_is_named():
    async with serving(answering(b"")) as base:
        pass
    async with GuardedHttp([base]) as http:
        with pytest.raises(HostUnreachable):
            await http.get(base, NOW)


async def test_a_failing_host_is_left_alone_longer_each_time_until_it_answers():
    statuses = [500, 500, 200, 500]

    async def handler(_):
        return web.Response(status=statuses.pop(0))

    async with serving(handler) as base, GuardedHttp([base]) as http:
        with pytest.raises(BadStatus):
            await http.get(base, NOW)
        with pytest.raises(HostBackingOff) as caught:
            await http.get(base, NOW + timedelta(seconds=4))
        assert caught.value.fields["until"] == NOW + timedelta(seconds=5)
        with pytest.raises(BadStatus):
            await http.get(base, NOW + timedelta(seconds=5))
        with pytest.raises(HostBackingOff):
            await http.get(base, NOW + timedelta(seconds=14))
        await http.get(base, NOW + timedelta(seconds=15))
        with pytest.raises(BadStatus):
            await http.get(base, NOW + timedelta(seconds=15))
        with pytest.raises(HostBackingOff) as caught:
            await http.get(base, NOW + timedelta(seconds=16))
        assert caught.value.fields["until"] == NOW + timedelta(seconds=20)


async def test_a_page_that_is_gone_does_not_cost_the_other_pages_of_its_host():
    async def handler(request):
        return web.Response(status=404 if request.path == "/gone" else 200)

    async with serving(handler) as base, GuardedHttp([base]) as http:
        with pytest.raises(BadStatus):
            await http.get(f"{base}/gone", NOW)
        await http.get(f"{base}/here", NOW)


@pytest.mark.parametrize(
    "base", ["qt.gtimg.cn", "ftp://feeds.example.com", "http://", "http://a.example:port"]
)
def test_a_setting_that_is_no_address_is_named(base):
    with pytest.raises(BaseMalformed) as caught:
        GuardedHttp([base])
    assert caught.value.fields["received"] == base


def test_every_failure_has_its_own_code_and_a_problem_kind():
    kinds = FetchFailed.__subclasses__()
    assert len({kind.code for kind in kinds}) == len(kinds)


@given(st.ip_addresses())
def test_only_addresses_of_the_public_internet_are_public(address):
    if is_public(str(address)):
        assert not address.is_private
        assert not address.is_loopback
        assert not address.is_link_local
        assert not address.is_multicast


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "10.1.2.3", "::1", "fe80::1%eth0", "::ffff:127.0.0.1"]
)
def test_inner_addresses_are_recognised_as_written(host):
    assert is_literal_inner(host)
    assert not is_literal_inner("qt.gtimg.cn")
    assert not is_literal_inner(str(ipaddress.ip_address("1.1.1.1")))


async def test_a_post_carries_its_body_and_headers_and_gets_the_answer():
    async def handler(request):
        return web.Response(
            text=f"{request.method} {request.headers['X-Key']} {await request.text()}"
        )

    async with serving(handler) as base, GuardedHttp([base]) as http:
        fetched = await http.post(f"{base}/v1", NOW, "问".encode(), headers={"X-Key": "k"})
    assert fetched.body.decode() == "POST k 问"


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_a_post_follows_no_redirect_not_even_on_its_own_host(status):
    asked = []

    async def handler(request):
        asked.append(request.path)
        return web.Response(status=status, headers={"Location": "/other"})

    async with serving(handler) as base, GuardedHttp([base]) as http:
        with pytest.raises(RedirectRefused) as caught:
            await http.post(f"{base}/v1", NOW, b"{}", headers={"Authorization": "secret"})
    assert asked == ["/v1"]
    assert "secret" not in str(caught.value)


async def test_a_post_goes_to_the_configured_host_alone():
    async with GuardedHttp(["https://writer.example/v1"]) as http:
        with pytest.raises(HostNotConfigured):
            await http.post("https://other.example/v1", NOW, b"{}", headers={})


async def test_an_answer_that_still_stands_is_told_from_a_new_one():
    async def handler(request):
        known = request.headers.get("If-None-Match") == '"a"'
        return web.Response(
            status=304 if known else 200, body=b"" if known else b"new", headers={"ETag": '"a"'}
        )

    async with serving(handler) as base, GuardedHttp([base]) as http:
        first = await http.get(base, NOW)
        again = await http.get(base, NOW, validators=first.validators)
    assert (first.unchanged, first.body) == (False, b"new")
    assert (again.unchanged, again.body, again.validators) == (True, b"", first.validators)
