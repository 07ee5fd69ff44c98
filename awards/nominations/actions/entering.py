"""What a decided dossier says to the register."""

from collections.abc import Sequence
from datetime import date

from awards.catalogue.rules.terms import SubjectKind, Way
from awards.nominations.models.desks import desk_of
from awards.nominations.models.nomination import Nomination
from awards.nominations.rules.route import Desk
from awards.register.actions.from_dossiers import into_the_register_together
from awards.register.models.honour import Honour
from clusters.models import Organisation
from clusters.organisations.models.lineage import lineage
from clusters.organisations.models.organisation import PROVINCIAL_KINDS
from clusters.organisations.rules.lineage import ancestors, successors_on
from emulation.core.actor import Actor

ON_THE_LINE = (
    "subject_kind",
    "name",
    "name_key",
    "sort_key",
    "birth_date",
    "birth_year",
    "position",
    "unit",
    "unit_key",
    "target_group",
    "recipient_key",
    "decision_number",
    "decision_date",
)


def is_for_the_register(nomination: Nomination) -> bool:
    """Decided at a province or at the centre. What a unit decides itself comes with the lists of its province."""
    at_a_unit = desk_of(nomination) is Desk.OWN and nomination.organisation.kind not in PROVINCIAL_KINDS
    return not at_a_unit


def enter_in_the_register(nomination: Nomination, *, actor: Actor) -> Honour | None:
    """The honour of a dossier that has just been decided, as of the day of its decision; None where the register gets
    it by list only."""
    return enter_together([nomination], actor=actor).get(nomination.pk)


def enter_together(nominations: Sequence[Nomination], *, actor: Actor) -> dict[int, Honour]:
    """{dossier: its honour} of many decided by one deed; those that the register gets by list only are left out. The
    same number of questions however many dossiers."""
    keepers: dict[tuple[int, date], Organisation | None] = {}
    lines: list[tuple[int, Honour]] = []
    for one in nominations:
        day, now = one.decision_date, one.organisation.parent or one.organisation
        if day is None or not is_for_the_register(one):
            continue
        if (now.pk, day) not in keepers:
            keepers[now.pk, day] = _keeper_on(now, day)
        if (body := keepers[now.pk, day]) is not None:
            lines.append((one.pk, _line(one, body)))
    entered = into_the_register_together([line for _pk, line in lines], actor=actor) if lines else []
    return {pk: honour for (pk, _line), honour in zip(lines, entered, strict=True)}


def _line(nomination: Nomination, body: Organisation) -> Honour:
    columns = {name: getattr(nomination, name) for name in ON_THE_LINE}
    if nomination.subject_kind != SubjectKind.INDIVIDUAL:
        columns |= {"position": "", "target_group": "", "recipient_key": ""}
    return Honour(
        organisation=body,
        award=nomination.award,
        way=Way.THEMATIC if nomination.campaign_id else Way.REGULAR,
        campaign_id=nomination.campaign_id,
        achievement_year=nomination.achieved_to.year if nomination.achieved_to else None,
        **columns,
    )


def _keeper_on(now: Organisation, day: date) -> Organisation | None:
    """Whose register holds what the body `now` is of: the province's, as that stood on the day of the decision."""
    if now.during.contains(day):
        return now
    links = lineage()
    of_then = Organisation.objects.on(day)
    before = of_then.filter(pk__in=ancestors([now.pk], links)).order_by("pk").first()
    return before or of_then.filter(pk__in=successors_on(now.pk, day, links)).order_by("pk").first()
