"""A share of a title counts the dossiers that were sent before, and those of one list together."""

from decimal import Decimal

import pytest

from awards.eligibility.models.shares import TitleShare
from awards.eligibility.rules.terms import Answer
from awards.models import Award, Nomination
from awards.nominations.models.findings import findings_of_all
from awards.nominations.models.standings import held_of
from awards.procedures.rules.rule_codes import RuleCode
from emulation.core.period import Period
from tests.awards.nominations.make import make_nomination, make_nominators, make_rules_of, sent
from tests.awards.records.make import make_subject, make_year_record, names_of
from tests.periods import DAY

pytestmark = pytest.mark.django_db


@pytest.fixture
def people(settings):
    """Three of a collective of ten, for a title of which its province lets one in ten be proposed."""
    settings.DEMONSTRATION_DAY = DAY
    offices = make_nominators()
    city, award = offices.city.organisation, Award.objects.get(code="CSTDCS")
    TitleShare.objects.create(
        organisation=city,
        award=award,
        share_percent=Decimal(10),
        base="headcount",
        document="Quyết định thử",
        during=Period(),
    )
    unit = make_subject(organisation=city, kind="collective", name="Phòng A")
    make_year_record(subject=unit, year=2022, headcount=10, advanced=10)
    found = []
    for place in range(3):
        name = f"Nguyễn Mây Số {place}"
        make_subject(organisation=city, name=name, unit="Phòng A", collective=unit)
        one = make_nomination(offices.unit, award=make_rules_of(award), kind="individual", name=name)
        Nomination.objects.filter(pk=one.pk).update(**names_of(name, "Phòng A", is_person=True))
        found.append(one.pk)
    return offices, found


def answers(pks) -> list[Answer]:
    related = ("organisation__parent", "award", "place__result__cluster_year__cluster")
    rows = list(Nomination.objects.select_related(*related).filter(pk__in=pks).order_by("pk"))
    judged = findings_of_all(rows, held_of(rows, DAY), on=DAY)
    return [
        next(each.finding.answer for each in judged[one.pk] if each.rule.code == RuleCode.CSTDCS_QUOTA) for one in rows
    ]


def test_one_alone_is_within_the_share_and_two_of_a_list_are_not(people):
    _offices, (first, second, _third) = people
    assert answers([first]) == [Answer.MET]
    assert answers([first, second]) == [Answer.NOT_MET, Answer.NOT_MET]


def test_what_was_sent_before_takes_its_part(people):
    offices, (first, second, _third) = people
    sent(Nomination.objects.select_related("organisation__parent", "award").get(pk=first), offices.unit)
    assert answers([second]) == [Answer.NOT_MET]
    assert answers([first]) == [Answer.MET], "it is not counted against itself"
