"""A cell of several lines as one: people stay apart, and so does what stands beneath a person's name."""

from awards.lists.rules.apart import is_post, names_a_body
from awards.lists.rules.contents import looks_like_person
from emulation.core.intake.sheets import text_of
from emulation.core.text import squash

LONGEST_NAME = 4


def one_line(cell: str) -> str:
    """People beneath each other in one cell stay apart; a name that was only broken over two lines is joined."""
    if "\t" in cell and all(looks_like_person(squash(part)) for part in cell.split("\t") if part.strip()):
        cell = cell.replace("\t", "\n")
    lines = [squash(line) for line in cell.split("\n") if line.strip()] if "\n" in cell else []
    if len(lines) > 1 and looks_like_person(lines[0]) and any(map(_says_more_than_a_name, lines[1:])):
        return ", ".join(lines)
    if (
        len(lines) > 1
        and sum(len(line.split()) for line in lines) > LONGEST_NAME
        and all(map(looks_like_person, lines))
    ):
        return "; ".join(lines)
    return text_of(cell)


def _says_more_than_a_name(line: str) -> bool:
    return is_post(line) or names_a_body(line)
