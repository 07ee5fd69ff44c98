"""The scope of a person, read in one row an organisation, against what each cluster year says of itself."""

from datetime import date

from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clusters.membership.models.heads import head_on
from clusters.models import ClusterYear, Membership
from clusters.people.models.scope import cluster_years_of
from emulation.core.period import Period
from tests.clusters.membership.make import make_cluster, make_cluster_year, make_membership, make_post
from tests.clusters.organisations.make import make_organisation

BODIES, ON = 4, date(2023, 7, 1)
DAYS = [date(2023, 1, 1), date(2023, 4, 1), date(2023, 7, 1), date(2023, 10, 1), date(2024, 2, 1)]
bodies = st.integers(0, BODIES - 1)
terms = st.lists(
    st.tuples(bodies, st.integers(0, 3), st.integers(1, 4)), max_size=3, unique_by=lambda term: term[1]
).map(lambda found: sorted(found, key=lambda term: term[1]))
years = st.lists(st.tuples(bodies, st.sets(bodies), terms, st.booleans()), max_size=4, unique_by=lambda year: year[0])


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(years=years, own=st.sets(bodies, min_size=1))
def test_reaches_what_each_year_says_of_itself(db, years, own):
    with transaction.atomic():
        made = [make_organisation() for _number in range(BODIES)]
        for owner, members, held, is_closed in years:
            cluster = make_cluster(owner=made[owner])
            for member in members:
                make_membership(cluster=cluster, organisation=made[member])
            year = make_cluster_year(cluster=cluster)
            until = [DAYS[first] for _body, first, _length in held[1:]] + [date(2024, 3, 1)]
            for (body, first, length), end in zip(held, until, strict=False):
                make_post(
                    cluster_year=year,
                    organisation=made[body],
                    during=Period(DAYS[first], min(end, DAYS[min(first + length, len(DAYS) - 1)])),
                )
            if is_closed:
                ClusterYear.objects.filter(pk=year.pk).update(closed_on=date(2024, 3, 1))
        own_ids = frozenset(made[body].pk for body in own)
        every = list(ClusterYear.objects.select_related("cluster"))
        heads = {one.pk: head_on(one, ON) for one in every if one.closed_on is None}

        headed, joined, kept = cluster_years_of(own_ids, on=ON)

        assert headed == {pk: head.pk for pk, head in heads.items() if head is not None and head.pk in own_ids}
        assert kept == {one.pk for one in every if one.cluster.owner_id in own_ids}
        assert joined == {
            one.pk
            for one in every
            if Membership.objects.filter(cluster=one.cluster_id, organisation__in=own_ids).exists()
        }
        transaction.set_rollback(True)


def test_one_question_however_many_years(db, django_assert_num_queries):
    keeper = make_organisation()
    for _number in range(20):
        make_cluster_year(cluster=make_cluster(owner=keeper))
    with django_assert_num_queries(1):
        _headed, _joined, kept = cluster_years_of(frozenset({keeper.pk}), on=ON)
    assert len(kept) == 20
