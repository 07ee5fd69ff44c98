"""A recipient whose name does not go with what the list says it is: a body among people, a person among bodies, the two
columns swapped. Marked, for names do not tell for sure. Pure."""

import re

from awards.catalogue.rules.terms import SubjectKind
from awards.lists.rules.apart import BODY_WORDS, names_a_body
from awards.lists.rules.contents import looks_like_person
from awards.rows.rules.reading import RowTrouble
from emulation.core.text.honorifics import strip_honorific

COMMON = (
    "nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý lí đinh đoàn trịnh lương mai đào "
    "tạ trương lâm thái châu cao hà tô từ quách kiều thạch danh lưu phùng tống vương triệu tăng lục tôn chu "
    "giang hứa nghiêm tiêu "
)
FAMILIES = frozenset(COMMON.split())
GROUPS = re.compile(r"(?:hộ|gia đình|nhóm|tập thể)(?!\w)", re.IGNORECASE)
FIRST_OF_GROUPS = frozenset(("hộ", "gia", "nhóm", "tập"))
FIRST_OF_BODIES = frozenset(words.split()[0] for words in BODY_WORDS.split("|"))


def unlike(subject: str, name: str, unit: str) -> RowTrouble | None:
    first = name.partition(" ")[0].casefold()
    if subject == SubjectKind.INDIVIDUAL and first in FIRST_OF_GROUPS and GROUPS.match(name):
        return RowTrouble.BODY_AS_PERSON
    if subject == SubjectKind.INDIVIDUAL and first in FIRST_OF_BODIES and names_a_body(name) and not is_a_person(name):
        return RowTrouble.NAME_AND_UNIT_SWAPPED if is_a_person(unit) else RowTrouble.BODY_AS_PERSON
    if subject == SubjectKind.COLLECTIVE and is_a_person(strip_honorific(name)[1]):
        return RowTrouble.PERSON_AS_BODY
    return None


def is_a_person(text: str) -> bool:
    """By a common family name, and as the names of people are written."""
    return text.partition(" ")[0].casefold() in FAMILIES and looks_like_person(text)
