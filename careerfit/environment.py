"""What the environment may say where not every word will do: refused in one sentence."""

from __future__ import annotations

from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import environ
from django.core.exceptions import ImproperlyConfigured

ON = {"true", "on", "yes", "y", "1", "ok", "ya"}
OFF = {"false", "off", "no", "n", "0", "tidak", ""}


class Environment(environ.Env):
    """The environment, which takes nothing for a "no" or a number that is neither."""

    def switch(self, name: str) -> bool:
        """Whether something is on; off where nobody says so."""
        word = self.str(name, "").strip()
        if word.lower() not in ON | OFF:
            raise ImproperlyConfigured(f"{name} harus true atau false, bukan “{word}”.")
        return word.lower() in ON

    def choice(self, name: str, words: list[str]) -> str:
        """One of these words; the first where nobody says which."""
        word = self.str(name, "").strip().lower() or words[0]
        if word not in words:
            raise ImproperlyConfigured(f"{name} harus {' atau '.join(words)}, bukan “{word}”.")
        return word

    def port(self, name: str, default: int) -> int:
        """A port to listen on."""
        word = self.str(name, "").strip() or str(default)
        if not (word.isascii() and word.isdecimal() and 1 <= int(word) <= 65535):
            raise ImproperlyConfigured(f"{name} harus angka dari 1 sampai 65535, bukan “{word}”.")
        return int(word)

    def time_zone(self, name: str, default: str) -> str:
        """A time zone by its name."""
        word = self.str(name, "").strip() or default
        try:
            return ZoneInfo(word).key
        except (ValueError, OSError, ZoneInfoNotFoundError) as error:
            raise ImproperlyConfigured(
                f"{name} “{word}” tidak dikenal: pakai Asia/Jakarta, Asia/Makassar atau "
                "Asia/Jayapura."
            ) from error
