"""Keys of the register follow the folding of letters, signs and numbers; what they are computed by stands here as it was
on this day, so that later changes of the living code leave this migration alone.

The number of a decision is written in one way. A person of an identity number is known by the number and the name. Lý
and Lí are one name. Letters of other alphabets that look like Latin ones become Latin in names and units.
"""

import re
import unicodedata

from django.db import migrations

TABLES = ("awards_honour", "awards_importrow")
DASHES = "\u02d7\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\ufe58\ufe63\uff0d"
SLASHES = "\u2044\u2215\u29f8\uff0f"
APOSTROPHES = "\u0060\u00b4\u02b9\u02bc\u02c8\u2018\u2019\u201b\u2032\uff07"
SIGNS = DASHES + SLASHES + APOSTROPHES
PLAIN = "-" * len(DASHES) + "/" * len(SLASHES) + "''" * len(APOSTROPHES)
TRANSLATED = f"'{SIGNS}', '{PLAIN}'"
LED_IN = (
    r"^(?:(?:theo|căn cứ)\s+)?(?:(?:quyết\s+định|q\.?\s?đ|q\.?\s?d)\M\.?\s*(?:khen\s+thưởng\s*)?)?(?:(?:số|so|no)\M\.?|№)?"
    r"\s*[:.]?\s*(?=\d)"
)
DATED = r"[\s,;(]+(?:ký\s+|ban\s+hành\s+)?ngày\s*[\d/. -]{6,12}[\s).;]*$"
NUMBER = (
    f"translate(decision_number, {TRANSLATED})",
    "translate({}, 'ÐðƉɖ', 'ĐđĐđ')",
    f"regexp_replace({{}}, '{LED_IN}', '', 'i')".replace("{6,12}", "{{6,12}}"),
    f"regexp_replace({{}}, '{DATED}', '', 'i')".replace("{6,12}", "{{6,12}}"),
    r"regexp_replace({}, '\s*([/-])\s*', '\1', 'g')",
    "btrim({}, ' .,;:')",
)
LONE_Y = r"regexp_replace({}, '(^|[^[:alnum:]])(qu|[bcdđghklmnprstvx]+){}(?=[^[:alnum:]]|$)', '\1\2{}', 'g')"
LATIN_OF = dict(
    zip(
        "АВЕКМНОРСТУХІЈЅԚԜҮӀаеорсухіјѕһԁԛԝүΑΒΕΖΗΙΚΜΝΟΡΤΥΧονυρɑɡı",
        "ABEKMHOPCTYXIJSQWYIaeopcyxijshdqwyABEZHIKMNOPTYXovupagi",
        strict=True,
    )
)
STROKED = str.maketrans("ÐðƉɖ", "ĐđĐđ")
SEVERAL_FORMS = "\u2160-\u217f\ufb00-\ufb06\uff01-\uff5e\U0001d400-\U0001d7ff"
INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f"
    "\ufeff\uffa0\ufff9-\ufffb"
)
STRANGE = f"[ÐðƉɖ{''.join(LATIN_OF)}{SEVERAL_FORMS}{INVISIBLE}]"
WORD = re.compile("(?:[^\\W\\d_][\u0300-\u036f]*)+")
ALPHABET = dict(zip("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefg", strict=True))
TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
UNDECOMPOSED = str.maketrans({"đ": "d", "ł": "l", "ø": "o", "æ": "ae", "œ": "oe"})
TONE_ON_LAST = re.compile(
    "(?<!q)(o(?=[ae])|u(?=y))([aey])([\u0300\u0309\u0303\u0301\u0323])(?![^\\W\\d_]|[\u0300-\u036f])"
)
LONE_YS = re.compile(r"(?<![^\W\d_])(qu|[bcdđghklmnprstvx]+)([yýỳỷỹỵ])(?![^\W\d_])")
AS_I = dict(zip("yýỳỷỹỵ", "iíìỉĩị", strict=True))


def folded(steps: tuple[str, ...]) -> str:
    found = steps[0]
    for step in steps[1:]:
        found = step.format(found)
    return found


def with_i(column: str, letters: str) -> str:
    found = column
    for y in letters:
        found = LONE_Y.format(found, y, AS_I[y])
    return found


NUMBERS = """
UPDATE {table} SET decision_number = {number} WHERE decision_number <> '' AND decision_number <> {number};
"""
PEOPLE_BY_NUMBER = """
UPDATE {table} SET recipient_key = left('cccd:' || identity_digest || '|' || {name}, 400)
WHERE identity_digest <> '' AND recipient_key = 'cccd:' || identity_digest;
"""
PEOPLE_BY_NAME = """
UPDATE {table} SET recipient_key = {name} || substr(recipient_key, strpos(recipient_key, '|'))
WHERE recipient_key LIKE 'nbu:%|%' AND split_part(recipient_key, '|', 1) <> {name};
"""


