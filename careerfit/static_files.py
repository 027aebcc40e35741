"""Static files as phones get them: minified, compressed, named by content."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any

import rcssmin
import rjsmin
from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

MINIFIERS = {".css": rcssmin.cssmin, ".js": rjsmin.jsmin}


def minified(content: bytes, kind: str) -> bytes:
    """The file without what is there for its readers, comments and space: a fifth of its weight.

    `kind` is the end of its name; a kind that we do not write by hand stays as it is.
    """
    minifier = MINIFIERS.get(kind)
    return minifier(content.decode()).encode() if minifier else content


class StaticFiles(CompressedManifestStaticFilesStorage):
    """What collectstatic fills."""

    def _save(self, name: str, content: Any) -> str:
        if name.startswith("careerfit/"):
            content.seek(0)
            content = ContentFile(minified(content.read(), PurePath(name).suffix))
        saved: str = super()._save(name, content)
        return saved
