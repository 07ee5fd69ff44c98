"""Campaigns at 5,000, each joined by the 63 provinces: fifty rows of the list with their bars, the page of one with the
bars of all its units, the lists of those asleep and only launched.

The floor is the log-in page. Rows are invented by the database itself and rolled back.
"""

from functools import partial

from bench.pages import FLOOR, ask
from bench.table import Table
from bench.turns import in_turns

CAMPAIGNS, LIMIT, TIMES = 5_000, 40, 9
MADE = """
INSERT INTO clusters_campaign (
    name, name_key, sort_key, initiator, level, document, source, during, launched_on, joined_on, reported_on, heard_on
)
SELECT 'Phong trao do ' || n, 'phong trao do ' || n, 'phong trao do ' || lpad(n::text, 6, '0'), 'Noi do ' || n, 'state',
    '', '', daterange('2023-01-01', '2024-01-01'), date '2023-01-05' + n %% 150, date '2023-02-01' + n %% 100,
    CASE WHEN n %% 3 > 0 THEN date '2023-03-01' + n %% 100 END,
    CASE WHEN n %% 3 > 0 THEN date '2023-03-01' + n %% 120 END
FROM generate_series(1, %(number)s) AS n
"""
JOINED = """
INSERT INTO clusters_participation (campaign_id, organisation_id, goals, joined_on, reported_on, heard_on)
SELECT campaign.id, body.id, '', campaign.joined_on, campaign.reported_on, campaign.heard_on
FROM clusters_campaign AS campaign CROSS JOIN clusters_organisation AS body
WHERE campaign.initiator LIKE 'Noi do %%' AND body.kind IN ('province', 'city') AND body.during @> date '2023-07-01'
"""
GOALS = """
INSERT INTO clusters_campaigngoal (campaign_id, text, amount, unit, source, checked_on)
SELECT id, 'Muc tieu', '', '%%', 'Bao cao', date '2023-12-01' FROM clusters_campaign WHERE initiator LIKE 'Noi do %%'
"""
TABLES = "clusters_campaign, clusters_participation, clusters_campaigngoal"


def measure_campaigns(table: Table) -> None:
    """Leaves nothing behind."""
    from django.contrib.auth import get_user_model  # noqa: PLC0415  (after django.setup)
    from django.db import connection, transaction  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415

    stranger, officer = Client(), Client()
    with transaction.atomic(), connection.cursor() as cursor:
        for statement in (MADE, JOINED, GOALS):
            cursor.execute(statement, {"number": CAMPAIGNS})
        cursor.execute(f"ANALYZE {TABLES}")
        cursor.execute("SELECT max(id) FROM clusters_campaign")
        last = cursor.fetchone()[0]
        officer.force_login(get_user_model().objects.get(username="cantho"))
        pages = {
            "fifty rows with their bars": "/phong-trao/?nam=2023",
            "those asleep": "/phong-trao/?nam=2023&doi=ngu",
            "those only launched": "/phong-trao/?nam=2023&doi=chi-phat-dong",
            "one with the bars of 63 units": f"/phong-trao/{last}/",
        }
        asked = {FLOOR: partial(ask, stranger, FLOOR)} | {
            title: partial(ask, officer, path) for title, path in pages.items()
        }
        taken = in_turns(asked, times=TIMES)
        transaction.set_rollback(True)
    table.head(f"{CAMPAIGNS:,} campaigns, each joined by 63 units; the floor is the log-in page")
    for title in pages:
        table.measured(title, taken[title], floor=taken[FLOOR], limit=LIMIT)
