"""What COPY writes is what was meant, sign by sign."""

import pytest
from django.db import IntegrityError

from emulation.core import clock
from emulation.core.actions.copying import copy_in
from emulation.core.models import AuditEntry

pytestmark = pytest.mark.django_db
SIGNS = ["\\N", "a\tb", "a\nb\r\nc", "\\.", "C:\\thư mục", "“Bằng khen”", "a\\tb", ""]


def entry(said: str, **columns) -> AuditEntry:
    told = {"verb": "core.try", "actor_name": "Người thử", "subject_kind": "core.user", "subject_id": "1"}
    return AuditEntry(**told | {"at": clock.real_now(), "why": said, "after": {said: [said, None]}} | columns)


def test_each_row_has_its_key_and_says_what_it_said():
    entries = copy_in([entry(said) for said in SIGNS])
    kept = AuditEntry.objects.in_bulk([one.pk for one in entries])
    for one in entries:
        read = kept[one.pk]
        assert (read.why, read.after, read.before, read.at) == (one.why, one.after, None, one.at)
    later = entry("sau")
    later.save()
    assert later.pk not in kept


def test_what_a_constraint_refuses_is_refused_as_ever():
    with pytest.raises(IntegrityError):
        copy_in([entry("x", verb=None)])
