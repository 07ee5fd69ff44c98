"""Counts of what a list holds that stand beneath its rows: “Trong đó:”, “CSTĐCS: 2 người”, “Nam: 1, Nữ: 1”. Pure."""

import re
from collections.abc import Sequence

from awards.catalogue.rules.recognise_terms import recognise_subject
from awards.lists.rules.sections import AWARD, behind_its_number
from awards.lists.rules.totals import COUNT, NOUNS, is_count
from emulation.core.text import accent_key, search_key

LEAD = re.compile(
    r"(?:trong (?:đó|do)|(?:bao )?gồm(?: có)?|cụ thể|chia ra)(?: như sau)?\s*(?:[:.]\s*|$)"
    r"|(?:thống kê|tổng hợp|số liệu)(?: \w+){0,4}:\s*"
)
NOUN = "|".join((*NOUNS, "nam", "nữ", "đảng viên", "dân tộc", r"(?:bằng|giấy) khen", "huân chương", "danh hiệu"))
WITH_LABEL = re.compile(
    rf"(?:[^:;\d\s][^:;]*:\s*+(?:{COUNT})(?:\s*\([^()\d]*\))?+(?:\s*(?:{NOUN})(?!\w|\s*:))?+"
    r"\s*+(?:\([^()]*\))?+\s*+[,;.]?+\s*+)+"
)
WITH_NOUN = re.compile(rf"(?:(?:{COUNT})\s+(?:{NOUN})(?:\s+\w+)?\s*[,;.]?\s*)+")
SEXES = frozenset({"nam", "nu", "dang vien", "dan toc"})
LONGEST = 200
AROUND_A_LINE, AROUND = " -–+*•", " -–+*•.:"


def is_labelled_count(text: str) -> bool:
    """ "CSTĐCS: 2", one or several."""
    return len(text) <= LONGEST and bool(WITH_LABEL.fullmatch(accent_key(text).strip(AROUND_A_LINE)))


def says_counts(cells: Sequence, ordinal: int | None) -> bool:
    """Counts and nothing else, or the words that lead to them; the row may be numbered."""
    texts = list(dict.fromkeys(str(cell) for place, cell in enumerate(cells) if cell and place != ordinal))
    if not texts:
        return False
    first, *others = texts
    key = accent_key(behind_its_number(first)[: LONGEST + 1]).strip(AROUND_A_LINE)
    if not others:
        counts = LEAD.sub("", key, count=1) if LEAD.match(key) else key
        return len(key) <= LONGEST and (not counts or any(form.fullmatch(counts) for form in (WITH_LABEL, WITH_NOUN)))
    if not all(map(is_count, others)):
        return False
    label = search_key(key.strip(AROUND))
    return label in SEXES or bool(AWARD.match(label) or recognise_subject(label))
