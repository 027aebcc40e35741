"""The second factor of an account: an app that shows codes, and ten on paper for a lost phone.

Both are django-otp's devices, which also see to it that a code is taken once, and that guessing
takes longer each time.
"""

from __future__ import annotations

from base64 import b32encode
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django_otp import verify_token
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

ON_PAPER = 10  # codes, each of which is good for one login


def is_set_up(user: Any) -> bool:
    """Whether this account's login asks for a code."""
    return bool(TOTPDevice.objects.filter(user=user, confirmed=True).exists())


def app_to_pair(user: Any) -> TOTPDevice:
    """The app that is being set up: it asks for nothing until it has shown a right code."""
    device, _is_new = TOTPDevice.objects.get_or_create(
        user=user, confirmed=False, defaults={"name": "app"}
    )
    return device


def key_in_words(device: TOTPDevice) -> str:
    """The app's key to be typed where no camera reads the picture: base32, in groups of four."""
    key = b32encode(device.bin_key).decode().rstrip("=")
    return " ".join(key[start : start + 4] for start in range(0, len(key), 4))


@transaction.atomic
def pair(user: User, code: str) -> tuple[TOTPDevice, list[str]] | None:
    """Set it up if the app shows this code; gives the codes on paper, which nobody sees again."""
    app = app_to_pair(user)
    verified = verify_token(user, app.persistent_id, code)
    if verified is None:
        return None
    StaticDevice.objects.filter(user=user).delete()
    TOTPDevice.objects.filter(user=user).exclude(pk=app.pk).delete()
    verified.confirmed = True
    verified.save(update_fields=["confirmed"])
    paper = StaticDevice.objects.create(user=user, name="paper")
    codes = [StaticToken.random_token() for _ in range(ON_PAPER)]
    StaticToken.objects.bulk_create(StaticToken(device=paper, token=code) for code in codes)
    return verified, codes


def accept(user: User, code: str) -> Any:
    """The app or the paper that this code is from; None where it is wrong, or too early again."""
    plain = "".join(code.split()).lower()
    model = TOTPDevice if plain.isdecimal() else StaticDevice
    device = model.objects.filter(user=user, confirmed=True).first()
    return device and verify_token(user, device.persistent_id, plain)


def closed_until(user: User) -> datetime | None:
    """When codes are looked at again after wrong ones; None where they are looked at now."""
    times: list[datetime] = []
    for model in (TOTPDevice, StaticDevice):
        for device in model.objects.filter(user=user):
            allowed, why = device.verify_is_allowed()
            if not allowed and why:
                times.append(why["locked_until"])
    return max(times, default=None)


@transaction.atomic
def remove(user: User) -> None:
    """The login asks for no code any more."""
    TOTPDevice.objects.filter(user=user).delete()
    StaticDevice.objects.filter(user=user).delete()
