"""What a merger does with each relation to an organisation. What is in no list refuses every merger."""

from collections.abc import Iterable, Iterator

from django.apps import apps
from django.db.models import Count, Field

from clusters.mergers.rules.account import Kept
from clusters.organisations.models.organisation import Organisation
from emulation.core.fates import FATES, UNTOLD, Fate

OF_CLUSTERS = {
    "clusters.Membership.organisation": Fate.ENDS,
    "clusters.Post.organisation": Fate.ENDS,
    "clusters.Mandate.organisation": Fate.PASSES_ON,
    "clusters.Organisation.parent": Fate.STAYS,
    "clusters.Cluster.owner": Fate.STAYS,
    "clusters.Membership.owner": Fate.STAYS,
    "clusters.Succession.predecessor": Fate.STAYS,
    "clusters.Succession.successor": Fate.STAYS,
    "clusters.Merger.successor": Fate.STAYS,
    "clusters.MergedOrganisation.organisation": Fate.STAYS,
    "clusters.Activity.organiser": Fate.STAYS,
    "clusters.Campaign.initiator_organisation": Fate.STAYS,
    "clusters.Participation.organisation": Fate.STAYS,
    "clusters.Inspection.inspector": Fate.STAYS,
    "clusters.Directive.organisation": Fate.STAYS,
    "clusters.Exemplar.organisation": Fate.STAYS,
    "clusters.Adoption.organisation": Fate.STAYS,
    "clusters.Task.organisation": Fate.STAYS,
    "clusters.Task.answered_for": Fate.STAYS,
    "clusters.Assignment.organisation": Fate.STAYS,
    "clusters.Paper.organisation": Fate.STAYS,
    "clusters.Conference.host": Fate.STAYS,
    "clusters.ProvinceConference.organisation": Fate.STAYS,
    "clusters.Attendance.organisation": Fate.STAYS,
    "clusters.FigureSheet.organisation": Fate.STAYS,
    "clusters.SheetExtension.organisation": Fate.STAYS,
    "clusters.Reminder.organisation": Fate.STAYS,
    "clusters.PactTarget.organisation": Fate.STAYS,
    "clusters.PactAnswer.organisation": Fate.STAYS,
    "clusters.PactSignature.organisation": Fate.STAYS,
    "clusters.ScoringTask.scorer": Fate.STAYS,
    "clusters.ScoringTask.scored": Fate.STAYS,
    "clusters.Score.scorer": Fate.STAYS,
    "clusters.Score.scored": Fate.STAYS,
    "clusters.ScoringFinish.organisation": Fate.STAYS,
    "clusters.KnockOutFinding.organisation": Fate.STAYS,
    "clusters.YearPlace.organisation": Fate.STAYS,
    "clusters.YearProposal.organisation": Fate.STAYS,
    "clusters.YearElection.organisation": Fate.STAYS,
}

TOLD_OTHERWISE = {
    "clusters.Membership.owner",
    "clusters.Succession.predecessor",
    "clusters.Succession.successor",
    "clusters.Merger.successor",
    "clusters.MergedOrganisation.organisation",
    "clusters.Organisation.parent",
    "clusters.Cluster.owner",
}


def key_of(field: Field) -> str:
    return f"{field.model._meta.label}.{field.name}"


def name_of(field: Field) -> str:
    return f"{field.model._meta.verbose_name} ({field.verbose_name})"


def relations() -> Iterator[Field]:
    """Every field of the project that points at organisations, lists of organisations included."""
    for model in apps.get_models():
        for field in (*model._meta.local_fields, *model._meta.local_many_to_many):
            if field.related_model is not None and issubclass(field.related_model, Organisation):
                yield field


def fate_of(field: Field) -> Fate | None:
    return OF_CLUSTERS.get(key_of(field)) or FATES.get(key_of(field))


def without_fate() -> list[Field]:
    return [field for field in relations() if fate_of(field) is None]


def kept_by(organisations: Iterable[int]) -> dict[int, list[Kept]]:
    """{organisation: what stays with it}; one query for each relation."""
    wanted = list(organisations)
    found: dict[int, list[Kept]] = {pk: [] for pk in wanted}
    for field in relations():
        if fate_of(field) is not Fate.STAYS or key_of(field) in TOLD_OTHERWISE | UNTOLD:
            continue
        rows = field.model._base_manager.filter(**{f"{field.name}__in": wanted}).order_by()
        for pk, number in rows.values_list(field.name).annotate(Count("pk")):
            found[pk].append(Kept(name_of(field), number))
    return found
