"""What rows are judged by, gathered once."""

from datetime import date

from awards.catalogue.models.aliases import alias_table
from awards.catalogue.models.award import Award
from awards.catalogue.models.kinds import KINDS, home_of
from awards.catalogue.rules.terms import ProvinceKind
from awards.rows.intake.identity import identity_digest
from awards.rows.rules.reading import AwardFacts, Expectations, GivenForList
from clusters.models import Campaign, CampaignAlias, Organisation, lineage_of
from emulation.core.period import Period


def expectations_of(organisation: Organisation, *, given: GivenForList, on: date, family: str = "") -> Expectations:
    """The same for honours of any origin: lists, and one entered by hand."""
    kind = KINDS.get(organisation.kind, ProvinceKind.ANY)
    awards = Award.objects.named(on=given.decision_date or on, province_kind=kind)
    facts = {
        award.code: AwardFacts(
            award.pk,
            award.code,
            award.printed_name,
            award.family,
            frozenset(award.subject_kinds),
            award.during or Period(),
        )
        for award in awards
    }
    campaigns, days = campaigns_by_name(organisation, also=given.campaign)
    return Expectations(
        table=alias_table(),
        awards=facts,
        on=on,
        digest=identity_digest,
        given=given,
        alive=organisation.during or Period(),
        province_kind=kind,
        home=home_of(organisation),
        campaigns=campaigns,
        campaign_days=days,
        family=family,
    )


def campaigns_by_name(
    organisation: Organisation, *, also: int | None = None
) -> tuple[dict[str, frozenset[int]], dict[int, Period]]:
    """{search key of any of its names: campaigns that reach the office}, of several so called a person chooses; and the
    days of each, and of `also`."""
    launched = Campaign.objects.launched().order_by()
    reaching = launched.in_scope_of(lineage_of(organisation.pk))
    found: dict[str, set[int]] = {}
    days: dict[int, Period] = {}
    for key, campaign, during, launched_on in reaching.values_list("name_key", "pk", "during", "launched_on"):
        found.setdefault(key, set()).add(campaign)
        days[campaign] = _since_launched(during, launched_on)
    aliases = CampaignAlias.objects.filter(campaign__in=reaching.values("pk"))
    for key, campaign in aliases.values_list("name_key", "campaign_id"):
        found.setdefault(key, set()).add(campaign)
    if also and also not in days:
        chosen = launched.filter(pk=also).values_list("pk", "during", "launched_on")
        days |= {pk: _since_launched(during, launched_on) for pk, during, launched_on in chosen}
    return {key: frozenset(campaigns) for key, campaigns in found.items()}, days


def _since_launched(during: Period | None, launched_on: date | None) -> Period:
    """From its launch where that came before its first day, or where no first day is stated."""
    during = during or Period()
    first = min((day for day in (during.start, launched_on) if day), default=None)
    return during if first and during.end and first >= during.end else Period(first, during.end)
