"""Dossiers: one on its page, a province's list of 5,000, and the rules over 5,000 rows as the worker asks them.

The floor of the pages is the log-in page asked in turns with them; that of the rules is the same 5,000 dossiers read
with their honours and years, and nothing judged. The limits are 100 ms, 60 ms and 3 s on a quiet machine of two cores,
where the log-in page takes 3.8 ms. All of it is rolled back.
"""

from functools import partial

from bench.pages import FLOOR, ask
from bench.table import Table, say
from bench.turns import TIMES, in_turns

ROWS, TITLES, FEW_TIMES = 5_000, 3, 5
LIMIT_OF_DOSSIER, LIMIT_OF_LIST, LIMIT_OF_RULES = 26, 16, 4
MOST_SECONDS = {"dossier": 0.1, "list": 0.06, "rules": 3.0}
PEOPLE = """
CREATE TEMPORARY TABLE bench_people ON COMMIT DROP AS
SELECT n, 'Nguyễn Văn ' || n AS name, 'nguyen van ' || n AS key, 'Phòng Minh Họa ' || n %% 97 AS unit,
    'phong minh hoa ' || n %% 97 AS unit_key, 'nbu:nguyễn văn ' || n || '|1980-05-01' AS recipient_key
FROM generate_series(1, %(rows)s) AS n
"""
HONOURS = """
INSERT INTO awards_honour (
    organisation_id, award_id, subject_kind, honorific, name, name_key, sort_key, birth_date, birth_year,
    identity_digest, identity_tail, position, unit, unit_key, target_group, way, achievement_year, decision_number,
    decision_date, signer_office, recipient_key
)
SELECT %(city)s, (SELECT id FROM awards_award WHERE code = 'CSTDCS'), 'individual', '', name, key, key, '1980-05-01',
    1980, '', '', '', unit, unit_key, 'direct_worker', 'regular', 2020 + year, n || '/QĐ-SNV',
    make_date(2021 + year, 2, 1), '', recipient_key
FROM bench_people CROSS JOIN generate_series(0, %(titles)s - 1) AS year
"""
SUBJECTS = """
INSERT INTO awards_subject (
    organisation_id, subject_kind, name, name_key, sort_key, birth_date, birth_year, position, unit, unit_key,
    target_group, recipient_key
)
SELECT %(city)s, 'individual', name, key, key, '1980-05-01', 1980, '', unit, unit_key, 'direct_worker', recipient_key
FROM bench_people
"""
YEARS = """
INSERT INTO awards_yearrecord (
    subject_id, organisation_id, year, rating, initiative, initiative_scope, recognised_by, discipline,
    entered_by_name, entered_at
)
SELECT id, organisation_id, 2020 + year, 'good', '', '', '', 'none', 'Người đo', now()
FROM awards_subject CROSS JOIN generate_series(0, %(titles)s - 1) AS year
WHERE recipient_key IN (SELECT recipient_key FROM bench_people)
"""
DOSSIERS = """
INSERT INTO awards_nomination (
    organisation_id, holder_id, province_id, held_since, award_id, state, subject_kind, name, name_key, sort_key,
    birth_date, birth_year, position, unit, unit_key, target_group, recipient_key, achieved_from, achieved_to, summary,
    decision_number, created_at
)
SELECT %(unit)s, %(city)s, %(city)s, now() - make_interval(days => n %% 60),
    (SELECT id FROM awards_award WHERE code = 'CSTD_TINH'),
    (ARRAY['submitted', 'review', 'council'])[1 + n %% 3], 'individual', name, key, key, '1980-05-01', 1980, '', unit,
    unit_key, 'direct_worker', recipient_key, '2022-01-01', '2022-12-31', 'Hoàn thành vượt mức kế hoạch', '', now()
FROM bench_people
"""
TABLES = "awards_honour, awards_honourtally, awards_subject, awards_yearrecord, awards_nomination"


def measure_nominations(table: Table) -> None:
    from django.db import transaction  # noqa: PLC0415  (after django.setup)

    with transaction.atomic():
        _fill()
        _pages(table)
        _rules(table)
        transaction.set_rollback(True)


