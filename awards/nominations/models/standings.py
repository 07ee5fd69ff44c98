"""What is known of many dossiers, asked for all of them at once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from awards.nominations.models.consultation import Consultation
from awards.nominations.models.contents import NominationPaper
from awards.nominations.models.desks import desk_of, route
from awards.nominations.models.findings import findings_of_all
from awards.nominations.models.nomination import Nomination, NominationStep
from awards.nominations.models.overrides import RuleOverride
from awards.nominations.models.standing import SENDS, DossierStanding, papers_asked, send_by, stage_days
from awards.nominations.rules.checklist import PaperGiven, checklist
from awards.nominations.rules.deadlines import StageDays
from awards.nominations.rules.route import desk_after
from awards.procedures.models.holding import AwardVersions, HeldProcedure
from awards.procedures.models.procedure import Procedure
from emulation.core.actor import Actor

NONE = AwardVersions()


def standings_of(nominations: Iterable[Nomination], *, on: date, reader: Actor) -> dict[int, DossierStanding]:
    """{dossier: as `standing_of` tells it, but for the days of a desk}. A bounded number of queries, however many;
    organisation, award and place of each are at hand. `reader`: for whose eyes the findings are."""
    listed = list(nominations)
    held = held_of(listed, on)
    procedures = {one.procedure.pk: one.procedure for one in held.values() if one.procedure is not None}
    stages: dict[int | None, tuple[StageDays, ...]] = {pk: stage_days(one) for pk, one in procedures.items()}
    papers, overrides, consultations = _papers(listed), _overrides(listed), _consultations(listed)
    steps = _steps([one for one in listed if desk_after(route(one), desk_of(one)) is not None])
    findings = findings_of_all(listed, held, on=on, reader=reader)
    found = {}
    for one in listed:
        procedure = held[one.pk].procedure
        pk = None if procedure is None else procedure.pk
        way, desk = route(one), desk_of(one)
        opinions = [each.kind for each in consultations[one.pk] if each.opinion]
        given = [PaperGiven(paper.pk, paper.kind, paper.on_paper_only) for paper in papers[one.pk]]
        found[one.pk] = DossierStanding(
            held=held[one.pk],
            route=way,
            desk=desk,
            papers=tuple(papers[one.pk]),
            lines=checklist(papers_asked(procedure, one), given, desk=desk, route=way, opinions=opinions),
            stages=stages.get(pk, ()),
            send_by=send_by(one, stages.get(pk, ()), way, desk, steps.get(one.pk, ())),
            findings=findings.get(one.pk, ()),
            overrides=tuple(override for override in overrides[one.pk] if override.stands_in(one)),
            consultations=tuple(consultations[one.pk]),
        )
    return found


def held_of(nominations: list[Nomination], on: date) -> dict[int, HeldProcedure]:
    """As `procedure_of` finds it, with what a procedure prints read beforehand."""
    rows = Procedure.objects.filter(award__in={one.award_id for one in nominations})
    versions = rows.prefetch_related("stages", "papers", "rules").versions()
    known: dict[tuple, HeldProcedure] = {}
    found = {}
    for one in nominations:
        days = (one.received_on or on, one.decision_date, one.achieved_to)
        key = (one.award_id, *days)
        if key not in known:
            receipt, decision, ended = days
            known[key] = versions.get(one.award_id, NONE).holding(
                receipt=receipt, decision=decision, achievement_end=ended
            )
        found[one.pk] = known[key]
    return found


def _papers(nominations: list[Nomination]) -> Mapping[int, list[NominationPaper]]:
    found: dict[int, list[NominationPaper]] = defaultdict(list)
    for paper in NominationPaper.objects.standing().filter(nomination__in=[one.pk for one in nominations]):
        found[paper.nomination_id].append(paper)
    return found


def _steps(nominations: list[Nomination]) -> Mapping[int, list[NominationStep]]:
    found: dict[int, list[NominationStep]] = defaultdict(list)
    for step in NominationStep.objects.filter(nomination__in=[one.pk for one in nominations], name__in=SENDS):
        found[step.nomination_id].append(step)
    return found


def _overrides(nominations: list[Nomination]) -> Mapping[int, list[RuleOverride]]:
    found: dict[int, list[RuleOverride]] = defaultdict(list)
    for override in RuleOverride.objects.filter(nomination__in=[one.pk for one in nominations]):
        found[override.nomination_id].append(override)
    return found


def _consultations(nominations: list[Nomination]) -> Mapping[int, list[Consultation]]:
    found: dict[int, list[Consultation]] = defaultdict(list)
    for one in Consultation.objects.standing().filter(nomination__in=[each.pk for each in nominations]):
        found[one.nomination_id].append(one)
    return found
