"""Vietnamese text: one normal form, keys to search by, to compare by and to sort by. Pure."""

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from emulation.core.text.look_alikes import SUSPECT, folded_letters, folded_signs

MARKUP = frozenset("<>")
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


WORD_BY_WORD = 120
REMEMBERED = 16384
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
    return _by_words(text, _remembered_search_key) if _goes_by_words(text) else whole_search_key(text)


def accent_key(text: str) -> str:
    """For telling names apart: accents kept; case, blanks, dashes and tone placement (hoà, hòa) folded."""
    return _by_words(text, _remembered_accent_key) if _goes_by_words(text) else whole_accent_key(text)


def _goes_by_words(text: str) -> bool:
    """Names and units are made of a few thousand words, each of which is folded by itself: but signs that look alike
    are judged in the whole text, and long texts would only be held for nothing."""
    return len(text) <= WORD_BY_WORD and not SUSPECT.search(text)


def _by_words(text: str, key: Callable[[str], str]) -> str:
    return " ".join(filter(None, map(key, text.split())))


def whole_search_key(text: str) -> str:
    plain = unicodedata.normalize("NFD", nfc(folded_letters(text)).casefold())
    plain = MARKS.sub("", plain).translate(UNDECOMPOSED)
    if not plain.isascii():
        plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return NOT_WORD.sub(" ", plain).strip()


def whole_accent_key(text: str) -> str:
    return _tone_moved(squash(folded_signs(text)).casefold())


_remembered_search_key = lru_cache(REMEMBERED)(whole_search_key)
_remembered_accent_key = lru_cache(REMEMBERED)(whole_accent_key)


def _tone_moved(text: str) -> str:
    """hoà → hòa: at a word's end the tone of oa, oe, uy stands on the first vowel, but quý keeps its y."""
    return nfc(TONE_ON_LAST.sub(r"\1\3\2", unicodedata.normalize("NFD", text)))


def sort_key(text: str) -> str:
    """ASCII text whose byte order is the Vietnamese dictionary's: digits, then letters; tones only break ties.

    Letters and tones are parted by a tab: a consumer in SQL may split there.
    """
    return _joined(_keys_of(text))


def person_sort_key(name: str) -> str:
    """People sort by given name (the last word, with its tone), then family name, then the names between."""
    words = _keys_of(name)
    if not words:
        return sort_key(name)
    given = words[-1]
    return _joined([given, (given[1], ""), *words[:-1]])


class NameKeys(NamedTuple):
    search: str
    sort: str


def name_keys(name: str, *, of_person: bool) -> NameKeys:
    """Its `search_key` and its `sort_key`, or `person_sort_key`, word by word at once."""
    if not _goes_by_words(name):
        return NameKeys(search_key(name), person_sort_key(name) if of_person else sort_key(name))
    words = name.split()
    keys = list(chain.from_iterable(map(_remembered_keys, words)))
    if of_person and keys:
        given = keys[-1]
        keys = [given, (given[1], ""), *keys[:-1]]
    return NameKeys(" ".join(filter(None, map(_remembered_search_key, words))), _joined(keys))


def _keys_of(text: str) -> list[tuple[str, str]]:
    if not _goes_by_words(text):
        return [_word_keys(word) for word in _words(text)]
    return list(chain.from_iterable(map(_remembered_keys, text.split())))


@lru_cache(REMEMBERED)
def _remembered_keys(text: str) -> tuple[tuple[str, str], ...]:
    return tuple(map(_word_keys, _words(text)))


def _words(text: str) -> list[str]:
    return [word for word in BETWEEN_WORDS.split(_tone_moved(squash(text).casefold())) if word]


def _joined(words: list[tuple[str, str]]) -> str:
    letters, tones = zip(*words, strict=True) if words else ((), ())
    return " ".join(letters) + "\t" + " ".join(filter(None, tones))


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
