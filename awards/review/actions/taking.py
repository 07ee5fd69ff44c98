"""Dossiers of a desk find who works on them: taken by oneself, handed out by the leader, by hand or by load."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from awards.nominations.actions.course import locked_nomination
from awards.nominations.actions.steps import take_step
from awards.nominations.models.nomination import Nomination
from awards.review.actions.following import note_work
from awards.review.actions.opening import compare_if_whole, locked_review
from awards.review.models.appraisals import Appraisal
from awards.review.models.colleagues import colleagues, load_of, may_not_get, seen_by
from awards.review.models.queue import is_taken, judges_apart
from awards.review.models.review import Review
from awards.review.rules.sharing import shared_out
from awards.review.rules.terms import MOST, WAITING, WANTED, AppraisalState, Standing
from awards.review.words import JUDGES_APART, LEADER_ONLY, NOT_YOURS, not_on_the_desk, taken_by
from emulation.core import clock
from emulation.core.actions.audit import record
from emulation.core.actor import Actor
from emulation.core.errors import Refusal
from emulation.core.models import User


@dataclass(frozen=True)
class Handed:
    """How many dossiers got somebody in charge, how many opinions were asked for; `left_out`: those for which nobody
    was free to take them."""

    in_charge: int = 0
    opinions: int = 0
    left_out: tuple[Review, ...] = ()


@transaction.atomic
def take_dossier(review: Review, *, actor: Actor) -> Review:
    """By oneself; what was not taken up yet is taken up. The first of two has it, while that person is there."""
    if actor.user_id is None or not actor.may("write", review):
        raise Refusal(str(NOT_YOURS))
    nomination = locked_nomination(review.nomination)  # two who take it at once stand in line here
    review = locked_review(review)
    if judges_apart(review, actor):
        raise Refusal(str(JUDGES_APART))
    if review.handler_id != actor.user_id and is_taken(review, actor):
        raise Refusal(taken_by(review))
    if review.standing not in WAITING:
        raise Refusal(not_on_the_desk(review))
    if review.standing == Standing.ARRIVED:
        take_step(nomination, "take_up", actor=actor)
        review = locked_review(review)
    note_work([nomination.pk], actor)
    if review.handler_id == actor.user_id:
        return review
    _put_in_charge(review, actor.user_id, actor.name)
    if any(one.pk == actor.user_id for one in colleagues(review.body_id, on=clock.today())):
        _ask(review, actor.user_id, actor.name, by=actor)
    record(
        actor, "awards.take_dossier", review.nomination, after={"handler": actor.name}, organisation_id=review.body_id
    )
    return review


@transaction.atomic
def hand_to(reviews: Sequence[Review], person_id: int, *, actor: Actor) -> Handed:
    """The leader puts one person in charge; whoever was in charge before is no more, but keeps an opinion begun."""
    rows = _of_the_leader(reviews, actor)
    body = rows[0].body_id
    person = next((one for one in colleagues(body, on=clock.today()) if one.pk == person_id), None)
    if person is None:
        raise Refusal(_("This person does not look into dossiers here any more. Choose another one."), field="person")
    barred = may_not_get([person], [one.nomination_id for one in rows], on=clock.today())
    left_out, opinions = [], 0
    for review in rows:
        if person.pk in barred[review.nomination_id]:
            left_out.append(review)
            continue
        before = review.handler_name
        _put_in_charge(review, person.pk, person.full_name)
        opinions += _ask(review, person.pk, person.full_name, by=actor)
        record(
            actor,
            "awards.hand_dossier",
            review.nomination,
            before={"handler": before},
            after={"handler": person.full_name},
            organisation_id=review.body_id,
        )
    return Handed(len(rows) - len(left_out), opinions, tuple(left_out))


@transaction.atomic
def hand_out(reviews: Sequence[Review], *, actor: Actor) -> Handed:
    """By load: whoever has the fewest gets the next. Each dossier gets somebody in charge where it has nobody who is
    still there and may see it, and two people who give their opinion; opinions of those who no longer can are no longer
    asked for."""
    rows = _of_the_leader(reviews, actor)
    body, on = rows[0].body_id, clock.today()
    people = {one.pk: one for one in colleagues(body, on=on)}
    if not people:
        raise Refusal(_("Nobody looks into dossiers here today. Ask the system administrator for a mandate."))
    barred = may_not_get(people.values(), [one.nomination_id for one in rows], on=on)
    _let_go(rows, people, barred)
    load = load_of(people.values(), body)
    free = [one for one in rows if one.handler_id not in people or one.handler_id in barred[one.nomination_id]]
    chosen = shared_out([one.pk for one in free], load, not_to={one.pk: barred[one.nomination_id] for one in free})
    for review in free:
        if (key := chosen.get(review.pk)) is not None:
            load[key] += 1
            before = review.handler_name
            _put_in_charge(review, key, people[key].full_name)
            _ask(review, key, people[key].full_name, by=actor)
            record(
                actor,
                "awards.hand_dossier",
                review.nomination,
                before={"handler": before},
                after={"handler": people[key].full_name},
                organisation_id=body,
            )
    opinions = sum(_ask_by_load(rows, people, load, barred, by=actor) for _seat in range(WANTED))
    return Handed(len(chosen), opinions, tuple(one for one in free if one.pk not in chosen))


def _let_go(rows: Sequence[Review], people: dict[int, User], barred: dict[int, set[int]]) -> None:
    """Opinions that were asked of people who are no longer there, or no longer see the dossier."""
    known = {one.pk: one for one in rows}
    open_ones = Appraisal.objects.filter(review__in=known).exclude(state=AppraisalState.DONE)
    for one in open_ones:
        review = known[one.review_id]
        if one.appraiser_id not in people or one.appraiser_id in barred[review.nomination_id]:
            one.delete()
            compare_if_whole(review)


def _ask_by_load(
    rows: Sequence[Review], people: dict[int, User], load: dict[int, int], barred: dict[int, set[int]], *, by: Actor
) -> int:
    """One more opinion for each dossier that has fewer than two."""
    asked: dict[int, set[int]] = {one.pk: set() for one in rows}
    dropped: dict[int, set[int]] = {one.pk: set() for one in rows}
    opinions = Appraisal.objects.filter(review__in=asked).values_list("review", "appraiser", "seat")
    for review, person, seat in opinions:
        (dropped if seat is None else asked)[review].add(person)
    short = [one for one in rows if len(asked[one.pk]) < WANTED and not one.is_compared]
    not_to = {one.pk: barred[one.nomination_id] | asked[one.pk] | dropped[one.pk] for one in short}
    chosen = shared_out([one.pk for one in short], load, not_to=not_to)
    for review in short:
        if (key := chosen.get(review.pk)) is not None:
            load[key] += 1
            _ask(review, key, people[key].full_name, by=by)
    return len(chosen)


@transaction.atomic
def ask_opinion(review: Review, person_id: int, *, actor: Actor) -> None:
    """By the leader, of one more person."""
    review = _of_the_leader([review], actor)[0]
    person = next((one for one in colleagues(review.body_id, on=clock.today()) if one.pk == person_id), None)
    if person is None or may_not_get([person], [review.nomination_id], on=clock.today())[review.nomination_id]:
        raise Refusal(_("This person cannot be asked about this dossier. Choose another one."), field="person")
    if review.is_compared:
        raise Refusal(_("The opinions are open already; one that comes now would not be independent."))
    if review.appraisals.asked().filter(appraiser=person.pk).exists():
        raise Refusal(
            _("%(person)s is asked for an opinion on this dossier already.") % {"person": person.full_name},
            field="person",
        )
    if not _ask(review, person.pk, person.full_name, by=actor):
        raise Refusal(_("Three people are asked already, which is as many as a dossier takes."), field="person")


def _of_the_leader(reviews: Sequence[Review], actor: Actor) -> list[Review]:
    """Under lock, of one body, still waiting there, and seen by the actor; what sent them here is no longer undone."""
    if not reviews or any(not actor.may("assign", one) for one in reviews):
        raise Refusal(str(LEADER_ONLY))
    keys, dossiers = [one.pk for one in reviews], {one.nomination_id for one in reviews}
    list(Nomination.objects.select_for_update(of=("self",)).filter(pk__in=dossiers).order_by("pk").values_list("pk"))
    rows = list(Review.objects.select_for_update(of=("self",)).filter(pk__in=keys).with_names().order_by("pk"))
    if len({one.body_id for one in rows}) > 1:
        raise Refusal(_("These dossiers are on the desks of different bodies. Choose those of one body."))
    for review in rows:
        if review.standing not in WAITING:
            raise Refusal(not_on_the_desk(review))
    if len(seen_by(actor, [one.nomination_id for one in rows])) < len(rows):
        raise Refusal(_("The list has changed meanwhile. Look at it again."))
    note_work(dossiers, actor)
    return rows


def _put_in_charge(review: Review, person: int, name: str) -> None:
    review.handler_id, review.handler_name, review.taken_at = person, name, clock.now()
    review.save(update_fields=["handler", "handler_name", "taken_at"])


def _ask(review: Review, person: int, name: str, *, by: Actor) -> bool:
    """Whether the person was asked now, anew too: what was kept of an opinion is then gone on with. The journal tells
    of opinions once they may be read."""
    seats = dict(review.appraisals.values_list("appraiser", "seat"))
    free = sorted(set(range(1, MOST + 1)) - set(seats.values()))
    if review.is_compared or seats.get(person) is not None or not free:
        return False
    asked = {"seat": free[0], "appraiser_name": name, "asked_by_name": by.name, "asked_at": clock.now()}
    Appraisal.objects.update_or_create(review=review, appraiser_id=person, defaults=asked)
    return True
