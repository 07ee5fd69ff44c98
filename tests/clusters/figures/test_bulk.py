"""Several members' figures accepted in one go: only those without warnings, after a page that names them."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from clusters.figures.actions.sheets import accept_sheet, approve_sheet, return_sheet, submit_sheet, unlock_sheet
from clusters.figures.actions.sheets_together import accept_together
from clusters.figures.rules.jump import jumps
from clusters.figures.rules.terms import SheetState
from clusters.figures.rules.warnings import Doubt, FigureInQuestion, Warned, is_other_share, warnings
from clusters.indicators.rules.terms import Derivation, ValueKind
from clusters.models import Figure, FigureSheet, SheetStep, SheetTerm
from emulation.core.quantity import Quantity, parse_quantity
from tests.clusters.figures.make import in_state, make_city, make_figure, make_indicator
from tests.clusters.figures.visiting import at, central, signed_in, words
from tests.clusters.membership.make import make_cluster_year

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]


def q(text, unit=""):
    return None if text is None else parse_quantity(text, unit=unit, decimal=True)


@pytest.mark.parametrize(
    ("value", "before", "expected"),
    [
        ("150", "100", False),
        ("151", "100", True),
        ("49", "100", True),
        ("50", "100", False),
        ("1", "0", True),
        ("0", "0", False),
        ("trên 200", "100", True),
        ("trên 120", "100", False),
        ("100 - 400", "100", False),
        ("19/19", "9/19", True),
        ("19/20", "18/19", False),
        ("5", "3/4", False),
        ("-2", "2", True),
        ("-2,2", "-2", False),
        (None, "5", False),
        ("5", None, False),
    ],
)
def test_a_jump_is_a_change_that_is_certainly_beyond_the_share(value, before, expected):
    assert jumps(q(value), q(before), 50) is expected


@pytest.mark.parametrize(
    ("declared", "value", "target", "expected"),
    [
        ("48%", "48,9", "100", False),
        ("48%", "49,1", "100", True),
        ("48,3%", "48,37", "100", False),
        ("48,3%", "48,5", "100", True),
        ("gần 50%", "60", "100", True),
        ("gần 50%", "48", "100", False),
        ("khoảng 50%", "60", "100", False),
        ("48%", "trên 60", "100", False),
        ("48%", "60", "từ 100 trở lên", True),
        ("48%", "60", None, False),
        ("48%", "60", "0", False),
        (None, "60", "100", False),
    ],
)
def test_a_declared_share_is_measured_to_its_last_digit(declared, value, target, expected):
    assert is_other_share(q(declared, "%"), q(value), q(target)) is expected


def test_a_ratio_is_compared_by_its_share():
    assert is_other_share(q("50%", "%"), Quantity.ratio(19, 19), Quantity.ratio(19, 19))
    assert not is_other_share(q("100%", "%"), Quantity.ratio(19, 19), Quantity.ratio(19, 19))


def test_each_doubt_names_its_indicator_and_a_sheet_in_order_has_none():
    lines = [
        FigureInQuestion(1, unreadable=True),
        FigureInQuestion(2),
        FigureInQuestion(3, value=q("500"), before=q("5")),
        FigureInQuestion(4, value=q("5")),
    ]
    assert warnings(lines, jump_percent=50, late=True, changed=True) == (
        Warned(Doubt.LATE),
        Warned(Doubt.CHANGED),
        Warned(Doubt.UNREADABLE, 1),
        Warned(Doubt.NO_FIGURE, 2),
        Warned(Doubt.JUMP, 3),
    )
    assert warnings([FigureInQuestion(4, value=q("5"))], jump_percent=50, late=False, changed=False) == ()


def sent(year, city, *, value="73", note="", indicator=None):
    figure = make_figure(cluster_year=year, organisation=city.organisation, value=value, note=note, indicator=indicator)
    in_state(figure.sheet, SheetState.SUBMITTED)
    return approve_sheet(figure.sheet, actor=city.approver)


@pytest.fixture
def several(cluster):
    """(year, head, [two members whose figures wait without warnings], one whose figures have one)"""
    year, head, member = cluster
    indicator = make_indicator()
    cities = [member, make_city(cluster_year=year, name="Thành phố Hai")]
    warned = make_city(cluster_year=year, name="Thành phố Ba")
    for city in cities:
        sent(year, city, indicator=indicator)
    sent(year, warned, value="", note="chưa có", indicator=indicator)
    return year, head, cities, warned


def state_of(city):
    return FigureSheet.objects.get(organisation=city.organisation).state


def fields(page):
    """What the page that names them sends back."""
    return dict(re.findall(r'name="(da-xem-\d+)" value="(\d+)"', page))


def test_the_head_ticks_members_and_confirms_on_a_page_that_names_them(several):
    year, head, (first, second), warned = several
    chief = signed_in(head.officer)
    page = words(chief.get(at("cluster-figures", year)))
    assert f'value="{first.organisation.pk}"' in page
    assert f'name="don-vi" value="{warned.organisation.pk}"' not in page
    assert "No figure, only a note: " in page
    url = at("figures-accept-many", year)
    shown = words(chief.get(url, {"don-vi": [first.organisation.pk]}))
    assert first.organisation.name in shown
    assert second.organisation.name not in shown
    answer = words(chief.post(url, fields(shown), follow=True))
    assert f"Accepted: {first.organisation.name}." in answer
    assert [state_of(city) for city in (first, second, warned)] == ["accepted", "approved", "approved"]


def test_all_means_all_without_warnings(several):
    year, head, (first, second), warned = several
    chief = signed_in(head.officer)
    url = at("figures-accept-many", year)
    shown = words(chief.get(url, {"tat-ca": "1"}))
    assert "The figures of 2 members are accepted" in shown
    assert warned.organisation.name in shown
    chief.post(url, fields(shown))
    assert [state_of(city) for city in (first, second, warned)] == ["accepted", "accepted", "approved"]
    assert SheetStep.objects.filter(name="accept", kept__isnull=False).count() == 2


def test_a_forged_request_accepts_nothing_that_has_warnings_and_says_so_of_each(several):
    year, head, (first, second), warned = several
    everybody = [first, second, warned]
    seen = {
        city.organisation.pk: SheetStep.objects.filter(sheet__organisation=city.organisation).first().pk
        for city in everybody
    }
    return_sheet(FigureSheet.objects.get(organisation=second.organisation), remarks={}, why="Sửa", actor=head.officer)
    outcomes = {one.member.pk: one.refusal for one in accept_together(year, 1, seen=seen, actor=head.officer)}
    assert outcomes[first.organisation.pk] == ""
    assert "no longer wait" in outcomes[second.organisation.pk]
    assert "have warnings" in outcomes[warned.organisation.pk]
    assert [state_of(city) for city in everybody] == ["accepted", "returned", "approved"]


def test_what_was_sent_anew_since_the_head_looked_is_not_accepted_unseen(several):
    year, head, (first, _second), _warned = several
    sheet = FigureSheet.objects.get(organisation=first.organisation)
    seen = {first.organisation.pk: sheet.steps.first().pk}
    return_sheet(sheet, remarks={}, why="Sửa", actor=head.officer)
    Figure.objects.filter(sheet=sheet).update(value_text="80")
    submit_sheet(sheet, actor=first.officer)
    approve_sheet(sheet, actor=first.approver)
    (outcome,) = accept_together(year, 1, seen=seen, actor=head.officer)
    assert "sent anew in the meantime" in outcome.refusal
    assert state_of(first) == "approved"


def test_others_accept_nothing(several):
    year, _head, (first, _second), _warned = several
    url = at("figures-accept-many", year)
    for client in (signed_in(first.officer), central()):
        assert client.get(url, {"tat-ca": "1"}).status_code == 404
        assert client.post(url, {f"da-xem-{first.organisation.pk}": "1"}).status_code == 404
        assert "Waiting for your acceptance" not in words(client.get(at("cluster-figures", year)))
    seen = {first.organisation.pk: SheetStep.objects.filter(sheet__organisation=first.organisation).first().pk}
    (outcome,) = accept_together(year, 1, seen=seen, actor=first.officer)
    assert "not yours to take" in outcome.refusal
    assert state_of(first) == "approved"


def test_nobody_chosen_is_said(several):
    year, head, _cities, _warned = several
    chief = signed_in(head.officer)
    assert "No member was chosen" in words(chief.get(at("figures-accept-many", year)))
    assert "nothing was accepted" in words(chief.post(at("figures-accept-many", year), follow=True))


def test_late_jumping_and_changed_figures_are_warned_of(cluster):
    year, head, member = cluster
    indicator = make_indicator(name="Vốn đầu tư", value_kind=ValueKind.DECIMAL, derivation=Derivation.SUM)
    before = make_figure(
        cluster_year=make_cluster_year(cluster=year.cluster, year=2022),
        organisation=member.organisation,
        indicator=indicator,
        value="10",
    )
    in_state(before.sheet, SheetState.ACCEPTED)
    SheetTerm.objects.create(cluster_year=year, half=1, due_on=date(2023, 7, 1), locks_on=date(2023, 7, 31))
    sheet = sent(year, member, value="73", indicator=indicator)
    chief = signed_in(head.officer)
    page = words(chief.get(at("cluster-figures", year)))
    assert "The figures were sent late." in page
    assert "Far from the period before: Vốn đầu tư." in page
    accept_sheet(sheet, actor=head.officer)
    unlock_sheet(sheet, why="Sửa", actor=head.officer)
    Figure.objects.filter(sheet=sheet).update(note="đã rà soát")
    submit_sheet(sheet, actor=member.officer)
    approve_sheet(sheet, actor=member.approver)
    assert "differ from what was accepted before" in words(chief.get(at("cluster-figures", year)))


@pytest.mark.parametrize("members", [1, 3])
def test_the_page_that_names_them_asks_the_same_number_of_questions(cluster, members):
    year, head, member = cluster
    indicator = make_indicator()
    for city in [member, *(make_city(cluster_year=year) for _ in range(members - 1))]:
        sent(year, city, indicator=indicator)
    client = signed_in(head.officer)
    for url, expected in ((at("figures-accept-many", year), 14), (at("cluster-figures", year), 20)):
        client.get(url, {"tat-ca": "1"})
        with CaptureQueriesContext(connection) as asked:
            client.get(url, {"tat-ca": "1"})
        assert len(asked) == expected, url
