"""A consulted body's own pages: what it is asked, what it may see of the dossier, its answer."""

from dataclasses import dataclass
from datetime import date

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from awards.nominations.actions.consulting import CONSULTATION, AnswerSaid, answer_consultation
from awards.nominations.actions.course import held_back
from awards.nominations.forms import OpinionForm
from awards.nominations.models.consultation import Consultation
from awards.nominations.models.names import award_name, award_names
from awards.nominations.models.nomination import Nomination
from awards.nominations.rules.consulting import ConsultationState
from awards.nominations.views.places import crumbs_of_shelf
from awards.nominations.views.told import achievement_labels, consultation_told, step_as_told
from awards.procedures.rules.terms import PaperKind
from emulation.core import clock
from emulation.core.access import door
from emulation.core.actions.walk import StepOffer, offers_of
from emulation.core.actor import Actor
from emulation.core.models.keyset import KeysetOrder, read_page
from emulation.core.views.crumbs import Crumb
from emulation.core.views.deeds import answer, posted
from emulation.core.views.files import download
from emulation.core.views.records import record_or_404

PAGE = 50
OF_THE_DESK = ("enter", "take_back")
SOONEST = KeysetOrder(("-due_on", "-id"))
SHOWN_TO_CONSULTED = (PaperKind.ACHIEVEMENT_REPORT,)
"""Of the papers, only the report of achievements: minutes, letters, votes and opinions of others are not for it."""


@dataclass(frozen=True)
class DossierForConsulted:
    """What a consulted body sees of a dossier, and nothing besides: built from this list, never by leaving out."""

    name: str
    kind: str
    birth_year: int | None
    position: str
    unit: str
    nominator: str
    award: str
    first_day: date | None
    last_day: date | None
    summary: str
    achievements: list
    papers: list


def consultation_or_404(request, pk: int, deed: str = "read") -> Consultation:
    rows = Consultation.objects.visible_to(request.actor).with_names()
    return record_or_404(rows, request.actor, deed, pk=pk)


def crumbs_of_consultations() -> list[Crumb]:
    return [*crumbs_of_shelf(), Crumb(_("Opinions asked of us"), reverse("awards:consultations"))]


def crumbs_of_consultation(consultation: Consultation, actor: Actor) -> list[Crumb]:
    """Under the dossier for who appraises it, under the body's own list for who is asked."""
    if consultation.asker_id in actor.bodies:
        found = consultation.nomination
        above = [*crumbs_of_shelf(), Crumb(str(found), f"{found.get_absolute_url()}#consultations")]
    else:
        above = crumbs_of_consultations()
    return above


@door("consultation")
@require_safe
def consultations(request):
    """What the person's own body was asked, the latest day first; how it stands is told beside each."""
    actor, today = request.actor, clock.today()
    rows = Consultation.objects.visible_to(actor).filter(body__in=actor.own).with_names()
    page = read_page(rows, SOONEST, cursor=request.GET.get("trang", ""), bound_to="consultations", size=PAGE)
    names = award_names([one.nomination for one in page.rows], on=today)
    return render(
        request,
        "awards/nominations/consultations.html",
        {
            "rows": [consultation_told(one, actor, today) | {"award": names[one.nomination_id]} for one in page.rows],
            "page": page,
            "query": "",
            "crumbs": crumbs_of_shelf(),
        },
    )


@door("consultation")
@require_safe
def consultation(request, pk):
    found = consultation_or_404(request, pk)
    actor, today = request.actor, clock.today()
    return render(
        request,
        "awards/nominations/consultation.html",
        consultation_told(found, actor, today)
        | {
            "dossier": None if found.state == ConsultationState.WITHDRAWN else _shown(found.nomination, today),
            "achievement_labels": list(achievement_labels().values()),
            "is_ours": found.body_id in actor.own,
            "offers": _offers(found, actor),
            "steps": [
                step_as_told(step, None if step.name == "answer" else found.asker, actor) for step in found.steps.all()
            ],
            "nomination": found.nomination if found.asker_id in actor.bodies else None,
            "crumbs": crumbs_of_consultation(found, actor),
        },
    )


def _offers(consultation: Consultation, actor: Actor) -> list[tuple[StepOffer, str]]:
    """Without those of the desk where a colleague has the dossier in charge."""
    offers = offers_of(CONSULTATION, consultation, actor=actor)
    if any(one.name in OF_THE_DESK for one in offers) and held_back(consultation.nomination, actor):
        offers = [one for one in offers if one.name not in OF_THE_DESK]
    return [(one, _url_of(consultation, one.name)) for one in offers]


def _url_of(consultation: Consultation, step: str) -> str:
    names = {"answer": "consultation-answer", "enter": "consultation-enter", "take_back": "consultation-back"}
    return reverse(f"awards:{names[step]}", args=[consultation.pk])


def _shown(nomination: Nomination, today: date) -> DossierForConsulted:
    return DossierForConsulted(
        name=nomination.name,
        kind=str(nomination.get_subject_kind_display()),
        birth_year=nomination.birth_year,
        position=nomination.position,
        unit=nomination.unit,
        nominator=str(nomination.organisation),
        award=award_name(nomination, on=nomination.decision_date or today),
        first_day=nomination.achieved_from,
        last_day=nomination.achieved_to,
        summary=nomination.summary,
        achievements=list(nomination.achievements.exclude(text="")),
        papers=list(_papers_shown(nomination)),
    )


def _papers_shown(nomination: Nomination):
    return nomination.papers.standing().filter(kind__in=SHOWN_TO_CONSULTED, on_paper_only=False)


@door("consultation", "answer")
@require_http_methods(["GET", "HEAD", "POST"])
def answer_asked(request, pk):
    found = consultation_or_404(request, pk, "answer")
    return answer(
        request,
        OpinionForm(posted(request)),
        lambda said: answer_consultation(found, AnswerSaid(said["opinion"], said["reason"]), actor=request.actor),
        title=_("Opinion on the dossier of %(name)s") % {"name": found.nomination},
        button=_("Send the opinion"),
        done=_("The opinion is sent to %(asker)s.") % {"asker": found.asker},
        back=found.get_absolute_url(),
        crumbs=[*crumbs_of_consultations(), Crumb(str(found.nomination), found.get_absolute_url())],
        lead=found.question,
    )


@door("consultation")
@require_safe
def paper(request, pk, paper):
    """Of the dossier, only what a consulted body sees of it, while it is asked or once it has answered."""
    found = consultation_or_404(request, pk)
    if found.state == ConsultationState.WITHDRAWN:
        raise Http404
    kept = get_object_or_404(_papers_shown(found.nomination), pk=paper)
    return download(
        request,
        kept.file,
        checksum=kept.checksum,
        name=kept.name,
        back=found.get_absolute_url(),
        content_type=kept.content_type,
    )


@door("consultation")
@require_safe
def scan(request, pk):
    """The letter with which a body answered on paper."""
    found = consultation_or_404(request, pk)
    if not found.file:
        raise Http404
    return download(
        request,
        found.file,
        checksum=found.checksum,
        name=found.file_name,
        back=found.get_absolute_url(),
        content_type=found.content_type,
    )
