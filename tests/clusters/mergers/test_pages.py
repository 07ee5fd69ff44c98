"""The administrator's pages: what waits, the form and its refusals, the preview, the deed, the page of what was done."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import translation

from clusters.models import Membership, Merger, Organisation, OrganisationKind, Succession
from tests.clusters.membership.make import make_membership, make_post
from tests.clusters.mergers.make import BASIS, Merging, make_merger
from tests.clusters.organisations.make import make_organisation
from tests.clusters.people.make import make_mandate
from tests.clusters.people.visitors import an_administrator, an_officer
from tests.periods import BEFORE_MERGER, EVER

pytestmark = pytest.mark.django_db
DAY = date(2027, 1, 1)
LIST, FORM, RECORDED = (f"clusters:{name}" for name in ("mergers", "merger-prepare", "mergers-recorded"))


@pytest.fixture
def merging():
    return Merging(DAY)


@pytest.fixture
def visitor():
    return an_administrator()


def typed(merging, **more):
    return {
        "legal_basis": BASIS,
        "day": "01/01/2027",
        "successor": merging.successor.pk,
        "predecessors": [merging.one.pk, merging.two.pk],
    } | more


def text(response):
    return response.content.decode()


@pytest.mark.parametrize("name", [LIST, FORM, RECORDED])
def test_for_others_these_pages_are_not_there(name):
    officer = an_officer()
    assert officer.get(reverse(name)).status_code == 404
    assert officer.post(reverse(name), {}).status_code == 404


def test_one_merger_from_the_form_to_its_page(visitor, merging):
    seat = make_membership(organisation=merging.one)
    post = make_post(organisation=merging.two, during=EVER)
    mandate = make_mandate(organisation=merging.two)
    shown = visitor.post(reverse(FORM), typed(merging))
    assert shown.status_code == 200
    with translation.override("en"):
        year = str(post.cluster_year)
    for told in (seat.cluster.name, mandate.user.full_name, year, "Apply the merger", BASIS):
        assert told in text(shown)
    assert not Merger.objects.exists()
    done = visitor.post(reverse(FORM), typed(merging, confirm="1", seats=[seat.cluster_id]), follow=True)
    merger = Merger.objects.get()
    assert done.redirect_chain[-1][0] == merger.get_absolute_url()
    for told in (seat.cluster.name, mandate.user.full_name, "Tỉnh Cũ Một", "is applied"):
        assert told in text(done)
    assert Membership.objects.filter(organisation=merging.successor, cluster=seat.cluster).exists()
    assert "Tỉnh Mới (from the year 2027)" in text(visitor.get(reverse(LIST)))


def test_what_was_typed_goes_along_to_the_confirmation(visitor, merging):
    shown = text(
        visitor.post(reverse(FORM), typed(merging, successor="", new_name="Mới", new_code="C1", new_kind="city"))
    )
    for name, value in (("day", "01/01/2027"), ("new_name", "Mới"), ("new_code", "C1"), ("new_kind", "city")):
        assert f'name="{name}" value="{value}"' in shown
    assert shown.count('name="predecessors"') == 2
    assert not Organisation.objects.filter(name="Mới").exists()


@pytest.mark.parametrize("confirm", [{}, {"confirm": "1"}])
def test_a_refusal_keeps_what_was_typed_and_changes_nothing(visitor, merging, confirm):
    Organisation.objects.filter(pk=merging.one.pk).update(during=EVER)
    late = make_membership(organisation=merging.one, during=merging.successor.during)
    answer = visitor.post(reverse(FORM), typed(merging, **confirm))
    assert answer.status_code == 422
    assert f"in {late.cluster} begins on 01/01/2027" in text(answer)
    assert BASIS in text(answer)
    assert not Merger.objects.exists()


@pytest.mark.parametrize(
    ("typing", "sentence"),
    [
        ({"day": "31/02/2027"}, "is not a day of the calendar"),
        ({"predecessors": []}, "This field is required"),
        ({"new_name": "Mới"}, "not both"),
        ({"successor": ""}, "Needed for a successor that is not recorded yet"),
        ({"successor": "", "new_name": "Mới", "new_code": "c 1", "new_kind": "city"}, "A code has capital letters"),
        ({"seats": ["abc"], "confirm": "1"}, "abc"),
    ],
)
def test_bad_input_gets_a_sentence(visitor, merging, typing, sentence):
    answer = visitor.post(reverse(FORM), typed(merging, **typing))
    assert answer.status_code == 422
    assert sentence in text(answer)
    assert not Merger.objects.exists()


def test_the_form_is_filled_from_what_is_recorded(visitor, merging):
    merging.record()
    page = text(visitor.get(reverse(FORM), {"ke-nhiem": merging.successor.pk}))
    assert BASIS in page
    assert page.count("checked") == 2
    assert visitor.get(reverse(FORM), {"ke-nhiem": "x"}).status_code == 200


def test_who_was_merged_is_not_offered_again(visitor):
    make_merger(predecessors=[make_organisation(name="Tỉnh Đã Sáp Nhập", during=BEFORE_MERGER)])
    assert "Tỉnh Đã Sáp Nhập" not in text(visitor.get(reverse(FORM)))


def test_all_recorded_of_a_day_are_looked_at_and_applied(visitor, merging):
    merging.record()
    url = f"{reverse(RECORDED)}?ngay=01/01/2027"
    assert url in text(visitor.get(reverse(LIST)))
    mandate = make_mandate(organisation=merging.two)
    assert mandate.user.full_name in text(visitor.get(url))
    assert not Merger.objects.exists()
    done = visitor.post(url, {"confirm": "1"}, follow=True)
    assert done.redirect_chain[-1][0] == reverse(LIST)
    assert "1 merger of 01/01/2027 is applied" in text(done)
    assert "No merger of that day waits" in text(visitor.get(url))
    assert visitor.post(url).status_code == 200


def test_what_hinders_one_of_a_day_is_said_instead_of_a_button(visitor, merging):
    merging.record()
    unfit = make_organisation(name="Tỉnh Đã Hết", during=BEFORE_MERGER)
    Succession.objects.create(
        predecessor=unfit, successor=merging.successor, day=DAY, kind="merge", legal_basis="NQ thử"
    )
    url = f"{reverse(RECORDED)}?ngay=01/01/2027"
    page = text(visitor.get(url))
    assert "Tỉnh Đã Hết" in page
    assert 'name="confirm"' not in page
    assert "Tỉnh Đã Hết" in text(visitor.post(url, follow=True))
    assert not Merger.objects.exists()


def test_empty_states(visitor):
    Succession.objects.all().delete()
    page = text(visitor.get(reverse(LIST)))
    assert "Nothing waits to be applied." in page
    assert "No merger was applied yet." in page
    for day in ("", "?ngay=01/01/2030", "?ngay=hôm nào"):
        assert "No merger of that day waits" in text(visitor.get(reverse(RECORDED) + day))
    empty = make_merger()
    page = text(visitor.get(empty.get_absolute_url()))
    for told in ("No mandate passed on", "sat in no cluster", "sits in no cluster yet"):
        assert told in page


LIST_QUERIES, PAGE_QUERIES = 6, 9


def a_merger(number):
    merged = [make_organisation(during=BEFORE_MERGER) for _ in range(number)]
    for one in merged:
        make_membership(organisation=one, during=BEFORE_MERGER)
    return make_merger(predecessors=merged)


@pytest.mark.parametrize("number", [1, 3])
def test_queries_do_not_grow_with_what_is_shown(visitor, django_assert_num_queries, number):
    for _ in range(number):
        one = a_merger(number)
        make_mandate(organisation=one.successor)
    with django_assert_num_queries(LIST_QUERIES):
        visitor.get(reverse(LIST))
    with django_assert_num_queries(PAGE_QUERIES):
        visitor.get(one.get_absolute_url())


def test_an_organisation_says_by_which_merger_it_ended_and_began(visitor, merging):
    officer = an_officer()
    for one in (merging.one, merging.successor):
        assert "the merger of" not in text(officer.get(one.get_absolute_url()))
    merger = make_merger(successor=merging.successor, predecessors=[merging.one])
    for one, said in ((merging.one, "Ended with"), (merging.successor, "Began with")):
        page = text(officer.get(one.get_absolute_url()))
        assert said in page
        assert "the merger of 01/07/2025 into Tỉnh Mới" in page
        assert merger.get_absolute_url() not in page
        assert merger.get_absolute_url() in text(visitor.get(one.get_absolute_url()))


def test_administrators_find_it_from_the_organisations(visitor):
    assert reverse(LIST) in text(visitor.get(reverse("clusters:organisations")))
    assert reverse(LIST) not in text(an_officer().get(reverse("clusters:organisations")))


def test_units_are_offered_too(visitor):
    make_organisation(name="Sở Được Chọn", kind=OrganisationKind.UNIT, parent=make_organisation())
    assert "Sở Được Chọn" in text(visitor.get(reverse(FORM)))
