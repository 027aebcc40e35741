"""Where the result of the stored attempt is, and what its pages say."""

from __future__ import annotations

import html

from django.test import Client

from tests.factories import KEY

RESULT = f"/hasil/{KEY}/"


def text_of(client: Client, path: str) -> str:
    """What a page says, with every letter as itself."""
    return html.unescape(client.get(path).content.decode())
