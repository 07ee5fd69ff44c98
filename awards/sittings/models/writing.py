"""On which dossiers a Council may be asked in writing, without a meeting: as the procedures of their awards say."""

from datetime import date

from awards.councils.models.council import Council
from awards.nominations.models.nomination import Nomination
from awards.nominations.models.standings import held_of
from awards.procedures.models.parts import ProcedureStage
from awards.procedures.rules.terms import Body, Stage
from clusters.models import OrganisationKind


def stage_body(council: Council) -> Body:
    """As which body of a procedure the Council is meant."""
    if council.is_central:
        return Body.CENTRAL_COUNCIL
    return Body.UNIT_COUNCIL if council.body.kind == OrganisationKind.UNIT else Body.PROVINCE_COUNCIL


def provisions_of_writing(nominations: list[Nomination], council: Council, *, on: date) -> dict[int, str]:
    """{dossier: the provision that lets this Council be asked in writing}, without those that need a meeting."""
    held = {pk: one.procedure for pk, one in held_of(nominations, on).items() if one.procedure is not None}
    stages = ProcedureStage.objects.filter(
        procedure__in={one.pk for one in held.values()}, stage=Stage.CONSIDER, body=stage_body(council), in_writing=True
    )
    provisions = dict(stages.values_list("procedure", "provision"))
    return {pk: provisions[one.pk] for pk, one in held.items() if one.pk in provisions}
