"""Words that add up a list ("Tổng cộng: 7 người") and the counts that a list prints of itself. Pure.

Accents count: Tống, Tòng, Công and Cống are names, Tổng and Cộng add up. A text without accents is read either way."""

import re
from dataclasses import dataclass
from enum import StrEnum

from awards.catalogue.rules.terms import SubjectKind
from awards.rows.rules.lines import RowKind
from emulation.core.text import accent_key, search_key

LEADS = ("tổng cộng", "tổng cọng", "tổng số", "tổng", "cộng", "tc", "bằng chữ", "mang sang", "chuyển sang")
LISTED = ("ấn định danh sách", "danh sách này", "danh sách trên", "danh sách")
NOUNS = {
    "tập thể": SubjectKind.COLLECTIVE,
    "đơn vị": SubjectKind.COLLECTIVE,
    "cá nhân": SubjectKind.INDIVIDUAL,
    "người": SubjectKind.INDIVIDUAL,
    "đồng chí": SubjectKind.INDIVIDUAL,
    "đ/c": SubjectKind.INDIVIDUAL,
    "hộ gia đình": SubjectKind.HOUSEHOLD,
    "gia đình": SubjectKind.HOUSEHOLD,
    "hộ": SubjectKind.HOUSEHOLD,
    "trường hợp": "",
    "đối tượng": "",
    "lượt": "",
}
AROUND = (
    "và có gồm là này trên trong đó bao cả tất được đề nghị khen thưởng tiền đồng chữ bằng số danh sách "
    "dồn trang mang chuyển sang trước sau "
    "mục phần nhóm khối toàn đoàn tỉnh huyện xã cộng tổng một hai ba bốn năm sáu bảy tám chín mười mươi mốt tư lăm "
    "trăm nghìn ngàn triệu tỷ chẵn linh lẻ i ii iii iv v vi vii viii ix x a b c d e"
)
ALLOWED = frozenset(AROUND.split()) | {word for noun in NOUNS for word in re.split("[ /]", noun)}
COUNT = r"\d{1,3}(?:\.\d{3})+(?!\d)|\d+"
COUNTED = re.compile(
    rf"(?<![\d./-])({COUNT})\s*(?:\([^)\d]*\)\s*)?({'|'.join(sorted(NOUNS, key=len, reverse=True))})(?!\w)"
)
AFTER_NOUN = re.compile(rf"(?<!\w)({'|'.join(sorted(NOUNS, key=len, reverse=True))})\s*[:(]\s*({COUNT})(?![\d.]*\s*\w)")
ALONE = re.compile(rf"(?:[:=(]|là|có|gồm)\s*({COUNT})(?![\d/-]|\.\d)(?!\s*(?:đồng|đ|vnđ)(?!\w))")
AT_THE_END = re.compile(rf"\s({COUNT})$")
COUNT_LAST = re.compile(rf"[:=]\s*(?:{COUNT})(?:\s*(?:{'|'.join(sorted(NOUNS, key=len, reverse=True))}))?$")
A_YEAR = re.compile(r"(?:19|20)\d\d")
MAY_ADD_UP = re.compile(r"[\W\d]*(?:t[oôồổ]|tc\b|c[oộ]|[aấ]n|danh|b[aằ]ng ch|mang sang|chuy[eể]n sang)", re.IGNORECASE)
WORDS = re.compile(r"[^\W\d_]+")
PLAIN_LEADS = {search_key(lead): lead for lead in (*LEADS, *LISTED)}
PLAIN_ALLOWED = frozenset(search_key(word) for word in ALLOWED)


class TotalWords(StrEnum):
    """STATED names its count, and nothing else could be meant; BARE may still be somebody's name."""

    STATED = "stated"
    BARE = "bare"


@dataclass(frozen=True)
class PrintedCount:
    """`subject` is "" where the list does not say of what."""

    number: int
    subject: str


def total_words(text: str) -> TotalWords | None:
    if not MAY_ADD_UP.match(text):
        return None
    key = accent_key(text).strip(" ()*./-–")
    plain = key.isascii()
    leads = PLAIN_LEADS if plain else (*LEADS, *LISTED)
    lead = next((lead for lead in sorted(leads, key=len, reverse=True) if re.match(rf"{lead}(?!\w)", key)), None)
    if lead is None:
        return None
    rest = key[len(lead) :]
    is_listed = (PLAIN_LEADS[lead] if plain else lead) in LISTED
    if not all(word in (PLAIN_ALLOWED if plain else ALLOWED) for word in WORDS.findall(rest)):
        return TotalWords.BARE if not is_listed and COUNT_LAST.search(rest) else None
    if not is_listed and COUNT_LAST.search(rest):
        return TotalWords.STATED
    if re.search(r"\d", rest) and (WORDS.search(rest) or re.search(r"[:=(]", rest)):
        return TotalWords.STATED
    return None if is_listed else TotalWords.BARE


def names_a_part(text: str) -> bool:
    """ "Cộng huyện Minh Họa: 12" speaks of a part of the list only."""
    return any(word not in ALLOWED for word in WORDS.findall(accent_key(text))) and not text.isascii()


def printed_counts(text: str, kind: RowKind) -> tuple[PrintedCount, ...]:
    """ "05 tập thể, 45 cá nhân"; of a section also the 25 of "CÁ NHÂN (25)", of a total the 9 of "Cộng 9"."""
    key = accent_key(text)
    found = [PrintedCount(_number(number), NOUNS[noun]) for number, noun in COUNTED.findall(key)]
    if kind is RowKind.TITLE:
        return tuple(found)
    if not found and (named := AFTER_NOUN.search(key)):
        return (PrintedCount(_number(named[2]), NOUNS[named[1]]),)
    alone = ALONE.search(key) or (AT_THE_END.search(key) if kind is RowKind.TOTAL and not found else None)
    if alone is None or COUNTED.match(key, alone.start(1)) or (kind is RowKind.SECTION and A_YEAR.fullmatch(alone[1])):
        return tuple(found)
    return (PrintedCount(_number(alone[1]), ""), *found)


def is_count(text: str) -> bool:
    """A count and nothing else: "125", "15 tập thể"."""
    return bool(re.fullmatch(rf"(?:{COUNT})(?:\s*(?:{'|'.join(NOUNS)}))?", accent_key(text)))


def _number(written: str) -> int:
    return int(written.replace(".", ""))
