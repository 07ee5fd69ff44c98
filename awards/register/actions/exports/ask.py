"""Asking for a file of what is filtered."""

import hashlib
import json

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from awards.register.models.register import RegisterExport
from awards.register.rules.register import RegisterFilter
from emulation.core import clock
from emulation.core.actions.jobs import enqueue
from emulation.core.actor import Actor

KIND = "awards.export_register"
SENTENCE = RegisterExport._meta.get_field("sentence").max_length
QUERY = RegisterExport._meta.get_field("query").max_length


@transaction.atomic
def ask_for_export(
    asked: RegisterFilter, *, actor: Actor, form: str, by_name: bool, query: str, sentence: str
) -> RegisterExport:
    """The export, new or, when the same person's same question is still being answered, the one under way."""
    question = json.dumps([asked.as_json(), by_name, form], sort_keys=True)
    job = enqueue(
        KIND,
        actor=actor,
        parameters={"asked": asked.as_json(), "by_name": by_name},
        title=_("Export of the register as %(format)s") % {"format": form.upper()},
        key=f"register-export:{actor.user_id}:{hashlib.sha256(question.encode()).hexdigest()}",
        organisation_id=office_of(actor),
        return_url=reverse("awards:exports"),
    )
    underway = RegisterExport.objects.filter(job=job).first()
    if underway is not None:
        return underway
    return RegisterExport.objects.create(
        query=query[:QUERY],
        sentence=sentence if len(sentence) <= SENTENCE else sentence[: SENTENCE - 1] + "…",
        format=form,
        job=job,
        created_by_id=actor.user_id,
        created_at=clock.real_now(),
    )


def office_of(actor: Actor) -> int | None:
    """The one organisation a person stands for, so that its approver finds the deed in the journal."""
    offices = {organisation for _role, organisation in actor.mandates}
    return offices.pop() if len(offices) == 1 else None
