"""How often a name may be tried: a handful from one address, and some more from everywhere.

Every try takes a ticket, and a ticket comes back by itself after a while; a login that succeeds
gives its tickets back at once. No limit is of an address alone: a whole school may share one. What
is kept is a keyed hash, in the cache that all processes share, for as long as the ticket is out.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import IPv6Address, ip_address, ip_network

from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest
from django.utils.crypto import salted_hmac


@dataclass(frozen=True)
class Limit:
    """So many tries within so long a time."""

    tries: int
    time: timedelta


# Who guesses from one address never uses up what the name has everywhere: 20 an hour of 30.
FROM_ONE_ADDRESS = Limit(5, timedelta(minutes=15))
FROM_EVERYWHERE = Limit(30, timedelta(hours=1))


class TooManyTries(Exception):
    """There is no ticket left; `until` is when the next one comes back."""

    def __init__(self, until: datetime) -> None:
        super().__init__(until)
        self.until = until


@dataclass(frozen=True)
class Tickets:
    """What one try has taken."""

    here: tuple[str, ...]
    everywhere: str

    def give_back(self) -> None:
        """The login succeeded: this address may try afresh."""
        caches["logins"].delete_many([*self.here, self.everywhere])


def take_tickets(*, name: str, address: str, now: datetime) -> Tickets:
    """A try of this name from this address. Raises TooManyTries where it may not be tried now."""
    same = unicodedata.normalize("NFKC", name).strip().casefold()
    here = _keys(f"{same}\n{address}", FROM_ONE_ADDRESS)
    everywhere = _keys(same, FROM_EVERYWHERE)
    _take_one(here, FROM_ONE_ADDRESS, now)
    return Tickets(here, _take_one(everywhere, FROM_EVERYWHERE, now))


def _keys(what: str, limit: Limit) -> tuple[str, ...]:
    digest = salted_hmac("desk.accounts.login", what, algorithm="sha256").hexdigest()
    return tuple(f"{digest}:{number}" for number in range(limit.tries))


def _take_one(keys: tuple[str, ...], limit: Limit, now: datetime) -> str:
    """Take the first that is free. Adding fails where another process was quicker."""
    cache = caches["logins"]
    taken: dict[str, datetime] = cache.get_many(keys)
    until = now + limit.time
    for key in keys:
        if key not in taken and cache.add(key, until, limit.time.total_seconds()):
            return key
    raise TooManyTries(min(taken.values(), default=until))


def address_of(request: HttpRequest) -> str:
    """Where a request is from, as far as that tells visitors apart.

    Behind a proxy that is trusted, that is what it appended itself, the last one named; of an IPv6
    address the network, of which a household has one.
    """
    given = request.META.get("REMOTE_ADDR", "")
    if settings.SECURE_PROXY_SSL_HEADER:
        given = request.headers.get("X-Forwarded-For", given).rpartition(",")[2].strip()
    try:
        address = ip_address(given)
    except ValueError:
        return ""
    if isinstance(address, IPv6Address) and address.ipv4_mapped is None:
        return str(ip_network((address, 64), strict=False))
    return str(getattr(address, "ipv4_mapped", None) or address)
