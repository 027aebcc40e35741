"""Whether an address can be listened on, before anything else is started for it."""

from __future__ import annotations

import pytest

from careerfit.serving.web_server import CannotListen, resolve


@pytest.mark.parametrize("host", ["a..b", "x" * 90, "192.0.2.7"])
def test_a_host_that_is_not_this_machines_or_no_name_is_said_in_a_sentence(host: str) -> None:
    with pytest.raises(CannotListen, match="periksa HOST dan PORT"):
        resolve(host, 8000)
