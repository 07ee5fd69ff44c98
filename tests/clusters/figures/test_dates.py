"""On time and locked: who sets the days, what they forbid, who gets more time, how punctual a member was."""

from datetime import date

import pytest
from django.urls import reverse

from clusters.figures.actions.dates import extend_sheet, set_sheet_term
from clusters.figures.actions.figures import write_cell
from clusters.figures.actions.sheets import approve_sheet, submit_sheet
from clusters.figures.models.dates import dates_of
from clusters.figures.rules.dates import (
    DatesFault,
    When,
    fault_in_extension,
    fault_in_term,
    is_late,
    last_day,
    standing,
)
from clusters.figures.rules.terms import SheetState
from clusters.indicators.rules.terms import Derivation, FigurePart
from clusters.models import Figure, SheetExtension, SheetTerm
from emulation.core.errors import Refusal
from emulation.core.models import AuditEntry
from tests.clusters.figures.days import DUE, LOCKS, make_term
from tests.clusters.figures.make import in_state, make_city, make_figure, make_indicator
from tests.clusters.figures.visiting import at, central, save, signed_in, words
from tests.clusters.organisations.make import make_organisation
from tests.periods import DAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]
TERM = SheetTerm(due_on=DUE, locks_on=LOCKS)


def write(year, city, indicator, text="5"):
    return write_cell(
        year, 1, city.organisation, indicator=indicator, part=FigurePart.VALUE, text=text, seen="", actor=city.officer
    )


@pytest.mark.parametrize(
    ("day", "extension", "expected"),
    [
        (DUE, None, When.ON_TIME),
        (date(2023, 7, 16), None, When.LATE),
        (LOCKS, None, When.LATE),
        (date(2023, 8, 1), None, When.LOCKED),
        (date(2023, 8, 1), date(2023, 8, 1), When.LATE),
        (date(2023, 8, 2), date(2023, 8, 1), When.LOCKED),
        (date(2023, 7, 20), date(2023, 7, 18), When.LATE),
    ],
)
def test_both_days_count_and_an_extension_never_shortens(day, extension, expected):
    assert standing(day, TERM, extension) is expected


def test_without_days_nothing_is_late_or_locked():
    assert standing(date(2030, 1, 1), None, None) is When.NOT_SET
    assert last_day(TERM, date(2023, 1, 1)) == LOCKS
    assert not is_late(DUE, DUE)


@pytest.mark.parametrize(
    ("due_on", "locks_on", "before", "expected"),
    [
        (DUE, LOCKS, None, None),
        (LOCKS, DUE, None, ("locks_on", DatesFault.LOCKS_BEFORE_DUE)),
        (date(2023, 7, 9), LOCKS, None, ("due_on", DatesFault.IN_THE_PAST)),
        (DUE, date(2032, 7, 31), None, ("locks_on", DatesFault.OTHER_YEAR)),
        (DUE, LOCKS, SheetTerm(due_on=date(2023, 7, 1), locks_on=LOCKS), ("due_on", DatesFault.IS_OVER)),
        (date(2023, 7, 1), date(2023, 8, 9), SheetTerm(due_on=date(2023, 7, 1), locks_on=LOCKS), None),
        (DAY, LOCKS, SheetTerm(due_on=DAY, locks_on=LOCKS), None),
    ],
)
def test_a_day_that_is_over_stays_and_none_is_set_back(due_on, locks_on, before, expected):
    assert fault_in_term(due_on, locks_on, before=before, today=DAY, year=2023) == expected


@pytest.mark.parametrize(
    ("until", "newest", "expected"),
    [
        (date(2023, 8, 9), None, None),
        (LOCKS, None, DatesFault.SHORTENS),
        (date(2023, 8, 9), date(2023, 8, 9), DatesFault.SHORTENS),
        (date(2023, 7, 9), None, DatesFault.IN_THE_PAST),
    ],
)
def test_an_extension_gives_more_time_or_is_refused(until, newest, expected):
    assert fault_in_extension(until, term=TERM, newest=newest, today=DAY) == expected


