"""What is recorded of one year of a subject."""

from dataclasses import asdict, dataclass
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from awards.catalogue.rules.terms import SubjectKind
from awards.records.actions.subjects import not_yours
from awards.records.models.subject import Subject
from awards.records.models.year import FIRST_YEAR, YearRecord
from clusters.attachments.actions import file_paper
from emulation.core import clock
from emulation.core.actions.audit import record
from emulation.core.actions.refusals import refusing_conflicts
from emulation.core.actor import Actor
from emulation.core.errors import Refusal

OF_COLLECTIVES = ("headcount", "completed", "advanced", "fighters")
PARTS = OF_COLLECTIVES[1:]


@dataclass(frozen=True)
class YearSaid:
    """Empty is not recorded. Counts are of people."""

    rating: str = ""
    initiative: str = ""
    initiative_scope: str = ""
    recognised_by: str = ""
    headcount: int | None = None
    completed: int | None = None
    advanced: int | None = None
    fighters: int | None = None
    discipline: str = ""


class YearChanged(Refusal):
    """Somebody recorded something else of the year since the page was opened; `theirs` is the record as it is."""

    def __init__(self, theirs: YearRecord):
        super().__init__(
            _("%(name)s changed this year since you opened the page. Look at it as it is now, then decide.")
            % {"name": theirs.entered_by_name}
        )
        self.theirs = theirs


@transaction.atomic
def record_year(
    subject: Subject,
    year: int,
    said: YearSaid,
    *,
    version: int = 0,
    upload: UploadedFile | None = None,
    actor: Actor,
) -> YearRecord:
    """`version`: of the record that the person looked at, 0 where there was none. Without `upload` the proof that is
    filed stays."""
    if not actor.may("write", subject, subject="year_record"):
        raise Refusal(not_yours())
    Subject.objects.select_for_update().get(pk=subject.pk)
    there = YearRecord.objects.filter(subject=subject, year=year).first()
    if (there.version if there else 0) != version:
        if there is None:
            raise Refusal(_("This year is no longer recorded. Open the page again."))
        raise YearChanged(there)
    _refuse_unfit(subject, year, said)
    before = _said_by(there) if there else {}
    kept = there or YearRecord(subject=subject, organisation_id=subject.organisation_id, year=year, version=0)
    for column, value in asdict(said).items():
        setattr(kept, column, value)
    if upload is not None:
        kept.proof = file_paper(upload, organisation=subject.organisation, actor=actor, field="proof")
    kept.version += 1
    kept.entered_by_name, kept.entered_at = actor.name, clock.now()
    with refusing_conflicts():
        kept.save()
    after = _said_by(kept)
    changed = {column for column in after if before.get(column) != after[column]}
    record(
        actor,
        "awards.record_year",
        subject,
        before={"year": year} | {column: before.get(column, "") for column in changed},
        after={"year": year} | {column: after[column] for column in changed},
    )
    return kept


def _said_by(kept: YearRecord) -> dict[str, Any]:
    """As the journal keeps it."""
    said: dict[str, Any] = {column: getattr(kept, column) for column in YearSaid.__dataclass_fields__}
    return said | {"proof": kept.proof.name if kept.proof else ""}


def _refuse_unfit(subject: Subject, year: int, said: YearSaid) -> None:
    this_year = clock.today().year
    if not FIRST_YEAR <= year <= this_year:
        raise Refusal(
            _("The year lies outside %(first)s to %(last)s.") % {"first": FIRST_YEAR, "last": this_year}, field="year"
        )
    if not any(value not in ("", None) for value in asdict(said).values()):
        raise Refusal(_("Nothing is recorded. Enter at least one thing about this year."))
    if bool(said.initiative) != bool(said.initiative_scope):
        raise Refusal(
            _("An initiative is recorded with its title and its scope of influence."),
            field="initiative_scope" if said.initiative else "initiative",
        )
    if subject.subject_kind != SubjectKind.COLLECTIVE:
        for column in OF_COLLECTIVES:
            if getattr(said, column) is not None:
                raise Refusal(_("Only a collective has a headcount. Clear this field."), field=column)
        return
    for column in PARTS:
        part = getattr(said, column)
        if part is not None and said.headcount is None:
            raise Refusal(_("Enter the headcount of which this is a part."), field="headcount")
        if part is not None and said.headcount is not None and part > said.headcount:
            raise Refusal(
                _("%(part)s is more than the headcount of %(whole)s. Correct one of the two.")
                % {"part": part, "whole": said.headcount},
                field=column,
            )
