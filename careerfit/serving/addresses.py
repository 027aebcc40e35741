"""The names and addresses under which this machine can be reached."""

from __future__ import annotations

import contextlib
import fcntl
import socket
import struct
from ipaddress import ip_address

LOOPBACK = ["127.0.0.1", "localhost", "[::1]"]
SIOCGIFADDR = 0x8915  # Linux: "which IPv4 address has this interface?"


def allowed_hosts(host: str) -> list[str]:
    """The Host headers to accept when the server listens on ``host`` and nobody said which."""
    if is_every_interface(host):
        name = socket.gethostname()
        return [*LOOPBACK, name, f"{name}.local", *local_addresses()]
    if host in LOOPBACK:
        return LOOPBACK
    return [*LOOPBACK, url_host(host)]


def is_every_interface(host: str) -> bool:
    """Whether listening on ``host`` means listening to the whole network."""
    try:
        return ip_address(host).is_unspecified
    except ValueError:
        return False


def url_host(host: str) -> str:
    """``host`` as it stands in a URL and in the Host header."""
    return f"[{host}]" if ":" in host else host


def local_addresses() -> list[str]:
    """This machine's IPv4 addresses, loopback aside, the one with the way out first."""
    found = [*_outgoing_address(), *_interface_addresses()]
    return [one for one in dict.fromkeys(found) if not ip_address(one).is_loopback]


def _outgoing_address() -> list[str]:
    """The address that packets to elsewhere would bear; connecting a UDP socket sends none."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe, contextlib.suppress(OSError):
        probe.connect(("10.255.255.255", 9))
        return [probe.getsockname()[0]]
    return []


def _interface_addresses() -> list[str]:
    """The address of each network interface, where the system can be asked for it."""
    found = []
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        for _, interface in socket.if_nameindex():
            request = struct.pack("256s", interface.encode()[:15])
            with contextlib.suppress(OSError):  # this interface has no IPv4 address
                answer = fcntl.ioctl(probe.fileno(), SIOCGIFADDR, request)
                found.append(socket.inet_ntoa(answer[20:24]))
    return found
