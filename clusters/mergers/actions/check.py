"""What a merger finds, what stands against it, and the sentence for that."""

import logging
from dataclasses import dataclass

from django.utils.translation import gettext as _

from clusters.membership.models.cluster import Membership, Post
from clusters.mergers.actions.orders import MergerOrder, NewBody
from clusters.mergers.models import key_of, name_of, without_fate
from clusters.mergers.rules.objections import (
    Body,
    Hanging,
    Hung,
    MergerBar,
    MergerCase,
    MergerObjection,
    objection_to_merger,
)
from clusters.organisations.models.merger import MergedOrganisation, Merger
from clusters.organisations.models.names import with_years
from clusters.organisations.models.organisation import Organisation, Succession, SuccessionKind
from clusters.organisations.rules.lineage import Link
from clusters.people.models.mandate import Mandate
from emulation.core.dates import format_date
from emulation.core.errors import Refusal
from emulation.core.period import ONE_DAY, Period
from emulation.core.words import term

logger = logging.getLogger(__name__)
NOT_RECORDED = 0


@dataclass(frozen=True)
class Found:
    """The bodies and what hangs on them on the last day of the old ones or later."""

    predecessors: tuple[Organisation, ...]
    successor: Organisation | NewBody
    memberships: tuple[Membership, ...]
    posts: tuple[Post, ...]
    mandates: tuple[Mandate, ...]


def refuse_without_fate() -> None:
    """A relation that nobody thought of must not be left behind in silence."""
    forgotten = without_fate()
    if forgotten:
        logger.error("no merger before a fate is registered for: %s", ", ".join(map(key_of, forgotten)))
        raise Refusal(
            _(
                "Nothing was changed. Nobody has said yet what becomes of this in a merger: %(relations)s. "
                "Give these words to whoever maintains this application."
            )
            % {"relations": "; ".join(f"“{name_of(field)}”" for field in forgotten)}
        )


def find(order: MergerOrder) -> Found:
    merged = tuple(Organisation.objects.filter(pk__in=order.predecessors).select_related("parent").sorted())
    wanted = order.successor
    successor = wanted if isinstance(wanted, NewBody) else Organisation.objects.get(pk=wanted)
    lasting = Period(order.day - ONE_DAY)
    return Found(
        merged,
        successor,
        *(
            tuple(rows.overlapping(lasting).filter(organisation__in=merged).order_by("organisation__sort_key", "id"))
            for rows in (
                Membership.objects.select_related("organisation", "cluster"),
                Post.objects.select_related("organisation", "cluster_year__cluster"),
                Mandate.objects.select_related("organisation", "user"),
            )
        ),
    )


def refuse_unfit(order: MergerOrder, found: Found) -> None:
    objection = objection_to_merger(_case(order, found))
    if objection is not None:
        raise _refusal(objection, order, found)


def _case(order: MergerOrder, found: Found) -> MergerCase:
    if isinstance(found.successor, NewBody):
        successor, applied_for = Body(NOT_RECORDED, found.successor.kind, Period(order.day)), Merger.objects.none()
    else:
        successor, applied_for = _body(found.successor), Merger.objects.filter(successor=found.successor, day=order.day)
    links = Succession.objects.exclude(kind=SuccessionKind.SPLIT)
    return MergerCase(
        day=order.day,
        predecessors=tuple(map(_body, found.predecessors)),
        successor=successor,
        links=tuple(Link(*row) for row in links.values_list("predecessor_id", "successor_id", "day")),
        applied=frozenset(
            MergedOrganisation.objects.filter(organisation__in=found.predecessors).values_list(
                "organisation", flat=True
            )
        ),
        hanging=(
            *(Hanging(one.organisation_id, Hung.MEMBERSHIP, str(one.cluster), one.during) for one in found.memberships),
            *(_hanging_post(one) for one in found.posts),
            *(Hanging(one.organisation_id, Hung.MANDATE, str(one.user), one.during) for one in found.mandates),
        ),
        is_applied=applied_for.exists(),
    )


def _body(organisation: Organisation) -> Body:
    parents, above = set(), organisation.parent
    while above is not None and above.pk not in parents:
        parents.add(above.pk)
        above = above.parent
    return Body(organisation.pk, organisation.kind, organisation.during, frozenset(parents))


def _hanging_post(post: Post) -> Hanging:
    where = f"{post.title}, {post.cluster_year}"
    return Hanging(post.organisation_id, Hung.POST, where, post.during, post.cluster_year.closed_on is not None)


