"""What a list keeps of a dossier is the same for every reader: no other dossier under way, which may be kept from one of
them, is counted in it."""

import pytest

from awards.eligibility.rules.terms import Answer
from awards.models import Nomination
from awards.nominations.models.findings import findings_of
from awards.nominations.models.standing import procedure_of, standing_of
from awards.procedures.rules.rule_codes import RuleCode
from awards.review.models.signs import signs_of, warned_of
from tests.awards.nominations.make import sent
from tests.awards.nominations.test_shares_of_titles import people  # noqa: F401  (of one share of a title)
from tests.periods import DAY

pytestmark = pytest.mark.django_db


def test_what_the_list_keeps_is_the_same_with_and_without_a_dossier_that_takes_the_share(people):  # noqa: F811
    offices, (first, second, _third) = people
    rows = Nomination.objects.select_related("organisation__parent", "award")
    sent(rows.get(pk=first), offices.unit)
    nomination = rows.get(pk=second)
    held = procedure_of(nomination, on=DAY)

    def quota(**how):
        found = findings_of(nomination, held, on=DAY, **how)
        return next(one.finding.answer for one in found if one.rule.code == RuleCode.CSTDCS_QUOTA)

    def kept():
        return signs_of(nomination, standing_of(nomination, on=DAY), actor=offices.unit.approver, on=DAY)

    assert (quota(), quota(alone=True)) == (Answer.NOT_MET, Answer.MET)
    beside = kept()
    opened = warned_of(standing_of(nomination, on=DAY))
    assert opened.not_met == beside.not_met + 1, "who opens it reads of the share"
    Nomination.objects.filter(pk=first).update(state="withdrawn")
    assert kept() == beside