def follow(apps, schema_editor):
    number = folded(NUMBER)
    by_name = with_i(f"translate(split_part(recipient_key, '|', 1), {TRANSLATED})", "yýỳỷỹỵ")
    with schema_editor.connection.cursor() as cursor:
        for table in TABLES:
            for statement in (
                NUMBERS.format(table=table, number=number),
                PEOPLE_BY_NUMBER.format(table=table, name=with_i("name_key", "y")),
                PEOPLE_BY_NAME.format(table=table, name=by_name),
            ):
                cursor.execute(statement)
            _letters(cursor, table)


def _letters(cursor, table: str) -> None:
    """Few rows hold such a letter; those that do get all their keys anew."""
    cursor.execute(
        f"SELECT id, subject_kind, name, unit, birth_date, identity_digest FROM {table} WHERE name ~ %s OR unit ~ %s",
        [STRANGE, STRANGE],
    )
    for pk, subject, name, unit, birth, digest in cursor.fetchall():
        name, unit = _latin(name), _latin(unit)
        name_key, unit_key = _search_key(name)[:300], _search_key(unit)[:300]
        person = subject == "individual"
        key = ""
        if person and digest:
            key = f"cccd:{digest}|{_as_i(name_key)}"[:400]
        elif person and birth and unit_key and name:
            key = f"nbu:{_as_i(_accent_key(name))}|{birth.isoformat()}|{unit_key}"
        values = [name, name_key, _sort_key(name, person=person)[:700], unit, unit_key, key[:400], pk]
        cursor.execute(
            f"UPDATE {table} SET name = %s, name_key = %s, sort_key = %s, unit = %s, unit_key = %s, recipient_key = %s "
            "WHERE id = %s",
            values,
        )


def _latin(text: str) -> str:
    text = re.sub(f"[{INVISIBLE}]", "", text)
    text = re.sub(f"[{SEVERAL_FORMS}]", lambda sign: unicodedata.normalize("NFKC", sign[0]), text)
    text = WORD.sub(_latin_word, unicodedata.normalize("NFD", text.translate(STROKED)))
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip()


def _latin_word(word) -> str:
    letters = word[0]
    latin = all(
        letter in LATIN_OF or letter < "\u0250" or "\u1e00" <= letter <= "\u1eff" or "\u0300" <= letter <= "\u036f"
        for letter in letters
    )
    return "".join(LATIN_OF.get(letter, letter) for letter in letters) if latin else letters


def _search_key(text: str) -> str:
    plain = unicodedata.normalize("NFD", text.casefold())
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter)).translate(UNDECOMPOSED)
    return re.sub("[^0-9a-z]+", " ", plain).strip()


def _accent_key(text: str) -> str:
    plain = text.translate(str.maketrans(SIGNS, PLAIN.replace("''", "'"))).casefold()
    return unicodedata.normalize("NFC", TONE_ON_LAST.sub(r"\1\3\2", unicodedata.normalize("NFD", plain)))


def _as_i(key: str) -> str:
    return LONE_YS.sub(lambda word: word[1] + AS_I[word[2]], key)


def _sort_key(text: str, *, person: bool) -> str:
    words = [word for word in re.split("[^\\w\u0300-\u036f]+|_+", _accent_key(text)) if word]
    keys = [_word_keys(word) for word in words]
    if person and keys:
        keys = [keys[-1], (keys[-1][1], ""), *keys[:-1]]
    return " ".join(letters for letters, _ in keys) + "\t" + " ".join(tones for _, tones in keys if tones)


def _word_keys(word: str) -> tuple[str, str]:
    parts = unicodedata.normalize("NFD", word)
    tones = "".join(TONES[mark] for mark in parts if mark in TONES) or "0"
    letters = []
    for letter in unicodedata.normalize("NFC", "".join(mark for mark in parts if mark not in TONES)):
        if letter in ALPHABET:
            letters.append(ALPHABET[letter])
        else:
            base = unicodedata.normalize("NFKD", letter)[0].translate(UNDECOMPOSED)
            letters.extend(ALPHABET.get(one) or (one if one in "0123456789" else "") for one in base)
    return "".join(letters), tones


class Migration(migrations.Migration):
    dependencies = [
        ("awards", "0009_several_tables"),
    ]

    operations = [
        migrations.RunPython(follow, migrations.RunPython.noop),
    ]
