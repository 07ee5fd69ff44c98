"""The central board's desk at 2,000 dossiers and at 20,000, three opinions each: fifty rows of its list, a dossier
opened beside it, five hundred put to the Council by one deed.

The floor of the list at 20,000 is the same list at 2,000, each first divided by a log-in page asked in turns with it.
Rows are invented by the database itself and rolled back.
"""

import time
from functools import partial

from bench.pages import FLOOR, ask
from bench.table import Table
from bench.turns import in_turns

FEW, MANY, AT_ONCE = 2_000, 20_000, 500
LIMIT, TIMES = 1.5, 9
DOSSIERS = """
INSERT INTO awards_nomination (
    organisation_id, holder_id, board_id, held_since, award_id, state, subject_kind, name, name_key, sort_key, position,
    unit, unit_key, target_group, recipient_key, achieved_from, achieved_to, summary, received_on, decision_number,
    created_at
)
SELECT cities.ids[1 + n %% cardinality(cities.ids)], %(board)s, %(board)s, now() - n %% 40 * interval '1 day',
    (SELECT id FROM awards_award WHERE code = 'BK_TTG'), 'review', 'collective', 'Truong do ' || n, 'truong do ' || n,
    'truong do ' || n, '', '', '', '', '', date '2022-01-01', date '2022-12-31', repeat('Thanh tich. ', 200),
    date '2023-06-01', '', now()
FROM generate_series(1, %(number)s) AS n
CROSS JOIN (SELECT array_agg(id) AS ids FROM clusters_organisation WHERE kind IN ('province', 'city')
    AND during @> date '2023-07-01' AND id NOT IN (
        SELECT body_id FROM awards_interest JOIN core_user AS reviewer ON reviewer.id = user_id
        WHERE reviewer.username = ANY (%(people)s)
    )) AS cities
"""
REVIEWS = """
INSERT INTO awards_review (
    nomination_id, body_id, standing, arrived_at, due, is_due_verified, handler_id, handler_name, taken_at, came_back,
    not_met, cannot_tell, missing, honours, judged_on, is_compared, differences, spread, to_discuss
)
SELECT id, %(board)s, 'review', held_since, date '2023-07-01' + (id %% 40)::int, true, people.ids[1 + id %% 3],
    'Nguoi do', now(), false, id %% 2, id %% 3, 0, id %% 5, date '2023-07-10', true, id %% 4, id %% 20, id %% 4 > 2
FROM awards_nomination
CROSS JOIN (SELECT array_agg(id) AS ids FROM core_user WHERE username = ANY (%(people)s)) AS people
WHERE name LIKE 'Truong do %%'
"""
UNASKED = "ALTER TABLE awards_appraisal DISABLE TRIGGER USER"  # that each of 60,000 is without conflict is said above
OPINIONS = """
INSERT INTO awards_appraisal (
    review_id, seat, appraiser_id, appraiser_name, state, conclusion, opinion, asked_by_name, asked_at, done_at
)
SELECT review.id, seat, people.ids[seat], 'Nguoi do', 'done', 'propose', 'Du tieu chuan.', 'Lanh dao do', now(), now()
FROM awards_review AS review CROSS JOIN generate_series(1, 3) AS seat
CROSS JOIN (SELECT array_agg(id) AS ids FROM core_user WHERE username = ANY (%(people)s)) AS people
WHERE review.handler_name = 'Nguoi do'
"""
PEOPLE = ["trunguong", "trunguong.hai", "trunguong.ba"]
TABLES = "awards_nomination, awards_review, awards_appraisal"


def measure_review(table: Table) -> None:
    """Leaves nothing behind."""
    few, many = _measured(FEW), _measured(MANY)
    load = many[FLOOR] / few[FLOOR]
    table.head(f"the board's desk at {FEW:,} dossiers, three opinions each; the floor is the log-in page")
    table.measured("fifty rows of the list", few["list"], floor=few[FLOOR])
    table.measured("a dossier opened beside it", few["opened"], floor=few[FLOOR])
    table.measured(f"{AT_ONCE} put to the Council", few["together"])
    table.head(f"the same at {MANY:,}; the floor is the same at {FEW:,}")
    table.measured("fifty rows of the list", many["list"], floor=few["list"] * load, limit=LIMIT)
    table.measured("a dossier opened beside it", many["opened"], floor=few["opened"] * load, limit=LIMIT)


def _measured(number: int) -> dict[str, float]:
    from django.contrib.auth import get_user_model  # noqa: PLC0415  (after django.setup)
    from django.db import connection, transaction  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415

    from awards.review.actions.bulk import do_together, seen_as  # noqa: PLC0415
    from awards.review.models.review import Review  # noqa: PLC0415
    from awards.review.rules.terms import BulkKind  # noqa: PLC0415
    from clusters.models import Organisation  # noqa: PLC0415
    from clusters.people.models.scope import actor_of  # noqa: PLC0415
    from emulation.core import clock  # noqa: PLC0415

    reviewer, stranger = get_user_model().objects.get(username="trunguong"), Client()
    board = Organisation.objects.filter(kind="central_board").on(clock.today()).get().pk
    with transaction.atomic(), connection.cursor() as cursor:
        for statement in (DOSSIERS, REVIEWS, UNASKED, OPINIONS):
            cursor.execute(statement, {"number": number, "board": board, "people": PEOPLE})
        cursor.execute(f"ANALYZE {TABLES}")
        client = Client()
        client.force_login(reviewer)
        made = Review.objects.filter(handler_name="Nguoi do").with_names().order_by("pk")
        opened = f"/tham-dinh/{made[number // 2].pk}/"
        taken = in_turns(
            {
                FLOOR: partial(ask, stranger, FLOOR),
                "list": partial(ask, client, "/tham-dinh/"),
                "opened": lambda: client.get(opened, headers={"HX-Request": "true"}),
            },
            times=TIMES,
        )
        chosen = [seen_as(one) for one in made.filter(handler=reviewer)[:AT_ONCE]]
        began = time.perf_counter()
        do_together(BulkKind.COUNCIL, chosen, actor=actor_of(reviewer, on=clock.today()))
        taken["together"] = time.perf_counter() - began
        transaction.set_rollback(True)
    return taken
