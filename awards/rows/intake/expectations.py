"""What rows are judged by, gathered once."""

from datetime import date

from awards.catalogue.models.aliases import alias_table
from awards.catalogue.models.award import Award
from awards.catalogue.models.kinds import KINDS
from awards.catalogue.rules.terms import ProvinceKind
from awards.rows.intake.identity import identity_digest
from awards.rows.rules.reading import AwardFacts, Expectations, GivenForList
from clusters.models import Campaign, CampaignAlias, Organisation
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
    campaigns = dict(Campaign.objects.order_by("-id").values_list("name_key", "pk"))
    campaigns |= dict(CampaignAlias.objects.values_list("name_key", "campaign_id"))
    return Expectations(
        table=alias_table(),
        awards=facts,
        on=on,
        digest=identity_digest,
        given=given,
        alive=organisation.during or Period(),
        province_kind=kind,
        campaigns=campaigns,
        family=family,
    )
