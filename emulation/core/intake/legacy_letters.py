"""Vietnamese of before Unicode: the signs that the fonts .VnTime (TCVN3, also called ABC) and VNI-Times draw. Pure.

In a file they come as Latin letters and signs, "NguyÔn V¨n" and "Nguyeãn Vaên"; which it is, only the words can tell.
"""

import re
import unicodedata
from enum import StrEnum
from functools import lru_cache

from emulation.core.intake.syllables import is_syllable


class Letters(StrEnum):
    UNICODE = "unicode"
    TCVN3 = "tcvn3"
    VNI = "vni"


TCVN3_PAIRS = (
    "à µ ả ¶ ã · á ¸ ạ ¹ ă ¨ ằ » ẳ ¼ ẵ ½ ắ ¾ ặ Æ â © ầ Ç ẩ È ẫ É ấ Ê ậ Ë đ ® è Ì ẻ Î ẽ Ï é Ð ẹ Ñ ê ª ề Ò "
    "ể Ó ễ Ô ế Õ ệ Ö ì × ỉ Ø ĩ Ü í Ý ị Þ ò ß ỏ á õ â ó ã ọ ä ô « ồ å ổ æ ỗ ç ố è ộ é ơ ¬ ờ ê ở ë ỡ ì ớ í "
    "ợ î ù ï ủ ñ ũ ò ú ó ụ ô ư \u00ad ừ õ ử ö ữ ÷ ứ ø ự ù ỳ ú ỷ û ỹ ü ý ý ỵ þ Ă ¡ Â ¢ Ê £ Ô ¤ Ơ ¥ Ư ¦ Đ "
    "§"
)
TCVN3_SIGNS = TCVN3_PAIRS.split(" ")
TCVN3 = dict(zip(TCVN3_SIGNS[1::2], TCVN3_SIGNS[::2], strict=True))
NO_CAPITAL = frozenset(TCVN3.values()) - frozenset("ăâđêôơưĂÂĐÊÔƠƯ")

VNI_MARKS = {"ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
VNI_ROOF = {"â": "", "á": "\u0301", "à": "\u0300", "å": "\u0309", "ã": "\u0303", "ä": "\u0323"}
VNI_BREVE = {"ê": "", "é": "\u0301", "è": "\u0300", "ú": "\u0309", "ü": "\u0303", "ë": "\u0323"}
VNI_ALONE = {"ñ": "đ", "ô": "ơ", "ö": "ư", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}


def _vni() -> dict[str, str]:
    """{what stands in the file: letter}; small and capital letters, the mark's case as the letter's or not."""
    bases = dict.fromkeys("aeouy", VNI_MARKS)
    found = {base + sign: base + tone for base, marks in bases.items() for sign, tone in marks.items()}
    found |= {
        base + sign: f"{base}{roof}{tone}"
        for base, roof, marks in (
            *((base, "\u0302", VNI_ROOF) for base in "aeo"),
            ("a", "\u0306", VNI_BREVE),
        )
        for sign, tone in marks.items()
    }
    found |= VNI_ALONE
    found |= {alone + sign: VNI_ALONE[alone] + tone for alone in ("ô", "ö") for sign, tone in VNI_MARKS.items()}
    out = {}
    for written, letter in found.items():
        out[written] = unicodedata.normalize("NFC", letter)
        out[written.upper()] = unicodedata.normalize("NFC", letter).upper()
        if len(written) == 2:
            out[written[0].upper() + written[1]] = unicodedata.normalize("NFC", letter).upper()
    return out


VNI = _vni()
VNI_PIECES = re.compile("|".join(map(re.escape, sorted(VNI, key=len, reverse=True))))
TCVN3_TABLE = str.maketrans(TCVN3)
WORD = re.compile("[A-Za-z\u00a1-\u036f\u1e00-\u1eff]+")
BEYOND = re.compile("[ĂăĐđĨĩŨũƠơƯư\u0300-\u036f\u1ea0-\u1ef9]")


def to_unicode(text: str, letters: Letters) -> str:
    if letters == Letters.TCVN3:
        return _capitals(text, text.translate(TCVN3_TABLE))
    if letters == Letters.VNI:
        return VNI_PIECES.sub(lambda piece: VNI[piece[0]], text)
    return text


def _capitals(written: str, text: str) -> str:
    """TCVN3 has no capitals with a tone, its capital fonts only draw them: words written in capitals get theirs back,
    and so does the first letter of a word where all other words begin with one ("NguyÔn ThÞ ¸nh")."""
    if not any(letter in NO_CAPITAL for letter in text):
        return text
    words = WORD.findall(text)
    all_begin = [word[0].isupper() for word in words if word[0] not in NO_CAPITAL]
    is_name = bool(all_begin) and all(all_begin)

    def raised(word: re.Match) -> str:
        found = word[0]
        others = [letter for letter in found if letter not in NO_CAPITAL]
        if others and all(letter.isupper() for letter in others) and (len(others) > 1 or is_capital_text):
            return found.upper()
        if is_name and found[0] in NO_CAPITAL:
            return found[0].upper() + found[1:]
        return found

    cased = [letter for letter in text if letter.isalpha() and letter not in NO_CAPITAL]
    is_capital_text = len(cased) > 1 and all(letter.isupper() for letter in cased)
    return WORD.sub(raised, text)


@lru_cache(maxsize=65536)
def letters_of_word(word: str) -> Letters | None:
    """In which letters the word must be written to be Vietnamese; None where several would do, or none."""
    if word.isascii():
        return None
    composed = unicodedata.normalize("NFC", word)
    if BEYOND.search(composed):
        return Letters.UNICODE
    possible = [
        letters
        for letters in Letters
        if is_syllable(to_unicode(composed, letters))
        and (letters == Letters.UNICODE or to_unicode(composed, letters) != composed)
    ]
    return possible[0] if len(possible) == 1 else None


def words_of(text: str) -> list[str]:
    """The runs of letters and of signs that old fonts draw as letters; those of plain Latin letters left out."""
    return [word for word in WORD.findall(text) if not word.isascii()]
