"""The pages of closing and opening; and every page of a closed year: it says so once, and nothing can be written."""

import re
from datetime import date

import pytest
from django.urls import NoReverseMatch, reverse

from clusters.figures.rules.terms import SheetState
from clusters.models import Activity, ClusterYear, Conference, FigureSheet, Pact, Post, Scheme, YearResult
from clusters.pacts.rules.terms import PactState
from clusters.people.models.scope import actor_of
from clusters.scores.rules.terms import RoundState
from clusters.urls import urlpatterns
from emulation.core import clock
from emulation.core.models import User
from tests.clusters.figures.make import make_city, make_two_cities
from tests.clusters.figures.visiting import signed_in, words
from tests.clusters.membership.make import make_cluster_year, make_post
from tests.clusters.organisations.make import make_succession
from tests.clusters.people.make import make_administrator
from tests.clusters.people.visitors import an_administrator, an_officer
from tests.clusters.regulation.make import adopt, make_scheme
from tests.clusters.results.make import frozen, make_frozen
from tests.clusters.year.whole_years import CLOSED_ON, close_year, make_whole_year
from tests.periods import DAY

pytestmark = pytest.mark.django_db
OF_THE_NEXT_YEAR = {"year-open-next", "year-result-install"}


@pytest.fixture(autouse=True)
def today(settings):
    settings.DEMONSTRATION_DAY = DAY


def at(name, year, **more):
    return reverse(f"clusters:{name}", kwargs={"code": year.cluster.code, "year": year.year, **more})


def test_the_closing_page_says_what_hinders_and_offers_no_form():
    whole = make_whole_year()
    page = words(an_administrator().get(at("year-close", whole.year)))
    assert "cannot be closed yet: 2 things still move" in page
    assert "Hinders the closing" in page
    assert "Left undone" in page
    assert 'name="on"' not in page


def test_with_something_undone_it_asks_for_the_day_and_the_reason_and_keeps_what_was_typed():
    year, _head, member = make_two_cities()
    visitor = an_administrator()
    page = words(visitor.get(at("year-close", year)))
    assert "Without accepted figures: " in page
    assert member.organisation.name in page
    assert 'name="why"' in page
    answer = visitor.post(at("year-close", year), {"on": "10/07/2023", "why": ""})
    assert answer.status_code == 422
    assert "nobody can make or sign it any more" in page
    said = {"why": "Hết năm", "without_report": "on"}
    answer = visitor.post(at("year-close", year), {"on": "10/07/2023", "why": "Hết năm"})
    assert answer.status_code == 422
    assert "closed without its year-end report" in words(answer)
    answer = visitor.post(at("year-close", year), {"on": "11/07/2023", **said})
    assert "still to come" in words(answer)
    assert "Hết năm" in words(answer)
    answer = visitor.post(at("year-close", year), {"on": "10/07/2023", **said}, follow=True)
    page = words(answer)
    assert "The year was closed on 10/07/2023" in page
    assert "Left undone:" in page
    assert member.organisation.name in page
    assert "Hết năm" in page


def test_what_was_left_undone_is_not_told_to_strangers():
    year, _head, _member = make_two_cities()
    said = {"on": "10/07/2023", "why": "Hết năm", "without_report": "on"}
    an_administrator().post(at("year-close", year), said)
    page = words(an_officer().get(year.get_absolute_url()))
    assert "The year was closed on 10/07/2023" in page
    assert "Hết năm" not in page


def test_a_closed_year_is_not_closed_again():
    year = close_year(make_cluster_year())
    assert an_administrator().get(at("year-close", year)).url == year.get_absolute_url()


def test_a_link_leads_only_where_the_administrator_may_read():
    year, _head, _member = make_two_cities()
    page = words(an_administrator().get(at("year-close", year)))
    assert reverse("clusters:scheme", args=[year.pk]) in page
    assert reverse("clusters:pacts", args=[year.pk]) not in page


def test_opening_a_year_leads_to_the_copy_where_there_is_a_year():
    world = make_frozen()
    frozen(world)
    visitor = an_administrator()
    opening = visitor.get(reverse("clusters:year-open", args=[world.year.cluster.code]))
    assert opening.url == at("year-open-next", world.year)
    page = words(visitor.get(opening.url))
    assert world.cities[1].organisation.name in page
    answer = visitor.post(opening.url, follow=True)
    assert "The year 2024 is open. Its regulation is a draft copied from the year before. 2 posts" in words(answer)
    assert "already open" in words(visitor.get(opening.url))
    assert visitor.post(opening.url).status_code == 422
    coming = ClusterYear.objects.get(cluster=world.year.cluster, year=2024)
    assert coming.get_absolute_url() in words(visitor.get(opening.url))


def test_an_officer_opens_and_closes_nothing():
    year, head, _member = make_two_cities()
    for name in ("year-close", "year-open-next"):
        assert signed_in(head.officer).post(at(name, year)).status_code == 404


