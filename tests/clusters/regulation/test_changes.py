"""What changed between two schemes: laws over random ones, and one read off by hand."""

from hypothesis import given
from hypothesis import strategies as st

from clusters.regulation.rules.changes import ChangeKind, SchemeChange, SchemePart, changes

WORDS = st.text("abc", max_size=2)
PARTS = st.lists(
    st.builds(
        SchemePart, place=st.sampled_from("PQ"), name=WORDS, facts=st.dictionaries(st.sampled_from("xyz"), WORDS)
    ),
    unique_by=lambda part: (part.place, part.name),
    max_size=6,
)
TURNED = {
    ChangeKind.ADDED: ChangeKind.REMOVED,
    ChangeKind.REMOVED: ChangeKind.ADDED,
    ChangeKind.CHANGED: ChangeKind.CHANGED,
}


def test_read_off_by_hand():
    before = [SchemePart("I", "GRDP", {"Maximum": "80", "Guidance": ""}), SchemePart("I", "Thu", {"Maximum": "60"})]
    after = [
        SchemePart("I", "GRDP", {"Maximum": "90", "Guidance": "Kèm số"}),
        SchemePart("II", "Thu", {"Maximum": "60", "Way": ""}),
    ]
    assert changes(before, after) == (
        SchemeChange(ChangeKind.CHANGED, "I", "GRDP", (("Maximum", "80", "90"), ("Guidance", "", "Kèm số"))),
        SchemeChange(ChangeKind.ADDED, "II", "Thu", (("Maximum", "", "60"),)),
        SchemeChange(ChangeKind.REMOVED, "I", "Thu", (("Maximum", "60", ""),)),
    )


@given(PARTS)
def test_nothing_changed_against_itself_in_whatever_order(parts):
    assert changes(parts, parts[::-1]) == ()


@given(PARTS, PARTS)
def test_the_way_back_lists_the_same_turned_round(before, after):
    def told(found):
        return {(change.kind, change.place, change.name, frozenset(change.facts)) for change in found}

    there, back = changes(before, after), changes(after, before)
    turned = [
        SchemeChange(TURNED[one.kind], one.place, one.name, tuple((label, new, old) for label, old, new in one.facts))
        for one in back
    ]
    assert told(there) == told(turned)


@given(PARTS, PARTS)
def test_every_part_is_kept_changed_or_listed_once(before, after):
    listed = [(change.place, change.name) for change in changes(before, after)]
    assert len(listed) == len(set(listed))
    old, new = ({(part.place, part.name): dict(part.facts) for part in parts} for parts in (before, after))
    for place in old.keys() | new.keys():
        same = {label: words for label, words in old.get(place, {}).items() if words} == {
            label: words for label, words in new.get(place, {}).items() if words
        }
        assert (place in listed) == (not (same and place in old and place in new))
