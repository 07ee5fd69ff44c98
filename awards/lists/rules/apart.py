"""A cell that says several things, taken apart at its commas and at words like "sinh năm". Pure.

What cannot be told is not guessed: it comes back as unclear, for a person to part."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from awards.lists.rules.contents import looks_like_person
from awards.rows.rules.days import LUNAR
from awards.rows.rules.fields import Field
from emulation.core.dates import DateError, parse_date
from emulation.core.text import accent_key
from emulation.core.text.honorifics import KNOWN_FAMILIES, strip_honorific

DAY = r"\d{1,2}\s*[/.\-]\s*\d{1,2}\s*[/.\-]\s*\d{4}|(?:ngày\s+)?\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}"
BORN = re.compile(
    r"[\s,;(\-–]*(?<!\w)(?<!học )(?:ngày\s+sinh|năm\s+sinh|sinh\s+ngày|sinh\s+năm|sn)"
    rf"\s*:?\s*((?:{DAY}|(?:19|20)\d\d)(?:\s*\({LUNAR}\))?)\s*\)?",
    re.IGNORECASE,
)
IN_BRACKETS = re.compile(r"\s*\(\s*((?:19|20)\d\d)\s*\)")
AROUND_PARTS = " .:()-–"
PARTED = re.compile(r"\s*[,;]\s*|\s+[-–]\s+")
POST_WORDS = (
    "chủ tịch|chủ nhiệm|bí thư|giám đốc|cục trưởng|vụ trưởng|chi cục trưởng|hiệu trưởng|hiệu phó|"
    "viện trưởng|trưởng|đội trưởng|tổ trưởng|đội phó|tổ phó|chánh|phó|giáo viên|giảng viên|"
    "chuyên viên|cán bộ|công chức|viên chức|nhân viên|kế toán|bác sĩ|bác sỹ|y sĩ|y sỹ|điều dưỡng|"
    "dược sĩ|kỹ sư|ủy viên|thường trực|công nhân|nông dân|học sinh|sinh viên|chiến sĩ|thanh tra|"
    "kiểm sát viên|thẩm phán|thư ký|thủ thư|thủ quỹ|văn thư|lái xe|bảo vệ|tạp vụ|người lao động|"
    "chủ hộ|doanh nhân|hộ lý|nữ hộ sinh|kiểm lâm|thủ trưởng|chỉ huy|chính trị viên|chính ủy|"
    "kỹ thuật viên|cộng tác viên|hội viên|đoàn viên|trợ lý|thuyền trưởng|nhà báo|phóng viên|"
    "biên tập viên"
)
POSTS = re.compile(rf"(?:(?:nguyên|quyền)\s+)?(?:phó\s+)?(?:tổng\s+)?(?:{POST_WORDS})(?!\w)")
BODY_WORDS = (
    "trường|sở|phòng|ban|ủy ban|ubnd|hđnd|hội đồng|huyện|thị xã|thành phố|quận|xã|phường|"
    "thị trấn|tỉnh|tp|đặc khu|thôn|ấp|khu phố|khóm|tổ dân phố|bộ|cục|tổng cục|vụ|chi cục|viện|"
    "học viện|bệnh viện|trung tâm|trạm|công ty|tổng công ty|tập đoàn|ngân hàng|doanh nghiệp|"
    "hợp tác xã|htx|chi nhánh|nhà máy|xí nghiệp|liên đoàn|công đoàn|đoàn|hội|mặt trận|công an|"
    "quân khu|sư đoàn|trung đoàn|tiểu đoàn|đại đội|lữ đoàn|đảng ủy|huyện ủy|thành ủy|tỉnh ủy|"
    "quận ủy|văn phòng|tòa án|viện kiểm sát|khoa|đội|tổ|báo|đài|nhà hát|bảo tàng|thư viện|kho bạc|"
    "bảo hiểm|chi bộ|cơ quan|đơn vị|đại học|thpt|thcs|mầm non|tiểu học"
)
BODIES = re.compile(rf"(?:{BODY_WORDS})(?!\w)")
NUMBER_AND_DAY = re.compile(
    r"(?:quyết định\s+|qđ\s+)?(?:số\s*:?\s*)?(\d[\w.]*\s*/\s*[\w.\-–/Đđ]+?)\s*(?:[,;]|\s[-–])?\s*"
    r"(?:\(\s*)?(?:ngày|ký ngày)?"
    rf"\s*:?\s*({DAY})\s*\)?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class PersonApart:
    """`told` by `Field`; `unclear`: the part that may be several things, "" where all is told."""

    told: Mapping[str, str]
    unclear: str = ""


def says_a_name_only(text: str) -> bool:
    """Letters and blanks: neither a number nor a sign at which a cell is taken apart."""
    return text.replace(" ", "").isalpha()


def person_apart(text: str, *, surely: bool, says_more: bool = False) -> PersonApart | None:
    """None where the cell is only a name, or begins with none of a person. `surely`: the list says that this is a
    person; `says_more`: its heading speaks of people and more than their names; otherwise the words must."""
    if says_a_name_only(text):
        return None
    born = BORN.search(text) or IN_BRACKETS.search(text)
    if born is None and not PARTED.search(text):
        return None
    rest = f"{text[: born.start()]}, {text[born.end() :]}" if born else text
    name, *parts = [part.strip(AROUND_PARTS) for part in PARTED.split(rest) if part.strip(AROUND_PARTS)] or [""]
    honorific, bare = strip_honorific(name)
    if names_no_person(bare):
        return None
    told_by_words = looks_like_person(bare) and any(map(is_post, parts))
    if not (surely or born or honorific or told_by_words or (says_more and _has_capitals(bare))):
        return None
    told: dict[str, str] = {Field.NAME: name}
    if born:
        told[Field.BIRTH] = born[1]
    position, unit, unclear = _posts_and_units(parts)
    told |= {Field.POSITION: position, Field.UNIT: unit}
    return PersonApart(told, unclear)


def post_and_unit(text: str, *, is_body: bool) -> tuple[str, str]:
    """(position, unit) of a cell that may say both; what could be either is the unit, as the heading's last word."""
    if is_body:
        return "", text
    position, unit, unclear = _posts_and_units([part for part in PARTED.split(text) if part])
    return ("", text) if unclear else (position, unit)


