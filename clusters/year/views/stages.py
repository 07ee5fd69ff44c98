"""The stages of a cluster's year in words, and the page of each."""

from collections.abc import Iterable, Mapping
from functools import cache, partial

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy

from clusters.membership.models.cluster import ClusterYear
from clusters.year.rules.cycle import Stage, StageName, StageProgress
from clusters.year.rules.parts import HALVES
from emulation.core.badges import Badge, Tone
from emulation.core.templatetags.components import icon

STAGE = "giai-doan"  # of the page of reminding: of which stage
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
SHORT = {
    StageName.REGULATION: gettext_lazy("Regulation"),
    StageName.PACT: gettext_lazy("Pact"),
    StageName.MID_YEAR: gettext_lazy("Figures of 6 months"),
    StageName.YEAR: gettext_lazy("Figures of the year"),
    StageName.SELF: gettext_lazy("Scores itself"),
    StageName.CROSS: gettext_lazy("Scores others"),
    StageName.APPRAISAL: gettext_lazy("Appraisal"),
    StageName.FINAL: gettext_lazy("Final points"),
    StageName.RESULT: gettext_lazy("Result"),
    StageName.CLOSING: gettext_lazy("Closing"),
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


class Squares:
    """How far the stages of a year are, drawn in the order of the year as list items that say it in words too. Years of
    a page share them: few stand differently."""

    def __init__(self, titles: Mapping[StageName, str]):
        self._square = cache(partial(_square, titles))

    def of(self, found: Iterable[Stage]) -> SafeString:
        return mark_safe("".join(self._square(stage.name, stage.progress) for stage in found))


def _square(titles: Mapping[StageName, str], name: StageName, progress: StageProgress) -> SafeString:
    badge = BADGES[progress]
    return format_html(
        '<li class="is-{0}" title="{2}">{1}<span class="visually-hidden">{2}</span></li>',
        badge.tone or "plain",
        icon(badge.icon),
        f"{titles[name]}: {badge.word}",
    )


def url_of(cluster_year: ClusterYear, name: StageName) -> str:
    """The closing has no page to read: the year says it itself."""
    if name is StageName.CLOSING:
        return ""
    if name in HALVES:
        return reverse("clusters:cluster-figures", args=[cluster_year.pk, HALVES[name]])
    places = {
        StageName.REGULATION: "clusters:scheme",
        StageName.PACT: "clusters:pacts",
        StageName.RESULT: "clusters:year-results",
    }
    return reverse(places.get(name, "clusters:scoring"), args=[cluster_year.pk])


def url_of_reminding(cluster_year: ClusterYear, name: StageName) -> str:
    page = reverse("clusters:year-remind", args=[cluster_year.cluster.code, cluster_year.year])
    return f"{page}?{STAGE}={name.value}"
