"""Gathers, once a list, all that its rows are judged by."""

from datetime import date

from awards.intake.identity import identity_digest
from awards.intake.list_file import family_promised
from awards.models import Award, HonourBatch
from awards.models.catalogue import alias_table
from awards.models.printed import KINDS
from awards.rules.reading import AwardFacts, Expectations, Given
from awards.rules.terms import ProvinceKind
from clusters.models import Campaign, CampaignAlias, Organisation
from emulation.core.period import Period


def expectations_for(batch: HonourBatch, *, on: date) -> tuple[Expectations, dict[str, int]]:
    """(what the rows are judged by, {award code: id})."""
    family = family_promised(batch.headings, mapping_of(batch))
    return expectations_of(batch.organisation, given=given_of(batch), on=on, family=family)


def expectations_of(
    organisation: Organisation, *, given: Given, on: date, family: str = ""
) -> tuple[Expectations, dict[str, int]]:
    """The same for honours of any origin: lists, and one entered by hand."""
    kind = KINDS.get(organisation.kind, ProvinceKind.ANY)
    awards = Award.objects.named(on=given.decision_date or on, province_kind=kind)
    facts, ids = {}, {}
    for award in awards:
        ids[award.code] = award.pk
        facts[award.code] = AwardFacts(
            award.code, award.printed_name, award.family, frozenset(award.subject_kinds), award.during or Period()
        )
    campaigns = dict(Campaign.objects.order_by("-id").values_list("name_key", "pk"))
    campaigns |= dict(CampaignAlias.objects.values_list("name_key", "campaign_id"))
    expected = Expectations(
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
    return expected, ids


def mapping_of(batch: HonourBatch) -> dict[int, str]:
    return {int(place): field for place, field in batch.mapping.items()}


def given_of(batch: HonourBatch) -> Given:
    said = batch.given
    award = said.get("award")
    return Given(
        award=Award.objects.get(pk=award).code if award else "",
        way=said.get("way") or "",
        subject_kind=said.get("subject_kind") or "",
        target_group=said.get("target_group") or "",
        achievement_year=said.get("achievement_year"),
        decision_number=said.get("decision_number") or "",
        decision_date=date.fromisoformat(said["decision_date"]) if said.get("decision_date") else None,
        signer_office=said.get("signer_office") or "",
        campaign=said.get("campaign"),
    )
