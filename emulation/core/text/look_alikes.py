"""Signs that look like others and are typed for them: letters of other alphabets, wide and mathematical letters, signs
that nobody sees, dashes, slashes and apostrophes of many kinds. Pure."""

import re
import unicodedata

UNSEEN = (
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e01ef"
)
LATIN_OF = dict(
    zip(
        "АВЕКМНОРСТУХІЈЅԚԜҮӀаеорсухіјѕһԁԛԝүΑΒΕΖΗΙΚΜΝΟΡΤΥΧονυρɑɡı",
        "ABEKMHOPCTYXIJSQWYIaeopcyxijshdqwyABEZHIKMNOPTYXovupagi",
        strict=True,
    )
)
DASHES = "\u02d7\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\ufe58\ufe63\uff0d"
SLASHES = "\u2044\u2215\u29f8\uff0f"
APOSTROPHES = "\u0060\u00b4\u02b9\u02bc\u02c8\u2018\u2019\u201b\u2032\uff07"
SIGNS = str.maketrans(dict.fromkeys(DASHES, "-") | dict.fromkeys(SLASHES, "/") | dict.fromkeys(APOSTROPHES, "'"))
STROKED = str.maketrans("ÐðƉɖ", "ĐđĐđ")
WIDE = "\u2160-\u217f\ufb00-\ufb06\uff01-\uff5e\U0001d400-\U0001d7ff"
FOREIGN = f"ÐðƉɖ\u0370-\u03ff\u0400-\u052f{''.join(LATIN_OF)}"
SMALL = "".join(filter(str.islower, map(chr, (*range(0x61, 0x1B1), *range(0x1EA0, 0x1EFA)))))
CAPITALS = "".join(filter(str.isupper, map(chr, (*range(0x41, 0x1B1), *range(0x1EA0, 0x1EFA)))))
BREAK_BETWEEN_WORDS = re.compile(
    f"(?:(?<=[^\\W\\d_\u200b]|[\u0300-\u036f])\u200b+|(?<=[{SMALL}\u0300-\u036f])[\u00ad\u2060]+)(?=[{CAPITALS}])"
)
INVISIBLE = re.compile(f"[{UNSEEN}]")
SEVERAL_FORMS = re.compile(f"[{WIDE}]")
STRANGE = re.compile(f"[{FOREIGN}]")
SUSPECT = re.compile(f"[{UNSEEN}{WIDE}{FOREIGN}]")
WORD = re.compile("(?:[^\\W\\d_][\u0300-\u036f]*)+")


def folded_letters(text: str) -> str:
    """Without invisible signs, of which a break between two words is a blank; wide, bold and joined letters
    and digits plain; a word of Latin letters and others that look just like them (Ð, Cyrillic о) wholly Latin. A word
    with a letter that no Latin one looks like stays."""
    if not SUSPECT.search(text):
        return text
    text = INVISIBLE.sub("", BREAK_BETWEEN_WORDS.sub(" ", text))
    text = SEVERAL_FORMS.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)
    if not STRANGE.search(text):
        return text
    return WORD.sub(_latin, unicodedata.normalize("NFD", text.translate(STROKED)))


def folded_signs(text: str) -> str:
    """Every dash a hyphen, every slash and apostrophe the plain one: for comparing, and for what is no prose."""
    return text.translate(SIGNS)


def _latin(word: re.Match[str]) -> str:
    letters = word[0]
    if all(letter in LATIN_OF or _is_latin(letter) for letter in letters):
        return "".join(LATIN_OF.get(letter, letter) for letter in letters)
    return letters


def _is_latin(letter: str) -> bool:
    return letter < "\u0250" or "\u1e00" <= letter <= "\u1eff" or "\u0300" <= letter <= "\u036f"
