"""A cluster's regulation for one year: begun, drafted by the head, adopted by the members, opened again."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from clusters.membership.actions.years import locked_open_year
from clusters.membership.models.cluster import ClusterYear
from clusters.membership.models.members import sat_in
from clusters.membership.rules.half_years import WHOLE_YEAR
from clusters.regulation.actions.origins import PARTICULARS, Origin, fill
from clusters.regulation.models.pure import pure_scheme
from clusters.regulation.models.scheme import Scheme, SchemeStep
from clusters.regulation.rules.flow import FLOW, SchemeCase, SchemeHindrance
from clusters.regulation.rules.scoring.faults import SchemeFault, faults
from clusters.regulation.rules.terms import SchemeState
from clusters.regulation.words import fault_in_words, hindrance_in_words, titles_of
from emulation.core import clock
from emulation.core.actions.audit import record
from emulation.core.actions.marks import refuse_if_changed
from emulation.core.actions.refusals import refusing_conflicts
from emulation.core.actions.walk import Course, Walked, keep_beginning, walk
from emulation.core.actor import Actor
from emulation.core.dates import format_date
from emulation.core.errors import Refusal
from emulation.core.flow import Step


@transaction.atomic
def begin_scheme(cluster_year: ClusterYear, *, origin: Origin, actor: Actor) -> Scheme:
    """By the head's officer. Refused where the year has one."""
    refuse_unless_drafter(cluster_year, actor)
    cluster_year = locked_open_year(cluster_year)
    if Scheme.objects.filter(cluster_year=cluster_year).exists():
        raise Refusal(_("This year already has its regulation. Open it."))
    scheme = fill(cluster_year, origin)
    keep_beginning(SCHEME, scheme, "begin", actor=actor)
    record(
        actor,
        "clusters.begin_scheme",
        scheme,
        after={"origin": origin.value, "copied_from": str(scheme.copied_from or "")},
    )
    return scheme


@transaction.atomic
def change_scheme(scheme: Scheme, *, seen="", actor: Actor, **particulars) -> Scheme:
    scheme = locked_draft(scheme, actor)
    refuse_if_changed(scheme, PARTICULARS, seen)
    before = {name: getattr(scheme, name) for name in PARTICULARS}
    for name in PARTICULARS:
        setattr(scheme, name, particulars.get(name, getattr(scheme, name)))
    after = {name: getattr(scheme, name) for name in PARTICULARS}
    if before == after:
        return scheme
    with refusing_conflicts():
        scheme.save()
    record(actor, "clusters.change_scheme", scheme, before=before, after=after)
    return scheme


def adopt_scheme(scheme: Scheme, *, on: date, votes_for: int, votes_cast: int, document="", actor: Actor) -> Scheme:
    """By the head's approver: `votes_for` of `votes_cast` members adopted it on the day `on`."""
    adoption = {"on": on, "votes_for": votes_for, "votes_cast": votes_cast, "document": document}
    return walk(SCHEME, scheme, "adopt", actor=actor, **adoption)


def reopen_scheme(scheme: Scheme, *, why: str, actor: Actor) -> Scheme:
    """By the head's approver, as long as nobody is scored by it; it has to be adopted anew."""
    return walk(SCHEME, scheme, "reopen", actor=actor, why=why)


def faults_of(scheme: Scheme) -> tuple[SchemeFault, ...]:
    """Asks for the lines anew."""
    return faults(pure_scheme(_with_lines(scheme)))


def case_of(scheme: Scheme, *, are_named=False, **context: Any) -> SchemeCase:
    """`are_named`: the faults are told beside it."""
    listed = _with_lines(scheme)
    found = faults(pure_scheme(listed))
    return SchemeCase(
        faults=len(found),
        fault=fault_in_words(found[0], titles_of(listed)) if found and not are_named else "",
        is_scored=ClusterYear.objects.filter(pk=scheme.cluster_year_id, scoring__isnull=False).exists(),
    )


