"""What rules answer, in sentences; the keys are those of the findings."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from awards.eligibility.rules.finding import ChainLink, Finding, Settle
from awards.eligibility.rules.terms import Answer, SettledBy, Standing
from awards.records.models.wording import RATINGS, SCOPES
from emulation.core.dates import format_date
from emulation.core.numbers import format_decimal

Names = Mapping[str, str]

ANSWERS = {
    Answer.MET: gettext_lazy("Met"),
    Answer.NOT_MET: gettext_lazy("Not met"),
    Answer.CANNOT_TELL: gettext_lazy("Not enough data"),
}
STANDINGS = {
    Standing.IN_REGISTER: gettext_lazy("in the register"),
    Standing.CONFIRMED: gettext_lazy("declared, confirmed"),
    Standing.DECLARED: gettext_lazy("self-declared"),
    Standing.ALIKE: gettext_lazy("in the register, perhaps of somebody else"),
    Standing.PROPOSED: gettext_lazy("proposed at present"),
    Standing.PROPOSED_ALIKE: gettext_lazy("proposed at present, perhaps for somebody else"),
}
SAID = {
    ("chain_whole", Answer.MET): gettext_lazy("%(award)s in each of the years %(years)s."),
    ("chain_unsure", Answer.CANNOT_TELL): gettext_lazy(
        "%(award)s in the years %(years)s would do, but not all of it is certain."
    ),
    ("chain_unknown", Answer.CANNOT_TELL): gettext_lazy("Nothing is known of %(award)s in the years %(years)s."),
    ("chain_broken", Answer.NOT_MET): gettext_lazy(
        "%(award)s is needed in three years without a break; there is none in %(missing)s."
    ),
    ("two_titles_whole", Answer.MET): gettext_lazy("Two titles one after the other, for %(first)s and %(second)s."),
    ("two_titles_unsure", Answer.CANNOT_TELL): gettext_lazy(
        "Two titles one after the other, for %(first)s and %(second)s, would do, but not all of it is certain."
    ),
    ("two_titles_unknown", Answer.CANNOT_TELL): gettext_lazy(
        "Nothing is known of two titles of ministry or province level one after the other."
    ),
    ("two_titles_missing", Answer.NOT_MET): gettext_lazy(
        "Two titles of ministry or province level one after the other are needed; certain are: %(held)s."
    ),
    ("in_time_after_title", Answer.MET): gettext_lazy(
        "The second title was decided in %(decided)s; the proposal comes in time."
    ),
    ("second_title_unknown", Answer.CANNOT_TELL): gettext_lazy(
        "When the second title of ministry or province level was decided is not known; certain are: %(held)s."
    ),
    ("late_after_title", Answer.NOT_MET): gettext_lazy(
        "The second title was decided in %(decided)s; the proposal was due in the year after, not in %(asked)s."
    ),
    ("window_whole", Answer.MET): gettext_lazy("All of it holds in the years %(first)s to %(last)s."),
    ("window_unsure", Answer.CANNOT_TELL): gettext_lazy(
        "The years %(first)s to %(last)s may do, but not all of it is certain."
    ),
    ("window_year_below", Answer.NOT_MET): gettext_lazy("Rated below what is asked, or without it: %(below)s."),
    ("window_none_excellent", Answer.NOT_MET): gettext_lazy("None of the years is rated excellent."),
    ("window_too_few", Answer.NOT_MET): gettext_lazy(
        "Since the earlier form there are too few years, or too few times CSTĐCS: %(held)s in the last %(years)s years."
    ),
    ("year_not_recorded", Answer.CANNOT_TELL): gettext_lazy("The year %(year)s is not recorded."),
    ("year_without_proof", Answer.CANNOT_TELL): gettext_lazy("The year %(year)s is recorded without proof."),
    ("rating_reached", Answer.MET): gettext_lazy("%(year)s: %(rating)s."),
    ("rating_below", Answer.NOT_MET): gettext_lazy("%(year)s: %(rating)s; needed is: %(asked)s."),
    ("initiative", Answer.MET): gettext_lazy("%(year)s: an initiative with effect %(scope)s."),
    ("initiative", Answer.NOT_MET): gettext_lazy(
        "The initiative of %(year)s has effect %(scope)s; needed is %(asked)s."
    ),
    ("initiative_of_earlier", Answer.CANNOT_TELL): gettext_lazy(
        "An initiative with the effect asked for is of %(year)s, before these years; the law names no year."
    ),
    ("advanced_held", Answer.MET): gettext_lazy("LĐTT or CSTT for %(year)s is in the register."),
    ("advanced_proposed", Answer.MET): gettext_lazy("LĐTT or CSTT for %(year)s is proposed at the same time."),
    ("advanced_by_rating", Answer.MET): gettext_lazy("%(year)s: %(rating)s, which is what LĐTT asks for."),
    ("advanced_not_rated", Answer.CANNOT_TELL): gettext_lazy(
        "There is no LĐTT or CSTT for %(year)s, and no rating of that year with its proof."
    ),
    ("advanced_missing", Answer.NOT_MET): gettext_lazy(
        "There is no LĐTT or CSTT for %(year)s, and the rating is below what it asks for."
    ),
    ("advanced_unsure", Answer.CANNOT_TELL): gettext_lazy("Whether there is LĐTT or CSTT for %(year)s is not certain."),
    ("all_complete", Answer.MET): gettext_lazy("%(part)s of %(whole)s people completed their tasks."),
    ("all_complete", Answer.NOT_MET): gettext_lazy(
        "%(part)s of %(whole)s people completed their tasks; needed are all."
    ),
    ("advanced_share", Answer.MET): gettext_lazy("%(part)s of %(whole)s people hold LĐTT."),
    ("advanced_share", Answer.NOT_MET): gettext_lazy(
        "%(part)s of %(whole)s people hold LĐTT; needed are at least %(percent)s%%."
    ),
    ("fighters_of_collective", Answer.MET): gettext_lazy("People who hold CSTĐCS: %(part)s."),
    ("fighters_of_collective", Answer.NOT_MET): gettext_lazy("Nobody holds CSTĐCS; needed is at least one."),
    ("disciplined", Answer.NOT_MET): gettext_lazy("Disciplined in %(years)s by a warning or graver."),
    ("discipline_unknown", Answer.CANNOT_TELL): gettext_lazy(
        "Whether there was discipline in %(years)s is not recorded, or without proof."
    ),
    ("not_disciplined", Answer.MET): gettext_lazy("No discipline from a warning up in %(years)s."),
    ("route_not_chosen", Answer.CANNOT_TELL): gettext_lazy("By which way the flag is proposed is not chosen."),
    ("no_cluster_led", Answer.NOT_MET): gettext_lazy("No cluster or block is named that the collective leads."),
    ("route_central", Answer.MET): gettext_lazy("It leads %(cluster)s, of the Central Council."),
    ("route_central", Answer.NOT_MET): gettext_lazy("%(cluster)s is not a cluster of the Central Council."),
    ("route_own", Answer.MET): gettext_lazy("It leads %(cluster)s, which the proposing body keeps."),
    ("route_own", Answer.NOT_MET): gettext_lazy("%(cluster)s is not kept by the proposing body."),
    ("route_own_but_central", Answer.NOT_MET): gettext_lazy(
        "%(cluster)s is a cluster of the Central Council. Choose that way: its leader is outside the share."
    ),
    ("campaign_years_unknown", Answer.CANNOT_TELL): gettext_lazy("How long the campaign lasts is not recorded."),
    ("campaign_not_of_prime_minister", Answer.NOT_MET): gettext_lazy(
        "The campaign of the dossier was not launched by the Prime Minister."
    ),
    ("campaign_launcher_unknown", Answer.CANNOT_TELL): gettext_lazy(
        "Whether the Prime Minister launched the campaign is not recorded."
    ),
    ("campaign_leader_unknown", Answer.CANNOT_TELL): gettext_lazy(
        "The campaign lasts %(years)s years; needed are %(asked)s. Who leads it is not in the software."
    ),
    ("campaign_years_unclear", Answer.CANNOT_TELL): gettext_lazy(
        "The campaign lasts %(years)s whole years by its days; needed are %(asked)s."
    ),
    ("campaign_years", Answer.NOT_MET): gettext_lazy("The campaign lasts %(years)s years; needed are %(asked)s."),
    ("led", Answer.MET): gettext_lazy("By the frozen result it leads %(cluster)s in %(year)s."),
    ("led_not_frozen", Answer.NOT_MET): gettext_lazy("The result of %(cluster)s for %(year)s is not frozen."),
    ("led_not_leader", Answer.NOT_MET): gettext_lazy(
        "By the frozen result another one leads %(cluster)s in %(year)s, or nobody."
    ),
    ("led_other_year", Answer.NOT_MET): gettext_lazy(
        "It leads %(cluster)s in %(year)s, but the achievement is of %(asked)s."
    ),
    ("minutes_not_there", Answer.CANNOT_TELL): gettext_lazy(
        "The minutes that must name %(cluster)s are not there yet."
    ),
    ("named_in_minutes", Answer.MET): gettext_lazy("The minutes name %(cluster)s."),
    ("named_in_minutes", Answer.NOT_MET): gettext_lazy("The minutes do not name %(cluster)s."),
    ("quota", Answer.MET): gettext_lazy(
        "Proposed: %(proposed)s; %(share)s%% of %(base)s leaves room for %(most)s (%(legal_basis)s)."
    ),
    ("quota", Answer.NOT_MET): gettext_lazy(
        "Proposed: %(proposed)s, but %(share)s%% of %(base)s leaves room for only %(most)s (%(legal_basis)s)."
    ),
    ("quota_base_open", Answer.CANNOT_TELL): gettext_lazy(
        "Proposed: %(proposed)s; %(share)s%% of the %(base)s known so far leaves room for %(most)s, but that may grow."
    ),
    ("quota_without_base", Answer.CANNOT_TELL): gettext_lazy(
        "Of how many the %(share)s%% are taken is not recorded; proposed: %(proposed)s."
    ),
    ("provision_not_read", Answer.CANNOT_TELL): gettext_lazy(
        "What the law before 2024 asks here is not in the software yet."
    ),
    ("household_not_read", Answer.CANNOT_TELL): gettext_lazy(
        "The condition of years is one of people; what is asked of a household is not in the software yet."
    ),
    ("award_given", Answer.MET): gettext_lazy("The award is given on %(on)s."),
    ("award_not_given", Answer.NOT_MET): gettext_lazy("The award is not given on %(on)s."),
    ("no_other_form", Answer.MET): gettext_lazy("No other form of commendation for these years."),
    ("other_form_perhaps", Answer.CANNOT_TELL): gettext_lazy(
        "Another form may be of these years: it is without its year, or perhaps of somebody else of the name."
    ),
    ("not_told_apart", Answer.CANNOT_TELL): gettext_lazy(
        "Which honours of the register are this person's cannot be told: the date of birth or the unit is missing."
    ),
    ("other_form_same_campaign", Answer.NOT_MET): gettext_lazy("Another form of the same campaign in these years."),
    ("other_form_same_years", Answer.NOT_MET): gettext_lazy(
        "Another form in these years. Look whether it is for the same achievement."
    ),
    ("unit_stands", Answer.MET): gettext_lazy("%(unit)s stands on the day that decides."),
    ("unit_dissolved", Answer.NOT_MET): gettext_lazy("%(unit)s ended on %(ended)s. In its place: %(became)s."),
    ("collective", Answer.MET): gettext_lazy("%(year)s: the collective: %(collective)s; the executive: %(rating)s."),
    ("collective", Answer.NOT_MET): gettext_lazy(
        "%(year)s: the collective is rated lower (%(collective)s) than its executive (%(rating)s)."
    ),
    ("collective_unknown", Answer.CANNOT_TELL): gettext_lazy("Which collective the executive leads is not recorded."),
    ("collective_not_rated", Answer.CANNOT_TELL): gettext_lazy("The collective's year %(year)s is not recorded."),
}
SETTLED = {
    SettledBy.CONFIRM_DECLARED: gettext_lazy("Have the declared honours confirmed: %(award)s, %(years)s %(names)s"),
    SettledBy.ENTER_YEAR_OF_HONOUR: gettext_lazy(
        "Enter the year of the achievement of this honour in the register: %(award)s %(names)s"
    ),
    SettledBy.DECLARE_EARLIER: gettext_lazy(
        "The register does not reach so far back. Declare the earlier honours, with scans: %(award)s %(years)s"
    ),
    SettledBy.ENTER_LATER: gettext_lazy(
        "The register ends before these years. Enter their honours, or declare them with scans: %(award)s %(years)s"
    ),
    SettledBy.LOOK_AT_DOSSIER: gettext_lazy(
        "Look whether the other dossier under way is of somebody else of the name: %(award)s %(years)s"
    ),
    SettledBy.SAY_WHETHER_THE_SAME: gettext_lazy(
        "Somebody of the same name has it. Say in the book of records whether they are the same: %(award)s %(years)s "
        "%(names)s"
    ),
    SettledBy.DECLARE_TITLE: gettext_lazy("Declare the titles that the register does not have, with scans: %(award)s"),
    SettledBy.SAY_WHO_WENT_ON: gettext_lazy(
        "The body was split. Say which of its successors goes on what it received: %(award)s %(years)s"
    ),
    SettledBy.RECORD_YEAR: gettext_lazy("Record the years in the book of records: %(years)s"),
    SettledBy.ATTACH_PROOF: gettext_lazy("File the proof of the years: %(years)s"),
    SettledBy.CHOOSE_GROUND: gettext_lazy("Choose the clause on which the proposal rests"),
    SettledBy.CHOOSE_ROUTE: gettext_lazy("Choose the way: own cluster, central cluster, or campaign"),
    SettledBy.FREEZE_RESULTS: gettext_lazy("Freeze the results of the clusters that are still open"),
    SettledBy.NAME_IN_MINUTES: gettext_lazy("Draw up the minutes and name in them: %(names)s"),
    SettledBy.COUNT_BASE: gettext_lazy("Record the headcount and the holders of LĐTT of the unit for the year"),
    SettledBy.NAME_COLLECTIVE: gettext_lazy("Record which collective the executive leads"),
    SettledBy.CAMPAIGN_YEARS: gettext_lazy("Record the first and the last year of the campaign"),
    SettledBy.CAMPAIGN_LAUNCHER: gettext_lazy("Record who launched the campaign"),
    SettledBy.CAMPAIGN_LEADER: gettext_lazy("Compare with the review of the campaign, which says who leads it"),
    SettledBy.ENTER_CLUSTERS: gettext_lazy(
        "Enter the clusters and blocks that the province keeps, and freeze their results"
    ),
    SettledBy.TELL_APART: gettext_lazy("Enter the date of birth and the unit of the person"),
    SettledBy.READ_PROVISION: gettext_lazy("Compare the dossier with the provision in force on that day"),
}


def in_words(finding: Finding, names: Names) -> str:
    """`names`: of awards by their codes."""
    said = SAID[finding.said, finding.answer]
    return str(said) % {name: _plain(name, value, names) for name, value in finding.values.items()}


def settled_in_words(settle: Settle, names: Names) -> str:
    said = str(SETTLED[settle.by]) % {
        "award": names.get(settle.award, settle.award),
        "years": _listed(settle.years),
        "names": f"({', '.join(settle.names)})" if settle.names else "",
    }
    return " ".join(said.split()).rstrip(" ,:")


def link_in_words(link: ChainLink, names: Names) -> str:
    """One link of a chain, and that it is only declared where that is so."""
    number = f", {link.number}" if link.number else ""
    return f"{link.year}: {names.get(link.award, link.award)} ({STANDINGS[link.standing]}{number})"


def _plain(name: str, value: Any, names: Names) -> str:
    if value in (None, ""):
        return _("not recorded")
    if name in ("rating", "collective") or (name == "asked" and value in RATINGS):
        return str(RATINGS.get(value, value))
    if name in ("scope", "asked") and value in SCOPES:
        return str(SCOPES[value]).lower()
    if name in ("award", "since") and isinstance(value, str):
        return names.get(value, value)
    if hasattr(value, "isoformat"):
        return format_date(value)
    if isinstance(value, Decimal):
        return format_decimal(value.normalize())
    if isinstance(value, tuple):
        return _listed(value) or _("nothing")
    return str(value)


def _listed(values: tuple) -> str:
    return ", ".join(map(str, values))
