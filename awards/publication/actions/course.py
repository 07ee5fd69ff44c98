"""How a list under consultation walks its flow; opened, what the public reads is copied out of its dossiers."""

from typing import Any

from awards.nominations.models.names import award_names
from awards.nominations.models.nomination import Nomination
from awards.publication.actions.proof import file_proof
from awards.publication.models.publication import Publication, PublicationLine, PublicationStep
from awards.publication.models.wording import OFFERS
from awards.publication.rules.flow import FLOW, PublicationCase
from awards.publication.words import PART_HIDDEN, hindrance_in_words, state_refusal
from emulation.core import clock
from emulation.core.actions.walk import Course, Told, Walked
from emulation.core.actor import Actor
from emulation.core.errors import Refusal
from emulation.core.flow import Step

COPIED = ("name", "office", "unit", "award")


def locked_publication(publication: Publication) -> Publication:
    rows = Publication.objects.select_for_update(of=("self",)).select_related("body__parent")
    return rows.get(pk=publication.pk)


def whole_for(publication: Publication, actor: Actor) -> Publication:
    """Under lock, for who may judge all of it."""
    publication = locked_publication(publication)
    if not publication.is_whole_for(actor):
        raise Refusal(str(PART_HIDDEN))
    return publication


def case_of(publication: Publication, **context: Any) -> PublicationCase:
    is_over = publication.closes_on is not None and publication.closes_on < clock.today()
    return PublicationCase(publication.lines.filter(stands=True).count(), is_over)


def _entered(publication: Publication, step: Step, walked: Walked) -> Told:
    before, told = {"state": walked.source}, {"state": publication.state}
    counted: list[Nomination] = []
    if step.name == "open":
        window = walked.context["window"]
        publication.days, publication.opens_on, publication.closes_on = (
            walked.context["days"],
            window.first,
            window.last,
        )
        publication.save()
        told |= {"opens_on": window.first, "closes_on": window.last, "dossiers": _copy(publication)}
        counted = dossiers_of(publication)
    elif step.name == "close":
        told |= {"dossiers": file_proof(publication, actor=walked.actor, progress=walked.context["progress"])}
        counted = dossiers_of(publication)
    else:
        publication.lines.update(stands=False)
    return Told(before, told, tells_of=counted)


def dossiers_of(publication: Publication) -> list[Nomination]:
    """Their numbers, for the journal."""
    return list(Nomination.objects.filter(publication_lines__publication=publication).only("pk").order_by("pk"))


def _copy(publication: Publication) -> int:
    """The four texts that the public reads, as they are on the day."""
    lines = list(publication.lines.select_related("nomination__organisation__parent", "nomination__award"))
    names = award_names([one.nomination for one in lines], on=clock.today())
    for line in lines:
        dossier = line.nomination
        line.name, line.office = str(dossier), dossier.position
        line.unit, line.award = dossier.unit or str(dossier.organisation), names[dossier.pk]
    PublicationLine.objects.bulk_update(lines, COPIED, batch_size=1000)
    return len(lines)


PUBLICATION = Course[Publication](
    flow=FLOW,
    steps=PublicationStep,
    thing="publication",
    verb="awards.{}_publication",
    locked=locked_publication,
    in_state=state_refusal,
    in_words=hindrance_in_words,
    case_of=case_of,
    effect=_entered,
    labels=OFFERS,
    organisation_of=lambda publication: publication.body_id,
)