def test_the_heads_officer_sets_the_days_and_a_change_says_why(cluster):
    year, head, member = cluster
    for stranger in (member.officer, head.approver):
        with pytest.raises(Refusal):
            set_sheet_term(year, 1, due_on=DUE, locks_on=LOCKS, actor=stranger)
    set_sheet_term(year, 1, due_on=DUE, locks_on=LOCKS, actor=head.officer)
    later = date(2023, 8, 5)
    with pytest.raises(Refusal) as refused:
        set_sheet_term(year, 1, due_on=DUE, locks_on=later, actor=head.officer)
    assert refused.value.field == "why"
    set_sheet_term(year, 1, due_on=DUE, locks_on=later, why="Bão", actor=head.officer)
    assert SheetTerm.objects.get().locks_on == later
    newest = AuditEntry.objects.filter(verb="clusters.set_sheet_term").order_by("id").last()
    assert (newest.before["locks_on"], newest.after["locks_on"], newest.why) == ("2023-07-31", "2023-08-05", "Bão")


def test_the_same_days_again_change_nothing(cluster):
    year, head, _member = cluster
    for _ in range(2):
        set_sheet_term(year, 1, due_on=DUE, locks_on=LOCKS, actor=head.officer)
    assert AuditEntry.objects.filter(verb="clusters.set_sheet_term").count() == 1


def test_after_the_lock_nothing_is_written_submitted_or_sent_without_an_extension(cluster):
    year, head, member = cluster
    figure = make_figure(cluster_year=year, organisation=member.organisation)
    make_term(year, due_on=date(2023, 6, 30), locks_on=date(2023, 7, 9))
    indicator = make_indicator()
    deeds = (
        (SheetState.DRAFT, lambda: write(year, member, indicator)),
        (SheetState.DRAFT, lambda: submit_sheet(figure.sheet, actor=member.officer)),
        (SheetState.SUBMITTED, lambda: approve_sheet(figure.sheet, actor=member.approver)),
    )
    for state, deed in deeds:
        in_state(figure.sheet, state)
        with pytest.raises(Refusal, match="locked"):
            deed()
    in_state(figure.sheet, SheetState.DRAFT)
    extend_sheet(year, 1, member.organisation, until=DAY, why="Mất điện", actor=head.officer)
    write(year, member, indicator)
    submit_sheet(figure.sheet, actor=member.officer)
    approve_sheet(figure.sheet, actor=member.approver)
    assert AuditEntry.objects.get(verb="clusters.extend_sheet").why == "Mất điện"


def test_on_the_last_day_itself_one_still_writes_and_the_heads_own_sheet_is_never_locked(cluster):
    year, head, member = cluster
    make_term(year, due_on=date(2023, 6, 30), locks_on=DAY)
    write(year, member, make_indicator())
    SheetTerm.objects.update(locks_on=date(2023, 6, 30))
    by_head = make_indicator(derivation=Derivation.BY_HEAD)
    write_cell(year, 1, None, indicator=by_head, part=FigurePart.VALUE, text="5", seen="", actor=head.officer)
    assert Figure.objects.count() == 2
    assert "data-cell=" in words(signed_in(head.officer).get(at("figure-sheet", year)))


def test_of_two_extensions_the_newest_counts(cluster):
    year, head, member = cluster
    make_term(year)
    for until in (date(2023, 8, 9), date(2023, 8, 15)):
        extend_sheet(year, 1, member.organisation, until=until, why="Bão", actor=head.officer)
    assert dates_of(year, 1).last_day_of(member.organisation.pk) == date(2023, 8, 15)


def test_an_extension_is_the_heads_has_a_reason_and_is_for_a_member(cluster):
    year, head, member = cluster
    until = date(2023, 8, 9)
    with pytest.raises(Refusal, match="No days are set"):
        extend_sheet(year, 1, member.organisation, until=until, why="Bão", actor=head.officer)
    make_term(year)
    with pytest.raises(Refusal):
        extend_sheet(year, 1, member.organisation, until=until, why="Bão", actor=member.officer)
    with pytest.raises(Refusal) as refused:
        extend_sheet(year, 1, member.organisation, until=until, why=" ", actor=head.officer)
    assert refused.value.field == "why"
    with pytest.raises(Refusal):
        extend_sheet(year, 1, make_organisation(), until=until, why="Bão", actor=head.officer)
    assert not SheetExtension.objects.exists()


