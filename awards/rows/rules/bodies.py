"""Several collectives, or several households, written into one cell. Pure."""

import re

from emulation.core.text import accent_key

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
SHORTEST = 2


def other_body_in(name: str) -> str:
    """The second of several ("Phòng G; Phòng H", "Khoa Nội, Khoa Ngoại"), "" where there is only one; behind a
    comma stands mostly the body that the first belongs to."""
    if not MAY_HOLD_SEVERAL.search(name):
        return ""
    parts = APART.split(name)
    if len(parts) > 1 and all(KINDS.fullmatch(_kind(part)) for part in parts):
        return parts[1]
    first, *others = PERHAPS_APART.split(name)
    kind = _kind(first)
    return next((part for part in others if ALIKE.fullmatch(kind) and _kind(part) == kind), "")


def _kind(part: str) -> str:
    """Its first word, where another names the one that is meant."""
    words = accent_key(part).split()
    return words[0] if len(words) >= SHORTEST else ""
