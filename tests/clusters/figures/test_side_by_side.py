"""The page of members side by side, by the units of the time and by those that stand today."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from clusters.indicators.rules.terms import Derivation, ValueKind
from clusters.models import Indicator
from tests.clusters.figures.make import make_indicator
from tests.clusters.figures.visiting import words
from tests.clusters.membership.make import make_membership
from tests.clusters.mergers.merged import TODAY, make_accepted, make_merged_year
from tests.clusters.organisations.make import make_organisation, make_succession
from tests.periods import BEFORE_MERGER, MERGER, SINCE_MERGER
from tests.reading import client_in

pytestmark = pytest.mark.django_db
CHOICE = 'href="?don-vi=hien-nay#side-by-side"'


@pytest.fixture
def merged(settings):
    settings.DEMONSTRATION_DAY = TODAY
    Indicator.objects.all().delete()
    return make_merged_year()


def page(merged, query=""):
    return words(signed_in(merged).get(address(merged) + query))


def signed_in(merged):
    client = client_in("en")
    client.force_login(merged.officer)
    return client


def address(merged):
    return reverse("clusters:cluster-figures", args=[merged.cluster_year.pk, 1])


def side(merged, query=""):
    """The side-by-side table alone."""
    return page(merged, query).split('id="side-by-side"')[1]


def test_amounts_are_added_and_the_whole_stays_the_same(merged):
    campaigns = make_indicator(unit="phong trào")
    make_accepted(merged, campaigns, {merged.alone: "7", merged.north: "24", merged.south: "73"})
    then, today = side(merged), side(merged, "?don-vi=hien-nay")
    assert '<th scope="col" class="number">Mẫu Bắc</th>' in then
    assert ">24<" in then.replace(" ", "")
    assert "Mẫu Thành (now made of Mẫu Bắc, Mẫu Nam, Mẫu Thành; in this cluster: Mẫu Bắc, Mẫu Nam)" in today
    assert '<td class="number"> 97 phong trào ' in today
    assert "Mẫu Bắc</th>" not in today
    for each in (then, today):
        assert "<strong>104 phong trào</strong>" in each


def test_a_growth_rate_stands_apart_under_each_name(merged):
    growth = make_indicator(unit="%", value_kind=ValueKind.PERCENT, derivation=Derivation.COMMON_BOUND)
    make_accepted(merged, growth, {merged.alone: "5%", merged.north: "trên 3,5%", merged.south: "4%"})
    today = side(merged, "?don-vi=hien-nay")
    assert "Mẫu Bắc: trên 3,5%<br>Mẫu Nam: 4%" in today
    assert "7,5%" not in today


def test_a_ratio_is_put_over_its_wholes_and_who_is_silent_is_named(merged):
    ratio = make_indicator(value_kind=ValueKind.RATIO, derivation=Derivation.RATIO)
    make_accepted(merged, ratio, {merged.north: "1/4", merged.south: "2/4"})
    assert "3/8 (37,50%)" in side(merged, "?don-vi=hien-nay")
    amount = make_indicator(unit="tỷ đồng", value_kind=ValueKind.DECIMAL)
    make_accepted(merged, amount, {merged.south: "5.800 tỷ đồng"}, shares={merged.south: "gần 50%"})
    today = side(merged, "?don-vi=hien-nay")
    assert "5.800 tỷ đồng (Mẫu Nam; no figures yet: Mẫu Bắc)" in today
    assert "Mẫu Nam: gần 50% of the plan" in today


def test_the_choice_stays_in_the_address_and_says_where_one_is(merged):
    make_accepted(merged, make_indicator(), {merged.north: "1"})
    assert CHOICE in page(merged)
    assert "Read by the units of" not in page(merged)
    today = page(merged, "?don-vi=hien-nay")
    assert f'{CHOICE} aria-current="page"' in today
    assert "Read by the units of" in today
    assert side(merged, "?don-vi=la") == side(merged)


def test_where_nothing_changed_no_choice_is_offered(merged):
    make_accepted(merged, make_indicator(), {merged.alone: "1"})
    assert CHOICE in page(merged)
    merged.cluster_year.cluster.memberships.exclude(organisation=merged.alone).delete()
    assert CHOICE not in page(merged, "?don-vi=hien-nay")
    assert "Read by the units of" not in page(merged, "?don-vi=hien-nay")


def test_before_the_merger_nothing_is_offered(merged, settings):
    make_accepted(merged, make_indicator(), {merged.north: "1"})
    settings.DEMONSTRATION_DAY = BEFORE_MERGER.last_day
    assert CHOICE not in page(merged)


def test_a_split_member_stays_and_says_why(merged):
    parts = [make_organisation(name=name, during=SINCE_MERGER) for name in ("Phần Một", "Phần Hai")]
    split = make_organisation(name="Thử Tách", during=BEFORE_MERGER)
    make_membership(cluster=merged.cluster_year.cluster, organisation=split, during=BEFORE_MERGER)
    for part in parts:
        make_succession(predecessor=split, successor=part, day=MERGER, kind="split")
    make_accepted(merged, make_indicator(), {split: "12"})
    today = side(merged, "?don-vi=hien-nay")
    assert "Thử Tách (split into Phần Hai, Phần Một; no single unit stands for it today)" in today
    assert '<td class="number"> 12 ' in today


def test_a_renamed_member_keeps_its_figure_word_for_word(merged):
    renamed, new = (
        make_organisation(name=n, during=d) for n, d in (("Tên Cũ", BEFORE_MERGER), ("Tên Mới", SINCE_MERGER))
    )
    make_membership(cluster=merged.cluster_year.cluster, organisation=renamed, during=BEFORE_MERGER)
    make_succession(predecessor=renamed, successor=new, day=MERGER, kind="rename")
    growth = make_indicator(unit="%", value_kind=ValueKind.PERCENT, derivation=Derivation.COMMON_BOUND)
    make_accepted(merged, growth, {renamed: "đạt trên 3,5%"})
    today = side(merged, "?don-vi=hien-nay")
    assert "Tên Mới (formerly Tên Cũ)" in today
    assert '<td class="number"> đạt trên 3,5% ' in today


def test_hostile_names_stay_text(settings):
    settings.DEMONSTRATION_DAY = TODAY
    merged = make_merged_year(city="<script>alert(1)</script>{{ x }}")
    make_accepted(merged, make_indicator(), {merged.north: "1", merged.south: "2"})
    today = page(merged, "?don-vi=hien-nay")
    assert "<script>alert" not in today
    assert "&lt;script&gt;alert(1)&lt;/script&gt;{{ x }} (now made of" in today


@pytest.mark.parametrize("query", ["", "?don-vi=hien-nay"])
def test_the_page_asks_as_much_for_three_mergers_as_for_one(merged, query):
    make_accepted(merged, make_indicator(), {merged.north: "1"})
    client = signed_in(merged)
    client.get(address(merged) + query)
    with CaptureQueriesContext(connection) as one:
        client.get(address(merged) + query)
    for number in range(2):
        old, new = (make_organisation(during=during) for during in (BEFORE_MERGER, SINCE_MERGER))
        make_membership(cluster=merged.cluster_year.cluster, organisation=old, during=BEFORE_MERGER)
        make_succession(predecessor=old, successor=new, day=MERGER)
        make_accepted(merged, make_indicator(), {old: str(number)})
    with CaptureQueriesContext(connection) as three:
        client.get(address(merged) + query)
    assert len(three) == len(one) == 16
