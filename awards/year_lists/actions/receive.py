"""A list of years comes in, with the paper that it rests on; a worker reads it."""

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from awards.catalogue.rules.terms import SubjectKind
from awards.lists.actions.sent_file import FileSent, hand_over, keep_sent, seen_file
from awards.records.models.year import FIRST_YEAR
from awards.year_lists.actions.course import YEAR_LIST
from awards.year_lists.models.year_list import YearList
from awards.year_lists.rules.terms import YearListState
from clusters.attachments.actions import file_paper
from clusters.models import Organisation
from emulation.core import clock
from emulation.core.actions.walk import ready_to_walk
from emulation.core.actor import Actor
from emulation.core.errors import Refusal


@transaction.atomic
def receive_year_list(
    organisation: Organisation,
    *,
    year: int | None,
    subject_kind: str,
    upload: FileSent,
    file_name: str,
    proof: UploadedFile | None = None,
    actor: Actor,
) -> YearList:
    """Keeps the file and hands its reading to a worker, where that is not done or under way."""
    year_list = keep_year_list(
        organisation, year=year, subject_kind=subject_kind, upload=upload, file_name=file_name, proof=proof, actor=actor
    )
    is_new = year_list.state == YearListState.RECEIVED and year_list.job is None
    return order_check(year_list, actor=actor) if is_new else year_list


@transaction.atomic
def keep_year_list(
    organisation: Organisation,
    *,
    year: int | None,
    subject_kind: str,
    upload: FileSent,
    file_name: str,
    proof: UploadedFile | None = None,
    actor: Actor,
) -> YearList:
    """The same file for the same year, still in work, gives the list that there is, also of a second click."""
    if not actor.may("write", organisation, subject="year_record"):
        raise Refusal(_("Only an officer of this organisation keeps its book of records."), field="organisation")
    this_year = clock.today().year
    if year is not None and not FIRST_YEAR <= year <= this_year:
        said = {"first": FIRST_YEAR, "last": this_year}
        raise Refusal(_("The year lies outside %(first)s to %(last)s.") % said, field="year")
    if subject_kind not in (SubjectKind.INDIVIDUAL, SubjectKind.COLLECTIVE):
        raise Refusal(_("Years are recorded of people and of collectives."), field="subject_kind")
    file = seen_file(upload, file_name)
    Organisation.objects.select_for_update(no_key=True).only("pk").get(pk=organisation.pk)
    there = YearList.objects.of_same_file(organisation.pk, year, file.checksum).first()
    if there is not None:
        return there
    year_list = YearList(
        organisation=organisation,
        year=year,
        subject_kind=subject_kind,
        proof=file_paper(proof, organisation=organisation, actor=actor, field="proof") if proof is not None else None,
    )
    keep_sent(year_list, file, course=YEAR_LIST, actor=actor)
    return year_list


@transaction.atomic
def order_check(year_list: YearList, *, actor: Actor) -> YearList:
    """Also once more, after the reading was cancelled or broke off."""
    if not actor.may("write", year_list):
        raise Refusal(YEAR_LIST.not_yours(year_list))
    year_list = ready_to_walk(YEAR_LIST, year_list, "check", actor=actor, by_itself=True)
    if year_list.state == YearListState.RECEIVED and not year_list.is_working:
        hand_over(year_list, "awards.check_year_list", title=_("Check of the list %(file)s"), actor=actor)
    return year_list
