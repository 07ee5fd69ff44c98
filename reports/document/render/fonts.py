"""Which letters paper is set in: those with the measures of Times, from folders named here and nowhere else."""

from functools import cache
from pathlib import Path

import typst

# Version 1.07, which Debian 12 keeps in the second folder, lacks 94 Vietnamese letters; it is less than half as large.
FOLDERS = (Path("/usr/share/fonts/truetype/liberation2"), Path("/usr/share/fonts/truetype/liberation"))
COMPLETE_BYTES = 300_000
TIMES_METRIC = "Liberation Serif"
FALLBACK = "Libertinus Serif"


@cache
def fonts() -> typst.Fonts:
    complete = [str(folder) for folder in FOLDERS if _complete(folder)]
    return typst.Fonts(include_system_fonts=False, font_paths=complete[:1])


def fonts_available() -> bool:
    """False: the PDF is set in Libertinus instead of a face with Times's measures, and the page has to say so."""
    return TIMES_METRIC in fonts().families()


def family() -> str:
    return TIMES_METRIC if fonts_available() else FALLBACK


def _complete(folder: Path) -> bool:
    regular = folder / "LiberationSerif-Regular.ttf"
    return regular.is_file() and regular.stat().st_size > COMPLETE_BYTES
