"""Who did what to what, why: written inside the deed's own transaction, chained afterwards by one sealer."""

import hashlib
import json
import logging
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC
from enum import StrEnum
from typing import NamedTuple

from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection, models, transaction
from django.utils.translation import gettext as _

from emulation.core import clock
from emulation.core.actions.copying import copy_in
from emulation.core.actor import Actor
from emulation.core.errors import Refusal
from emulation.core.models import AuditEntry, AuditMention, AuditSeal

LAST_SEAL = "audit.seal"
NOT_ITS_OWN = "audit.seal.beside"  # the chain's last seal, while the one that is kept is not the chain's
KEPT = re.compile(rb"([0-9]{1,18}) ([0-9a-f]{64})\s*")
GENESIS = "0" * 64
SEALER_LOCK = 0x7E1A
BATCH = 2000
log = logging.getLogger(__name__)


def record(
    actor: Actor,
    verb,
    subject,
    *,
    before=None,
    after=None,
    why="",
    organisation_id=None,
    tells_of: Iterable[models.Model] = (),
) -> AuditEntry:
    """`before` and `after` hold only what changed, JSON-able. `tells_of`: records besides the subject that it names or
    counts, from whom they are kept the entry is kept. Called inside the deed's transaction or not at all."""
    _refuse_outside_the_deed()
    entry = _entry(actor, verb, subject, before=before, after=after, why=why, organisation_id=organisation_id)
    entry.save()
    told = {one.pk: one for one in tells_of}
    copy_in([AuditMention(entry=entry, subject_kind=one._meta.label_lower, subject_id=pk) for pk, one in told.items()])
    return entry


def record_each(actor: Actor, verb, told, *, why="", organisation_of=lambda subject: None) -> None:
    """One entry for each of many subjects of one deed. `told`: (subject, before, after)."""
    _refuse_outside_the_deed()
    copy_in(
        [
            _entry(actor, verb, subject, before=before, after=after, why=why, organisation_id=organisation_of(subject))
            for subject, before, after in told
        ]
    )


def _refuse_outside_the_deed() -> None:
    if not connection.in_atomic_block:
        raise RuntimeError("an audit entry belongs inside the transaction of its deed")


def _entry(actor: Actor, verb, subject, *, before, after, why, organisation_id) -> AuditEntry:
    if organisation_id is None:
        organisation_id = getattr(subject, "organisation_id", None)
    return AuditEntry(
        at=clock.real_now(),
        actor_id=actor.user_id,
        actor_name=actor.name,
        verb=verb,
        subject_kind=subject._meta.label_lower,
        subject_id=str(subject.pk),
        subject_name=str(subject)[:300],
        organisation_id=organisation_id,
        before=_plain(before),
        after=_plain(after),
        why=str(why),
    )


def _plain(value):
    return None if value is None else json.loads(json.dumps(value, cls=DjangoJSONEncoder))


