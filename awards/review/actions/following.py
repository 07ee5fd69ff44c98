"""Reviews follow their dossiers: each step moves them in the same transaction."""

from collections.abc import Iterable, Sequence

from django.db.models import F, QuerySet

from awards.nominations.models.nomination import Nomination, NominationStep
from awards.nominations.models.standing import DossierStanding, standing_of
from awards.nominations.rules.clock import without_undone
from awards.nominations.rules.terms import NominationState
from awards.review.models.bulk import BulkLine
from awards.review.models.review import Review
from awards.review.models.signs import KEPT, set_signs, signs_of
from awards.review.rules.terms import AT_THE_DESK, Standing
from emulation.core import clock
from emulation.core.actions.walk import Walked
from emulation.core.actor import Actor

AT_A_DESK = {
    NominationState.SUBMITTED: Standing.ARRIVED,
    NominationState.REVIEW: Standing.REVIEW,
    NominationState.COUNCIL: Standing.COUNCIL,
}
SENDS = ("submit", "forward")
OPENS = ("take_up", "present", "submit", "withdraw")
Pairs = Sequence[tuple[Nomination, NominationStep]]


def follow(pairs: Pairs, walked: Walked) -> None:
    """The same step of one dossier or of many. Of many, what warned at the last desk is carried over and judged anew
    when somebody looks; judging them all at once would keep the person waiting."""
    if not pairs:
        return
    name, arriving = pairs[0][1].name, [one for one, _step in pairs if one.state in AT_A_DESK]
    _leave([one.pk for one, _step in pairs], [one.pk for one in arriving], name, walked)
    if name in OPENS:
        _opened(_lines_of([one.pk for one, _step in pairs]), walked.actor)
    _arrive(arriving, name, walked)


def _leave(ids: list[int], arriving: list[int], step: str, walked: Walked) -> None:
    """The desk that had it has it no more; what was returned and then withdrawn does not come back."""
    rows = Review.objects.filter(nomination__in=ids, standing__in=AT_THE_DESK)
    rows = rows.exclude(nomination__in=arriving, body=F("nomination__holder"))
    if step == "return":
        rows.update(standing=Standing.RETURNED, returned_by=walked.actor.user_id, came_back=False)
    else:
        rows.update(standing=Standing.LEFT)
    if step == "withdraw":
        Review.objects.filter(nomination__in=ids, standing=Standing.RETURNED).update(standing=Standing.LEFT)


def _arrive(nominations: list[Nomination], step: str, walked: Walked) -> None:
    ids = [one.pk for one in nominations]
    known = Review.objects.filter(nomination__in=ids, body=F("nomination__holder"))
    reviews = {one.nomination_id: one for one in known}
    earlier = Review.objects.filter(nomination__in=ids).order_by("arrived_at").values("nomination_id", *KEPT)
    warned = {row["nomination_id"]: row for row in earlier} if len(nominations) > 1 else {}
    new: list[Review] = []
    old: list[Review] = []
    for one in nominations:
        review = reviews.get(one.pk) or Review(nomination=one, body_id=one.holder_id, arrived_at=walked.at)
        if review.standing not in AT_THE_DESK and step in SENDS:
            review.came_back = review.standing == Standing.RETURNED
            review.arrived_at = walked.at
        if step == "undo_return":
            review.came_back, review.returned_by_id = _back_before(one, review)
        review.standing = AT_A_DESK[NominationState(one.state)]
        if len(nominations) == 1:
            on = clock.today()
            standing = standing_of(one, on=on)
            set_signs(review, signs_of(one, standing, actor=walked.actor, on=on))
            if step == "take_up" and review.procedure_id is None:
                review.procedure = standing.held.procedure
        elif review.pk is None:
            for name in KEPT:
                setattr(review, name, warned.get(one.pk, {}).get(name, getattr(review, name)))
        (old if review.pk else new).append(review)
    Review.objects.bulk_create(new)
    if len(old) == 1:
        old[0].save()
    elif old:
        Review.objects.bulk_update(old, ["standing", "came_back", "arrived_at"])


def _back_before(nomination: Nomination, review: Review) -> tuple[bool, int | None]:
    """Whether the dossier had come back to the desk before the return that is undone, and who had returned it then."""
    steps = without_undone(nomination.steps.order_by("pk"))
    body = str(nomination.holder)
    came = max((at for at, one in enumerate(steps) if one.name in SENDS and one.holder_name == body), default=0)
    left = [one for one in steps[:came] if one.desk_id == review.body_id and one.name in ("return", "forward")]
    back = left[-1] if left and left[-1].name == "return" else None
    return back is not None, back.taken_by_id if back is not None else None


def keep_signs(review: Review, standing: DossierStanding, *, actor: Actor) -> Review:
    """Whenever somebody looks at the dossier, so that the list says what its page says. `standing`: as it was gathered
    for the page."""
    if differing := set_signs(review, signs_of(review.nomination, standing, actor=actor, on=clock.today())):
        review.save(update_fields=differing)
    return review


def note_reading(nomination: Nomination, actor: Actor, writes: bool = False) -> None:
    """The stage that has the dossier looked at it, or `writes` in it: what was done to it with many others is no longer
    undone. Who did it may look without losing that."""
    if nomination.state != NominationState.COUNCIL and nomination.holder_id in actor.bodies:
        lines = _lines_of([nomination.pk])
        _opened(lines if writes else lines.exclude(deed__made_by=actor.user_id), actor)


def note_work(nominations: Iterable[int], actor: Actor) -> None:
    """Whoever has the dossiers now does something with them, their pages open or not: the Council, a draft decision, a
    leader who hands them out. What brought them there is no longer undone."""
    _opened(_lines_of(list(nominations)), actor)


def _opened(lines: QuerySet[BulkLine], actor: Actor) -> None:
    lines.update(opened_at=clock.now(), opened_by_name=actor.name)


def _lines_of(ids: list[int]) -> QuerySet[BulkLine]:
    return BulkLine.objects.standing().filter(nomination__in=ids)