def refuse_unless_drafter(of: ClusterYear | Scheme, actor: Actor) -> None:
    if not actor.may("write", of, subject="scheme_draft"):
        raise Refusal(_("Only an officer of the head of the cluster drafts its regulation."))


def locked_draft(scheme: Scheme, actor: Actor) -> Scheme:
    """The draft under lock, for the head's officer."""
    refuse_unless_drafter(scheme, actor)
    scheme = _locked(scheme)
    if scheme.is_adopted:
        raise Refusal(_("The regulation is adopted and no longer changes, unless the head's approver opens it again."))
    return scheme


def _with_lines(scheme: Scheme) -> Scheme:
    return Scheme.objects.with_lines().get(pk=scheme.pk)


def _locked(scheme: Scheme) -> Scheme:
    locked_open_year(scheme.cluster_year)
    return Scheme.objects.select_for_update(of=("self",)).select_related("cluster_year__cluster").get(pk=scheme.pk)


def _entered(scheme: Scheme, step: Step, walked: Walked) -> dict[str, Any]:
    """The day and the votes, entered with the adoption and gone with a reopening."""
    if step.target == SchemeState.DRAFT:
        scheme.adopted_on = scheme.votes_for = scheme.votes_cast = None
        return {}
    said = walked.context
    _refuse_miscounted(scheme, votes_for=said["votes_for"], votes_cast=said["votes_cast"])
    _refuse_improbable(scheme, said["on"])
    scheme.adopted_on, scheme.document = said["on"], said["document"]
    scheme.votes_for, scheme.votes_cast = said["votes_for"], said["votes_cast"]
    return {**_adoption(scheme), "document": scheme.document}


def _refuse_miscounted(scheme: Scheme, *, votes_for: int, votes_cast: int) -> None:
    members = sat_in(scheme.cluster_year, WHOLE_YEAR).count()
    if votes_cast > members:
        raise Refusal(
            _("The cluster has %(members)s members this year, so no more than that can vote.") % {"members": members},
            field="votes_cast",
        )
    if votes_for > votes_cast:
        raise Refusal(_("There are more votes for than members voting. Correct one of the two."), field="votes_for")
    if votes_for * 2 <= votes_cast:
        raise Refusal(
            _("%(votes)s of %(cast)s is no majority, so the regulation is not adopted.")
            % {"votes": votes_for, "cast": votes_cast},
            field="votes_for",
        )


def _refuse_improbable(scheme: Scheme, on: date) -> None:
    """A day of adoption that is still to come, or long before the year."""
    if on > clock.today():
        raise Refusal(
            _("%(day)s is still to come. Record the adoption once the members have voted.") % {"day": format_date(on)},
            field="on",
        )
    if on.year < scheme.cluster_year.year - 1:
        raise Refusal(
            _("%(day)s is more than a year before the year %(year)s. Correct the day.")
            % {"day": format_date(on), "year": scheme.cluster_year.year},
            field="on",
        )


def _adoption(scheme: Scheme) -> dict[str, Any]:
    """As the journal keeps it."""
    return {"on": scheme.adopted_on, "for": scheme.votes_for, "cast": scheme.votes_cast}


SCHEME = Course[Scheme](
    flow=FLOW,
    steps=SchemeStep,
    thing="scheme",
    verb="clusters.{}_scheme",
    locked=_locked,
    in_state=lambda scheme: (
        _("The regulation is in the state “%(state)s”, so this is no longer possible. Look at it again.")
        % {"state": scheme.get_state_display()}
    ),
    in_words=lambda hindrance, case, scheme: hindrance_in_words(SchemeHindrance(hindrance), case),
    case_of=case_of,
    effect=_entered,
    known_before=lambda scheme, step: _adoption(scheme) if step.name == "reopen" else {},
    not_yours=lambda scheme: _("This step is for the approver of the head of the cluster."),
)
