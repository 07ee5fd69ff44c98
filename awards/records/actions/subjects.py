"""Subjects come into the book of records, by an honour of the register or by hand; where else the register has them."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from awards.catalogue.rules.terms import SubjectKind
from awards.records.models.subject import Subject, SubjectMove
from awards.register.models.honour import Honour
from awards.rows.rules.person import person_key
from clusters.models import Organisation
from emulation.core import clock
from emulation.core.actions.audit import record
from emulation.core.actions.refusals import fitting, reason_of, refusing_conflicts
from emulation.core.actor import Actor
from emulation.core.errors import Refusal
from emulation.core.text import person_sort_key, search_key, sort_key

OF_THE_LINE = (
    "organisation_id",
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
)


@dataclass(frozen=True)
class SubjectSaid:
    """`birth`: a day, a bare year or nothing."""

    subject_kind: str
    name: str
    birth: date | int | None = None
    position: str = ""
    unit: str = ""
    target_group: str = ""
    body: Organisation | None = None
    collective: Subject | None = None


def not_yours() -> str:
    return _("Only an officer of this organisation keeps its book of records.")


def found_subject(honour: Honour) -> Subject | None:
    """The one that stands for the recipient of the line, as the register tells recipients apart; also by a move."""
    rows = Subject.objects.filter(organisation=honour.organisation_id, subject_kind=honour.subject_kind)
    moved = Subject.objects.filter(moves__honour=honour).first()
    if moved is not None:
        return moved
    if honour.subject_kind == SubjectKind.INDIVIDUAL:
        if not honour.recipient_key:
            return None
        return rows.filter(recipient_key=honour.recipient_key).first()
    return rows.filter(sort_key=honour.sort_key, unit_key=honour.unit_key).first()


@transaction.atomic
def subject_of(honour: Honour, *, actor: Actor) -> Subject:
    """The subject of the line's recipient, made when there is none yet."""
    if not actor.may("write", honour, subject="subject"):
        raise Refusal(not_yours())
    found = found_subject(honour)
    if found is not None:
        return found
    if honour.subject_kind == SubjectKind.INDIVIDUAL and not honour.recipient_key:
        raise Refusal(
            _(
                "The register cannot tell this person from others of the same name. Add the date of birth with the "
                "unit, or the identity number, to the line first."
            )
        )
    subject = Subject(**{column: getattr(honour, column) for column in OF_THE_LINE})
    return _kept(subject, actor)


@transaction.atomic
def enter_subject(organisation: Organisation, said: SubjectSaid, *, actor: Actor) -> Subject:
    """One whom the register does not know yet. A person is told apart by date of birth and unit."""
    if not actor.may("write", organisation, subject="subject"):
        raise Refusal(not_yours())
    is_person = said.subject_kind == SubjectKind.INDIVIDUAL
    name, unit = fitting(said.name, most=300, field="name"), fitting(said.unit, most=300, field="unit")
    born = said.birth if isinstance(said.birth, date) else None
    if is_person and not (born and unit):
        raise Refusal(
            _("A person is told apart by date of birth and unit. Enter both."), field="birth" if unit else "unit"
        )
    unit_key = search_key(unit)
    subject = Subject(
        organisation=organisation,
        subject_kind=said.subject_kind,
        name=name,
        name_key=search_key(name),
        sort_key=person_sort_key(name) if is_person else sort_key(name),
        birth_date=born,
        birth_year=born.year if born else said.birth,
        position=said.position if is_person else "",
        unit=unit,
        unit_key=unit_key,
        target_group=said.target_group if is_person else "",
        recipient_key=person_key(name, born, unit_key) if born and is_person else "",
        body=None if is_person else said.body,
        collective=said.collective if is_person else None,
    )
    return _kept(subject, actor)


@transaction.atomic
def note_move(subject: Subject, honour: Honour, *, why: str, actor: Actor) -> SubjectMove:
    """The line is the subject's too, under another unit or number; who says so answers for it."""
    if not actor.may("write", subject):
        raise Refusal(not_yours())
    why = reason_of(why, needed=True)
    if honour.subject_kind != subject.subject_kind:
        raise Refusal(_("A line of a person is never one of a collective, nor the other way round."))
    if subject.is_person and honour.name_key != subject.name_key:
        raise Refusal(_("This line names somebody else: %(name)s.") % {"name": honour.name})
    Honour.objects.select_for_update(no_key=True).only("pk").get(pk=honour.pk)
    noted = SubjectMove.objects.filter(honour=honour, subject__organisation=subject.organisation_id)
    there = noted.select_related("subject").first()
    if there is not None and there.subject_id == subject.pk:
        return there
    if there is not None:
        raise Refusal(
            _("This line was noted as one of %(subject)s already. One line is of one subject; look at both again.")
            % {"subject": there.subject}
        )
    move = SubjectMove.objects.create(
        subject=subject, honour=honour, why=why, noted_by_name=actor.name, noted_at=clock.now()
    )
    record(actor, "awards.note_move", subject, after={"honour": str(honour), "unit": honour.unit}, why=why)
    return move


def _kept(subject: Subject, actor: Actor) -> Subject:
    with refusing_conflicts():
        subject.save()
    record(actor, "awards.enter_subject", subject, after={"name": subject.name, "unit": subject.unit})
    return subject
