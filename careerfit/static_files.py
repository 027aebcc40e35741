"""Static files as phones get them: compressed, named by content, scripts without their comments."""

from __future__ import annotations

import re
from typing import Any

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

# Lines that are nothing but a comment, so that no understanding of JavaScript is needed.
COMMENT_LINES = re.compile(rb"^[ \t]*//.*\n", re.MULTILINE)


def without_comments(script: bytes) -> bytes:
    """The script as it does its work. Comments are a fifth of it, and phones do not read them."""
    return COMMENT_LINES.sub(b"", script)


class StaticFiles(CompressedManifestStaticFilesStorage):
    """What collectstatic fills."""

    def _save(self, name: str, content: Any) -> str:
        if name.startswith("careerfit/") and name.endswith(".js"):
            content.seek(0)
            content = ContentFile(without_comments(content.read()))
        saved: str = super()._save(name, content)
        return saved