BEGINS_AFTERWARDS = {
    Hung.MEMBERSHIP: lambda: _(
        "The membership of %(unit)s in %(where)s begins on %(begins)s, not before the day of the merger, "
        "%(day)s. Correct that membership or choose a later day."
    ),
    Hung.POST: lambda: _(
        "%(unit)s holds a post from %(begins)s (%(where)s), not before the day of the merger, %(day)s. "
        "Correct that post or choose a later day."
    ),
    Hung.MANDATE: lambda: _(
        "The mandate of %(where)s at %(unit)s begins on %(begins)s, not before the day of the merger, "
        "%(day)s. End it, or choose a later day."
    ),
}
SENTENCES = {
    MergerBar.NO_PREDECESSORS: lambda: _("Name at least one organisation that ends with the merger."),
    MergerBar.RUN_TWICE: lambda: _(
        "The merger into %(successor)s of %(day)s was applied already; it is not run twice. Nothing was changed."
    ),
    MergerBar.ITS_OWN_PREDECESSOR: lambda: _(
        "%(successor)s stands on both sides. A merger ends the old bodies and begins a new one, even under the same "
        "name: choose the new one as successor."
    ),
    MergerBar.CHILD_OF_PREDECESSOR: lambda: _(
        "%(successor)s belongs to %(unit)s, which ends with the merger, and cannot be its successor; "
        "choose another successor."
    ),
    MergerBar.CAME_BEFORE: lambda: _(
        "%(unit)s itself came from %(successor)s; a body cannot be merged into what came before it."
    ),
    MergerBar.KINDS_DO_NOT_FIT: lambda: _(
        "%(unit)s and %(successor)s are not of kinds that can merge: provinces and cities into a "
        "province or city, units into a unit."
    ),
    MergerBar.SUCCESSOR_BEGINS_OTHERWISE: lambda: _(
        "%(successor)s exists %(life)s. The successor begins on the day of the merger, %(day)s: choose the one that "
        "does, or record it as a new one."
    ),
    MergerBar.NOT_ALIVE_BEFORE: lambda: _(
        "%(unit)s exists %(unit_life)s, not on the day before %(day)s; choose the body that ended then."
    ),
    MergerBar.MERGED_ELSEWHERE: lambda: _(
        "%(unit)s was merged into another body already: %(other)s. Take it off the list."
    ),
    MergerBar.RECORDED_FOR_ANOTHER_DAY: lambda: _(
        "That %(unit)s became %(successor)s is recorded for %(begins)s, not for %(day)s; choose that day."
    ),
    MergerBar.YEAR_IS_CLOSED: lambda: _(
        "%(unit)s holds a post beyond %(day)s in a year that is closed (%(where)s); nothing of a closed "
        "year changes. Choose the day on which the body really ended."
    ),
}
FIELDS = {
    MergerBar.RUN_TWICE: None,
    MergerBar.ITS_OWN_PREDECESSOR: "successor",
    MergerBar.CHILD_OF_PREDECESSOR: "successor",
    MergerBar.CAME_BEFORE: "successor",
    MergerBar.KINDS_DO_NOT_FIT: "successor",
    MergerBar.SUCCESSOR_BEGINS_OTHERWISE: "successor",
    MergerBar.BEGINS_AFTERWARDS: "day",
    MergerBar.RECORDED_FOR_ANOTHER_DAY: "day",
    MergerBar.YEAR_IS_CLOSED: "day",
}


def _refusal(objection: MergerObjection, order: MergerOrder, found: Found) -> Refusal:
    hanging = objection.hanging
    if hanging is not None and objection.bar is MergerBar.BEGINS_AFTERWARDS:
        sentence = BEGINS_AFTERWARDS[hanging.kind]()
    else:
        sentence = SENTENCES[objection.bar]()
    unit = next((one for one in found.predecessors if one.pk == objection.body), None)
    facts = {
        "day": format_date(order.day),
        "successor": name_of_successor(found),
        "life": "" if isinstance(found.successor, NewBody) else term(found.successor.during),
        "unit": with_years(unit) if unit else "",
        "unit_life": term(unit.during) if unit else "",
        "where": hanging.where if hanging else "",
        "begins": format_date(objection.day) if objection.day else "",
        "other": _other(objection),
    }
    return Refusal(sentence % facts, field=FIELDS.get(objection.bar, "predecessors"))


def name_of_successor(found: Found) -> str:
    if isinstance(found.successor, NewBody):
        return found.successor.name
    return with_years(found.successor)


def _other(objection: MergerObjection) -> str:
    if objection.bar is not MergerBar.MERGED_ELSEWHERE:
        return ""
    rows = Organisation.objects.filter(pk=objection.other) | Organisation.objects.filter(
        mergers__merged__organisation=objection.body
    )
    return ", ".join(with_years(one) for one in rows.distinct())
