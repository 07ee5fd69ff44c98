"""A dossier takes a step: passed on, sent, taken up, returned, submitted higher, decided."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from awards.nominations.actions.course import NOMINATION
from awards.nominations.actions.entering import enter_in_the_register
from awards.nominations.actions.halting import refuse_halted
from awards.nominations.actions.late import refuse_unexplained_day
from awards.nominations.models.names import award_name
from awards.nominations.models.nomination import Nomination
from awards.nominations.models.standing import DossierStanding
from awards.nominations.words import went_on_without
from awards.rows.actions import fitting_number
from emulation.core import clock
from emulation.core.actions.walk import walk
from emulation.core.actor import Actor
from emulation.core.dates import format_date
from emulation.core.errors import Refusal
from emulation.core.models.fields import longest

PLAIN_STEPS = frozenset(
    {
        "present",
        "take_back",
        "take_over",
        "submit",
        "recall",
        "take_up",
        "return",
        "forward",
        "fetch_back",
        "put_to_council",
    }
)
STEPS_WITH_REASON = frozenset({"give_back", "look_again", "decline", "withdraw"})
CONFIRMS_KINDS = frozenset({"present", "submit", "forward"})
GOES_ON = frozenset({"forward", "put_to_council"})
LEAVES_THE_COUNCIL = frozenset({"look_again", "decline"})


@transaction.atomic
def take_step(
    nomination: Nomination, name: str, *, why: str = "", actor: Actor, standing: DossierStanding | None = None
) -> Nomination:
    """One of `PLAIN_STEPS` or `STEPS_WITH_REASON`. Who passes a dossier on says that the kinds of its own body's papers
    are as they were guessed. A dossier that goes on past consulted bodies that were silent says so. `standing`: where
    it was asked already, under the dossier's lock."""
    body = nomination.holder_id
    if name in GOES_ON:
        silent = nomination.consultations.silent(clock.today()).filter(asker=body).count()
        why = why or went_on_without(silent)
    nomination = walk(NOMINATION, nomination, name, actor=actor, why=why, standing=standing, by=actor)
    if name in LEAVES_THE_COUNCIL:
        _refuse_drafted(nomination)
    if name in CONFIRMS_KINDS:
        guessed = nomination.papers.standing().filter(is_confirmed=False, body=body).exclude(kind="")
        guessed.update(is_confirmed=True)
    return nomination


@transaction.atomic
def award_nomination(nomination: Nomination, *, number: str, day: date, why: str = "", actor: Actor) -> Nomination:
    """By the leader of the body that decides: the decision's number and day. `why`: needed of a decision from before
    the dossier was put to the Council, kept with the step. Its honour enters the register, or is linked to the line
    that a list of the decision brought there."""
    written = fitting_number(number, most=longest(Nomination, "decision_number"), field="number")
    if not written:
        raise Refusal(_("Give the number of the decision, for example 123/QĐ-UBND."), field="number")
    _refuse_impossible_day(nomination, day)
    refuse_unexplained_day([nomination.pk], day, why)
    refuse_halted([nomination])
    nomination = walk(NOMINATION, nomination, "award", actor=actor, why=why, decision_number=written, decision_date=day)
    _refuse_drafted(nomination)
    nomination.honour = enter_in_the_register(nomination, actor=actor)
    nomination.save(update_fields=["honour"])
    return nomination


def _refuse_impossible_day(nomination: Nomination, day: date) -> None:
    if day > clock.today():
        raise Refusal(_("The decision is dated %(day)s, ahead of today.") % {"day": format_date(day)}, field="day")
    if nomination.achieved_to is not None and day < nomination.achieved_to:
        raise Refusal(
            _("The decision is dated %(day)s, before the achievement ended on %(last)s.")
            % {"day": format_date(day), "last": format_date(nomination.achieved_to)},
            field="day",
        )
    if not nomination.award.during.contains(day):
        raise Refusal(
            _("“%(award)s” was not given on %(day)s. Look at the day of the decision again.")
            % {"award": award_name(nomination, on=clock.today()), "day": format_date(day)},
            field="day",
        )


def _refuse_drafted(nomination: Nomination) -> None:
    """Under its lock: what a draft confers is neither recorded by hand nor taken from the draft behind its back."""
    lines = nomination.decision_lines.filter(stands=True)
    draft = lines.values_list("decision__subject", flat=True).first()
    if draft is not None:
        raise Refusal(
            _("The dossier stands in the draft decision “%(draft)s”. Issue that one, or leave the dossier out of it.")
            % {"draft": draft}
        )
