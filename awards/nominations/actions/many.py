"""Many dossiers for one award out of a table: each good row becomes a draft, the others are named with the reason."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from awards.catalogue.models.award import Award
from awards.catalogue.rules.terms import SubjectKind, Way
from awards.conflicts.models.parts import NominationHand
from awards.lists.actions.receive import FileSent
from awards.lists.intake.check_list import under_check
from awards.lists.intake.expectations import award_names_for
from awards.lists.intake.list_file import read_list, tables_as_read
from awards.nominations.actions.begin import lock_nominator, refuse_unless_nominator
from awards.nominations.actions.drafting import MARKUP
from awards.nominations.models.names import name_of_award
from awards.nominations.models.nomination import Nomination, NominationStep
from awards.nominations.rules.terms import NominationState
from awards.register.actions.honours.said import told
from awards.rows.intake.expectations import expectations_of
from awards.rows.rules.reading import CheckedRow, GivenForList
from clusters.models import Organisation
from emulation.core import clock
from emulation.core.actions.audit import record
from emulation.core.actor import Actor
from emulation.core.errors import Refusal
from emulation.core.intake.inspect import first_sight
from emulation.core.numbers import format_integer
from emulation.core.text import squash

MOST_SUBJECTS = 300
SHARED = ("name", "name_key", "sort_key", "birth_date", "birth_year", "position", "unit", "unit_key")


@dataclass(frozen=True)
class RowLeftOut:
    """`row`: its number in the file; `seen`: the name, or what stands in its place."""

    row: int
    seen: str
    why: str


@dataclass(frozen=True)
class ManyBegun:
    begun: tuple[Nomination, ...]
    left_out: tuple[RowLeftOut, ...]


def begin_many(
    organisation: Organisation, *, award: Award, subject_kind: str, upload: FileSent, file_name: str, actor: Actor
) -> ManyBegun:
    """Read by the intake of lists, judged as rows of a list are. The same file again begins nothing twice."""
    today = clock.today()
    refuse_unless_nominator(organisation, actor, today)
    if not award.during.contains(today):
        name = name_of_award(award, organisation, on=today)
        raise Refusal(_("“%(award)s” is not given on this day. Choose another award.") % {"award": name}, field="award")
    if subject_kind not in award.subject_kinds:
        raise Refusal(_("Say whether a person, a collective or a household is nominated."), field="subject_kind")
    first_sight(upload, limit=settings.LIST_UPLOAD_LIMIT)
    rows = list(_rows(organisation, award, subject_kind, upload, today))
    if len(rows) > MOST_SUBJECTS:
        raise Refusal(
            _("The table names %(rows)s subjects; at most %(most)s come in at once. Part it into several files.")
            % {"rows": format_integer(len(rows)), "most": format_integer(MOST_SUBJECTS)},
            field="file",
        )
    return _begun(organisation, award, subject_kind, rows, squash(file_name)[-255:], actor)


def _rows(
    organisation: Organisation, award: Award, subject_kind: str, upload: FileSent, today: date
) -> Iterator[CheckedRow]:
    file = read_list(upload, award_names_for(organisation))
    given = GivenForList(award=award.pk, way=Way.REGULAR, subject_kind=subject_kind, decision_date=today)
    expected = expectations_of(organisation, given=given, on=today)
    for _table, _line, row in under_check(file, tables_as_read(file), expected).checked(lambda done, total: None):
        if row is not None:
            yield row


@transaction.atomic
def _begun(
    organisation: Organisation,
    award: Award,
    subject_kind: str,
    rows: list[CheckedRow],
    file_name: str,
    actor: Actor,
) -> ManyBegun:
    lock_nominator(organisation)
    known = _known(organisation, award)
    fresh: list[Nomination] = []
    left_out: list[RowLeftOut] = []
    for row in rows:
        nomination = _drafted(organisation, award, subject_kind, row, actor)
        key = _key(nomination)
        why = _objection(row, award, subject_kind) or known.get(key, "")
        if why:
            left_out.append(RowLeftOut(row.row, row.name, why))
            continue
        known[key] = _("It stands in the table twice.")
        fresh.append(nomination)
    begun = Nomination.objects.bulk_create(fresh)
    now = clock.now()
    NominationStep.objects.bulk_create(
        NominationStep(
            nomination=one, name="begin", target=one.state, taken_by_name=actor.name, taken_at=now, why=file_name
        )
        for one in begun
    )
    if actor.user_id is not None:
        NominationHand.objects.bulk_create(
            NominationHand(nomination=one, user_id=actor.user_id, body=organisation, first_at=now) for one in begun
        )
    if begun:
        record(
            actor,
            "awards.begin_nominations",
            organisation,
            after={"file": file_name, "added": len(begun), "refused_rows": len(left_out)},
            organisation_id=organisation.pk,
        )
    return ManyBegun(tuple(begun), tuple(left_out))


def _known(organisation: Organisation, award: Award) -> dict[tuple, str]:
    """Dossiers that are there for the award, by who is nominated and when the achievement ended."""
    rows = Nomination.objects.filter(organisation=organisation, award=award).exclude(
        state__in=[NominationState.WITHDRAWN, NominationState.DECLINED]
    )
    return {_key(one): _("A dossier for the same award and time is there already.") for one in rows}


def _key(nomination: Nomination) -> tuple:
    return nomination.name_key, nomination.unit_key, nomination.birth_year, nomination.achieved_to


def _objection(row: CheckedRow, award: Award, subject_kind: str) -> str:
    """The first thing that is wrong, in a sentence; empty where nothing is."""
    problem = next((one for one in row.problems if one.refuses), None)
    if problem is not None:
        return told(problem)
    if row.award != award.code:
        return _("The row names another award than the one chosen.")
    if row.subject_kind != subject_kind:
        return _("The row names another kind of subject than the one chosen.")
    if MARKUP & set(row.name):
        return _("A name has no “<” and no “>”. Write it as the decision is to print it.")
    return ""


def _drafted(organisation: Organisation, award: Award, subject_kind: str, row: CheckedRow, actor: Actor) -> Nomination:
    year = row.achievement_year or clock.today().year - 1
    is_person = subject_kind == SubjectKind.INDIVIDUAL
    return Nomination(
        organisation=organisation,
        holder=organisation,
        held_since=clock.now(),
        award=award,
        subject_kind=subject_kind,
        target_group=row.target_group if is_person else "",
        recipient_key=row.recipient_key if is_person else "",
        achieved_from=date(year, 1, 1),
        achieved_to=date(year, 12, 31),
        created_by_id=actor.user_id,
        created_at=clock.now(),
        **{name: getattr(row, name) for name in SHARED},
    )
