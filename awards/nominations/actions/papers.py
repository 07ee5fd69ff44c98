"""Papers come into a dossier, are told what they are, are taken out. Each is judged by its content."""

import hashlib
import re
import unicodedata
import uuid
from dataclasses import dataclass

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from awards.nominations.actions.course import locked_nomination, refuse_held_back
from awards.nominations.actions.hands import keep_hand
from awards.nominations.models.contents import NominationPaper
from awards.nominations.models.nomination import Nomination
from awards.nominations.models.standing import papers_asked, procedure_of
from awards.nominations.rules.paper_guess import guessed_kind
from awards.nominations.rules.terms import MOST_PAPERS, NominationState
from awards.nominations.words import state_refusal
from awards.procedures.models.wording import PAPERS
from awards.procedures.rules.terms import PaperKind
from clusters.models import Organisation
from emulation.core import clock
from emulation.core.actions.audit import record
from emulation.core.actions.quotas import require_room
from emulation.core.actor import Actor
from emulation.core.errors import Refusal
from emulation.core.intake.papers import kind_of_paper
from emulation.core.numbers import format_integer
from emulation.core.text import squash

SECRET = re.compile(r"(?:^|[(\[])\s*(?:TUYỆT |TỐI )?MẬT\s*(?:[-–_.)\]]|$)")
"""The degree of secrecy in front of a file's name or in brackets, as offices write it."""


@dataclass(frozen=True)
class FiledPapers:
    """What became of several files sent at once: good ones stand, `refused` has (file name, sentence)."""

    filed: tuple[NominationPaper, ...]
    refused: tuple[tuple[str, str], ...]


def may_file(nomination: Nomination, actor: Actor) -> bool:
    """The nominator's officer while it is a draft; the desk's while it is looked into there; the secretary of its
    Council then, and while it is before the Council."""
    if nomination.state == NominationState.DRAFT:
        return actor.may("write", nomination)
    keeps_minutes = actor.may("minute", nomination, subject="nomination")
    if nomination.state == NominationState.REVIEW:
        return actor.may("review", nomination) or keeps_minutes
    return nomination.state == NominationState.COUNCIL and keeps_minutes


def at_hand(nomination: Nomination, actor: Actor) -> Nomination:
    """Under lock, for who has its papers in hand and may file them."""
    if not actor.may("write", nomination, subject="nomination_papers"):
        raise Refusal(_("Papers are filed by the nominator's officer, or by whoever appraises the dossier."))
    nomination = locked_nomination(nomination)
    if not may_file(nomination, actor):
        raise Refusal(state_refusal(nomination))
    refuse_held_back(nomination, actor)
    keep_hand(nomination, actor)
    return nomination


def file_papers(nomination: Nomination, uploads: list[UploadedFile], *, actor: Actor) -> FiledPapers:
    """Each by itself: one that is refused leaves the others standing, and so does a full disk those before it."""
    filed: list[NominationPaper] = []
    refused: list[tuple[str, str]] = []
    unwritten = None
    with transaction.atomic():
        try:
            nomination = at_hand(nomination, actor)
        except Refusal as refusal:
            return FiledPapers((), tuple((squash(str(upload.name)), str(refusal)) for upload in uploads))
        kinds = _kinds_asked(nomination)
        for upload in uploads:
            try:
                with transaction.atomic():
                    filed.append(_file(nomination, upload, kinds, actor))
            except Refusal as refusal:
                refused.append((squash(str(upload.name)), str(refusal)))
            except OSError as error:
                unwritten = error
                break
    if unwritten is not None:
        raise unwritten
    return FiledPapers(tuple(filed), tuple(refused))


@transaction.atomic
def file_paper(nomination: Nomination, upload: UploadedFile, *, actor: Actor) -> NominationPaper:
    nomination = at_hand(nomination, actor)
    return _file(nomination, upload, _kinds_asked(nomination), actor)


def _kinds_asked(nomination: Nomination) -> set[PaperKind]:
    return {one.kind for one in papers_asked(procedure_of(nomination, on=clock.today()).procedure, nomination)}


def _file(nomination: Nomination, upload: UploadedFile, asked: set[PaperKind], actor: Actor) -> NominationPaper:
    """The same bytes twice are one paper. The file is written before the row: a deed that fails afterwards leaves bytes
    that no page shows."""
    if SECRET.search(unicodedata.normalize("NFC", str(upload.name))):
        raise Refusal(
            _("“%(file)s” is named as a state secret. Such a paper is never filed here; mark it as on paper only.")
            % {"file": upload.name},
            field="file",
        )
    content = upload.read()
    found = kind_of_paper(content, limit=settings.DOSSIER_PAPER_LIMIT, field="file")
    checksum = hashlib.sha256(content).hexdigest()
    standing = nomination.papers.standing()
    known = standing.filter(checksum=checksum, on_paper_only=False).first()
    if known is not None:
        return known
    _refuse_too_many(standing.count())
    require_room(_body_of(nomination).pk, len(content), field="file")
    name = named(str(upload.name), found.name)
    paper = NominationPaper(
        nomination=nomination,
        kind=guessed_kind(name, asked=asked or set(PaperKind)) or "",
        name=name,
        size=len(content),
        checksum=checksum,
        content_type=found.content_type,
        body=_body_of(nomination),
        filed_by_name=actor.name,
        filed_at=clock.now(),
    )
    paper.file.save(f"{uuid.uuid4().hex}.{found.name}", ContentFile(content), save=False)
    paper.save()
    _recorded("awards.file_paper", nomination, actor, after={"file": name, "bytes": len(content), "checksum": checksum})
    return paper


