"""Who is one and the same person, as far as a row can tell. Pure."""

import hashlib
import re
from datetime import date

from awards.rows.rules.reading import CheckedRow
from emulation.core.text import accent_key, person_sort_key
from emulation.core.text.honorifics import strip_honorific

LONGEST_KEY = 400
LONE_Y = re.compile(r"(?<![^\W\d_])(qu|[bcdđghklmnprstvx]+)([yýỳỷỹỵ])(?![^\W\d_])")
MAY_BE_TOGETHER = re.compile(r"[;,/&+\d]|và|VÀ")
TOGETHER = re.compile(r"\s*[;,/&+]\s*|\s+(?:và|VÀ|\d{1,2}[.)])\s+")
BESIDES = re.compile(
    r"(?<!\w)(?:(?:và|cùng|với) (?:vợ|chồng|các con|con (?:trai|gái)|gia đình|(?:các |nhóm )?cộng sự|nhóm|\d+)"
    r"|(?:hai )?vợ chồng|đã (?:mất|chết|qua đời|từ trần|hy sinh|nghỉ hưu|nghỉ việc)|(?:được )?truy (?:tặng|phong)"
    r"|nguyên (?:phó |quyền |tổng )*(?:giám đốc|chủ tịch|bí thư|hiệu trưởng|trưởng|chánh|cục trưởng|phó)"
    r"|cùng (?:tập thể|đồng nghiệp|nhân dân)|cố (?:ông|bà|đồng chí|nhà giáo|giáo sư|bác sĩ)"
    r"|va (?:vo|chong)|da mat|truy tang)(?!\w)|\(liệt s[ĩỹ]\)"
)
NO_PART_OF_A_NAME = re.compile(
    r"[\d:*²³¹†#@=]+|\(\s*(?:rút|hoãn|loại|mất|hưu)\s*\)|^(?:[a-z]|[IVX]{1,5})\s*[.)]|[,;].+"
)
ALSO_CALLED = re.compile(
    r"(?<!\w)(?:tức|[Bb]í danh|(?:còn|tên|thường) (?:thường )?gọi)(?: là)? [^()]+|(?<=\w )TỨC (?=\w+ \w)[^()]+"
)
AROUND_A_NAME = " ,;."
POST = re.compile(
    r"(?:nguyên |quyền |phó )*(?:tổng )?(?:giám đốc|chủ tịch|bí thư|hiệu trưởng|trưởng"
    r"|đội trưởng|tổ trưởng|chánh|cục trưởng)(?!\w)"
)
REMARK = re.compile(r"\(\s*(\w[^()]*\s[^()]*)\)")
MAY_SAY_BESIDES = re.compile(
    r"[(†]|(?<!\w)(?:nguyên|v[àaớo]|c[ùu]ng|v[ợo]|hai|đ[ãa]|được|truy|c[ốòo]n?|da|duoc|tức|bí|tên|thường)\s",
    re.IGNORECASE,
)
WORD_OF_A_NAME = re.compile(r"[^\W\d_]+")
ENUMERATED = re.compile(r"^(?:\d{1,4}\s*[.)]|[-–+•*@'`‘’\uf0b7])\s*(?=[^\W\d_])")
HAS_Y = re.compile("[yýỳỷỹỵ]")
AS_I = dict(zip("yýỳỷỹỵ", "iíìỉĩị", strict=True))
LONE_Y_OR_I = re.compile(LONE_Y.pattern.replace("[yýỳỷỹỵ]", "[yýỳỷỹỵiíìỉĩị]"))
AS_Y = {i: y for y, i in AS_I.items()}
MOST_IN_TWO_SPELLINGS = 4


def without_number(name: str) -> str:
    """ "1. Nguyễn Văn A", "- Phòng B": what numbers the line is no part of the name."""
    return name if name[:1].isalpha() else ENUMERATED.sub("", name)


def other_people_in(name: str) -> str:
    """The second of several people in one cell ("Lê Văn A và Phạm Thị B"), "" where there is only one."""
    if not MAY_BE_TOGETHER.search(name):
        return ""
    people = [part for part in TOGETHER.split(name) if _could_be_a_person(part)]
    return people[1] if len(people) > 1 else ""


def said_besides(name: str) -> str:
    """What a person's cell says that is no name: “và vợ”, “(đã mất)”, “(truy tặng)”; "" of a name alone, or one with
    another name or a letter in brackets."""
    if name.replace(" ", "").isalpha() and not MAY_SAY_BESIDES.search(name):
        return ""
    if called := ALSO_CALLED.search(name):
        return called[0]
    if found := BESIDES.search(accent_key(name)):
        return found[0]
    remark = REMARK.search(name)
    if remark and (remark[1][0].islower() or POST.match(accent_key(remark[1]))):
        return remark[1]
    strange = NO_PART_OF_A_NAME.search(name)
    return strange[0].strip(" ,;") if strange else ""


def _could_be_a_person(part: str) -> bool:
    words = strip_honorific(part)[1].split()
    return 2 <= len(words) <= 6 and all(WORD_OF_A_NAME.fullmatch(word) and word[0].isupper() for word in words)


def recipient_key_of(row: CheckedRow) -> str:
    """The identity number and the name without accents tell people apart, for a number mistyped or copied down a column
    stands beside many names; without a number name, birth date and unit do; "" is nobody known."""
    if row.identity_digest:
        return f"cccd:{row.identity_digest}|{with_i(row.name_key)}"[:LONGEST_KEY]
    if row.birth_date and row.unit_key and row.name:
        return person_key(row.name, row.birth_date, row.unit_key)
    return ""


def person_key(name: str, birth: date, unit_key: str) -> str:
    """Name, birth date and unit together make one person; accents of the name tell people apart, Lý and Lí do not."""
    key = f"nbu:{with_i(accent_key(name))}|{birth.isoformat()}|{unit_key}"
    return key if len(key) <= LONGEST_KEY else "nbu:" + hashlib.sha256(key.encode()).hexdigest()


def with_i(key: str) -> str:
    """Lý and Lí, quý and quí are one word in two spellings."""
    return LONE_Y.sub(lambda word: word[1] + AS_I[word[2]], key) if HAS_Y.search(key) else key


def spellings_of(name: str) -> set[str]:
    """The name, and as it reads with a lone y of any of its words as i, or the other way: Mỹ and Mĩ. Of more than four
    such words only the first four are turned."""
    found = [accent_key(name)]
    for word in list(LONE_Y_OR_I.finditer(found[0]))[:MOST_IN_TWO_SPELLINGS]:
        place = word.start(2)
        turned = AS_I.get(word[2]) or AS_Y[word[2]]
        found += [one[:place] + turned + one[place + 1 :] for one in found]
    return set(found)


def sort_keys_of(name: str) -> set[str]:
    """Sort keys of a person under which lists may hold the name, in whichever spelling."""
    borne = strip_honorific(name)[1] or name
    return {person_sort_key(one) for one in spellings_of(borne)}