def test_the_differences_tell_members_posts_and_the_regulation():
    year, head, member = make_two_cities()
    came = make_city(cluster_year=year).organisation
    came.memberships.update(during=[date(2024, 1, 1), None])
    member.organisation.memberships.update(during=[None, date(2024, 1, 1)])
    make_succession(predecessor=member.organisation, successor=came, day=date(2024, 1, 1))
    adopt(make_scheme(cluster_year=year).scheme)
    coming = make_cluster_year(cluster=year.cluster, year=2024)
    make_scheme(cluster_year=coming, lines=3)
    make_post(cluster_year=coming, organisation=came)
    page = words(an_administrator().get(at("year-differences", coming)))
    assert f"<dt>{member.organisation.name}</dt><dd>now {came.name}</dd>" in page
    assert f"{head.organisation.name}</td>" in page
    assert "changes against the regulation of the year before" in page
    stranger = words(an_officer().get(at("year-differences", coming)))
    assert "against the regulation" not in stranger
    assert came.name in stranger
    assert at("year-differences", coming) in words(an_officer().get(coming.get_absolute_url()))
    assert "There is no year before" in words(an_officer().get(at("year-differences", year)))


def test_more_members_ask_no_more_of_the_differences(django_assert_max_num_queries):
    year, head, _member = make_two_cities()
    coming = make_cluster_year(cluster=year.cluster, year=2024)
    client = signed_in(head.officer)
    for _ in range(2):
        with django_assert_max_num_queries(24):
            client.get(at("year-differences", coming))
        for _ in range(3):
            make_city(cluster_year=year)


def finished(whole) -> None:
    """As far as the year's pages have something to show that could be written in an open one."""
    year, now = whole.year, clock.now()
    adopt(Scheme.objects.get(cluster_year=year))
    Pact.objects.filter(cluster_year=year).update(state=PactState.IN_FORCE, frozen_at=now, checksum="0" * 64)
    whole.world.scoring.__class__.objects.filter(pk=whole.world.scoring.pk).update(state=RoundState.FINAL)
    FigureSheet.objects.filter(cluster_year=year).update(state=SheetState.APPROVED)


def pages(whole) -> list[tuple[str, str]]:
    """(name, url) of all pages of this app that speak of the year."""
    year, of = whole.year, {model: row.pk for model, row in whole.rows.items()}
    known = {
        "code": year.cluster.code,
        "year": year.year,
        "year_pk": year.pk,
        "half": 1,
        "whose": str(whole.member.organisation.pk),
        "number": 0,
        "member": whole.member.organisation.pk,
        "line": whole.world.judged.pk,
        "indicator": whole.rows[FigureSheet].figures.get().indicator_id,
        "item": whole.rows[Conference].items.get().pk,
    }
    found = []
    for pattern in urlpatterns:
        parameters = set(pattern.pattern.converters)
        if (
            not (parameters & {"year", "year_pk"} or pattern.name in ("post-end", "post-correct"))
            or pattern.name in OF_THE_NEXT_YEAR
        ):
            continue
        own = {"conference": of[Conference], "activity": of[Activity], "post": of[Post]}
        pk = next((own[key] for key in own if pattern.name.startswith(key)), whole.member.organisation.pk)
        try:
            url = reverse(
                f"clusters:{pattern.name}", kwargs={k: v for k, v in (known | {"pk": pk}).items() if k in parameters}
            )
        except NoReverseMatch:
            continue
        found.append((pattern.name, url))
    return found


def forms(page: str) -> list[str]:
    posting = re.findall(r'<form[^>]*method="post"[^>]*>', page)
    return [form for form in posting if not any(f'action="{path}' in form for path in leave())] + re.findall(
        r'<[^>]+hx-post="[^"]*"', page
    )


def leave() -> list[str]:
    return [reverse("core:log-out"), reverse("core:set-language")]


def visitor(person: str, whole):
    if person == "administrator":
        return signed_in(make_administrator())
    city = whole.head if person.startswith("head") else whole.member
    return signed_in(city.approver if person.endswith("approver") else city.officer)


@pytest.mark.parametrize("person", ["head's officer", "head's approver", "member's officer", "administrator"])
def test_no_page_of_a_closed_year_can_be_written(person):
    whole = make_whole_year()
    finished(whole)
    client = visitor(person, whole)
    urls = [(name, url) for name, url in pages(whole) if client.get(url).status_code == 200]
    assert any(_can_be_written(client.get(url)) for _name, url in urls), "an open year has something to write"
    close_year(whole.year)
    read = 0
    for name, url in urls:
        answer = client.get(url)
        if answer.status_code != 200 or "text/html" not in answer["Content-Type"]:
            continue
        page = words(answer)
        assert not forms(page), f"{name}: {forms(page)}"
        assert page.count("The year was closed on 10/07/2023") == 1, name
        read += 1
    assert read >= 3


def _can_be_written(answer) -> bool:
    return answer.status_code == 200 and "text/html" in answer["Content-Type"] and bool(forms(words(answer)))


def test_who_headed_a_closed_year_heads_it_no_more():
    whole = make_whole_year()
    user = User.objects.get(pk=whole.head.officer.user_id)
    assert whole.year.pk in actor_of(user, on=DAY).headed
    close_year(whole.year, CLOSED_ON)
    assert whole.year.pk not in actor_of(user, on=DAY).headed
    assert YearResult.objects.visible_to(actor_of(user, on=DAY)).count() == 0