@transaction.atomic
def mark_on_paper(nomination: Nomination, kind: PaperKind, *, actor: Actor) -> NominationPaper:
    """What is a state secret is never filed here: the dossier only says that it exists on paper."""
    nomination = at_hand(nomination, actor)
    standing = nomination.papers.standing()
    marked = standing.filter(kind=kind, on_paper_only=True).first()
    if marked is not None:
        return marked
    _refuse_too_many(standing.count())
    paper = NominationPaper.objects.create(
        nomination=nomination,
        kind=kind,
        is_confirmed=True,
        on_paper_only=True,
        name=str(PAPERS[kind]),
        body=_body_of(nomination),
        filed_by_name=actor.name,
        filed_at=clock.now(),
    )
    _recorded("awards.mark_on_paper", nomination, actor, after={"file": paper.name})
    return paper


@transaction.atomic
def set_kind(nomination: Nomination, pk: int, kind: PaperKind | None, *, actor: Actor) -> NominationPaper:
    """Said by a person, so no longer a guess. Only of the own body's papers."""
    nomination = at_hand(nomination, actor)
    paper = _standing_paper(nomination, pk)
    if paper.body_id != _body_of(nomination).pk:
        raise Refusal(_("This paper was filed by %(body)s; only that body says what it is.") % {"body": paper.body})
    before = paper.kind
    paper.kind, paper.is_confirmed = kind or "", True
    paper.save(update_fields=["kind", "is_confirmed"])
    _recorded(
        "awards.set_paper_kind",
        nomination,
        actor,
        before={"file": paper.name, "kind": _kind_word(before)},
        after={"kind": _kind_word(paper.kind)},
    )
    return paper


@transaction.atomic
def confirm_kinds(nomination: Nomination, *, actor: Actor) -> int:
    """Every guess about the own body's papers stands; how many."""
    nomination = at_hand(nomination, actor)
    own = nomination.papers.standing().filter(body=_body_of(nomination))
    guessed = own.filter(is_confirmed=False).exclude(kind="")
    number = guessed.update(is_confirmed=True)
    if number:
        _recorded("awards.confirm_paper_kinds", nomination, actor, after={"added": number})
    return number


@transaction.atomic
def withdraw_paper(nomination: Nomination, pk: int, *, actor: Actor) -> NominationPaper:
    """It is no longer shown; the file and that it was there stay. Only of the own body."""
    nomination = at_hand(nomination, actor)
    paper = _standing_paper(nomination, pk)
    if paper.body_id != _body_of(nomination).pk:
        raise Refusal(_("This paper was filed by %(body)s; only that body takes it out.") % {"body": paper.body})
    paper.withdrawn_at = clock.now()
    paper.save(update_fields=["withdrawn_at"])
    _recorded("awards.withdraw_paper", nomination, actor, before={"file": paper.name})
    return paper


def _standing_paper(nomination: Nomination, pk: int) -> NominationPaper:
    found = nomination.papers.standing().select_related("body").filter(pk=pk).first()
    if found is None:
        raise Refusal(_("This paper no longer lies in the dossier. Open the page again."))
    return found


def _body_of(nomination: Nomination) -> Organisation:
    """In whose name papers are filed now: whoever holds the dossier."""
    return nomination.holder


def _refuse_too_many(number: int) -> None:
    if number >= MOST_PAPERS:
        raise Refusal(
            _("%(most)s papers lie in the dossier already. Put several into one file, or take one out.")
            % {"most": format_integer(MOST_PAPERS)},
            field="file",
        )


def _recorded(verb: str, nomination: Nomination, actor: Actor, **told) -> None:
    record(actor, verb, nomination, organisation_id=nomination.organisation_id, **told)


def _kind_word(kind: str) -> str:
    return str(PAPERS[PaperKind(kind)]) if kind else ""


def named(name: str, ending: str) -> str:
    """As the office called it, with the ending of what it really is."""
    stem = squash(name).rsplit("/", 1)[-1].rsplit("\\", 1)[-1]
    stem = stem.rsplit(".", 1)[0] if "." in stem else stem
    return f"{stem[:200] or 'van-ban'}.{ending}"
