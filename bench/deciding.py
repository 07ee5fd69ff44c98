"""A decision of 5,000 honours issued: every dossier takes its step, every honour enters the register, by one deed. The
floor is the import's acceptance of a list of as many, into the same empty register. The decision is taken back."""

import time
from pathlib import Path

from bench.apart import apart
from bench.emptying import empty
from bench.importing import FILLED, import_whole, write_whole_list
from bench.table import Table

HONOURS, PASSES, LIMIT = 5_000, 3, 3
LEADER = "cantho.duyet"
CITY = "92"
DOSSIERS = """
INSERT INTO awards_nomination (
    organisation_id, holder_id, province_id, held_since, award_id, state, subject_kind, name, name_key, sort_key,
    birth_date, birth_year, position, unit, unit_key, target_group, recipient_key, achieved_from, achieved_to, summary,
    decision_number, created_at
)
SELECT %(city)s, %(city)s, %(city)s, now(), (SELECT id FROM awards_award WHERE code = 'CSTD_TINH'), 'council',
    'individual', 'Nguyễn Văn ' || n, 'nguyen van ' || n, 'nguyen van ' || n, '1980-05-01', 1980, '',
    'Phòng Minh Họa ' || n %% 97, 'phong minh hoa ' || n %% 97, 'direct_worker',
    'nbu:nguyễn văn ' || n || '|1980-05-01', '2022-01-01', '2022-12-31', 'Hoàn thành vượt mức kế hoạch', '', now()
FROM generate_series(1, %(honours)s) AS n
"""
AGREED = """
INSERT INTO awards_sittingitem (
    sitting_id, nomination_id, position, in_writing_by, outcome, agreed_votes, against_votes, needed, "of", base
)
SELECT %(sitting)s, id, row_number() OVER (ORDER BY id), '', 'agreed', 5, 0, 4, 5, 'council_members'
FROM awards_nomination
"""
LINES = """
INSERT INTO awards_decisionline (decision_id, nomination_id, item_id, stands)
SELECT %(decision)s, nomination_id, id, true FROM awards_sittingitem
"""


def measure_decision(table: Table, folder: Path) -> None:
    """Needs the reference data, the accounts, and a register and dossiers without lines; leaves them without."""
    path = folder / "decided.xlsx"
    rows = write_whole_list(path, most=HONOURS)
    accepted, issued = [], []
    for _pass in range(PASSES):
        accepted.append(apart(import_whole, path, rows)["stages"]["acceptance"])
        empty(*FILLED)
        issued.append(apart(issue_whole))
    table.head(f"a decision of {HONOURS:,} honours, the middle one of {PASSES}; the floor is a list's acceptance")
    floor = sorted(accepted)[PASSES // 2]
    table.measured("decision issued", sorted(issued)[PASSES // 2], floor=floor, limit=LIMIT)


def issue_whole() -> float:
    """Seconds from the leader's deed to its end."""
    from django.contrib.auth import get_user_model  # noqa: PLC0415  (after django.setup)
    from django.db import connection, transaction  # noqa: PLC0415

    from awards.decisions.actions.decisions import IssueSaid, issue_decision  # noqa: PLC0415
    from awards.models import Decision, Honour  # noqa: PLC0415
    from clusters.models import Organisation  # noqa: PLC0415
    from clusters.people.models.scope import actor_of  # noqa: PLC0415
    from emulation.core import clock  # noqa: PLC0415

    today = clock.today()
    leader = get_user_model().objects.get(username=LEADER)
    city = Organisation.objects.coded(CITY, today).get()
    with transaction.atomic():
        decision = Decision.objects.create(body=city, subject="Quyết định để đo")
        with connection.cursor() as cursor:
            cursor.execute(DOSSIERS, {"city": city.pk, "honours": HONOURS})
            cursor.execute(AGREED, {"sitting": _concluded_sitting(city, today).pk})
            cursor.execute(LINES, {"decision": decision.pk})
            cursor.execute("ANALYZE awards_nomination, awards_sittingitem, awards_decisionline")
        said = IssueSaid("1", "QĐ-ĐO", today, leader)
        began = time.perf_counter()
        issue_decision(decision, said, actor=actor_of(leader, on=today))
        seconds = time.perf_counter() - began
        if (entered := Honour.objects.count()) != HONOURS:
            raise SystemExit(f"{entered} of {HONOURS} honours came into the register")
        transaction.set_rollback(True)
    return seconds


def _concluded_sitting(body, on):
    from awards.models import Council, Sitting  # noqa: PLC0415  (after django.setup)
    from awards.sittings.models.sitting import SittingStep  # noqa: PLC0415
    from emulation.core import clock  # noqa: PLC0415

    council = Council.objects.create(body=body, quorum_share=50, basis="Quyết định để đo")
    sitting = Sitting.objects.create(council=council, held_on=on, quorum=3, state="concluded")
    SittingStep.objects.create(
        sitting=sitting,
        name="conclude",
        source="open",
        target="concluded",
        taken_by_name="Người đo",
        taken_at=clock.real_now(),
    )
    return sitting
