"""Who is nominated, chosen from those that were found while typing."""

from django.db import transaction
from django.utils.translation import gettext as _

from awards.nominations.actions.begin import as_subject
from awards.nominations.actions.drafting import drafted
from awards.nominations.actions.overrides import tell_of_fallen
from awards.nominations.models.nomination import Nomination
from awards.nominations.models.overrides import overrides_standing
from awards.nominations.models.subjects import SubjectSource, around
from awards.register.models.honour import Honour
from clusters.models import Organisation
from emulation.core.actions.audit import record
from emulation.core.actor import Actor
from emulation.core.errors import Refusal
from emulation.core.numbers import parse_id


@transaction.atomic
def choose_subject(nomination: Nomination, key: str, *, actor: Actor) -> Nomination:
    """`key`: `source:id` of one that was found while typing; one that the person may not see is none."""
    nomination = drafted(nomination, actor)
    source, _colon, number = key.partition(":")
    pk = parse_id(number)
    columns = None if pk is None else _columns_of(nomination, source, pk, actor)
    if columns is None:
        raise Refusal(_("This one is no longer there. Search again."), field="subject")
    before, standing = nomination.name, overrides_standing(nomination)
    for column, value in columns.items():
        setattr(nomination, column, value)
    nomination.save()
    record(
        actor,
        "awards.choose_subject",
        nomination,
        before={"name": before},
        after={"name": nomination.name, "unit": nomination.unit},
        organisation_id=nomination.organisation_id,
    )
    tell_of_fallen(nomination, standing, actor)
    return nomination


PERSONAL = ("birth_date", "birth_year")
SHARED = ("name", "name_key", "sort_key", "position", "unit", "unit_key", "target_group", "recipient_key")


def _columns_of(nomination: Nomination, source: str, pk: int, actor: Actor) -> dict | None:
    if source == SubjectSource.BODY:
        body = Organisation.objects.visible_to(actor).filter(pk=pk).first()
        if body is None or nomination.organisation_id not in (body.pk, body.parent_id):
            return None
        return as_subject(body) if nomination.subject_kind == "collective" else None
    if source == SubjectSource.DOSSIER:
        earlier = Nomination.objects.visible_to(actor).filter(organisation=nomination.organisation_id)
        other = earlier.filter(pk=pk, subject_kind=nomination.subject_kind).first()
        if other is None:
            return None
        return {name: getattr(other, name) for name in (*SHARED, *PERSONAL)} | {"subject": other.subject}
    if source == SubjectSource.REGISTER:
        rows = Honour.objects.visible_to(actor).of_organisations(around(nomination, actor))
        honour = rows.filter(pk=pk, subject_kind=nomination.subject_kind).first()
        if honour is None:
            return None
        personal = actor.may("read_unasked", honour, subject="honour_personal")
        known = {name: getattr(honour, name) if personal else None for name in PERSONAL}
        return {name: getattr(honour, name) for name in SHARED} | known | {"subject": None}
    return None
