from hypothesis import given
from hypothesis import strategies as st

from awards.catalogue.rules.terms import Level, SubjectKind, TargetGroup, Way
from reports.six_month.rules import CountedHonours, Share, Tally

EDGES = ("organisation", "line", "level", "subject_kind", "way", "target_group")
tallies = st.lists(
    st.builds(
        Tally,
        organisation=st.integers(1, 4),
        line=st.sampled_from(["A", "B", "C"]),
        level=st.sampled_from(list(Level)),
        subject_kind=st.sampled_from(list(SubjectKind)),
        way=st.sampled_from(list(Way)),
        target_group=st.sampled_from(["", *TargetGroup]),
        count=st.integers(0, 5000),
    )
)


@given(tallies)
def test_along_every_edge_the_parts_sum_to_the_total(rows):
    counted = CountedHonours.of(rows)
    assert counted.total == sum(row.count for row in rows)
    for edge in EDGES:
        assert sum(counted.by(edge).values()) == counted.total
        for value, count in counted.by(edge).items():
            assert counted.where(**{edge: value}).total == count


@given(tallies)
def test_direct_workers_are_never_more_than_individuals(rows):
    share = CountedHonours.of(rows).share
    assert 0 <= share.direct + share.unknown <= share.individuals


def test_the_share_is_row_14_over_row_09():
    def row(group, count, kind=SubjectKind.INDIVIDUAL, level=Level.PROVINCE):
        return Tally(1, "A", level, kind, Way.REGULAR, group, count)

    counted = CountedHonours.of(
        [
            row(TargetGroup.DIRECT_WORKER, 7),
            row(TargetGroup.ENTREPRENEUR, 2),
            row("", 1),
            row("", 90, SubjectKind.COLLECTIVE),
            row(TargetGroup.DIRECT_WORKER, 3, level=Level.STATE),
        ]
    )
    assert counted.share == Share(direct=10, individuals=13, unknown=1)
    assert counted.state_level.share == Share(direct=3, individuals=3, unknown=0)
