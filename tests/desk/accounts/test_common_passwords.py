"""What everybody in Indonesia would try first is no password; a sentence of one's own is."""

from __future__ import annotations

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from desk.accounts.common_passwords import is_common


@pytest.mark.parametrize(
    "password",
    [
        "rahasia123",
        "Bismillah1",
        "bismillah2026!",
        "indonesia45",
        "Indonesia17081945",
        "17081945indonesia",
        "jakarta_2026",
        "qwertyuiop",
        "asdfghjkl123",
        "sayangkamu",
        "guruku-1234",
        "SMAN 1 Bandung",
        "r4h4s14rahasia",
        "p@ssw0rd2026",
        "katasandi!!",
        "merahputih",
        "budi.siti.99",
    ],
)
def test_it_is_refused_with_a_way_out(password: str) -> None:
    assert is_common(password)
    with pytest.raises(ValidationError, match="terlalu mudah ditebak"):
        validate_password(password)


@pytest.mark.parametrize(
    "password",
    [
        "kolam-renang-7",
        "jakarta 8302917465",  # ten digits that nobody knows
        "kucing merah di jakarta",
        "bakso kucing papua lima",
        "hk3n-vqtw-9bsm",
        "rahasiaperusahaan",
        "4815162342",
    ],
)
def test_it_is_let_through(password: str) -> None:
    assert not is_common(password)
