"""The cluster's year at a glance: its stages with their state in words, who is late, what comes next."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clusters.membership.models.cluster import ClusterYear
from clusters.membership.rules.half_years import WHOLE_YEAR
from clusters.year.models.glance import MID_YEAR, facts_of
from clusters.year.rules.cycle import Stage, StageName, StageProgress, next_stage, stages
from emulation.core.badges import Badge, Tone
from emulation.core.dates import format_date

TITLES = {
    StageName.REGULATION: gettext_lazy("Regulation and scoring scheme"),
    StageName.PACT: gettext_lazy("Pact"),
    StageName.MID_YEAR: gettext_lazy("Figures of the first six months"),
    StageName.YEAR: gettext_lazy("Figures of the whole year"),
    StageName.SELF: gettext_lazy("Members score themselves"),
    StageName.CROSS: gettext_lazy("Members score each other"),
    StageName.APPRAISAL: gettext_lazy("Appraisal"),
    StageName.FINAL: gettext_lazy("Final points"),
    StageName.RESULT: gettext_lazy("Result of the year"),
    StageName.CLOSING: gettext_lazy("Closing of the year"),
}
BADGES = {
    StageProgress.NOT_BEGUN: Badge(gettext_lazy("Not begun"), Tone.PLAIN, "dot"),
    StageProgress.UNDER_WAY: Badge(gettext_lazy("Under way"), Tone.GOING, "half"),
    StageProgress.LATE: Badge(gettext_lazy("Late"), Tone.BAD, "error"),
    StageProgress.DONE: Badge(gettext_lazy("Done"), Tone.GOOD, "check"),
}
COUNTS = {
    StageName.PACT: gettext_lazy("%(done)s of %(of)s members have signed"),
    StageName.MID_YEAR: gettext_lazy("%(done)s of %(of)s members have sent"),
    StageName.YEAR: gettext_lazy("%(done)s of %(of)s members have sent"),
    StageName.SELF: gettext_lazy("%(done)s of %(of)s members have finished"),
    StageName.CROSS: gettext_lazy("%(done)s of %(of)s members have finished"),
}
NEXT = {
    StageName.REGULATION: gettext_lazy("The head drafts the regulation; the members adopt it."),
    StageName.PACT: gettext_lazy("The head drafts the pact; the members agree to it and sign."),
    StageName.MID_YEAR: gettext_lazy("Members send their figures of the first six months; the head accepts them."),
    StageName.YEAR: gettext_lazy("Members send their figures of the whole year; the head accepts them."),
    StageName.SELF: gettext_lazy("The head opens the scoring; each member scores itself."),
    StageName.CROSS: gettext_lazy("Members score those assigned to them."),
    StageName.APPRAISAL: gettext_lazy("The appraisers give their points."),
    StageName.FINAL: gettext_lazy("The head sets the final points and freezes them."),
    StageName.RESULT: gettext_lazy("The head draws up the result of the year, enters the votes and freezes it."),
    StageName.CLOSING: gettext_lazy("After the conference a system administrator closes the year."),
}


@dataclass(frozen=True)
class ShownStage:
    title: str
    url: str
    status: Badge
    counted: str
    due: str
    late: tuple[str, ...]
    is_next: bool


def glance_of(cluster_year: ClusterYear, on) -> dict:
    found = stages(facts_of(cluster_year, on))
    coming = None if cluster_year.closed_on else next_stage(found)
    return {
        "stages": [_shown(cluster_year, stage, stage is coming) for stage in found],
        "late": [(TITLES[stage.name], stage.late) for stage in found if stage.late],
        "next": NEXT[coming.name] if coming else "",
    }


def _shown(cluster_year: ClusterYear, stage: Stage, is_next: bool) -> ShownStage:
    return ShownStage(
        title=TITLES[stage.name],
        url=_url(cluster_year, stage.name),
        status=BADGES[stage.progress],
        counted=COUNTS[stage.name] % {"done": stage.done, "of": stage.of} if stage.of else "",
        due=_("on time until %(day)s") % {"day": format_date(stage.due_on)} if stage.due_on else "",
        late=stage.late,
        is_next=is_next,
    )


def _url(cluster_year: ClusterYear, name: StageName) -> str:
    """The closing has no page to read: the year says it itself."""
    if name is StageName.CLOSING:
        return ""
    halves = {StageName.MID_YEAR: MID_YEAR, StageName.YEAR: WHOLE_YEAR}
    if name in halves:
        return reverse("clusters:cluster-figures", args=[cluster_year.pk, halves[name]])
    places = {
        StageName.REGULATION: "clusters:scheme",
        StageName.PACT: "clusters:pacts",
        StageName.RESULT: "clusters:year-results",
    }
    return reverse(places.get(name, "clusters:scoring"), args=[cluster_year.pk])
