"""The minutes of a conference on paper, and part IV of the report: what the cluster did together."""

from datetime import date

import pytest

from clusters.actions.activities import set_activity
from clusters.models import ClusterYear, Conference
from clusters.rules.conference_terms import ActivityKind
from emulation.core.period import Period
from reports.collect import _activities, _conferences
from reports.compose.minutes import compose
from reports.document import Heading, Paragraph, Table
from reports.minutes_material import minutes_material
from tests.make_conferences import closed, planned
from tests.make_figures import make_two_cities
from tests.periods import DAY

pytestmark = pytest.mark.django_db


@pytest.fixture
def cities(settings):
    settings.DEMONSTRATION_DAY = DAY
    return make_two_cities()


def whole(conference):
    return Conference.objects.select_related("cluster_year__cluster__owner", "host", "signs_year").get(pk=conference.pk)


def test_minutes_say_who_what_and_how_it_ended(cities):
    year, head, member = cities
    document = compose(minutes_material(whole(closed(year, head))))
    said = " ".join(block.text for block in document.blocks if isinstance(block, Heading | Paragraph))
    assert document.kind == "BIÊN BẢN"
    assert "Có mặt 2/2 thành viên; quy định phải có ít nhất 2 thành viên." in said
    assert "Nhất trí." in said
    assert "Hội nghị thành công." in said
    table = next(block for block in document.blocks if isinstance(block, Table))
    assert [row.cells[1] for row in table.rows][:-1] == sorted(
        (head.organisation.official_name, member.organisation.official_name),
        key=[one.official_name for one in whole(Conference.objects.get()).members].index,
    )
    assert table.rows[-1].cells[-1] == 6
    assert [box.lines[0] for box in document.signers] == ["THƯ KÝ", "CHỦ TRÌ"]


def test_minutes_of_a_meeting_not_over_are_a_draft(cities):
    year, head, _member = cities
    document = compose(minutes_material(whole(planned(year, head))))
    assert document.kind == "BIÊN BẢN (DỰ THẢO)"


def test_the_report_counts_what_was_closed_in_its_half_year(cities):
    year, head, _member = cities
    closed(year, head)
    planned(year, head, held_on=date(2023, 7, 7))
    activity = {
        "kind": ActivityKind.EXCHANGE,
        "subject": "Trao đổi",
        "held_on": date(2023, 5, 5),
        "place": "Huế",
        "organiser": head.organisation,
        "result": "",
    }
    set_activity(year, None, actor=head.officer, **activity)
    year = ClusterYear.objects.get(pk=year.pk)
    first, second = Period.half_year(2023, 1), Period.half_year(2023, 2)
    assert [one.subject for one in _activities(year, first)] == ["Trao đổi"]
    assert list(_activities(year, second)) == []
    assert [(one.present, one.members) for one in _conferences(year, second)] == [(2, 2)]
    assert list(_conferences(year, first)) == []
