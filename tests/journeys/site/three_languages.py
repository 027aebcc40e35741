"""The site's settings with a third language, into which nothing is translated."""

from careerfit.settings import *  # noqa: F403 -- all of them
from careerfit.settings import LANGUAGES

LANGUAGES = [*LANGUAGES, ("ms", "Bahasa Melayu")]
