"""Vietnamese text: one normal form, keys to search by, to compare by and to sort by. Pure."""

import re
import unicodedata
from functools import lru_cache

from emulation.core.text.look_alikes import folded_letters, folded_signs

BLANKS = re.compile("[\\s\u2800]+")
MORE_THAN_A_SPACE = re.compile("[^\\S ]|\u2800|  ")
MARKS = re.compile("[\u0300-\u036f]+")
NOT_WORD = re.compile(r"[^0-9a-z]+")
BETWEEN_WORDS = re.compile(r"[^\w\u0300-\u036f]+|_+")
ALPHABET = dict(zip("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefg", strict=True))
TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
UNDECOMPOSED = str.maketrans({"đ": "d", "ð": "d", "ł": "l", "ø": "o", "æ": "ae", "œ": "oe", "ı": "i"})
TONE_ON_LAST = re.compile(
    "(?<!q)(o(?=[ae])|u(?=y))([aey])([\u0300\u0309\u0303\u0301\u0323])(?![^\\W\\d_]|[\u0300-\u036f])"
)


OF_CLUSTER = re.compile(r"\bcụm\b(?! từ\b|,? (?:và |hoặc )?khối\b)", re.IGNORECASE)


def of_block(text: str) -> str:
    """The same said of a block: khối trưởng, not cụm trưởng."""
    return OF_CLUSTER.sub(lambda met: "KHỐI" if met[0].isupper() else "Khối" if met[0][0].isupper() else "khối", text)


def nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def squash(text: str) -> str:
    """NFC, letters folded (`folded_letters`); every run of blanks (also no-break ones) one space, none at the ends."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split()) if "  " in text else text.strip()
    text = nfc(folded_letters(text))
    return (BLANKS.sub(" ", text) if MORE_THAN_A_SPACE.search(text) else text).strip()


def search_key(text: str) -> str:
    """Accent-blind: lower case a–z and digits, words parted by one space."""
    plain = unicodedata.normalize("NFD", nfc(folded_letters(text)).casefold())
    plain = MARKS.sub("", plain).translate(UNDECOMPOSED)
    if not plain.isascii():
        plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return NOT_WORD.sub(" ", plain).strip()


def accent_key(text: str) -> str:
    """For telling names apart: accents kept; case, blanks, dashes and tone placement (hoà, hòa) folded."""
    return _tone_moved(squash(folded_signs(text)).casefold())


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
