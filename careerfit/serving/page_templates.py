"""Pages' templates without what is there for those who write them: indentation."""

from __future__ import annotations

import re

from django.template import Origin
from django.template.loaders.filesystem import Loader

INDENTATION = re.compile(r"\n[ \t]+")


class UnindentedLoader(Loader):
    """Reads a page's template so that its lines begin at the margin: some 150 bytes of a result.

    Lines stay lines, so that errors name the right one and words stay apart. A template must not
    hold text that shows its spaces (`pre`, `textarea`); what is filled in stays as it is.
    """

    def get_contents(self, origin: Origin) -> str:
        """The template's source; what is no page, as the service worker, stays as it is."""
        source = super().get_contents(origin)
        return INDENTATION.sub("\n", source) if origin.name.endswith(".html") else source
