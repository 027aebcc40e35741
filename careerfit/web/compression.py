"""Compresses pages: with brotli for browsers that take it, about a seventh smaller than gzip."""

from __future__ import annotations

import re

import brotli
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.utils.cache import patch_vary_headers

SMALLEST = 200
QUALITY = 5  # a quarter of a millisecond a page; more takes much longer and gains little
TAKES_BROTLI = re.compile(r"\bbr\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))")


class CompressionMiddleware(GZipMiddleware):
    """Django's gzip, with brotli before it."""

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        """Compress what is worth it, once."""
        if (
            not isinstance(response, HttpResponse)  # it is streamed
            or len(response.content) < SMALLEST
            or response.has_header("Content-Encoding")
            or not TAKES_BROTLI.search(request.headers.get("Accept-Encoding", ""))
        ):
            return super().process_response(request, response)
        patch_vary_headers(response, ("Accept-Encoding",))
        response.content = brotli.compress(response.content, mode=brotli.MODE_TEXT, quality=QUALITY)
        response["Content-Length"] = str(len(response.content))
        response["Content-Encoding"] = "br"
        etag = response.get("ETag", "")
        if etag.startswith('"'):  # the same page in other bytes
            response["ETag"] = f"W/{etag}"
        return response
