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
    return Expectations(
        table=alias_table(),
        awards=facts,
        on=on,
        digest=identity_digest,
        given=given,
        alive=organisation.during or Period(),
        province_kind=kind,
        home=home_of(organisation),
        campaigns=campaigns_by_name(organisation),
        family=family,
    )


def campaigns_by_name(organisation: Organisation) -> dict[str, frozenset[int]]:
    """{search key of any of its names: campaigns that reach the office}; of several so called, a person chooses."""
    reaching = Campaign.objects.launched().in_scope_of(lineage_of(organisation.pk)).order_by()
    named = [*reaching.values_list("name_key", "pk")]
    named += CampaignAlias.objects.filter(campaign__in=reaching.values("pk")).values_list("name_key", "campaign_id")
    found: dict[str, set[int]] = {}
    for key, campaign in named:
        found.setdefault(key, set()).add(campaign)
    return {key: frozenset(campaigns) for key, campaigns in found.items()}
