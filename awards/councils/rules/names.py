"""The name of a member, for telling persons apart. Pure."""

import re

from emulation.core.text import search_key
from emulation.core.text.honorifics import strip_honorific

BESIDE = re.compile(r"\s*[(\[{].*|\s+[-–—/|]\s.*|\s*[,;:].*", re.DOTALL)


def borne(name: str) -> str:
    """Without forms of address, and without what stands behind it in brackets or after a dash."""
    alone = BESIDE.sub("", name.strip())
    return strip_honorific(alone)[1] or name


def key_of_member(name: str) -> str:
    return search_key(borne(name))
