"""A cluster's year with one row of everything that hangs on it, all still being worked on."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Model

from clusters.campaigns.models.campaign import Campaign
from clusters.conferences.rules.ballot_terms import BallotPurpose
from clusters.indicators.rules.terms import TargetKind
from clusters.models import (
    Activity,
    ClusterYear,
    Conference,
    ConferenceBallot,
    FigureRemark,
    FigureSheet,
    KnockOut,
    Pact,
    Post,
    Reminder,
    Scheme,
    SchemeStep,
    SheetExtension,
    SheetStep,
    SheetTerm,
    YearResult,
)
from clusters.pacts.rules.terms import PactSection, TargetOrigin
from clusters.regulation.rules.proposed_awards import ProposedAward
from clusters.regulation.rules.terms import SchemeState
from clusters.results.rules.terms import ElectedPost
from clusters.scores.rules.terms import ScoreKind
from clusters.year.rules.cycle import StageName
from emulation.core import clock
from emulation.core.ballot_flow import BallotWay
from emulation.core.models import SealedBallot, User
from emulation.core.quantity import parse_quantity
from emulation.core.text import sort_key
from reports.models import DraftingDay, Passage, ScheduledDraft
from tests.clusters.attachments.make import make_figure_evidence, make_paper
from tests.clusters.conferences.make import make_conference
from tests.clusters.figures.make import City, make_figure
from tests.clusters.results.make import MINUTES
from tests.clusters.scores.make import ScoringWorld, make_scoring
from tests.periods import EVER

CLOSED_ON = date(2023, 7, 10)


@dataclass(frozen=True)
class WholeYear:
    """`rows`: by model. `world.cities[0]` heads the cluster."""

    world: ScoringWorld
    rows: dict[type[Model], Model]

    @property
    def year(self) -> ClusterYear:
        return self.world.year

    @property
    def head(self) -> City:
        return self.world.head

    @property
    def member(self) -> City:
        return self.world.cities[1]


def close_year(year: ClusterYear, on=CLOSED_ON) -> ClusterYear:
    """Without asking what it hinders."""
    ClusterYear.objects.filter(pk=year.pk).update(closed_on=on)
    year.refresh_from_db()
    return year


def make_whole_year() -> WholeYear:
    world = make_scoring()
    _draft(Scheme.objects.get(cluster_year=world.year))
    year, member = world.year, world.cities[1].organisation
    filed_by = User.objects.get(pk=world.cities[1].officer.user_id)
    made = make_conference(cluster_year=year, paper=make_paper(organisation=member, filed_by=filed_by))
    rows = [
        Post.objects.get(cluster_year=year),
        Scheme.objects.get(cluster_year=year),
        world.judged,
        world.judged.group,
        KnockOut.objects.get(scheme__cluster_year=year),
        SchemeStep.objects.create(
            scheme=Scheme.objects.get(cluster_year=year), name="begin", target="draft", **_taken()
        ),
        *_of_figures(year, member, filed_by),
        *_of_pact(year, member, filed_by, world),
        *_of_scoring(world, member, filed_by),
        Conference.objects.get(pk=made.conference.pk),
        made.item,
        made.guest,
        made.conference_paper,
        _ballot(made.conference),
        made.conference.steps.create(name="plan", source="", target="planned", **_taken()),
        Activity.objects.get(pk=made.activity.pk),
        *_of_result(year, member),
        _scheduled(year),
        Passage.objects.create(cluster_year=year, half=1, place="tasks", text="Thử", changed_at=clock.now()),
    ]
    return WholeYear(world, {type(row): row for row in rows})


def _scheduled(year: ClusterYear) -> ScheduledDraft:
    day = DraftingDay.objects.filter(legal_basis="Kế hoạch thử").first() or DraftingDay.objects.create(
        kind="cluster-six-month",
        half=1,
        days="calendar",
        month=7,
        day=1,
        years_after=0,
        during=EVER,
        legal_basis="Kế hoạch thử",
    )
    return ScheduledDraft.objects.create(
        drafting_day=day, year=year.year, cluster_year=year, outcome="there_already", on=CLOSED_ON
    )


def _draft(scheme: Scheme) -> None:
    unadopted = dict.fromkeys(("adopted_on", "votes_for", "votes_cast"))
    Scheme.objects.filter(pk=scheme.pk).update(state=SchemeState.DRAFT, **unadopted)


def _ballot(conference) -> ConferenceBallot:
    ballot = SealedBallot.objects.create(question="Câu hỏi thử", way=BallotWay.SEALED, quorum=1)
    return ConferenceBallot.objects.create(conference=conference, purpose=BallotPurpose.HEAD, ballot=ballot)


def _taken() -> dict:
    return {"taken_by_name": "Người Thử", "taken_at": clock.now()}


def _of_figures(year, member, filed_by):
    figure = make_figure(cluster_year=year, organisation=member)
    step = SheetStep.objects.create(sheet=figure.sheet, name="submit", source="draft", target="submitted", **_taken())
    return [
        FigureSheet.objects.get(pk=figure.sheet_id),
        figure,
        step,
        make_figure_evidence(figure=figure, filed_by=filed_by),
        FigureRemark.objects.create(figure=figure, step=step, text="Thử"),
        SheetTerm.objects.create(cluster_year=year, half=1, due_on=date(2023, 7, 20), locks_on=date(2023, 7, 31)),
        SheetExtension.objects.create(
            cluster_year=year,
            half=1,
            organisation=member,
            until=date(2023, 8, 5),
            why="Thử",
            granted_by_name="Người Thử",
            granted_at=clock.now(),
        ),
        Reminder.objects.create(
            cluster_year=year,
            stage=StageName.PACT,
            organisation=member,
            on=date(2023, 3, 1),
            sent_by_name="Người Thử",
            sent_at=clock.now(),
        ),
    ]


def _campaign() -> Campaign:
    name = "Phong trào thử"
    return Campaign.objects.get_or_create(name=name, name_key=sort_key(name), initiator="Nơi Thử", during=EVER)[0]


def _of_pact(year, member, filed_by, world):
    pact = Pact.objects.create(cluster_year=year)
    return [
        pact,
        pact.commitments.create(section=PactSection.LEADERSHIP, text="Cam kết thử"),
        pact.campaigns.create(campaign=_campaign()),
        pact.targets.create(
            organisation=member,
            indicator=world.indicator,
            kind=TargetKind.EXACT,
            origin=TargetOrigin.OWN,
            text="8%",
            value=parse_quantity("8%", unit="%"),
        ),
        pact.answers.create(
            round=1, organisation=member, agreed=True, answered_by_name="Người Thử", answered_at=clock.now()
        ),
        pact.signatures.create(
            round=1,
            organisation=member,
            signer=filed_by,
            signer_name="Người Thử",
            signer_office="Thử",
            signed_at=clock.now(),
            checksum="0" * 64,
        ),
        pact.steps.create(name="ask_members", source="draft", target="consulted", **_taken()),
    ]


def _of_scoring(world, member, filed_by):
    scoring = world.scoring
    score = scoring.scores.create(kind=ScoreKind.SELF, criterion=world.judged, scored=member, scorer=member)
    found = {"found_by_name": "Người Thử", "found_at": clock.now()}
    other = world.cities[2].organisation
    return [
        scoring,
        scoring.tasks.first(),
        score,
        score.evidence.create(paper=make_paper(organisation=member, filed_by=filed_by)),
        scoring.finishes.create(
            kind=ScoreKind.SELF, organisation=other, finished_by_name="Người Thử", finished_at=clock.now()
        ),
        scoring.findings.create(
            knock_out=KnockOut.objects.get(scheme__cluster_year=world.year), organisation=member, why="Thử", **found
        ),
        scoring.steps.create(name="open_self", source="", target="self", **_taken()),
    ]


def _of_result(year, member):
    result = YearResult.objects.create(cluster_year=year, minutes=MINUTES)
    return [
        result,
        result.places.create(organisation=member, points=10, rank=1),
        result.proposals.create(organisation=member, award=ProposedAward.PRIME_MINISTER_CERTIFICATE),
        result.elections.create(post=ElectedPost.HEAD, organisation=member),
        result.steps.create(name="draw_up", target="draft", **_taken()),
    ]
