"""Pages that are drawn once: kept in memory, compressed as well as it goes, sent as they are."""

from __future__ import annotations

import hashlib
import struct
import zlib
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from typing import Any

import brotli
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.cache import patch_vary_headers

from careerfit.web.compression import TAKES_BROTLI, TAKES_GZIP

MEMORY = "pages"
"""The cache that holds what was drawn; settings.CACHES says how much."""

# A tenth smaller than a page that is compressed for one reader alone, and forty times as slow:
# some ten milliseconds, for which only the first reader waits.
QUALITY = 10
VERSION_LENGTH = 20
LONGEST_END = 2**16
GZIP_HEADER = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff"
NO_BLANKS: Mapping[str, str] = {}
EDGE = "\ue000"  # of a blank: a character that no text has


def blank(name: str) -> str:
    """What to draw where each reader gets a value of their own."""
    return f"{EDGE}{name}{EDGE}"


@dataclass(frozen=True, slots=True)
class DrawnPage:
    """A page up to its first blank, compressed, and its end, which goes along as it is.

    So a page that has its blanks at the end costs no more than one that has none. `version` follows
    from what the page says, whatever the blanks are filled with.
    """

    version: str
    _start: bytes
    _end: str
    _brotli: bytes
    _deflated: bytes

    @classmethod
    def of(cls, page: str) -> DrawnPage:
        """Keep this page. The compressed forms of its start are left open, for an end to follow."""
        start, edge, end = page.partition(EDGE)
        packer = brotli.Compressor(mode=brotli.MODE_TEXT, quality=QUALITY)
        deflater = zlib.compressobj(zlib.Z_BEST_COMPRESSION, wbits=-zlib.MAX_WBITS)
        content = start.encode()
        return cls(
            hashlib.sha256(page.encode()).hexdigest()[:VERSION_LENGTH],
            content,
            edge + end,
            packer.process(content) + packer.flush(),
            deflater.compress(content) + deflater.flush(zlib.Z_SYNC_FLUSH),
        )

    def response(self, request: HttpRequest, values: Mapping[str, str] = NO_BLANKS) -> HttpResponse:
        """The page with these values in its blanks, packed as the browser takes it."""
        end = self._filled_end(values)
        accepted = request.headers.get("Accept-Encoding", "")
        if TAKES_BROTLI.search(accepted):
            response = HttpResponse(self._brotli + _brotli_end(end))
            response["Content-Encoding"] = "br"
        elif TAKES_GZIP.search(accepted):
            response = HttpResponse(GZIP_HEADER + self._deflated + self._gzip_end(end))
            response["Content-Encoding"] = "gzip"
        else:
            response = HttpResponse(self._start + end)
        patch_vary_headers(response, ("Accept-Encoding",))
        return response

    def _filled_end(self, values: Mapping[str, str]) -> bytes:
        end = self._end
        for name, value in values.items():
            end = end.replace(blank(name), value)
        filled = end.encode()
        if len(filled) > LONGEST_END:
            raise ValueError(f"{len(filled)} bytes follow the first blank; most are {LONGEST_END}")
        return filled

    def _gzip_end(self, end: bytes) -> bytes:
        """The last block of the compressed form, and what gzip wants to know of the whole."""
        deflater = zlib.compressobj(0, wbits=-zlib.MAX_WBITS)
        checksum = zlib.crc32(end, zlib.crc32(self._start))
        trailer = struct.pack("<LL", checksum, len(self._start) + len(end))
        return deflater.compress(end) + deflater.flush() + trailer


def _brotli_end(end: bytes) -> bytes:
    """The last blocks of a brotli stream (RFC 7932, 9.2): these bytes as they are, then nothing.

    Such a block's header holds 3 bits of 0, its length less one in 16 bits, and a bit that says
    that what follows is not compressed; bytes begin at the next whole byte.
    """
    if not end:
        return b"\x03"
    header = ((len(end) - 1) << 3 | 1 << 19).to_bytes(3, "little")
    return header + end + b"\x03"


def draw_once(
    request: HttpRequest,
    template: str,
    context: Callable[[], dict[str, Any]],
    *,
    of: tuple[Hashable, ...] = (),
    finish: Callable[[str], str] = str,
) -> DrawnPage:
    """The page at this address, drawn now or kept from before.

    `of` tells what it shows from everything else that may ever stand at the address. Nothing else
    of the request may change the page: no query string, no cookie. `finish` is what is done to what
    the template gives.
    """
    address = request.build_absolute_uri(request.path)
    key = hashlib.sha256(repr((template, address, of)).encode()).hexdigest()
    page: DrawnPage | None = caches[MEMORY].get(key)
    if page is None:
        page = DrawnPage.of(finish(render_to_string(template, context(), request)))
        caches[MEMORY].set(key, page)
    return page
