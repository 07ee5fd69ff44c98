"""Papers beside a figure: who attaches and withdraws them, until when, and what the database holds."""

from functools import partial

import pytest
from django.db import DatabaseError, transaction

from clusters.attachments.access import papers_seen_by
from clusters.figures.actions.evidence import MOST_PAPERS, attach_evidence, withdraw_evidence
from clusters.figures.actions.sheets import submit_sheet
from clusters.figures.rules.terms import SheetState
from clusters.models import Figure, FigureEvidence, FigureSheet, Paper, SheetTerm
from emulation.core.errors import Refusal
from emulation.core.models import AuditEntry
from emulation.core.period import Period
from tests.clusters.attachments.make import PDF, PNG, upload
from tests.clusters.figures.make import in_state, make_city, make_figure, make_indicator
from tests.clusters.organisations.make import make_organisation
from tests.clusters.people.make import actor_for
from tests.periods import DAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]
STANDS = {
    SheetState.SUBMITTED: "wait for the approver",
    SheetState.APPROVED: "with the head of the cluster",
    SheetState.ACCEPTED: "no longer change",
}


def attach(year, city, indicator, *, half=1, organisation=None, actor=None, content=PDF, name="minh-chung.pdf"):
    return attach_evidence(
        year,
        half,
        organisation or city.organisation,
        indicator=indicator,
        upload=upload(content, name),
        actor=actor or city.officer,
    )


def numbered(number: int) -> bytes:
    """A whole paper like no other."""
    return PDF.replace(b"%PDF-1.4", b"%%PDF-1.4 %d" % number)


def refused(deed, sentence):
    with pytest.raises(Refusal, match=sentence):
        deed()


def shown():
    return FigureEvidence.objects.filter(withdrawn_at__isnull=True)


def test_a_paper_is_attached_even_before_the_first_figure_is_written(cluster):
    year, _head, member = cluster
    indicator = make_indicator()
    evidence = attach(year, member, indicator, content=PNG, name="biên bản.png")
    assert (evidence.figure.sheet.organisation, evidence.figure.indicator) == (member.organisation, indicator)
    assert (evidence.paper.name, evidence.paper.size) == ("biên bản.png", len(PNG))
    assert not evidence.figure.is_answered
    entry = AuditEntry.objects.get(subject_id=evidence.figure.pk, verb__contains="evidence")
    assert (entry.organisation_id, entry.after["file"]) == (member.organisation.pk, "biên bản.png")


def test_several_papers_stand_beside_one_figure_and_one_paper_beside_several(cluster):
    year, _head, member = cluster
    first, second = make_indicator(), make_indicator()
    for indicator, content in ((first, numbered(1)), (first, numbered(2)), (second, numbered(1))):
        attach(year, member, indicator, content=content)
    assert shown().count() == 3
    assert Paper.objects.count() == 2


def test_the_same_paper_twice_is_one(cluster):
    year, _head, member = cluster
    indicator = make_indicator()
    once, again = (attach(year, member, indicator, name=name) for name in ("a.pdf", "b.pdf"))
    assert once == again
    assert AuditEntry.objects.filter(subject_id=once.figure.pk, verb__contains="attach").count() == 1


def test_withdrawn_it_is_shown_to_no_reader_but_stays_and_may_come_back(cluster):
    year, head, member = cluster
    indicator = make_indicator()
    evidence = attach(year, member, indicator)
    FigureSheet.objects.filter(pk=evidence.figure.sheet_id).update(state=SheetState.APPROVED)
    assert evidence.paper in papers_seen_by(head.officer)
    FigureSheet.objects.filter(pk=evidence.figure.sheet_id).update(state=SheetState.RETURNED)
    gone = withdraw_evidence(evidence, actor=member.officer)
    again = withdraw_evidence(evidence, actor=member.officer)
    assert gone.withdrawn_at == again.withdrawn_at is not None
    entry = AuditEntry.objects.get(subject_id=evidence.figure.pk, verb__contains="withdraw")
    assert entry.before == {"file": "minh-chung.pdf"}
    assert Paper.objects.filter(pk=evidence.paper_id).exists()
    FigureSheet.objects.filter(pk=evidence.figure.sheet_id).update(state=SheetState.APPROVED)
    assert evidence.paper not in papers_seen_by(head.officer)
    FigureSheet.objects.filter(pk=evidence.figure.sheet_id).update(state=SheetState.RETURNED)
    assert attach(year, member, indicator) != evidence
    assert FigureEvidence.objects.count() == 2