def _posts_and_units(parts: list[str]) -> tuple[str, str, str]:
    """Posts come first, then the unit and what it belongs to; a part that is neither is a post only before a unit."""
    first_unit = next((place for place, part in enumerate(parts) if names_a_body(part)), None)
    if first_unit is None:
        unclear = next((part for part in parts if not is_post(part)), "")
        return ", ".join(parts), "", unclear
    before = parts[:first_unit]
    if len(before) > 1 and (strange := next((part for part in before if not is_post(part)), "")):
        return "", "", strange
    return ", ".join(before), ", ".join(parts[first_unit:]), ""


def is_post(part: str) -> bool:
    return bool(POSTS.match(accent_key(part)))


def names_no_person(bare: str) -> bool:
    """It begins as bodies or posts do, and is not written as a person of a known family is: “Cán bộ”, “Đoàn TNCS …”."""
    words = bare.split()
    if looks_like_person(bare) and words[0].casefold() in KNOWN_FAMILIES and not _has_an_acronym(words):
        return False
    return is_post(bare) or names_a_body(bare)


def _has_an_acronym(words: list[str]) -> bool:
    """Among words that are not all in capitals."""
    return any(len(word) > 1 and word.isupper() for word in words) and not all(map(str.isupper, words))


def _has_capitals(bare: str) -> bool:
    return all(word[0].isupper() for word in bare.split())


def names_a_body(part: str) -> bool:
    """It begins as the names of bodies do, and with no post."""
    return bool(BODIES.match(accent_key(part))) and not is_post(part)


def decision_apart(text: str) -> tuple[str, date] | None:
    """("11/QĐ-UBND", 15/03/2023) of a cell that holds both."""
    found = NUMBER_AND_DAY.fullmatch(text.strip())
    if found is None:
        return None
    try:
        return found[1].replace(" ", ""), parse_date("".join(found[2].split()) if "/" in found[2] else found[2])
    except DateError:
        return None
