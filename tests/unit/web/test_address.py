"""By which names a server may be asked, and from which pages."""

import pytest

from quiz.web.address import Address, is_same_place


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1"])
@pytest.mark.parametrize(
    "header", ["127.0.0.1:8000", "localhost:8000", "[::1]:8000", "LOCALHOST", "localhost:9"]
)
def test_this_machine_goes_by_its_three_names_at_any_port(host: str, header: str):
    assert Address(host, 8000).goes_by(header, "desk")


@pytest.mark.parametrize(
    "header",
    [
        *("", ":8000", "[::1", "desk:8000", "192.0.2.7:8000", "evil.example:8000", "localhost.evil.example"),
        *("127.0.0.1.evil.example:8000", "localhost@evil.example", "127.0.0.1\\.evil.example"),
    ],
)
def test_any_other_name_is_foreign_to_it(header: str):
    assert not Address("127.0.0.1", 8000).goes_by(header, "desk")


@pytest.mark.parametrize("host", ["0.0.0.0", "::", ""])
def test_where_every_address_is_served_any_address_will_do_and_no_name_but_its_own(host: str):
    address = Address(host, 8000)
    for header in ("192.0.2.7:8000", "[2001:db8::7]:8000", "localhost:8000", "Desk:8000"):
        assert address.goes_by(header, "desk")
    assert not address.goes_by("evil.example:8000", "desk")
    assert not address.goes_by("", "")


def test_an_address_of_the_network_goes_by_itself_alone():
    assert Address("192.0.2.7", 8000).goes_by("192.0.2.7:8000", "desk")
    assert not Address("192.0.2.7", 8000).goes_by("localhost:8000", "desk")


@pytest.mark.parametrize(
    ("origin", "is_same"),
    [
        ("http://localhost:8000", True),
        ("https://localhost:8000", True),
        ("http://localhost:8001", False),
        ("http://localhost", False),
        ("http://127.0.0.1:8000", False),
        ("http://evil.example", False),
        ("file://localhost:8000", False),
        ("null", False),
        ("", False),
    ],
)
def test_a_page_is_ours_when_host_and_port_are_those_that_are_asked(origin: str, is_same: bool):
    assert is_same_place(origin, "localhost:8000") is is_same


def test_a_link_names_what_a_browser_can_open():
    assert Address("127.0.0.1", 8000).link("t") == "http://127.0.0.1:8000/?token=t"
    assert Address("::1", 80).link("t") == "http://[::1]:80/?token=t"
    assert Address("0.0.0.0", 8000).link("t") == "http://127.0.0.1:8000/?token=t"


def test_what_others_can_reach_is_no_loopback():
    assert all(Address(host, 1).is_loopback for host in ("localhost", "127.0.0.1", "127.9.9.9", "::1"))
    assert not any(Address(host, 1).is_loopback for host in ("", "0.0.0.0", "::", "192.0.2.7", "desk"))
