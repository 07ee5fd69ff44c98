"""Several collectives, or several households, written into one cell. Pure."""

import re
from collections.abc import Sequence

MAY_HOLD_SEVERAL = re.compile(r"[;,/&+]|\bvà\b", re.IGNORECASE)
APART = re.compile(r"\s*;\s*")
PERHAPS_APART = re.compile(r"\s*[;,/&+]\s*|\s+và\s+", re.IGNORECASE)
ALIKE = re.compile(  # no such body belongs to another that is called so too, as “Công an phường, Công an quận” does
    "phòng|khoa|tổ|trường|trạm|bệnh|thôn|ấp|khóm|khu|xã|phường|quận|huyện|hộ|đơn|nhà|xí|nhóm|lớp"
)
KINDS = re.compile(
    f"{ALIKE.pattern}|ban|đội|sở|cục|chi|trung|công|ubnd|ủy|uỷ|hội|đoàn|đảng|văn|cơ|viện|hợp|htx|đài|báo|tòa|kho|bảo"
    "|ngân|tổng|doanh"
)
AND_ANOTHER = re.compile(
    r"(?i:ban|phòng|khoa|đội|tổ|trạm) .*?(?:\s*[+&]|\s(?i:và))\s+((?:Phòng|Khoa|Đội|Tổ|Trạm) (\w+)(?!\w).*)"
)
NO_OTHER = frozenset(  # “Phòng Chống …”, “Khoa Học …”
    ["cháy", "chống", "ngừa", "thủ", "vệ", "dịch", "học", "ngũ", "chức", "hợp", "quốc"]
)
NUMBERED = re.compile(r"(\w+(?: \w+)?) \d+\w?\s*(?:[,;/&+]|\svà)\s*(\1 \d+\w?)(?!\w)", re.IGNORECASE)
SHORTEST = 2


def other_body_in(name: str) -> str:
    """The second of several ("Phòng G; Phòng H", "Khoa Nội, Khoa Ngoại"), "" where there is only one; behind a
    comma stands mostly the body that the first belongs to."""
    if not MAY_HOLD_SEVERAL.search(name):
        return ""
    if ";" in name:
        parts = APART.split(name)
        if all(KINDS.fullmatch(_kind(part)) for part in parts):
            return parts[1]
    found = AND_ANOTHER.match(name)
    if found and not found[2][0].islower() and found[2].casefold() not in NO_OTHER:
        return found[1]
    if numbered := NUMBERED.match(name):
        return numbered[2]
    kind = _kind(name)
    if name.casefold().count(kind) < SHORTEST or not ALIKE.fullmatch(kind):
        return ""
    _first, *others = PERHAPS_APART.split(name)
    return next((part for part in others if _kind(part) == kind), "")


def are_beside_each_other(parts: Sequence[str]) -> bool:
    """Of the lines of one cell: each names a body of the same kind, none of which belongs to another."""
    kinds = set(map(_kind, parts))
    return len(kinds) == 1 and bool(ALIKE.fullmatch(kinds.pop()))


def _kind(part: str) -> str:
    """Its first word, where another names the one that is meant."""
    words = part.split(None, 1)
    return words[0].casefold() if len(words) >= SHORTEST else ""
