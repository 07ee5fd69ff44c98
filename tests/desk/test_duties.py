"""What a duty says of itself besides its words: which deed, about which record, in whose name. Asked of worlds that
between them leave every kind of duty waiting."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.apps import apps

from awards.lists.rules.terms import BatchState
from awards.models import Publication
from awards.nominations.actions.steps import take_step
from awards.nominations.duties import SHOWN
from awards.review.duties import SHOWN as OPINIONS_SHOWN
from awards.sittings.actions.ballots import prepare_ballots
from clusters.duties import duties as duties_of_clusters
from clusters.figures.rules.terms import SheetState
from clusters.models import ClusterYear, Organisation, OrganisationKind
from clusters.pacts.actions.pacts import ask_members
from clusters.people.models.scope import actor_of
from clusters.scores.rules.terms import RoundState, ScoreKind
from clusters.tasks.rules import AssignmentState, TaskKind
from emulation.core import clock
from emulation.core.actor import Actor, Role
from emulation.core.duty import Duty, DutyKind
from emulation.core.models import Job, JobState, User
from emulation.core.period import Period
from emulation.desk.agenda import APPS
from emulation.desk.verbs import VERBS
from reports.models import DraftingDay, Report, ReportBatch, ReportState, ScheduledDraft
from tests.awards.decisions.make import agreed_dossier, drafted
from tests.awards.nominations.make import asked, make_nomination, make_nominators, make_office, returned, sent, taken_up
from tests.awards.publication.make import make_publication_of
from tests.awards.records.make import make_declared, make_subject
from tests.awards.register.make import make_batch
from tests.awards.review.make import asked as opinion_asked
from tests.awards.review.make import compared, make_board
from tests.awards.sittings.make import before_the_council, in_session, make_room
from tests.awards.sittings.make import voting as voting_open
from tests.awards.submissions.make import make_submission
from tests.awards.year_lists.make import make_year_list
from tests.clusters.ballots.make import make_meeting, prepared, vote_all, voting
from tests.clusters.campaigns.make import make_office as make_office_of_campaigns
from tests.clusters.campaigns.make import prepared as prepared_campaign
from tests.clusters.campaigns.make import recorded
from tests.clusters.conferences.make import opened, planned
from tests.clusters.figures.make import in_state, make_figure, make_two_cities
from tests.clusters.membership.make import make_cluster_year
from tests.clusters.organisations.make import make_organisation
from tests.clusters.pacts.make import agreed, in_signing, make_pact
from tests.clusters.people.make import make_administrator, make_mandate, make_user
from tests.clusters.regulation.make import make_scheme
from tests.clusters.results.make import drawn, make_frozen, voted
from tests.clusters.scores.make import finish, make_scoring
from tests.clusters.tasks.make import make_task
from tests.clusters.year.whole_years import close_year
from tests.periods import DAY, FIRST_HALF_2023

AFTER_THE_LAST_CLUSTER = date(2150, 1, 1)
OF_THE_REST = {"campaigns.more", "tasks.more", "nominations.more", "review.more_opinions"}
ABOUT_MANY = OF_THE_REST | {
    "review.discuss",
    "review.feedback",
    "records.confirm_declared",
    "lists.send",
    "membership.enter_clusters",
    "membership.open_years",
    "membership.record_heads",
}


def kinds() -> list[DutyKind]:
    return [kind for room in DutyKind.__subclasses__() for kind in room]


def test_each_deed_has_the_verb_of_its_button():
    assert set(VERBS) == {kind.value for kind in kinds()}


def test_each_deed_has_a_key_of_its_own():
    keys = [str(kind) for kind in kinds()]
    assert len(set(keys)) == len(keys) > 30
    assert all(key.count(".") == 1 and key == key.lower() for key in keys)


def figures() -> None:
    for state in (SheetState.DRAFT, SheetState.RETURNED, SheetState.SUBMITTED, SheetState.APPROVED):
        year, _head, member = make_two_cities()
        in_state(make_figure(cluster_year=year, organisation=member.organisation).sheet, state)


def regulations_and_pacts() -> None:
    make_scheme(cluster_year=make_two_cities()[0])
    year, head, _member = make_two_cities()
    ask_members(make_pact(year, head), actor=head.officer)
    for begin in (agreed, in_signing):
        year, head, member = make_two_cities()
        begin(make_pact(year, head), head, [head, member])


def scores_and_results() -> None:
    for state in (RoundState.SELF, RoundState.CROSS, RoundState.APPRAISAL, RoundState.FINAL):
        make_scoring(state=state, members=3)
    world = make_scoring(members=3)
    for city in world.cities:
        finish(world, ScoreKind.SELF, city)
    make_frozen()
    drawn(make_frozen())
    voted(make_frozen())


def conferences_and_ballots() -> None:
    year, head, _member = make_two_cities()
    planned(year, head)
    opened(year, head, held_on=date(2023, 7, 1))
    for begin in (prepared, voting):
        begin(make_meeting())
    meeting = make_meeting()
    vote_all(meeting, voting(meeting), (1, 0, 0, 0, 0))


def lists_and_reports() -> None:
    year, head, member = make_two_cities()
    for state in (BatchState.UPLOADED, BatchState.CHECKED):
        make_batch(member.organisation, make_user(), state=state)
    now = clock.now()
    centre = make_organisation(kind=OrganisationKind.CENTRAL_BOARD)
    asked_by = make_mandate(organisation=centre, role=Role.CENTRAL_REVIEWER).user
    job = Job.objects.create(
        kind="reports.make_batch", title="Thử", state=JobState.DONE, created_at=now, rung_at=now, created_by=asked_by
    )
    batch = ReportBatch.objects.create(
        scope="provinces",
        year=DAY.year,
        half=1,
        days="calendar",
        format="pdf",
        day=DAY,
        job=job,
        created_by=asked_by,
        created_at=now,
    )
    batch.parts.create(position=1, name="Thử", province=head.organisation)
    Report.objects.create(
        kind="cluster-six-month",
        state=ReportState.DRAFT,
        cluster_year=year,
        organisation=head.organisation,
        during=FIRST_HALF_2023,
        half=1,
        as_of=now,
        day=DAY,
        document={},
        checksum="0" * 64,
        created_by=make_user(),
        created_at=now,
    )


def drafts_of_set_days() -> None:
    """One of a cluster that waits to be finished; one of another whose work could not be begun."""
    day = DraftingDay.objects.create(
        kind="cluster-six-month",
        half=1,
        days="calendar",
        month=7,
        day=1,
        years_after=0,
        during=Period(DAY, None),
        legal_basis="Kế hoạch thử",
    )
    for report in (Report.objects.filter(state=ReportState.DRAFT).latest("pk"), None):
        year = make_two_cities()[0] if report is None else report.cluster_year
        outcome = {"outcome": "unmade", "why": "Thử"} if report is None else {"outcome": "drafted", "report": report}
        ScheduledDraft.objects.create(drafting_day=day, year=year.year, cluster_year=year, on=DAY, **outcome)


def dossiers() -> None:
    offices = make_nominators()
    unit, city = offices.unit, offices.city
    make_nomination(unit)
    returned(taken_up(make_nomination(unit), unit, city), city)
    take_step(make_nomination(unit), "present", actor=unit.officer)
    sent(make_nomination(unit), unit)
    taken_up(make_nomination(unit), unit, city)
    take_step(taken_up(make_nomination(unit), unit, city), "put_to_council", actor=city.officer)
    make_mandate(user=make_user(), organisation=city.organisation, role=Role.COUNCIL_SECRETARY)
    body = make_office(make_organisation(kind=OrganisationKind.UNIT, parent=city.organisation)).organisation
    asked(taken_up(make_nomination(unit), unit, city), city, body=body)
    for _number in range(SHOWN):
        make_nomination(unit)
    make_declared(subject=make_subject(organisation=city.organisation))
    make_submission(unit.organisation, nomination=make_nomination(unit))
    make_year_list(city.organisation)


def reviews() -> None:
    board = make_board()
    opinion_duty = opinion_asked(board, "Trường 0")
    take_step(opinion_duty.nomination, "decline", why="Chưa đủ", actor=board.leader)
    compared(board, "Trường 1")
    for number in range(OPINIONS_SHOWN + 2):
        opinion_asked(board, f"Trường khác {number}")


def sittings() -> None:
    room = make_room()
    prepare_ballots(
        in_session(room, before_the_council(room, "Phòng A")),
        first_teller=room.account(3),
        second_teller=room.account(4),
        actor=room.secretary,
    )
    voting_open(room, in_session(room, before_the_council(room, "Phòng B")))
    drafted(room, agreed_dossier(room, "Phòng C"))


def publications() -> None:
    """A list whose days are over, with a comment that nobody has dealt with."""
    room = make_room()
    comment = make_publication_of(room.offices.city.organisation, before_the_council(room, "Phòng A"))
    over = {"opens_on": date(2023, 7, 3), "closes_on": date(2023, 7, 4)}
    Publication.objects.filter(pk=comment.publication_id).update(**over)


def campaigns_and_tasks() -> None:
    city = make_office_of_campaigns()
    department = make_office_of_campaigns(kind=OrganisationKind.UNIT, parent=city.organisation)
    prepared_campaign(city, name="Còn soạn")
    recorded(city, name="Đã hết", during=Period.half_year(DAY.year, 1))
    asleep = recorded(city, name="Đang ngủ", launched_on=date(DAY.year, 1, 5))
    part = asleep.participations.create(organisation=department.organisation, joined_on=date(DAY.year, 1, 10))
    asleep.steps.create(name="last_day", target="launched", taken_by_name="Ai đó", taken_at=clock.now(), why="Gõ nhầm")
    part.inspections.create(on=date(DAY.year, 2, 1), office="Sở", findings="Thiếu", due_on=DAY)
    make_task(city, units=[], kind=TaskKind.REQUEST)
    for place in range(11):
        make_task(city, units=[department], text=f"Việc {place}")
    for state in (AssignmentState.OWED, AssignmentState.REPORTED):
        task = make_task(city, units=[department], text=f"Việc {state}")
        task.assignments.update(state=state, document="1/BC")


def told() -> Iterator[tuple[Actor, Duty]]:
    """To everybody who holds a mandate."""
    for user in User.objects.filter(mandates__isnull=False).distinct():
        actor = actor_of(user, on=DAY)
        yield from ((actor, duty) for app in APPS for duty in app.duties(actor, DAY))


def faults_of(actor: Actor, duty: Duty) -> Iterator[str]:
    if duty.kind not in kinds():
        yield "no room names the deed"
    if duty.subject is None:
        if duty.kind not in ABOUT_MANY and duty.kind != "year.close":
            yield "about no record"
    elif not apps.get_model(duty.subject.label).objects.filter(pk=duty.subject.id).exists():
        yield f"about {duty.subject}, which is not there"
    if duty.kind in OF_THE_REST and str(duty.number) not in duty.title.split():
        yield f"counted as {duty.number}"
    if duty.organisation not in actor.own | {where for _role, where in actor.mandates}:
        yield f"in the name of {duty.organisation}, which is not the person's"


@pytest.mark.django_db
def test_every_duty_says_its_deed_its_record_and_in_whose_name(settings):
    settings.DEMONSTRATION_DAY = DAY
    administrator = make_administrator()
    found = [(administrator, duty) for duty in duties_of_clusters(administrator, AFTER_THE_LAST_CLUSTER)]
    make_cluster_year()
    for world in (
        figures,
        regulations_and_pacts,
        scores_and_results,
        conferences_and_ballots,
        lists_and_reports,
        drafts_of_set_days,
        campaigns_and_tasks,
        dossiers,
        reviews,
        sittings,
        publications,
    ):
        world()
    found += told()
    assert [(duty.title, fault) for actor, duty in found for fault in faults_of(actor, duty)] == []
    assert {duty.kind for _actor, duty in found} == set(kinds())


@pytest.mark.django_db
def test_a_year_that_alone_waits_to_be_closed_is_what_the_duty_is_about():
    administrator = make_administrator()
    several, _of_another_year = [duty for duty in duties_of_clusters(administrator, DAY) if duty.kind == "year.close"]
    assert several.subject is None
    last, *others = ClusterYear.objects.open().filter(year__lt=2023)
    for one in others:
        close_year(one)
    (duty,) = [duty for duty in duties_of_clusters(administrator, DAY) if duty.kind == "year.close"]
    assert (duty.subject.label, duty.subject.id) == ("clusters.clusteryear", last.pk)


@pytest.mark.django_db
def test_the_head_accepts_in_its_own_name_what_a_member_entered_in_its_own():
    year, head, member = make_two_cities()
    sheet = make_figure(cluster_year=year, organisation=member.organisation).sheet

    def due(actor: Actor) -> list[tuple[str, int, Organisation]]:
        found = [duty for duty in duties_of_clusters(actor, DAY) if duty.subject and duty.subject.id == sheet.pk]
        return [(duty.kind, duty.organisation) for duty in found if duty.subject.label == "clusters.figuresheet"]

    assert due(member.officer) == [("figures.enter", member.organisation.pk)]
    in_state(sheet, SheetState.APPROVED)
    assert due(head.approver) == due(head.officer) == [("figures.accept", head.organisation.pk)]
    assert due(member.officer) == []