def _fill() -> None:
    from django.db import connection  # noqa: PLC0415

    from clusters.models import Organisation  # noqa: PLC0415
    from emulation.core import clock  # noqa: PLC0415

    city = Organisation.objects.coded("92", clock.today()).get()
    unit = Organisation.objects.on(clock.today()).filter(parent=city).sorted().first()
    given = {"rows": ROWS, "titles": TITLES, "city": city.pk, "unit": unit.pk}
    with connection.cursor() as cursor:
        for statement in (PEOPLE, HONOURS, SUBJECTS, YEARS, DOSSIERS):
            cursor.execute(statement, given)
        cursor.execute(f"ANALYZE {TABLES}")


def _pages(table: Table) -> None:
    from django.contrib.auth import get_user_model  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415

    from awards.models import Nomination  # noqa: PLC0415

    officer = Client()
    officer.force_login(get_user_model().objects.get(username="cantho"))
    one = Nomination.objects.filter(state="review", award__code="CSTD_TINH").order_by("-pk").first()
    asked = {
        "dossier": (f"/ho-so/{one.pk}/", LIMIT_OF_DOSSIER),
        "list": ("/ho-so/?trang-thai=tat-ca", LIMIT_OF_LIST),
        "list, a name": ("/ho-so/?trang-thai=tat-ca&tim=nguyen+van+4321", LIMIT_OF_LIST),
        "list, waiting for me": ("/ho-so/?trang-thai=cho-toi", LIMIT_OF_LIST),
    }
    works = {title: partial(ask, officer, path) for title, (path, _limit) in asked.items()}
    medians = in_turns({FLOOR: partial(ask, Client(), FLOOR)} | works)
    table.head(f"dossiers among {ROWS:,}, medians of {TIMES} rounds; the floor is the log-in page")
    for title, (_path, limit) in asked.items():
        table.measured(title, medians[title], floor=medians[FLOOR], limit=limit)
        _say_bound(title.partition(",")[0], medians[title])


def _rules(table: Table) -> None:
    from awards.nominations.models.findings import findings_of_all  # noqa: PLC0415
    from awards.nominations.models.standings import held_of  # noqa: PLC0415
    from emulation.core import clock  # noqa: PLC0415

    today = clock.today()

    def judged() -> None:
        rows = _dossiers()
        found = findings_of_all(rows, held_of(rows, today), on=today)
        if len(found) != ROWS:
            raise SystemExit(f"{len(found)} of {ROWS} dossiers were judged")

    medians = in_turns({"floor": _read_bare, "rules": judged}, times=FEW_TIMES)
    table.head(f"rules over {ROWS:,} rows, medians of {FEW_TIMES}; the floor reads the same rows and judges nothing")
    table.measured("rules", medians["rules"], floor=medians["floor"], limit=LIMIT_OF_RULES)
    _say_bound("rules", medians["rules"])


def _dossiers() -> list:
    from awards.models import Nomination  # noqa: PLC0415

    related = ("organisation__parent", "award", "place__result__cluster_year__cluster")
    rows = Nomination.objects.filter(award__code="CSTD_TINH", name_key__startswith="nguyen van ")
    return list(rows.select_related(*related).order_by("-pk")[:ROWS])


def _read_bare() -> None:
    from awards.models import Honour, Subject, YearRecord  # noqa: PLC0415

    keys = [one.recipient_key for one in _dossiers()]
    subjects = list(Subject.objects.filter(recipient_key__in=keys))
    list(Honour.objects.filter(recipient_key__in=keys).values_list())
    list(YearRecord.objects.filter(subject__in=[one.pk for one in subjects]).values_list())


def _say_bound(what: str, seconds: float) -> None:
    """Milliseconds depend on the machine; the ratio is the limit."""
    if seconds > MOST_SECONDS[what]:
        say(f"  (more than {MOST_SECONDS[what] * 1000:.0f} ms on this machine)")
