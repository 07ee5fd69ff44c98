"""Where many dossiers stand, as far as steps that pass them on ask: papers and procedure, read together. What numbered
rules answer is left out: no such step asks for it."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from awards.nominations.models.contents import NominationPaper
from awards.nominations.models.desks import desk_of, route
from awards.nominations.models.nomination import Nomination
from awards.nominations.models.standing import DossierStanding, papers_asked, stage_days
from awards.nominations.rules.checklist import PaperGiven, checklist
from awards.procedures.models.holding import AwardVersions
from awards.procedures.models.procedure import Procedure


def standings_of(nominations: Iterable[Nomination], *, on: date) -> dict[int, DossierStanding]:
    rows = list(nominations)
    procedures = Procedure.objects.filter(award__in={one.award_id for one in rows})
    versions = procedures.prefetch_related("papers", "stages").versions()
    papers: dict[int, list[NominationPaper]] = defaultdict(list)
    for paper in NominationPaper.objects.standing().filter(nomination__in=[one.pk for one in rows]):
        papers[paper.nomination_id].append(paper)
    return {one.pk: _standing(one, versions.get(one.award_id, AwardVersions()), papers[one.pk], on) for one in rows}


def _standing(
    nomination: Nomination, versions: AwardVersions, papers: list[NominationPaper], on: date
) -> DossierStanding:
    held = versions.holding(
        receipt=nomination.received_on or on,
        decision=nomination.decision_date,
        achievement_end=nomination.achieved_to,
    )
    way, desk = route(nomination), desk_of(nomination)
    given = [PaperGiven(one.pk, one.kind, one.on_paper_only) for one in papers]
    return DossierStanding(
        held=held,
        route=way,
        desk=desk,
        papers=tuple(papers),
        lines=checklist(papers_asked(held.procedure), given, desk=desk, route=way),
        stages=stage_days(held.procedure),
    )
