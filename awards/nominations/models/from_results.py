"""Places in frozen results from which a body's dossier may still be begun: where it was acclaimed or proposed."""

from datetime import date

from django.db.models import Exists, OuterRef, Q

from awards.nominations.models.nomination import Nomination
from awards.nominations.rules.terms import NominationState
from clusters.models import Organisation, YearPlace, YearResult
from clusters.results.models.result import YearProposal
from emulation.core.actor import Actor

YEARS_BACK = 2
LET_GO = (NominationState.WITHDRAWN, NominationState.DECLINED)


def places_to_begin_from(body: Organisation, actor: Actor, *, on: date) -> list[YearPlace]:
    """The newest first; of results that stand, of closed years too. One query."""
    proposed = YearProposal.objects.filter(result=OuterRef("result"), organisation=OuterRef("organisation"))
    begun = Nomination.objects.filter(place=OuterRef("pk")).exclude(state__in=LET_GO)
    places = YearPlace.objects.filter(
        Q(is_acclaimed=True) | Exists(proposed),
        ~Exists(begun),
        organisation=body,
        result__in=YearResult.objects.visible_to(actor).standing(),
        result__cluster_year__year__gte=on.year - YEARS_BACK,
    )
    return list(places.select_related("result__cluster_year__cluster").order_by("-result__cluster_year__year", "pk"))
