"""Members of a year and their parts in its stages: how far each is, and the page where it is done."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clusters.figures.models.figure import FigureSheet
from clusters.figures.models.wording import SHEET_BADGES
from clusters.figures.rules.terms import SheetState
from clusters.membership.models.cluster import ClusterYear
from clusters.scores.rules.terms import RoundState
from clusters.year.rules.cycle import MemberFacts, Stage, StageName, StageProgress, YearFacts
from clusters.year.rules.parts import HALVES, SCORES, STAGES_OF_MEMBERS, Part, awaited, part_of
from clusters.year.views.stages import BADGES, SHORT, url_of
from emulation.core.actor import Actor
from emulation.core.badges import Badge, Tone

NOT_IN_TIME = Badge(gettext_lazy("Not finished in time"), Tone.BAD, "warning")
SIGNED = Badge(gettext_lazy("Signed"), Tone.GOOD, "check")
TO_SIGN = Badge(gettext_lazy("To be signed"), Tone.WARNING, "waits")


@dataclass(frozen=True)
class PartShown:
    """`badge` is None where nothing is asked of the member, or where its part is not for this person to see."""

    badge: Badge | None
    url: str = ""


@dataclass(frozen=True)
class MemberShown:
    """`parts`: (heading of the stage, the part) in the order of the year."""

    name: str
    is_own: bool
    parts: tuple[tuple[str, PartShown], ...]


@dataclass(frozen=True)
class Matrix:
    headings: tuple[str, ...]
    rows: tuple[MemberShown, ...]


def matrix_of(cluster_year: ClusterYear, facts: YearFacts, actor: Actor) -> Matrix:
    """No query, whatever the number of members."""
    sees_scores = facts.scoring is RoundState.FROZEN or actor.may("read", cluster_year, subject="scores_unfrozen")
    rows = tuple(
        MemberShown(
            one.name,
            one.id in actor.own,
            tuple(
                (
                    str(SHORT[stage]),
                    _shown(cluster_year, one, stage, part_of(one, stage, facts), actor)
                    if stage not in SCORES or sees_scores or one.id in actor.own
                    else PartShown(None),
                )
                for stage in STAGES_OF_MEMBERS
            ),
        )
        for one in facts.who
    )
    return Matrix(tuple(str(SHORT[stage]) for stage in STAGES_OF_MEMBERS), rows)


def next_deed(cluster_year: ClusterYear, facts: YearFacts, stage: Stage, actor: Actor) -> tuple[str, str]:
    """(words, page) of what this person can do for the stage that comes next; where it is nobody's in particular, the
    stage's own page."""
    if stage.name in HALVES:
        half = HALVES[stage.name]
        for one in facts.who:
            sheet = _sheet(cluster_year, one, half)
            if one.sheets.get(half) is SheetState.APPROVED and actor.may("accept", sheet):
                return _("Accept the figures of %(member)s") % {"member": one.name}, _sheet_url(cluster_year, half, one)
    for one in awaited(facts, stage.name):
        if one.id in actor.own:
            shown = _shown(cluster_year, one, stage.name, part_of(one, stage.name, facts), actor)
            return _("Open the part of %(member)s") % {"member": one.name}, shown.url
    url = url_of(cluster_year, stage.name)
    return (_("Open: %(stage)s") % {"stage": SHORT[stage.name]}, url) if url else ("", "")


def _shown(cluster_year: ClusterYear, member: MemberFacts, stage: StageName, part: Part, actor: Actor) -> PartShown:
    if part.progress is None:
        return PartShown(None)
    if stage in HALVES:
        return PartShown(_figures_badge(part), _figures_url(cluster_year, HALVES[stage], member, actor))
    badge = BADGES[part.progress]
    if stage is StageName.PACT:
        badge = {StageProgress.DONE: SIGNED, StageProgress.UNDER_WAY: TO_SIGN}.get(part.progress, badge)
    elif part.progress is StageProgress.LATE:
        badge = NOT_IN_TIME
    return PartShown(badge, url_of(cluster_year, stage))


def _figures_badge(part: Part) -> Badge:
    """Late says more than how far: what is not sent in time is late whether begun or not."""
    if part.progress is StageProgress.LATE or part.sheet is None:
        return BADGES[part.progress or StageProgress.NOT_BEGUN]
    return SHEET_BADGES[part.sheet]


def _figures_url(cluster_year: ClusterYear, half: int, member: MemberFacts, actor: Actor) -> str:
    """The member's sheet where this person may read it as it is now, else the members' page."""
    if actor.may("read", _sheet(cluster_year, member, half)):
        return _sheet_url(cluster_year, half, member)
    return reverse("clusters:cluster-figures", args=[cluster_year.pk, half])


def _sheet(cluster_year: ClusterYear, member: MemberFacts, half: int) -> FigureSheet:
    state = member.sheets.get(half) or SheetState.DRAFT
    return FigureSheet(cluster_year=cluster_year, organisation_id=member.id, half=half, state=state)


def _sheet_url(cluster_year: ClusterYear, half: int, member: MemberFacts) -> str:
    return reverse("clusters:figure-sheet", args=[cluster_year.pk, half, member.id])
