"""Vietnamese text: one normal form, keys to search by, to compare by and to sort by. Pure."""

import re
import unicodedata
from functools import lru_cache

INVISIBLE = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u2060\ufeff]")
BLANKS = re.compile(r"\s+")
NOT_WORD = re.compile(r"[^0-9a-z]+")
BETWEEN_WORDS = re.compile(r"[^\w\u0300-\u036f]+|_+")
ALPHABET = dict(zip("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefg", strict=True))
TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
UNDECOMPOSED = str.maketrans({"đ": "d", "ð": "d", "ł": "l", "ø": "o", "æ": "ae", "œ": "oe", "ı": "i"})
TONE_ON_LAST = re.compile(
    "(?<!q)(o(?=[ae])|u(?=y))([aey])([\u0300\u0309\u0303\u0301\u0323])(?![^\\W\\d_]|[\u0300-\u036f])"
)

ADDRESS = ("ông", "bà", "cụ", "anh", "chị", "cô", "chú", "em")
TITLES = (
    r"ông\s*(?:/\s*bà|\(\s*bà\s*\))",
    r"đồng chí",
    r"(?:đại|thượng|trung|thiếu|chuẩn) (?:tướng|tá|[uú][ýy])",
    r"(?:phó |chuẩn )?đô đốc",
    r"(?:thượng|trung|hạ) sĩ",
    r"binh nh(?:ất|ì)",
    r"(?:phó )?giáo sư",
    r"tiến s[ĩỹ](?: khoa học)?",
    r"thạc s[ĩỹ]",
    r"bác s[ĩỹ](?: chuyên khoa (?:ii?|[12]))?",
    r"dược s[ĩỹ]",
    r"kỹ sư",
    r"kiến trúc sư",
    r"luật sư",
    r"(?:nhà giáo|nghệ sĩ|nghệ nhân|thầy thuốc) (?:nhân dân|ưu tú)",
    r"mẹ việt nam anh hùng",
    r"liệt sĩ",
    r"linh mục",
    r"mục sư",
    r"h(?:òa|oà) thượng",
    r"thượng t(?:ọa|oạ)",
    r"đại đức",
    r"ni sư",
)
ABBREVIATIONS = (
    r"pgs|gs|tskh|ts|ths|bs(?:\.?ck(?:ii?|[12]))?|bscc|ds|ks|kts|ls|nsnd|nsưt|ngnd|ngưt|nnnd|nnưt|ttnd|ttưt|đ/c"
)
IN_FULL = re.compile(rf"({'|'.join((*TITLES, *ADDRESS))})(?:\s*[:.,]\s*|\s+)(?=\w)", re.IGNORECASE)
SHORTENED = re.compile(rf"((?:{ABBREVIATIONS})\.?)(?:[\s:,-]+|(?<=\.))(?=\w)", re.IGNORECASE)
INTIMATE = ("anh", "chị", "cô", "chú", "em")
NOT_AN_ADDRESS = frozenset(
    ("anh em", "anh hùng", "bà chiểu", "bà con", "bà đen", "bà điểm", "bà mẹ", "bà nà", "bà om", "bà rịa", "chị em")
    + ("cô giáo", "cô tô", "em bé", "ông bà", "ông đốc", "ông ích", "ông thị")
)


OF_CLUSTER = re.compile(r"\bcụm\b(?! từ\b|,? (?:và |hoặc )?khối\b)", re.IGNORECASE)


def of_block(text: str) -> str:
    """The same said of a block: khối trưởng, not cụm trưởng."""
    return OF_CLUSTER.sub(lambda met: "KHỐI" if met[0].isupper() else "Khối" if met[0][0].isupper() else "khối", text)


def nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def squash(text: str) -> str:
    """NFC without invisible characters; every run of blanks (also no-break ones) one space, none at the ends."""
    return BLANKS.sub(" ", nfc(INVISIBLE.sub("", text))).strip()


def search_key(text: str) -> str:
    """Accent-blind: lower case a–z and digits, words parted by one space."""
    plain = unicodedata.normalize("NFD", nfc(INVISIBLE.sub("", text)).casefold())
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter)).translate(UNDECOMPOSED)
    return NOT_WORD.sub(" ", plain).strip()


def accent_key(text: str) -> str:
    """For telling names apart: accents kept; case, blanks and tone placement (hoà, hòa) folded."""
    return _tone_moved(squash(text).casefold())


def _tone_moved(text: str) -> str:
    """hoà → hòa: at a word's end the tone of oa, oe, uy stands on the first vowel, but quý keeps its y."""
    return nfc(TONE_ON_LAST.sub(r"\1\3\2", unicodedata.normalize("NFD", text)))


def sort_key(text: str) -> str:
    """ASCII text whose byte order is the Vietnamese dictionary's: digits, then letters; tones only break ties.

    Letters and tones are parted by a tab: a consumer in SQL may split there.
    """
    return _joined([_word_keys(word) for word in _words(text)])


def person_sort_key(name: str) -> str:
    """People sort by given name (the last word, with its tone), then family name, then the names between."""
    words = [_word_keys(word) for word in _words(name)]
    if not words:
        return sort_key(name)
    given = words[-1]
    return _joined([given, (given[1], ""), *words[:-1]])


def _words(text: str) -> list[str]:
    return [word for word in BETWEEN_WORDS.split(_tone_moved(squash(text).casefold())) if word]


def _joined(words: list[tuple[str, str]]) -> str:
    return " ".join(letters for letters, _ in words) + "\t" + " ".join(tones for _, tones in words if tones)


@lru_cache(maxsize=16384)
def _word_keys(word: str) -> tuple[str, str]:
    """Letters in the alphabet's order, and the tones in theirs: ngang 0, huyền 1, hỏi 2, ngã 3, sắc 4, nặng 5."""
    parts = unicodedata.normalize("NFD", word)
    tones = "".join(TONES[mark] for mark in parts if mark in TONES) or "0"
    letters = []
    for letter in nfc("".join(mark for mark in parts if mark not in TONES)):
        if letter in ALPHABET:
            letters.append(ALPHABET[letter])
        else:
            base = unicodedata.normalize("NFKD", letter)[0].translate(UNDECOMPOSED)
            letters.extend(ALPHABET.get(one) or (one if one in "0123456789" else "") for one in base)
    return "".join(letters), tones


def strip_honorific(name: str, *, stop: frozenset[str] = NOT_AN_ADDRESS) -> tuple[str, str]:
    """("Thượng tá", "Nguyễn Văn A") of "Thượng tá Nguyễn Văn A"; ("", name) where none is sure.

    Ask it only about a name that should be a person's. `stop` holds the accent keys of pairs of words that are no form
    of address and a name (Bà Rịa, Cô Tô). A name is never left empty; given names like "Anh Thư" and the family name
    Ông ("Ông Văn Mẫu") stay whole. The name comes back squashed.
    """
    rest, taken = squash(name), ""
    while match := IN_FULL.match(rest) or SHORTENED.match(rest):
        left = rest[match.end() :]
        if match[1].casefold() in ADDRESS and _belongs_to_name(match[1].casefold(), left, stop):
            break
        taken += match[0]
        rest = left
    return taken.rstrip(" :,-"), rest


def _belongs_to_name(address: str, left: str, stop: frozenset[str]) -> bool:
    words = accent_key(left).split(" ")
    if f"{address} {words[0]}" in stop:
        return True
    if address in INTIMATE:
        return len(words) == 1
    return address == "ông" and len(words) == 2 and words[0] == "văn"
