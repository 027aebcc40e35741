"""Which names and addresses of this machine the server answers to."""

from __future__ import annotations

from ipaddress import ip_address

import pytest

from careerfit.serving.addresses import allowed_hosts, is_every_interface, local_addresses, url_host


@pytest.mark.parametrize(
    ("host", "answer"),
    [("0.0.0.0", True), ("::", True), ("127.0.0.1", False), ("localhost", False)],
)
def test_listening_to_everyone(host: str, answer: bool) -> None:
    assert is_every_interface(host) is answer


def test_local_addresses_are_this_machines_and_not_loopback() -> None:
    addresses = local_addresses()
    assert len(addresses) == len(set(addresses))
    assert all(ip_address(one).version == 4 for one in addresses)
    assert not any(ip_address(one).is_loopback for one in addresses)


def test_one_address_is_reached_by_that_address_and_from_here() -> None:
    assert allowed_hosts("192.0.2.7") == ["127.0.0.1", "localhost", "[::1]", "192.0.2.7"]
    assert allowed_hosts("2001:db8::7")[-1] == "[2001:db8::7]"
    assert allowed_hosts("127.0.0.1") == ["127.0.0.1", "localhost", "[::1]"]


def test_an_ipv6_address_stands_in_brackets() -> None:
    assert url_host("::1") == "[::1]"
    assert url_host("localhost") == "localhost"
