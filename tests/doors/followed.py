"""One of everything that is followed through: a campaign in each state, tasks, a directive, cards of exemplars."""

from datetime import date

from clusters.campaigns.rules.terms import CampaignState
from clusters.indicators.rules.terms import TargetKind
from clusters.models import Directive, Exemplar, Organisation, Task
from clusters.tasks.rules import AssignmentState, TaskKind
from emulation.core import clock
from emulation.core.period import Period
from emulation.core.quantity import parse_quantity
from tests.clusters.campaigns.make import make_campaign


def make_followed(own, member, centre, cluster_year) -> dict:
    year = cluster_year.year
    launched = make_campaign(name="Phong trào Của Ta", organisation=own)
    draft = make_campaign(name="Bản soạn", organisation=own, state=CampaignState.DRAFT, is_recorded=False)
    taken_up = make_campaign(name="Phong trào Của Ban", organisation=centre)
    part = taken_up.participations.create(organisation=own, joined_on=date(year, 3, 1))
    task = Task.objects.create(
        organisation=own, cluster_year=cluster_year, kind=TaskKind.TASK, given_by="Ban thử", text="Nhiệm vụ thử"
    )
    given = Task.objects.create(organisation=centre, kind=TaskKind.TASK, given_by="Ban thử", text="Việc của Ban")
    card = make_card(own)
    taken_over = make_card(centre, is_recognised=True)
    directive = Directive.objects.create(
        organisation=own, kind="directive", number="1/CT-UBND", dated=date(year, 1, 5), year=year
    )
    return {
        "task": task,
        "request": Task.objects.create(
            organisation=own, kind=TaskKind.REQUEST, given_by="Ban thử", text="Kiến nghị thử"
        ),
        "assignment": given.assignments.create(organisation=own),
        "assignment_reported": given.assignments.create(
            organisation=member, state=AssignmentState.REPORTED, document="1/BC"
        ),
        "campaign": launched,
        "goal": launched.goals.create(text="Mục tiêu thử"),
        "phase": launched.phases.create(name="Giai đoạn thử", during=Period.year(year)),
        "campaign_draft": draft,
        "participation": part,
        "inspection": part.inspections.create(
            on=date(year, 4, 1), office="Ban thử", findings="Kết luận thử", due_on=date(year, 5, 1)
        ),
        "campaign_review": launched.reviews.create(kind="mid", on=date(year, 4, 1), document="Số 1", conclusion="Đạt"),
        "part_review": taken_up.reviews.create(
            participation=part, kind="mid", on=date(year, 4, 1), document="Số 2", conclusion="Đạt"
        ),
        "progress_entry": part.progress.create(
            on=date(year, 4, 1), text="Việc thử", entered_by_name="A", entered_at=clock.now()
        ),
        "directive": directive,
        "exemplar": taken_over,
        "exemplar_card": card,
        "adoption": taken_over.adoptions.create(organisation=own, applied_on=date(year, 3, 1)),
        "directive_target": directive.targets.create(
            name="Chỉ tiêu thử", kind=TargetKind.SHARE, text="74%", value=parse_quantity("74%", unit="%")
        ),
    }


def make_card(organisation: Organisation, *, is_recognised: bool = False) -> Exemplar:
    said = dict.fromkeys(("problem", "steps", "result", "contact", "text_key"), "thử")
    paper = {"recognised_on": date(2023, 1, 5), "recognised_by": "Ban thử", "recognised_in": "Số 1"}
    title = f"Thẻ của {organisation}"
    return Exemplar.objects.create(
        organisation=organisation, kind="model", title=title, sort_key=title, **said, **(paper if is_recognised else {})
    )