def canonical(entry: AuditEntry) -> bytes:
    """The text that is chained: sorted keys, UTC to the microsecond, nothing that can vary between readers."""
    fields = {field.attname: field.value_from_object(entry) for field in entry._meta.concrete_fields}
    fields["at"] = entry.at.astimezone(UTC).isoformat(timespec="microseconds")
    return json.dumps(fields, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


def digest_of(previous: str, entry: AuditEntry) -> str:
    return hashlib.sha256(previous.encode() + canonical(entry)).hexdigest()


def seal() -> int:
    """Chains every committed entry that is not chained yet; how many. One sealer at a time, others return at once."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [SEALER_LOCK])
        if not cursor.fetchone()[0]:
            return 0
        last = AuditSeal.objects.order_by("-position").first()
        position, previous = (last.position, last.digest) if last else (0, GENESIS)
        seals = []
        for entry in AuditEntry.objects.unsealed().order_by("id")[:BATCH]:
            position += 1
            digest = digest_of(previous, entry)
            seals.append(
                AuditSeal(
                    position=position,
                    entry=entry,
                    previous=previous,
                    digest=digest,
                    sealed_at=clock.real_now(),
                )
            )
            previous = digest
        AuditSeal.objects.bulk_create(seals)
    if seals:
        keep_last_seal(position, previous, is_first=last is None)
    return len(seals)


class KeptSeal(NamedTuple):
    """What lies outside the database; no place and no digest where it cannot be read as a seal."""

    position: int
    digest: str
    content: bytes

    @property
    def is_damaged(self) -> bool:
        return not self.digest

    @property
    def name_aside(self) -> str:
        known = self.digest or hashlib.sha256(self.content).hexdigest()
        return f"{LAST_SEAL}.{'damaged' if self.is_damaged else self.position}-{known[:12]}"


class Outside(StrEnum):
    """How what is kept outside the database stands to the chain. Only once something was sealed can it be missing."""

    HELD = "held"
    NOT_HELD = "not_held"
    DAMAGED = "damaged"
    MISSING = "missing"
    UNREADABLE = "unreadable"


def keep_last_seal(position: int, digest: str, *, is_first: bool) -> None:
    """Outside the database, so that a chain rewritten from its beginning is noticed too. A seal that is kept and that
    this chain does not hold is what proves it: it stays until somebody sets it aside, and ours lies beside it. So does
    ours where the kept one is gone: whoever took it away must not have it made anew."""
    ours = f"{position} {digest}\n".encode()
    found = outside()
    if found is Outside.HELD or (is_first and found is Outside.MISSING):
        _keep(LAST_SEAL, ours)
    else:
        _complain(found)
        _keep(NOT_ITS_OWN, ours)


def tell_of_the_kept_seal() -> None:
    """At the start, in the log; nothing of one that is the chain's."""
    try:
        found = outside()
    except OSError as problem:
        log.error("the place of the seal kept outside the database does not answer: %s", problem)
        return
    if found is not Outside.HELD:
        _complain(found)


def _complain(found: Outside) -> None:
    log.error("the seal kept outside the database is %s: manage.py audit_verify", found)


def _keep(name: str, content: bytes) -> None:
    storages["seal"].replace(name, ContentFile(content))


def outside() -> Outside:
    """`OSError` where a store does not answer."""
    try:
        kept = kept_seal()
    except (IsADirectoryError, NotADirectoryError, PermissionError):
        return Outside.UNREADABLE
    if kept is None:
        return Outside.MISSING if AuditSeal.objects.exists() else Outside.HELD
    if kept.is_damaged:
        return Outside.DAMAGED
    is_held = AuditSeal.objects.filter(position=kept.position, digest=kept.digest).exists()
    return Outside.HELD if is_held else Outside.NOT_HELD


def set_kept_seal_aside(why: str, actor: Actor) -> str:
    """After the dump of an older day was restored, or where the seal was damaged or is gone: the chain goes on from
    what it holds, and says so. The name that the seal bears from now on, "" of one that is gone. Refused while the
    chain itself is broken, where it holds the seal, and where nobody can read it."""
    verdict = verify()
    last = AuditSeal.objects.order_by("-position").first()
    if not why.strip():
        raise Refusal(_("Write why the seal is set aside: which dump was restored, and when."))
    if verdict.outside is Outside.UNREADABLE:
        raise Refusal(unreadable())
    if verdict.broken_at is not None or last is None:
        raise Refusal(_("The chain itself is not whole: restore a dump of which the chain is, and verify again."))
    if verdict.outside is Outside.HELD:
        raise Refusal(_("The chain holds the seal that is kept outside the database: there is none to set aside."))
    kept = kept_seal()
    with transaction.atomic():
        record(
            actor,
            "core.set_seal_aside",
            last,
            before={"position": kept.position, "digest": kept.digest} if kept else {},
            after={"position": last.position, "digest": last.digest},
            why=why,
        )
        if kept:
            _keep(kept.name_aside, kept.content)
    _keep(LAST_SEAL, f"{last.position} {last.digest}\n".encode())
    return kept.name_aside if kept else ""


def unreadable() -> str:
    return _(
        "The seal kept outside the database cannot be read: nothing tells whether entries were removed. "
        "audit.seal must be a file that the software's account may read. "
        "Put its rights right, or move away what lies in its place, and verify again."
    )


def kept_seal() -> KeptSeal | None:
    try:
        with storages["seal"].open(LAST_SEAL) as kept:
            content = kept.read()
    except FileNotFoundError:
        return None
    read = KEPT.fullmatch(content)
    return KeptSeal(int(read[1]), read[2].decode(), content) if read else KeptSeal(0, "", content)


@dataclass(frozen=True)
class Verdict:
    """`broken_at` is the place in the chain where it first fails; `unsealed` counts the tail not chained yet;
    `outside` is asked only of a chain that is whole in itself."""

    sealed: int
    unsealed: int
    broken_at: int | None = None
    broken_entry: int | None = None
    outside: Outside = Outside.HELD

    @property
    def is_whole(self) -> bool:
        return self.broken_at is None and self.outside is Outside.HELD


def verify() -> Verdict:
    """Walks the whole chain. Missing entries, missing places, changed text, a chain cut short and a seal that is gone
    are all found."""
    previous, expected, checked = GENESIS, 1, 0
    unsealed = AuditEntry.objects.unsealed().count()
    for seal_row in AuditSeal.objects.select_related("entry").order_by("position").iterator(chunk_size=BATCH):
        whole = (
            seal_row.position == expected
            and seal_row.previous == previous
            and seal_row.digest == digest_of(previous, seal_row.entry)
        )
        if not whole:
            return Verdict(checked, unsealed, broken_at=seal_row.position, broken_entry=seal_row.entry_id)
        previous, expected, checked = seal_row.digest, expected + 1, checked + 1
    return Verdict(checked, unsealed, outside=outside())
