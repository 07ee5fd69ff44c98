"""Writing the parts of a report that are in its makers' own words."""

from django.db import transaction
from django.utils.translation import gettext as _

from clusters.models import ClusterYear
from emulation.core import clock
from emulation.core.actions.audit import record
from emulation.core.actions.refusals import refuse_unfit
from emulation.core.actor import Actor
from emulation.core.dates import format_date
from emulation.core.errors import Overtaken, Refusal
from emulation.core.paper import for_paper
from reports.runs.actions.making import require_maker
from reports.runs.models.kinds import kind_of_period
from reports.runs.models.passage import Passage
from reports.runs.models.subject import Subject, columns_of, kind_of_subject
from reports.runs.rules.passages import LONGEST, PassagePlace
from reports.runs.words import PASSAGE_TOO_LONG


@transaction.atomic
def write_passage(
    subject: Subject,
    half: int,
    *,
    place: PassagePlace,
    text: str,
    seen: str,
    actor: Actor,
    is_carried: bool = False,
) -> str:
    """What stands there now. `seen` is what stood there when the person began; if something else stands there now, it
    stays and `Overtaken` says so. Reports made before keep what they printed. `is_carried`: the text is that of the
    report before, and is marked so until somebody changes it."""
    require_maker(kind_of_period(half, kind_of_subject(subject)), subject, actor)
    if isinstance(subject, ClusterYear):
        _refuse_if_closed(subject)
    written = plain(text)
    refuse_unfit(written, most=LONGEST, sentence=PASSAGE_TOO_LONG)
    found = {**columns_of(subject), "half": half, "place": place}
    Passage.objects.get_or_create(**found, defaults={"changed_at": clock.real_now()})
    passage = Passage.objects.select_for_update(of=("self",)).select_related("cluster_year", "province").get(**found)
    before = passage.text
    if before == written:
        return written
    if before != plain(seen):
        raise Overtaken(
            _("Somebody else changed this part in the meantime. Choose which of the two is to stand."), theirs=before
        )
    passage.text, passage.changed_at = written, clock.real_now()
    after = {"text": written}
    if is_carried:
        passage.carried_from = Passage.objects.before(subject, half).filter(place=place, text=written).first()
        after |= {"carried_from": str(passage.carried_from)} if passage.carried_from else {}
    passage.save(update_fields=["text", "changed_at", "carried_from"])
    record(
        actor,
        "reports.write_passage",
        passage,
        before={"text": before},
        after=after,
        organisation_id=passage.province_id,
    )
    return written


def _refuse_if_closed(cluster_year: ClusterYear) -> None:
    """The person may have been head when the page was opened."""
    now = ClusterYear.objects.select_related("cluster").get(pk=cluster_year.pk)
    if now.closed_on is not None:
        raise Refusal(
            _("%(year)s was closed on %(day)s; nothing of it changes any more.")
            % {"year": now, "day": format_date(now.closed_on)}
        )


def plain(text: str) -> str:
    """Lines as typed, without trailing blanks and blank ends."""
    return "\n".join(line.rstrip() for line in for_paper(text).replace("\r\n", "\n").split("\n")).strip()
