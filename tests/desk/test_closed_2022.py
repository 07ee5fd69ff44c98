"""The year 2022 of the demonstration, told to its end by the deeds of those whose task it was."""

from datetime import date

from django.utils import timezone

from clusters.conferences.rules.terms import ConferenceState
from clusters.figures.rules.terms import SheetState
from clusters.models import ClusterYear, Conference, Pact, YearResult
from clusters.pacts.rules.terms import PactState
from clusters.scores.rules.terms import RoundState
from emulation.core.models import JobState
from emulation.desk.demonstration.counts import IN_2022
from reports.runs.models.kinds import ReportKind
from reports.runs.models.report import ReportState
from reports.signing.models import SignedPaper
from reports.year_end.compose import compose
from reports.year_end.material import collect_year
from tests.reports.six_month.readings import row_of, table_of

DAY = date(2023, 7, 10)
TOLD = {
    "CUM_5TP": (5, "Hải Phòng", {"head": "Cần Thơ", "deputy": "Hải Phòng"}, date(2023, 4, 14)),
    "KHOI_CANTHO_1": (
        3,
        "Sở Tài chính thành phố Cần Thơ",
        {"head": "Sở Nội vụ thành phố Cần Thơ", "deputy": "Sở Tư pháp thành phố Cần Thơ"},
        date(2023, 2, 28),
    ),
}


def test_2022_is_told_to_its_end_and_its_report_adds_up(shown_database):
    both_years_are_closed_with_all_that_a_year_holds()
    their_papers_were_signed_while_they_were_open()
    the_year_end_report_adds_up()


def both_years_are_closed_with_all_that_a_year_holds():
    for code, (members, acclaimed, next_posts, closed_on) in TOLD.items():
        year = ClusterYear.objects.get(cluster__code=code, year=2022)
        assert year.closed_on == closed_on
        assert Pact.objects.of_year(year).get().state == PactState.IN_FORCE
        assert year.scoring.state == RoundState.FROZEN
        conference = Conference.objects.get(cluster_year=year)
        coming = ClusterYear.objects.get(cluster__code=code, year=2023)
        is_signed = Pact.objects.of_year(coming).in_force().exists()
        said = " ".join(conference.items.values_list("conclusion", flat=True))
        assert (conference.state, bool(conference.signs_year)) == (ConferenceState.CLOSED, is_signed)
        assert ("ký giao ước tại Hội nghị" in said) == is_signed, "what was not signed is not told as signed"
        result = YearResult.objects.standing().get(cluster_year=year)
        places = result.places.select_related("organisation")
        assert [place.organisation.name for place in places if place.is_acclaimed] == [acclaimed]
        assert sorted(place.rank for place in places) == list(range(1, members + 1))
        assert result.proposals.exists()
        held = {post.kind: post.organisation.name for post in coming.posts.all()}
        assert next_posts.items() <= held.items()


def their_papers_were_signed_while_they_were_open():
    """The report, in every format, is what one click opens; nobody makes another of a year that nobody heads."""
    for code, issuer in (("CUM_5TP", "Hà Nội"), ("KHOI_CANTHO_1", "Sở Tài chính thành phố Cần Thơ")):
        year = ClusterYear.objects.get(cluster__code=code, year=2022)
        papers = {
            "report": SignedPaper.objects.get(report__cluster_year=year),
            "minutes": SignedPaper.objects.get(conference__cluster_year=year),
            "result": SignedPaper.objects.get(result__cluster_year=year),
        }
        assert {name: len(paper.files.all()) for name, paper in papers.items()} == {
            "report": 3,
            "minutes": 2,
            "result": 2,
        }
        assert {paper.organisation.name for paper in papers.values()} == {issuer}
        assert all(paper.dated <= year.closed_on for paper in papers.values())
        report = papers["report"].report
        assert (report.kind, report.state) == (ReportKind.CLUSTER_YEAR_END, ReportState.SIGNED)
        assert report.job.state == JobState.DONE
    pact = Pact.objects.of_year(ClusterYear.objects.get(cluster__code="CUM_5TP", year=2023)).get()
    assert {timezone.localdate(one.signed_at) for one in pact.signatures.all()} == {pact.dated} == {date(2023, 3, 30)}


def the_year_end_report_adds_up():
    year = ClusterYear.objects.get(cluster__code="CUM_5TP", year=2022)
    assert {sheet.state for sheet in year.figure_sheets.all()} == {SheetState.ACCEPTED}
    document = compose(collect_year(year, as_of=DAY))
    by_member = table_of(document, "Khen thưởng theo đơn vị thành viên")
    in_all = sum(sum(cities.values()) for cities in IN_2022.values())
    assert row_of(by_member, "Toàn Cụm")[4] == in_all + 1, "one decision of Hà Nội is of the last days of the year"
    assert row_of(table_of(document, "Điểm và xếp hạng"), "Hải Phòng")[4] == 4
