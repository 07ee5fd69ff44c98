"""When two honours say the same, and the lock under which the register is asked."""

import json

from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection

from awards.register.models.honour import Honour
from awards.rows.models import RecipientColumns
from emulation.core.text import ALPHABET

SHARED = [field.column for field in RecipientColumns._meta.get_fields()]

NUMBER = "ltrim(translate(upper(replace({t}.decision_number, ' ', '')), 'Đ', 'D'), '0')"
CODES = {"y": ALPHABET["y"], "i": ALPHABET["i"], "qu": ALPHABET["q"] + ALPHABET["u"]}
CONSONANTS = "".join(ALPHABET[letter] for letter in "bcdđghklmnprstvx")
LONE_Y = rf"\m({CODES['qu']}|[{CONSONANTS}]+){CODES['y']}\M"
LETTERS = rf"regexp_replace(split_part({{t}}.sort_key, E'\t', 1), '{LONE_Y}', '\1{CODES['i']}', 'g')"

LOOSE = f"""{{t}}.award_id::text, {{t}}.decision_date::text, {NUMBER}, {{t}}.subject_kind,
  {LETTERS}, replace(split_part({{t}}.sort_key, E'\\t', 2), '0', ''), {{t}}.unit_key"""


STRICT = LOOSE + ", coalesce({t}.birth_date::text, {t}.birth_year::text, ''), {t}.identity_digest"


SAME = f"""
SELECT h.id, concat_ws('|', {STRICT.format(t="h")}) = concat_ws('|', {STRICT.format(t="r")})
FROM awards_honour h, jsonb_populate_record(NULL::awards_honour, %(line)s) r
WHERE h.organisation_id = r.organisation_id AND h.status = 'in_force' AND h.id IS DISTINCT FROM r.id
  AND h.decision_date = r.decision_date
  AND concat_ws('|', {LOOSE.format(t="h")}) = concat_ws('|', {LOOSE.format(t="r")})
ORDER BY h.id
"""


def same_in_register(honour: Honour) -> tuple[list[int], list[int]]:
    """Ids of other honours in force that say the same as this line, saved or not: (the very same, so but for birth or
    identity), as `mark_known` and `warn_of_repeated` judge the rows of lists. Lý and Lí are one word in a name, QĐ and
    QD in the number of a decision."""
    line = {column: getattr(honour, column) for column in ("id", "organisation_id", *SHARED)}
    with connection.cursor() as cursor:
        cursor.execute(SAME, {"line": json.dumps(line, cls=DjangoJSONEncoder)})
        found = cursor.fetchall()
    return [pk for pk, same in found if same], [pk for pk, same in found if not same]


def lock_register_of(organisation_id: int) -> None:
    """One list of an organisation at a time goes into the register, or two could both take the same honour."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s), %s)", [Honour._meta.db_table, organisation_id])
