"""The minutes of a closed conference and a frozen result are numbered and signed as reports are."""

from dataclasses import replace
from datetime import date

import pytest

from clusters.models import Conference, YearResult
from emulation.core.errors import Refusal
from emulation.core.models import AuditEntry
from reports.signing.actions.signing import sign_minutes, sign_result
from reports.signing.actions.to_sign import minutes_to_sign, result_to_sign
from tests.clusters.conferences.make import closed, planned
from tests.clusters.figures.make import make_two_cities
from tests.clusters.results.make import drawn, frozen, make_frozen
from tests.reports.signing.make import NAME, said_of, words_of

pytestmark = pytest.mark.django_db
ON = date(2023, 7, 10)
OFFICE = "Quyền Chủ tịch thử"


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    settings.DEMONSTRATION_DAY = ON


def minutes_of(conference):
    related = ("cluster_year__cluster__owner", "host", "signs_year")
    return Conference.objects.select_related(*related).get(pk=conference.pk)


def result_of(result):
    related = ("cluster_year__cluster__owner", "cluster_year__scheme", "changes", "conference")
    return YearResult.objects.select_related(*related).get(pk=result.pk)


def test_minutes_bear_a_number_and_the_names_of_chair_and_secretary():
    year, head, _member = make_two_cities()
    conference = minutes_of(closed(year, head))
    issuer = minutes_to_sign(conference).issuer
    said = said_of(issuer, number=3, dated=ON, office=OFFICE)
    with pytest.raises(Refusal, match="lãnh đạo ký duyệt"):
        sign_minutes(conference, said, actor=head.officer)
    with pytest.raises(Refusal, match="chức danh") as refused:
        sign_minutes(conference, said_of(issuer, number=3, dated=ON), actor=head.approver)
    assert refused.value.field == "office_secretary"
    with pytest.raises(Refusal, match="tổ chức ngày"):
        sign_minutes(conference, replace(said, dated=date(2023, 7, 1)), actor=head.approver)
    words = words_of(sign_minutes(conference, said, actor=head.approver))
    for printed in ("Số: 03/BB-CTĐ", "THƯ KÝ", "CHỦ TRÌ", OFFICE.upper(), NAME):
        assert printed in words, printed
    with pytest.raises(Refusal, match="đã ký"):
        sign_minutes(conference, replace(said, number=4), actor=head.approver)
    assert AuditEntry.objects.get(verb="reports.sign_minutes").after["number"] == "03/BB-CTĐ"


def test_minutes_of_a_meeting_not_over_are_not_signed():
    year, head, _member = make_two_cities()
    conference = minutes_of(planned(year, head))
    said = said_of(minutes_to_sign(conference).issuer, number=1, dated=ON, office=OFFICE)
    with pytest.raises(Refusal, match="bế mạc"):
        sign_minutes(conference, said, actor=head.approver)


def test_a_frozen_result_bears_a_number_and_its_signer():
    world = make_frozen()
    result = result_of(frozen(world))
    said = said_of(result_to_sign(result).issuer, number=2, dated=ON)
    with pytest.raises(Refusal, match="lãnh đạo ký duyệt"):
        sign_result(result, said, actor=world.head.officer)
    words = words_of(sign_result(result, said, actor=world.head.approver))
    assert "Số: 02/TB-CTĐ" in words
    assert NAME in words


def test_a_result_not_frozen_is_not_signed():
    world = make_frozen()
    result = result_of(drawn(world))
    said = said_of(result_to_sign(result).issuer, number=2, dated=ON)
    with pytest.raises(Refusal, match="chốt"):
        sign_result(result, said, actor=world.head.approver)
