"""A file comes in: its bytes are judged and kept. What stands in it is read afterwards, by a worker."""

from django.utils import timezone
from django.utils.translation import gettext as _

from awards.lists.actions.read import order_reading
from awards.lists.actions.rights import BATCH, is_working, refuse_stranger
from awards.lists.actions.sent_file import FileSent, keep_sent, seen_file
from awards.lists.models.batch import HonourBatch
from awards.lists.rules.terms import BatchState
from clusters.models import Organisation
from emulation.core.actor import Actor
from emulation.core.dates import format_date
from emulation.core.errors import Refusal


class AlreadyTaken(Refusal):
    """The very same bytes are in the register; `batch` says as which list."""

    def __init__(self, batch: HonourBatch):
        super().__init__(
            _("This file is already in the register, as list no. %(number)s of %(day)s. Nothing was changed.")
            % {"number": batch.pk, "day": format_date(timezone.localtime(batch.accepted_at))},
            field="file",
        )
        self.batch = batch


def send_list(stream: FileSent, *, organisation: Organisation, file_name: str, actor: Actor) -> HonourBatch:
    """Receives the file and hands its reading to a worker, where that is not done or under way."""
    batch = receive_list(stream, organisation=organisation, file_name=file_name, actor=actor)
    if batch.state == BatchState.RECEIVED and not is_working(batch):
        batch = order_reading(batch, actor=actor)
    return batch


def receive_list(stream: FileSent, *, organisation: Organisation, file_name: str, actor: Actor) -> HonourBatch:
    """The same file still in work gives the list that there is."""
    refuse_stranger(actor, organisation)
    file = seen_file(stream, file_name)
    earlier = HonourBatch.objects.of_same_file(organisation.pk, file.checksum)
    if taken := earlier.accepted().first():
        raise AlreadyTaken(taken)
    if waiting := earlier.in_work().first():
        return waiting
    batch = HonourBatch(organisation=organisation)
    keep_sent(batch, file, course=BATCH, actor=actor)
    return batch
