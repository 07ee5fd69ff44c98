"""A cell of several lines as one: people and bodies stay apart, and so does what stands beneath a person's name."""

import re

from awards.lists.rules.apart import is_post, names_a_body
from awards.lists.rules.contents import looks_like_person
from awards.rows.rules.bodies import are_beside_each_other
from awards.rows.rules.person import ENUMERATED
from emulation.core.intake.sheets import text_of
from emulation.core.text import squash
from emulation.core.text.honorifics import KNOWN_FAMILIES, strip_honorific

LONGEST_NAME = 4
ENDS_A_PART = " ,;"
MIDDLES = frozenset({"văn", "thị"})
AND = re.compile(r"(?:và|VÀ)\s+")


def one_line(cell: str) -> str:
    """People and bodies beneath each other in one cell stay apart; a name that was only broken over two lines is
    joined."""
    if "\t" in cell and all(looks_like_person(squash(part)) for part in cell.split("\t") if part.strip()):
        cell = cell.replace("\t", "\n")
    lines = [squash(line) for line in cell.split("\n") if line.strip()] if "\n" in cell else []
    if len(lines) < 2:
        return text_of(cell)
    if looks_like_person(lines[0]) and any(map(_says_more_than_a_name, lines[1:])):
        return ", ".join(lines)
    parts = [AND.sub("", ENUMERATED.sub("", line)).strip(ENDS_A_PART) for line in lines]
    numbered = all(map(ENUMERATED.match, lines))
    if all(map(looks_like_person, parts)):
        names = numbered or sum(len(part.split()) for part in parts) > LONGEST_NAME or _begin_anew(parts)
    else:
        names = are_beside_each_other(parts) or (numbered and all(map(names_a_body, parts)))
    return "; ".join(parts) if names else text_of(cell)


def _says_more_than_a_name(line: str) -> bool:
    return is_post(line) or names_a_body(line)


def _begin_anew(parts: list[str]) -> bool:
    """“Lê Bình” and “Lê Cường” are two; “Thanh Nhàn” beneath “Nguyễn Thị” is the rest of her name."""
    if parts[0].split()[-1].casefold() in MIDDLES:
        return False
    return all(strip_honorific(part)[1].partition(" ")[0].casefold() in KNOWN_FAMILIES for part in parts[1:])