def test_the_page_says_what_the_days_mean_and_where_the_member_stands(cluster):
    year, head, member = cluster
    make_indicator()
    officer = signed_in(member.officer)
    sheet = at("figure-sheet", year, member)
    assert "No days are set" in words(officer.get(sheet))
    term = make_term(year, due_on=DAY, locks_on=DAY)
    page = words(officer.get(sheet))
    assert "Sent by the end of 10/07/2023, they are on time. After 10/07/2023 they are locked" in page
    assert "data-cell=" in page
    SheetTerm.objects.filter(pk=term.pk).update(due_on=date(2023, 7, 7))
    assert "late by 3 days" in words(officer.get(sheet))
    SheetTerm.objects.filter(pk=term.pk).update(due_on=date(2023, 7, 7), locks_on=date(2023, 7, 8))
    page = words(officer.get(sheet))
    assert "Not sent; the figures are locked" in page
    assert "data-cell=" not in page


def test_returned_after_the_lock_the_page_says_why_nothing_can_be_mended(cluster):
    year, head, member = cluster
    figure = make_figure(cluster_year=year, organisation=member.organisation)
    in_state(figure.sheet, SheetState.SUBMITTED)
    approve_sheet(figure.sheet, actor=member.approver)
    make_term(year, due_on=DAY, locks_on=DAY)
    sheet, officer = at("figure-sheet", year, member), signed_in(member.officer)
    SheetTerm.objects.update(due_on=date(2023, 7, 8), locks_on=date(2023, 7, 9))
    assert "mending them needs an extension" not in words(officer.get(sheet))
    answer = signed_in(head.officer).post(at("figures-return-to-member", year, member), {"why": "Sửa"}, follow=True)
    assert "can mend them only with an extension" in words(answer)
    page = words(officer.get(sheet))
    assert "mending them needs an extension by the head" in page
    assert "data-cell=" not in page


def test_what_was_sent_late_is_said_to_head_and_member(cluster):
    year, head, member = cluster
    make_term(year, due_on=date(2023, 7, 7))
    figure = make_figure(cluster_year=year, organisation=member.organisation)
    in_state(figure.sheet, SheetState.SUBMITTED)
    approve_sheet(figure.sheet, actor=member.approver)
    for client in (signed_in(head.officer), central()):
        assert "Sent on 10/07/2023, late by 3 days." in words(client.get(at("cluster-figures", year)))
    assert "Sent on 10/07/2023, late by 3 days." in words(
        signed_in(member.officer).get(at("figure-sheet", year, member))
    )
    other = make_city(cluster_year=year)
    assert "Sent on" not in words(signed_in(other.officer).get(at("cluster-figures", year)))


def test_the_days_are_set_and_extended_on_their_pages(cluster):
    year, head, member = cluster
    officer = signed_in(head.officer)
    term, extend = (reverse(f"clusters:{name}", args=[year.pk, 1]) for name in ("sheet-term", "sheet-extend"))
    assert "nobody needs more time" in words(officer.get(extend))
    refused = officer.post(term, {"due_on": "31/07/2023", "locks_on": "15/07/2023"})
    assert refused.status_code == 422
    assert "Figures are locked on their due day or later" in words(refused)
    assert officer.post(term, {"due_on": "15/07/2023", "locks_on": "31/07/2023"}).status_code == 302
    told = {"organisation": member.organisation.pk, "until": "31/07/2023", "why": "Bão"}
    assert "may send until the end of 31/07/2023 anyway" in words(officer.post(extend, told))
    assert officer.post(extend, told | {"until": "09/08/2023"}).status_code == 302
    page = words(officer.get(at("cluster-figures", year)))
    assert term in page
    assert "until the end of 09/08/2023" in page
    assert "Reason: Bão" in page
    assert "Extended until the end of 09/08/2023." in words(
        signed_in(member.officer).get(at("figure-sheet", year, member))
    )
    assert "Sent by the end of 15/07/2023" in words(officer.get(reverse("clusters:figures")))
    for client in (signed_in(member.officer), signed_in(head.approver), central()):
        assert term not in words(client.get(at("cluster-figures", year)))
        assert client.get(term).status_code == 404
        assert client.post(extend, told).status_code == 404


def test_a_save_after_the_lock_is_refused_in_words_at_the_cell(cluster):
    year, _head, member = cluster
    make_term(year, due_on=date(2023, 6, 30), locks_on=date(2023, 7, 9))
    answer = save(signed_in(member.officer), year, member, make_indicator(), "5")
    assert answer.status_code == 409
    assert "locked since the end of 09/07/2023" in words(answer)
