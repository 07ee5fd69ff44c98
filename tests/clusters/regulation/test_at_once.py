"""Two people at one regulation in the same moment, with real connections."""

from decimal import Decimal
from functools import partial

import pytest

from clusters.models import Criterion, Scheme
from clusters.regulation.actions.lines import OF_LINE, keep_criterion, remove_part
from clusters.regulation.actions.origins import Origin
from clusters.regulation.actions.schemes import adopt_scheme, begin_scheme
from clusters.regulation.rules.terms import FunctionKind, SchemeState
from clusters.year.actions.closing import close_cluster_year
from emulation.core.actions.marks import mark_of
from emulation.core.errors import Refusal
from tests.at_once import second_while_first
from tests.clusters.figures.make import make_indicator, make_two_cities
from tests.clusters.people.make import make_administrator
from tests.clusters.regulation.make import make_group, make_scheme
from tests.periods import DAY

pytestmark = pytest.mark.usefixtures("own_database")


def keeping(made, head, title, *, group=None, **particulars):
    line = {"number": "", "maximum": Decimal(10), "function": FunctionKind.PANEL, "terms": {}, "position": 9}
    group = group or made.group
    return partial(keep_criterion, made.scheme, group=group, title=title, actor=head.officer, **line | particulars)


def adopting(made, head):
    return partial(adopt_scheme, made.scheme, on=DAY, votes_for=2, votes_cast=2, actor=head.approver)


def test_a_regulation_begun_twice_is_one():
    year, head, _member = make_two_cities()
    begin = partial(begin_scheme, year, origin=Origin.BLANK, actor=head.officer)
    assert second_while_first(begin, begin) == "Năm này đã có quy định. Hãy mở quy định đó."
    assert Scheme.objects.count() == 1


def test_nothing_slips_into_a_regulation_that_is_just_being_adopted():
    year, head, _member = make_two_cities()
    made = make_scheme(cluster_year=year)
    given = second_while_first(adopting(made, head), keeping(made, head, "Dòng muộn"))
    assert given.startswith("Quy định đã thông qua và không thay đổi")
    assert not Criterion.objects.filter(title="Dòng muộn").exists()


def test_what_was_just_added_is_counted_by_the_adoption():
    year, head, _member = make_two_cities()
    made = make_scheme(cluster_year=year)
    given = second_while_first(keeping(made, head, "Dòng thừa"), adopting(made, head))
    assert given.startswith("Bảng điểm chưa khớp")
    assert Scheme.objects.get().state == SchemeState.DRAFT


def test_one_indicator_put_into_two_groups_at_once_stands_in_one():
    year, head, _member = make_two_cities()
    made, indicator = make_scheme(cluster_year=year), make_indicator()
    other = make_group(scheme=made.scheme, title="Nhóm khác")
    ratio = {"function": FunctionKind.RATIO, "indicator": indicator}
    given = second_while_first(
        keeping(made, head, "Dòng một", **ratio), keeping(made, head, "Dòng hai", group=other, **ratio)
    )
    assert given.startswith("Chỉ tiêu này đã được chấm ở “Dòng một” của “I. Nhóm thử”")
    assert Criterion.objects.filter(indicator=indicator).count() == 1


def test_of_two_at_one_line_the_later_is_told():
    year, head, _member = make_two_cities()
    made = make_scheme(cluster_year=year)
    line = Criterion.objects.get(pk=made.criterion.pk)
    both = {"criterion": line, "seen": mark_of(line, OF_LINE)}
    given = second_while_first(keeping(made, head, "Của họ", **both), keeping(made, head, "Của tôi", **both))
    assert "đã được người khác sửa" in given
    assert Criterion.objects.get(pk=line.pk).title == "Của họ"


def test_what_is_just_being_taken_out_is_not_written_again():
    year, head, _member = make_two_cities()
    made = make_scheme(cluster_year=year)
    taking = partial(remove_part, made.scheme, Criterion.objects.get(pk=made.criterion.pk), actor=head.officer)
    given = second_while_first(taking, keeping(made, head, "Dòng sửa", criterion=made.criterion))
    assert "đã bị bỏ trong lúc bạn nhập" in given
    with pytest.raises(Refusal, match="đã bị bỏ trong lúc bạn nhập"):
        taking()
    assert not Criterion.objects.filter(title="Dòng sửa").exists()


def test_a_line_does_not_join_a_group_that_is_just_being_taken_out():
    year, head, _member = make_two_cities()
    made = make_scheme(cluster_year=year)
    taking = partial(remove_part, made.scheme, made.group, actor=head.officer)
    assert "Nhóm này đã bị bỏ" in second_while_first(taking, keeping(made, head, "Dòng mồ côi"))
    assert not Criterion.objects.exists()


def test_nothing_is_written_into_a_year_that_is_just_being_closed():
    year, head, _member = make_two_cities()
    made = make_scheme(cluster_year=year)
    closing = partial(close_cluster_year, year, on=DAY, why="hết năm", actor=make_administrator())
    assert isinstance(second_while_first(closing, keeping(made, head, "Dòng muộn")), str)
    assert not Criterion.objects.filter(title="Dòng muộn").exists()
