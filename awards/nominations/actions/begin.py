"""A dossier is begun: by hand, or from a place in a frozen result with what that says filled in."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from awards.catalogue.models.award import Award
from awards.catalogue.rules.terms import SubjectKind
from awards.nominations.actions.course import NOMINATION
from awards.nominations.actions.hands import keep_hand
from awards.nominations.models.desks import successor_of
from awards.nominations.models.names import name_of_award
from awards.nominations.models.nomination import Nomination
from awards.nominations.rules.terms import NominationState
from clusters.models import Organisation, YearPlace, YearResult
from emulation.core import clock
from emulation.core.actions.audit import record
from emulation.core.actions.refusals import refusing_conflicts
from emulation.core.actions.walk import keep_beginning
from emulation.core.actor import Actor
from emulation.core.dates import format_date
from emulation.core.errors import Refusal
from emulation.core.text import search_key, sort_key
from emulation.core.words import last_day


@transaction.atomic
def begin_nomination(
    organisation: Organisation, *, award: Award, subject_kind: str = "", place: YearPlace | None = None, actor: Actor
) -> Nomination:
    """By an officer of the nominator. `subject_kind`: empty where the award is given to one kind only. The achievement
    is proposed to be of the last whole year, of a `place` the year of its result. A second click gives the dossier of
    the first, as long as nothing is in it."""
    today = clock.today()
    refuse_unless_nominator(organisation, actor, today)
    if not award.during.contains(today):
        name = name_of_award(award, organisation, on=today)
        raise Refusal(_("“%(award)s” is not given on this day. Choose another award.") % {"award": name}, field="award")
    kind = subject_kind or (award.subject_kinds[0] if len(award.subject_kinds) == 1 else "")
    if kind not in award.subject_kinds:
        raise Refusal(_("Say whether a person, a collective or a household is nominated."), field="subject_kind")
    lock_nominator(organisation)
    untouched = None if place is not None else _untouched(organisation, award, kind, actor)
    if untouched is not None:
        return untouched
    year = today.year - 1 if place is None else place.result.cluster_year.year
    with refusing_conflicts():
        nomination = Nomination.objects.create(
            organisation=organisation,
            holder=organisation,
            held_since=clock.now(),
            award=award,
            subject_kind=kind,
            place=place,
            achieved_from=date(year, 1, 1),
            achieved_to=date(year, 12, 31),
            created_by_id=actor.user_id,
            created_at=clock.now(),
            **({} if place is None else as_subject(place.organisation)),
        )
    keep_beginning(NOMINATION, nomination, "begin", actor=actor)
    keep_hand(nomination, actor)
    record(
        actor,
        "awards.begin_nomination",
        nomination,
        after={
            "award": name_of_award(award, organisation, on=today),
            "name": nomination.name,
            "achievement_year": year,
        },
        organisation_id=organisation.pk,
    )
    return nomination


def lock_nominator(organisation: Organisation) -> None:
    """What one body begins at the same moment is begun one after the other."""
    Organisation.objects.select_for_update(no_key=True).only("pk").get(pk=organisation.pk)


def _untouched(organisation: Organisation, award: Award, kind: str, actor: Actor) -> Nomination | None:
    """A draft that the same person began for the same and left empty."""
    return Nomination.objects.filter(
        organisation=organisation,
        award=award,
        subject_kind=kind,
        created_by=actor.user_id,
        state=NominationState.DRAFT,
        place__isnull=True,
        name="",
        unit="",
        position="",
        summary="",
        achievements__isnull=True,
        papers__isnull=True,
    ).first()


def begin_from_place(place: YearPlace, *, award: Award, actor: Actor) -> Nomination:
    """From a frozen result, also of a closed year, for the unit of the place or what stands in its stead today."""
    if not YearResult.objects.standing().filter(pk=place.result_id).exists():
        raise Refusal(_("This result is not frozen, or a later act has changed it. Open the one that counts."))
    open_one = Nomination.objects.filter(place=place, award=award).exclude(state=NominationState.WITHDRAWN).first()
    if open_one is not None and actor.may("read", open_one):
        raise Refusal(_("A dossier for this award was begun from this result already. Open that one."))
    today, nominator = clock.today(), place.organisation
    if not nominator.during.contains(today):
        nominator = successor_of(nominator, on=today) or nominator
    return begin_nomination(nominator, award=award, subject_kind=SubjectKind.COLLECTIVE, place=place, actor=actor)


def as_subject(organisation: Organisation) -> dict:
    """The columns of a dossier for a body of the house."""
    name = organisation.name
    return {
        "subject": organisation,
        "name": name,
        "name_key": search_key(name)[:300],
        "sort_key": sort_key(name)[:700],
        "unit": "",
        "unit_key": "",
    }


def refuse_unless_nominator(organisation: Organisation, actor: Actor, today: date) -> None:
    if organisation.pk not in actor.entered:
        raise Refusal(_("Only an officer of this organisation begins its dossiers."), field="organisation")
    if organisation.during.contains(today):
        return
    heir, ended = successor_of(organisation, on=today), last_day(organisation.during)
    said = {"unit": organisation, "day": format_date(ended) if ended else "", "heir": heir}
    if heir is None:
        raise Refusal(
            _("%(unit)s no longer exists since %(day)s, so it nominates nobody.") % said, field="organisation"
        )
    raise Refusal(
        _("%(unit)s ended on %(day)s. Begin the dossier for %(heir)s, which stands in its place.") % said,
        field="organisation",
    )