def test_who_may_see_the_sheet_may_open_its_evidence(cluster):
    year, head, member = cluster
    other = make_city(cluster_year=year)
    evidence = attach(year, member, make_indicator())
    sheet = evidence.figure.sheet
    seen = {
        state: [evidence.paper in papers_seen_by(one) for one in (member.approver, head.officer, other.officer)]
        for state in SheetState
        if in_state(sheet, state)
    }
    assert seen == {
        SheetState.DRAFT: [True, False, False],
        SheetState.SUBMITTED: [True, False, False],
        SheetState.RETURNED: [True, False, False],
        SheetState.APPROVED: [True, True, False],
        SheetState.ACCEPTED: [True, True, True],
    }


def test_only_the_members_own_officer_attaches_and_withdraws(cluster):
    year, head, member = cluster
    indicator = make_indicator()
    evidence = attach(year, member, indicator)
    for actor in (member.approver, head.officer, make_city(cluster_year=year).officer):
        refused(partial(attach, year, member, indicator, actor=actor), "Only an officer of this organisation")
        refused(partial(withdraw_evidence, evidence, actor=actor), "Only an officer of this organisation")
    assert shown().count() == 1


@pytest.mark.parametrize(("state", "sentence"), STANDS.items())
def test_once_submitted_the_evidence_stands(cluster, state, sentence):
    year, _head, member = cluster
    indicator = make_indicator()
    evidence = attach(year, member, indicator)
    in_state(evidence.figure.sheet, state)
    refused(partial(attach, year, member, indicator, content=PNG), sentence)
    refused(partial(withdraw_evidence, evidence, actor=member.officer), sentence)
    assert shown().get() == evidence
    assert Paper.objects.count() == 1


def test_in_a_closed_year_the_evidence_stands(cluster):
    year, _head, member = cluster
    indicator = make_indicator()
    evidence = attach(year, member, indicator)
    year.closed_on = DAY
    year.save(update_fields=["closed_on"])
    refused(partial(attach, year, member, indicator, content=PNG), "closed")
    refused(partial(withdraw_evidence, evidence, actor=member.officer), "closed")


def test_after_the_day_the_figures_lock_the_evidence_stands(cluster):
    year, _head, member = cluster
    indicator = make_indicator()
    evidence = attach(year, member, indicator)
    SheetTerm.objects.create(cluster_year=year, half=1, due_on=DAY.replace(day=1), locks_on=DAY.replace(day=9))
    refused(partial(attach, year, member, indicator, content=PNG), "locked")
    refused(partial(withdraw_evidence, evidence, actor=member.officer), "locked")


def test_what_is_not_asked_and_who_was_no_member_takes_no_evidence(cluster):
    year, _head, member = cluster
    refused(partial(attach, year, member, make_indicator(during=Period.year(2022))), "not reported")
    stranger = make_organisation()
    actor = actor_for(organisation=stranger)
    refused(partial(attach, year, member, make_indicator(), organisation=stranger, actor=actor), "was not a member")
    assert not Figure.objects.exists()
    assert not Paper.objects.exists()


def test_a_file_renamed_to_pdf_is_refused_and_leaves_nothing(cluster):
    year, _head, member = cluster
    refused(partial(attach, year, member, make_indicator(), content=b"PK\x03\x04bang.xlsx"), "whatever its name says")
    assert not FigureSheet.objects.exists()
    assert not Figure.objects.exists()


def test_beside_one_figure_stand_so_many_papers_and_no_more(cluster):
    year, _head, member = cluster
    indicator = make_indicator()
    papers = [attach(year, member, indicator, content=numbered(number)) for number in range(MOST_PAPERS)]
    refused(partial(attach, year, member, indicator, content=PNG), f"{MOST_PAPERS} papers stand beside this figure")
    withdraw_evidence(papers[0], actor=member.officer)
    attach(year, member, indicator, content=PNG)
    assert shown().count() == MOST_PAPERS


def test_evidence_alone_is_no_answer(cluster):
    year, _head, member = cluster
    evidence = attach(year, member, make_indicator())
    refused(partial(submit_sheet, evidence.figure.sheet, actor=member.officer), "no result yet")


def test_the_database_deletes_no_evidence_and_changes_none_of_submitted_figures(cluster):
    year, _head, member = cluster
    figure = make_figure(cluster_year=year, organisation=member.organisation)
    evidence = attach(year, member, figure.indicator)
    of_this = FigureEvidence.objects.filter(pk=evidence.pk)
    with pytest.raises(DatabaseError, match="never deleted"), transaction.atomic():
        of_this.delete()
    in_state(figure.sheet, SheetState.SUBMITTED)
    with pytest.raises(DatabaseError, match="does not change"), transaction.atomic():
        of_this.update(withdrawn_at="2023-07-10T00:00Z")
    with pytest.raises(DatabaseError, match="does not change"), transaction.atomic():
        FigureEvidence.objects.create(figure=figure, paper=evidence.paper)
    assert shown().get() == evidence
