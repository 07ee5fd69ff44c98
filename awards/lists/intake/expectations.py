"""Gathers, once a list, all that its rows are judged by."""

from datetime import date

from awards.catalogue.models.award import Award
from awards.lists.intake.list_file import family_promised
from awards.lists.models.batch import HonourBatch
from awards.rows.intake.expectations import expectations_of
from awards.rows.rules.reading import Expectations, Given


def expectations_for(batch: HonourBatch, *, on: date) -> tuple[Expectations, dict[str, int]]:
    """(what the rows are judged by, {award code: id})."""
    family = family_promised(batch.headings, mapping_of(batch))
    return expectations_of(batch.organisation, given=given_of(batch), on=on, family=family)


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
