"""Who may be meant while somebody types: bodies of the house, recipients of the register, earlier dossiers."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

from django.db.models import Q

from awards.catalogue.rules.terms import SubjectKind
from awards.nominations.models.nomination import Nomination
from awards.register.models.honour import Honour, HonourQuerySet
from awards.register.rules.terms import HonourStatus
from clusters.models import Organisation
from clusters.organisations.models.lineage import lineage_for
from clusters.organisations.models.organisation import OrganisationQuerySet
from clusters.organisations.rules.lineage import ancestors
from emulation.core.actor import Actor
from emulation.core.text import search_key, sort_key

MOST_SUBJECTS = 8
READ_OF_THE_REGISTER = 60


class SubjectSource(StrEnum):
    BODY = "body"
    REGISTER = "register"
    DOSSIER = "dossier"


@dataclass(frozen=True)
class SubjectFound:
    """`key`: what a person's choice sends back, `source:id`. `told`: what tells namesakes apart, beside the name."""

    source: SubjectSource
    pk: int
    name: str
    position: str = ""
    unit: str = ""

    @property
    def key(self) -> str:
        return f"{self.source}:{self.pk}"


def around(nomination: Nomination, actor: Actor) -> set[int]:
    """Organisations under which the register has subjects of the nominator: itself, what it belongs to, and what these
    came from."""
    return set(ancestors(near_of(nomination), lineage_for(actor)))


def near_of(nomination: Nomination) -> frozenset[int]:
    """The nominator, what it belongs to, and the collective that is nominated."""
    near = (nomination.organisation_id, nomination.organisation.parent_id, nomination.subject_id)
    return frozenset(pk for pk in near if pk is not None)


def find_subjects(nomination: Nomination, text: str, *, actor: Actor) -> list[SubjectFound]:
    """At most `MOST_SUBJECTS`, blind to accents; each source says a subject once, and the house's own bodies first."""
    key = search_key(text)
    if not key:
        return []
    seen: set[tuple[str, str]] = set()
    found: list[SubjectFound] = []
    of_bodies = _bodies(nomination, text) if nomination.subject_kind == SubjectKind.COLLECTIVE else iter(())
    for one in chain(of_bodies, _dossiers(nomination, key, actor), _recipients(nomination, key, actor)):
        known = (search_key(one.name), search_key(one.unit))
        if known not in seen:
            seen.add(known)
            found.append(one)
        if len(found) == MOST_SUBJECTS:
            break
    return found


def bodies_nominated_by(nomination: Nomination) -> OrganisationQuerySet:
    """The nominator itself and what belongs to it."""
    return Organisation.objects.filter(Q(pk=nomination.organisation_id) | Q(parent=nomination.organisation_id))


def _bodies(nomination: Nomination, text: str) -> Iterator[SubjectFound]:
    for one in bodies_nominated_by(nomination).named_like(text).sorted():
        yield SubjectFound(SubjectSource.BODY, one.pk, one.name)


def _dossiers(nomination: Nomination, key: str, actor: Actor) -> Iterator[SubjectFound]:
    rows = Nomination.objects.visible_to(actor).filter(
        organisation=nomination.organisation_id, subject_kind=nomination.subject_kind
    )
    for word in key.split():
        rows = rows.filter(name_key__contains=word)
    for one in rows.exclude(pk=nomination.pk).order_by("-id")[:READ_OF_THE_REGISTER]:
        yield SubjectFound(SubjectSource.DOSSIER, one.pk, one.name, one.position, one.unit)


def _recipients(nomination: Nomination, key: str, actor: Actor) -> Iterator[SubjectFound]:
    rows = Honour.objects.visible_to(actor).in_force().of_organisations(around(nomination, actor))
    rows = rows.filter(subject_kind=nomination.subject_kind).named_like(key)
    for one in rows.order_by("-decision_date", "-id")[:READ_OF_THE_REGISTER]:
        yield SubjectFound(SubjectSource.REGISTER, one.pk, one.name, one.position, one.unit)


def honours_of_subject(nomination: Nomination, *, actor: Actor) -> HonourQuerySet:
    """Of the nominated subject, newest first: of a person by the person's key, or where nobody can tell by name, which
    then claims nothing; of a collective by its name and those of the bodies it came from."""
    rows = Honour.objects.visible_to(actor).exclude(status=HonourStatus.UNDONE)
    rows = rows.filter(subject_kind=nomination.subject_kind)
    if nomination.recipient_key:
        rows = rows.filter(recipient_key=nomination.recipient_key)
    elif not nomination.name_key:
        rows = rows.none()
    elif nomination.subject_kind == SubjectKind.COLLECTIVE:
        rows = rows.of_organisations(around(nomination, actor)).filter(sort_key__in=_names_of(nomination, actor))
    else:
        rows = rows.of_organisations(around(nomination, actor)).filter(name_key=nomination.name_key)
        if nomination.unit_key:
            rows = rows.filter(unit_key=nomination.unit_key)
    return rows.select_related("organisation", "award").order_by("-decision_date", "-id")


def _names_of(nomination: Nomination, actor: Actor) -> set[str]:
    names = {nomination.sort_key}
    if nomination.subject_id is not None:
        line = ancestors([nomination.subject_id], lineage_for(actor))
        names |= {
            sort_key(name)[:700] for name in Organisation.objects.filter(pk__in=line).values_list("name", flat=True)
        }
    return names
