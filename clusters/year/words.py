"""The closing of a year in sentences: what hinders it, what is left undone, what is done."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clusters.indicators.words import half_in_words
from clusters.membership.models.cluster import ClusterYear
from clusters.membership.rules.half_years import WHOLE_YEAR
from clusters.year.rules.closing import Finding, Loose, Matter, MatterStanding
from emulation.core.badges import Badge, Tone

MATTERS = {
    Matter.REGULATION: gettext_lazy("Regulation and scoring scheme"),
    Matter.PACT: gettext_lazy("Pact"),
    Matter.MID_YEAR: gettext_lazy("Figures of the first six months"),
    Matter.SECOND_HALF: gettext_lazy("Figures of the last six months"),
    Matter.YEAR: gettext_lazy("Figures of the whole year"),
    Matter.SCORING: gettext_lazy("Scoring"),
    Matter.RESULT: gettext_lazy("Result of the year"),
    Matter.ELECTED: gettext_lazy("Head and deputy of the next year"),
    Matter.CONFERENCES: gettext_lazy("Conferences"),
    Matter.REPORTS: gettext_lazy("Six-month and year-end reports"),
}
SENTENCES = {
    Loose.PACT_ASKED: lambda: _(
        "The members are being asked about the pact or an addendum. Have it signed, or have it taken back."
    ),
    Loose.PACT_SIGNING: lambda: _(
        "The pact or an addendum is being signed. Have it put in force, or have the signing broken off."
    ),
    Loose.FIGURES_SENT: lambda: _("Sent and neither accepted nor returned: %(names)s. Have them accepted or returned."),
    Loose.SCORING_RUNS: lambda: _("The scoring is under way. Have the final points frozen."),
    Loose.RESULT_DRAFTED: lambda: _("A result or a later act is drafted. Have it frozen, or have the act withdrawn."),
    Loose.CONFERENCE_OPEN: lambda: _("Opened and not closed: %(names)s. Have it closed with its minutes."),
    Loose.NO_REGULATION: lambda: _("no regulation was adopted"),
    Loose.NO_PACT: lambda: _("no pact is in force"),
    Loose.ADDENDUM_DRAFTED: lambda: _("an addendum was drafted and never signed"),
    Loose.FIGURES_MISSING: lambda: _("without accepted figures: %(names)s"),
    Loose.NOT_SCORED: lambda: _("the members were not scored"),
    Loose.NO_RESULT: lambda: _("no result was frozen"),
    Loose.CONFERENCE_NOT_HELD: lambda: _("planned and not held: %(names)s"),
    Loose.REPORT_UNSIGNED: lambda: _("not signed: %(halves)s"),
    Loose.POST_NOT_TAKEN: lambda: _(
        "elected, and not yet recorded in the next year: %(names)s. This can be done after the closing too."
    ),
}
BADGES = {
    MatterStanding.DONE: Badge(gettext_lazy("Done"), Tone.GOOD, "check"),
    MatterStanding.NOTED: Badge(gettext_lazy("To note"), Tone.PLAIN, "info"),
    MatterStanding.UNDONE: Badge(gettext_lazy("Left undone"), Tone.WARNING, "warning"),
    MatterStanding.HINDERS: Badge(gettext_lazy("Hinders the closing"), Tone.BAD, "error"),
}
HALVES = {Matter.MID_YEAR: 1, Matter.SECOND_HALF: 2, Matter.YEAR: WHOLE_YEAR}
PAGES = {
    Matter.REGULATION: "clusters:scheme",
    Matter.PACT: "clusters:pacts",
    Matter.SCORING: "clusters:scoring",
    Matter.RESULT: "clusters:year-results",
    Matter.ELECTED: "clusters:year-results",
    Matter.CONFERENCES: "clusters:conferences",
}


@dataclass(frozen=True)
class ShownFinding:
    title: str
    url: str
    status: Badge
    sentence: str


def sentence_of(finding: Finding, cluster_year: ClusterYear) -> str:
    if finding.loose is None:
        return ""
    halves = (half_in_words(half, cluster_year.year) for half in finding.halves)
    return SENTENCES[finding.loose]() % {"names": ", ".join(finding.names), "halves": ", ".join(halves)}


def named(finding: Finding, cluster_year: ClusterYear) -> str:
    return f"{MATTERS[finding.matter]}: {sentence_of(finding, cluster_year)}"


def listed(found: Iterable[Finding], cluster_year: ClusterYear) -> str:
    """All of them in one line."""
    return "; ".join(named(one, cluster_year) for one in found)


def shown(finding: Finding, cluster_year: ClusterYear) -> ShownFinding:
    sentence = sentence_of(finding, cluster_year)
    return ShownFinding(
        title=str(MATTERS[finding.matter]),
        url=_url(finding.matter, cluster_year),
        status=BADGES[finding.standing],
        sentence=sentence[:1].upper() + sentence[1:],
    )


def _url(matter: Matter, cluster_year: ClusterYear) -> str:
    """Reports are a panel of the year's own page."""
    if matter in HALVES:
        return reverse("clusters:cluster-figures", args=[cluster_year.pk, HALVES[matter]])
    if matter in PAGES:
        return reverse(PAGES[matter], args=[cluster_year.pk])
    return cluster_year.get_absolute_url()
