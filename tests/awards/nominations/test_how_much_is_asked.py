"""Pages and rules ask the database the same number of questions however many dossiers there are."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from awards.models import Nomination
from awards.nominations.models.findings import findings_of_all
from awards.nominations.models.standings import held_of, standings_of
from awards.procedures.rules.rule_codes import RuleCode
from awards.register.rules.terms import HonourStatus
from tests.awards.nominations.make import again, make_leveled, make_nomination, make_nominators, sent
from tests.awards.nominations.test_pages import HTMX, signed_in
from tests.awards.records.make import make_subject, make_year_record, names_of
from tests.awards.register.make import make_honour
from tests.periods import DAY

pytestmark = pytest.mark.django_db
MOST_OF_A_DOSSIER, MOST_OF_THE_LIST = 40, 25
BORN = date(1980, 5, 1)


@pytest.fixture
def offices(settings):
    settings.DEMONSTRATION_DAY = DAY
    return make_nominators()


def of_people(offices, number: int) -> list[Nomination]:
    """Each with a recorded year and an honour; of one award whose rules look at both."""
    unit, city = offices.unit, offices.city.organisation
    rules = (RuleCode.CSTD_TINH_CHAIN, RuleCode.DISCIPLINE, RuleCode.EXECUTIVE, RuleCode.ONE_FORM)
    for place in range(Nomination.objects.count(), number):
        name = f"Nguyễn Mây Số {place}"
        subject = make_subject(organisation=city, name=name, unit="Phòng A")
        make_year_record(subject=subject)
        known = names_of(name, "Phòng A", is_person=True, born=BORN)
        make_honour(city, status=HonourStatus.IN_FORCE, **known)
        found = make_nomination(unit, award=make_leveled("CSTD_TINH"), kind="individual", name=name, rules=rules)
        Nomination.objects.filter(pk=found.pk).update(**known)
        sent(found, unit)
    related = ("organisation__parent", "holder", "award", "place__result__cluster_year__cluster")
    return list(Nomination.objects.select_related(*related).order_by("pk"))


def asked(work) -> int:
    work()
    with CaptureQueriesContext(connection) as queries:
        work()
    return len(queries.captured_queries)


def counting(visit, *asked, **more) -> int:
    """Kept by a wrapper: a request forgets what was asked before it."""
    said: list[str] = []

    def heard(execute, sql, params, many, context):
        said.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(heard):
        assert visit(*asked, **more).status_code == 200
    return len(said)


def test_rules_over_a_list_ask_as_often_as_over_one(offices):
    def judged(rows):
        return asked(lambda: findings_of_all(rows, held_of(rows, DAY), on=DAY)), asked(
            lambda: standings_of(rows, on=DAY, reader=offices.unit.officer)
        )

    few = judged(of_people(offices, 2))
    many = judged(of_people(offices, 9))
    assert few == many
    assert max(few) < 30


def test_the_pages_of_one_dossier_and_of_the_list(offices):
    page = signed_in(offices.city.officer)
    one = of_people(offices, 2)[0]
    paths = (one.get_absolute_url(), f"{reverse('awards:nominations')}?trang-thai=tat-ca")
    for path in paths:
        page.get(path)
    few = [counting(page.get, path) for path in paths]
    of_people(offices, 9)
    assert [counting(page.get, path) for path in paths] == few
    assert few[0] <= MOST_OF_A_DOSSIER
    assert few[1] <= MOST_OF_THE_LIST


def test_a_box_as_it_is_saved(offices):
    """Who is nominated is followed by what is known of them, the summary only by the next step."""
    page = signed_in(offices.unit.officer)

    def saved(nomination, name: str) -> int:
        box, value = reverse("awards:nomination-save", args=[nomination.pk]), getattr(again(nomination), name)
        return counting(page.post, box, {f"text-{name}": f"{value} x", f"seen-{name}": value}, headers=HTMX)

    one = of_people(offices, 2)[0]
    draft = make_nomination(offices.unit, award=one.award, kind="individual", name=one.name)
    few = saved(draft, "unit"), saved(draft, "summary")
    for _more in range(3):
        sent(make_nomination(offices.unit, award=one.award, kind="individual", name=one.name), offices.unit)
    assert (saved(draft, "unit"), saved(draft, "summary")) == few
    assert few == (45, 38)
