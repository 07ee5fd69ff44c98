"""Pages of a draft read its data anew as of one moment, outside any transaction: a database of the test's own."""

import pytest
from django.test import Client
from django.urls import reverse

from emulation.core.access import Door, allows
from tests.doors.addresses import arguments
from tests.doors.people import PEOPLE
from tests.doors.world import make_drafted

pytestmark = pytest.mark.usefixtures("own_database")


def test_a_draft_is_there_for_the_head_and_the_central_board_only():
    drafted = make_drafted()
    unlike = []
    for who in PEOPLE:
        client = Client()
        client.force_login(drafted["people"][who])
        for name in ("reports:report", "reports:file", "reports:sign"):
            deed = "sign" if name == "reports:sign" else "read"
            passes = allows(PEOPLE[who].to_world, Door("report_draft", deed))
            response = client.get(reverse(name, kwargs=arguments(name, drafted)))
            if response.streaming:
                b"".join(response.streaming_content)
            if response.status_code != (200 if passes else 404):
                unlike.append(f"{name} for {who}: {response.status_code}")
    assert unlike == []
