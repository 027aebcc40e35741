"""Static files as phones get them: minified, compressed, named by content."""

from __future__ import annotations

import os
import re
from pathlib import Path, PurePath
from typing import Any

import rcssmin
import rjsmin
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage
from whitenoise.storage import CompressedManifestStaticFilesStorage

NAMED_BY_CONTENT = re.compile(r"\.[0-9a-f]{12}\.\w+$")
MINIFIERS = {".css": rcssmin.cssmin, ".js": rjsmin.jsmin}


def minified(content: bytes, kind: str) -> bytes:
    """The file without what is there for its readers, comments and space: a fifth of its weight.

    `kind` is the end of its name; a kind that we do not write by hand stays as it is.
    """
    minifier = MINIFIERS.get(kind)
    return minifier(content.decode()).encode() if minifier else content


def beside_static_root(ending: str) -> Path:
    """A file that tells about the collected ones, where nobody serves it along with them."""
    root = Path(settings.STATIC_ROOT)
    return root.with_name(f"{root.name}{ending}")


class StaticFiles(CompressedManifestStaticFilesStorage):
    """What collectstatic fills."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        manifest = beside_static_root(".json")
        self.manifest_name = manifest.name
        storage = FileSystemStorage(location=manifest.parent)
        super().__init__(*args, manifest_storage=storage, **kwargs)

    def _save(self, name: str, content: Any) -> str:
        if name.startswith("careerfit/"):
            content.seek(0)
            content = ContentFile(minified(content.read(), PurePath(name).suffix))
        saved: str = super()._save(name, content)
        if NAMED_BY_CONTENT.search(saved):
            # It never changes, so nobody ever asks whether it has. WhiteNoise leaves out the two
            # headers for that (70 bytes a file) where a file has no time.
            os.utime(self.path(saved), (0, 0))
        return saved
