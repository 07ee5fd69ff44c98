"""Who stands behind an honour, as far as the register can tell; never more is claimed."""

from django.db.models import Q

from awards.catalogue.rules.terms import SubjectKind
from awards.register.models.honour import Honour, HonourQuerySet
from awards.register.rules.terms import HonourStatus
from emulation.core.actor import Actor


def honours_of_recipient(honour: Honour, actor: Actor) -> HonourQuerySet:
    """All of the same recipient that the actor may see, newest first, lines of undone lists left out: of a person by
    the person's key, of a collective by its name in its unit and organisation. Without a key it is this honour alone,
    and so it is for households."""
    rows = Honour.objects.visible_to(actor).exclude(status=HonourStatus.UNDONE)
    if honour.recipient_key:
        rows = rows.filter(recipient_key=honour.recipient_key)
    elif honour.subject_kind == SubjectKind.COLLECTIVE:
        rows = rows.filter(
            organisation=honour.organisation_id,
            subject_kind=SubjectKind.COLLECTIVE,
            sort_key=honour.sort_key,
            unit_key=honour.unit_key,
        )
    else:
        rows = rows.filter(pk=honour.pk)
    return rows.select_related("organisation", "award").order_by("-decision_date", "-id")


def of_others_with_its_number(honour: Honour) -> HonourQuerySet:
    """Lines in force of its organisation that bear its identity number beside another name or another birth."""
    if not honour.identity_digest:
        return Honour.objects.none()
    born = Q()
    if honour.birth_year is not None:
        born |= ~Q(birth_year=honour.birth_year) & Q(birth_year__isnull=False)
    if honour.birth_date is not None:
        born |= ~Q(birth_date=honour.birth_date) & Q(birth_date__isnull=False)
    rows = Honour.objects.in_force().filter(
        organisation=honour.organisation_id, recipient_key__startswith=f"cccd:{honour.identity_digest}|"
    )
    return rows.filter(~Q(recipient_key=honour.recipient_key) | born).exclude(pk=honour.pk).order_by("id")


def perhaps_the_same(honour: Honour, actor: Actor) -> HonourQuerySet:
    """People in force with the same name and year of birth under another key, or none. That years of birth agree is
    itself a particular of both, so an office sees only those of its own; the central board sees all."""
    if honour.subject_kind != SubjectKind.INDIVIDUAL or honour.birth_year is None:
        return Honour.objects.none()
    rows = Honour.objects.visible_to(actor).personal_to(actor).in_force()
    rows = rows.filter(
        subject_kind=SubjectKind.INDIVIDUAL, name_key=honour.name_key, birth_year=honour.birth_year
    ).exclude(pk=honour.pk)
    if honour.recipient_key:
        rows = rows.exclude(recipient_key=honour.recipient_key)
    return rows.select_related("organisation", "award").order_by("-decision_date", "-id")
