"""Vietnamese text: one normal form, keys to search by, to compare by and to sort by. Pure."""

import re
import unicodedata

BLANKS = re.compile(r"[\s\u00a0\u200b\u200c\u200d\u2060\ufeff]+")
NOT_WORD = re.compile(r"[^0-9a-z]+")
ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
SHAPES = "\u0302\u0306\u031b"
VOWELS_BEFORE = ("oa", "oe", "uy")


def nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def squash(text: str) -> str:
    """NFC, every run of blanks (also no-break and zero-width ones) one space, none at the ends."""
    return BLANKS.sub(" ", nfc(text)).strip()


def search_key(text: str) -> str:
    """Accent-blind: lower case a–z and digits, words parted by one space."""
    plain = unicodedata.normalize("NFD", nfc(text).casefold())
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter)).replace("đ", "d")
    return NOT_WORD.sub(" ", plain).strip()


def accent_key(text: str) -> str:
    """For telling names apart: accents kept, case, blanks and tone placement (hoà, hòa) folded."""
    return " ".join(_tone_moved(word) for word in squash(text).casefold().split())


def _tone_moved(word: str) -> str:
    """hoà → hòa: in a final oa, oe, uy the tone stands on the first vowel."""
    parts = unicodedata.normalize("NFD", word)
    match = re.search(r"(o|u)([aey])([\u0300\u0309\u0303\u0301\u0323])$", parts)
    if match and match[1] + match[2] in VOWELS_BEFORE and not re.search(r"q$", parts[: match.start()]):
        parts = parts[: match.start()] + match[1] + match[3] + match[2]
    return nfc(parts)


def sort_key(text: str) -> str:
    """ASCII text whose byte order is the Vietnamese dictionary's: letters first, tones as tie-breaker."""
    words = squash(text).casefold().split(" ")
    return " ".join(_letters(word) for word in words) + "\t" + " ".join(_tones(word) for word in words)


def _letters(word: str) -> str:
    out = []
    for letter in _untoned(word):
        place = ALPHABET.find(letter)
        if place >= 0:
            out.append(chr(ord("A") + place))
        elif letter.isdigit():
            out.append(letter)
    return "".join(out)


def _tones(word: str) -> str:
    out = []
    for letter in nfc(word):
        marks = unicodedata.normalize("NFD", letter)[1:]
        out.append(next((TONES[mark] for mark in marks if mark in TONES), "0"))
    return "".join(out)


def _untoned(word: str) -> str:
    kept = "".join(mark for mark in unicodedata.normalize("NFD", word) if mark not in TONES)
    return nfc(kept)


def person_sort_key(name: str) -> str:
    """People sort by given name (the last word), then family name, then the names between."""
    words = squash(name).split(" ")
    if len(words) < 2:
        return sort_key(name)
    return sort_key(" ".join([words[-1], words[0], *words[1:-1]]))
