"""What the register tells a scoring scheme of a member's year: parts of a whole, and nothing where there is none."""

from datetime import date
from decimal import Decimal

import pytest

from awards.catalogue.rules.terms import SubjectKind, TargetGroup, Way
from awards.register.models.shares import direct_workers, unscheduled
from awards.register.rules.terms import HonourStatus
from clusters.figures.models.results import results_of
from clusters.regulation.models.scheme import Scheme
from clusters.regulation.rules.scoring.functions import points_of
from clusters.regulation.rules.scoring.terms import CriterionLine
from clusters.regulation.rules.terms import FunctionKind, RegisterFigure
from emulation.core.score_figures import PROVIDERS, Asked, shares_of
from tests.awards.register.make import make_honour
from tests.clusters.figures.make import make_two_cities
from tests.clusters.organisations.make import make_organisation
from tests.clusters.regulation.make import make_criterion, make_scheme

pytestmark = pytest.mark.django_db
DAY = date(2023, 3, 1)
WORKER = {"subject_kind": SubjectKind.INDIVIDUAL, "target_group": TargetGroup.DIRECT_WORKER, "decision_date": DAY}
HEAD = WORKER | {"target_group": TargetGroup.OTHER_EXECUTIVE}


def asked(*organisations):
    return Asked(1, 2023, frozenset(one.pk for one in organisations), DAY)


def test_direct_workers_are_taken_of_individuals_whose_group_is_known():
    one, nobody = make_organisation(), make_organisation()
    for fields in (WORKER, WORKER, HEAD, WORKER | {"target_group": ""}, WORKER | {"decision_date": date(2022, 12, 31)}):
        make_honour(one, **fields)
    make_honour(one, **WORKER | {"subject_kind": SubjectKind.COLLECTIVE, "target_group": ""})
    make_honour(one, **WORKER | {"status": HonourStatus.REVOKED})
    assert direct_workers(asked(one, nobody)) == {one.pk: (2, 3)}


def test_unscheduled_are_taken_of_all_honours_of_the_year():
    one = make_organisation()
    for way in (Way.UNSCHEDULED, Way.REGULAR, Way.REGULAR, Way.REGULAR):
        make_honour(one, way=way, decision_date=DAY)
    assert unscheduled(asked(one)) == {one.pk: (1, 4)}


def test_more_members_ask_no_more(django_assert_num_queries):
    members = [make_organisation() for _ in range(3)]
    for one in members:
        make_honour(one, **WORKER)
    for some in (members[:1], members):
        with django_assert_num_queries(1):
            direct_workers(asked(*some))


def test_the_roof_fills_every_share_that_a_scheme_may_score():
    assert set(PROVIDERS) == set(RegisterFigure)
    assert shares_of("unknown", asked(make_organisation())) == {}


def test_a_line_is_scored_by_its_share_from_above():
    year, head, member = make_two_cities()
    made = make_scheme(cluster_year=year)
    criterion = make_criterion(
        group=made.group,
        function=FunctionKind.FROM_REGISTER,
        register_figure=RegisterFigure.DIRECT_WORKERS,
        terms={"zero_at": "30", "full_at": "70"},
    )
    make_honour(member.organisation, **WORKER)
    make_honour(member.organisation, **HEAD)
    scheme = Scheme.objects.with_lines().get(pk=made.scheme.pk)
    members = [head.organisation.pk, member.organisation.pk]
    known = results_of(year, 0, scheme=scheme, members=members, sheets=year.figure_sheets.all(), shares_on=DAY)
    line = CriterionLine(1, Decimal(10), FunctionKind.FROM_REGISTER, criterion.terms)
    assert known[member.organisation.pk][criterion.pk].share == 50
    assert points_of(line, known[member.organisation.pk][criterion.pk]).points == 5
    assert known[head.organisation.pk][criterion.pk].share is None
