"""What the register knows of an organisation's year, as parts of a whole."""

from django.db.models import Count, Q

from awards.catalogue.rules.terms import SubjectKind, TargetGroup, Way
from awards.register.models.honour import Honour
from emulation.core.period import Period
from emulation.core.score_figures import Asked, Counted


def direct_workers(asked: Asked) -> Counted:
    """Direct workers of the individuals whose group is known: row 14 over row 09 of form 0602.N/BNV-TĐKT."""
    known = Q(subject_kind=SubjectKind.INDIVIDUAL) & ~Q(target_group="")
    return _counted(asked, known & Q(target_group=TargetGroup.DIRECT_WORKER), known)


def unscheduled(asked: Asked) -> Counted:
    """Unscheduled commendations of all of the year."""
    return _counted(asked, Q(way=Way.UNSCHEDULED), Q())


def _counted(asked: Asked, part: Q, whole: Q) -> Counted:
    rows = Honour.objects.in_force().of_organisations(asked.organisations).decided_during(Period.year(asked.year))
    found = rows.filter(whole).order_by().values("organisation_id").annotate(whole=Count("pk"), part=Count("pk", part))
    return {row["organisation_id"]: (row["part"], row["whole"]) for row in found}
