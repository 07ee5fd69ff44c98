"""The book of records: who is in it, one subject with its years and what it holds, and entering one."""

from collections.abc import Iterable

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from awards.catalogue.models.award import Award
from awards.records.actions.subjects import enter_subject, found_subject, note_move, subject_of
from awards.records.forms.subjects import MoveForm, SubjectForm
from awards.records.models.declared import DeclaredHonour
from awards.records.models.history import honours_held_by, lines_perhaps_of
from awards.records.models.subject import Subject
from awards.records.models.year import YearRecord
from awards.records.rules.terms import DeclaredState
from awards.register.access import organisations_of
from awards.register.models.honour import Honour
from awards.register.models.printed import printed_names
from awards.register.models.recipient import perhaps_the_same
from awards.register.rules.terms import HonourStatus
from emulation.core import clock
from emulation.core.access import door
from emulation.core.actor import Actor
from emulation.core.errors import Refusal
from emulation.core.forms.filters import SearchForm
from emulation.core.text import search_key
from emulation.core.views.crumbs import Crumb
from emulation.core.views.records import record_or_404

SHOWN = 100
PERHAPS_SHOWN = 20


def visible_subject(request, pk, deed="read", *, subject="") -> Subject:
    rows = Subject.objects.select_related("organisation", "collective", "body")
    return record_or_404(rows, request.actor, deed, subject=subject, pk=pk)


def crumbs_of_subjects() -> list[Crumb]:
    register = Crumb(_("Register of honours"), reverse("awards:register"))
    return [register, Crumb(_("Book of records"), reverse("awards:subjects"))]


def crumbs_of(subject: Subject) -> list[Crumb]:
    return [*crumbs_of_subjects(), Crumb(subject.name, subject.get_absolute_url())]


@door("subject")
@require_safe
def subjects(request):
    """Those that the person may see, found by a piece of the name, accents or not."""
    form = SearchForm(request.GET, label=_("Name"))
    rows = Subject.objects.visible_to(request.actor).select_related("organisation").sorted()
    rows = rows.none() if form.seeks_nobody else rows.named_like(search_key(form.text))
    found = list(rows[: SHOWN + 1])
    return render(
        request,
        "awards/records/subjects.html",
        {
            "crumbs": crumbs_of_subjects()[:1],
            "form": form,
            "subjects": found[:SHOWN],
            "more": len(found) > SHOWN,
            "shown_at_most": SHOWN,
            "waiting": DeclaredHonour.objects.confirmable_by(request.actor).count(),
            "may_write": request.actor.may_somewhere("write", "subject"),
            "sees_lists": request.actor.may_somewhere("read", "year_record"),
        },
    )


@door("subject", "write")
@require_http_methods(["GET", "HEAD", "POST"])
def enter(request):
    form = SubjectForm(
        request.POST if request.method == "POST" else None,
        actor=request.actor,
        organisations=organisations_of(request.actor),
    )
    if (made := entered(form, request.actor)) is not None:
        messages.success(request, _("It is in the book. Record its years, and declare what it received earlier."))
        return redirect(made)
    context = {"form": form, "crumbs": crumbs_of_subjects(), "back": reverse("awards:subjects")}
    return render(request, "awards/records/enter.html", context, status=422 if form.is_bound else 200)


def entered(form: SubjectForm, actor: Actor) -> Subject | None:
    """None while nothing was sent, or something is wrong with it, which the form then says."""
    if not (form.is_bound and form.is_valid()):
        return None
    try:
        return enter_subject(form.cleaned_data["organisation"], form.said, actor=actor)
    except Refusal as refusal:
        form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
    return None


@door("subject")
@require_http_methods(["GET", "HEAD", "POST"])
def open_of_honour(request, pk):
    """From a line of the register to its recipient in the book; who keeps the book enters the recipient from here."""
    rows = Honour.objects.select_related("organisation", "award")
    line = record_or_404(rows, request.actor, subject="subject", pk=pk)
    found = found_subject(line)
    if found is not None and request.actor.may("read", found):
        return redirect(found)
    if request.method == "POST":
        try:
            return redirect(subject_of(line, actor=request.actor))
        except Refusal as refusal:
            messages.error(request, str(refusal))
    context = {
        "honour": line,
        "award": printed_names([line])[line.pk],
        "crumbs": crumbs_of_subjects(),
        "may_write": request.actor.may("write", line, subject="subject"),
    }
    return render(request, "awards/records/not_yet.html", context, status=422 if request.method == "POST" else 200)


@door("subject")
@require_safe
def subject(request, pk):
    actor = request.actor
    found = visible_subject(request, pk)
    lines = honours_held_by(found)
    declared = list(found.declared.exclude(state=DeclaredState.WITHDRAWN))
    named = names_of_awards(declared)
    may_write = actor.may("write", found)
    moved = {move.honour_id: move for move in found.moves.all()}
    perhaps = _perhaps(found, lines, actor) if may_write else []
    names = printed_names([*lines, *perhaps])
    return render(
        request,
        "awards/records/subject.html",
        {
            "subject": found,
            "crumbs": crumbs_of_subjects(),
            "years": YearRecord.objects.filter(subject=found).select_related("proof"),
            "lines": [
                {
                    "honour": one,
                    "award": names[one.pk],
                    "move": moved.get(one.pk),
                    "counts": one.status == HonourStatus.IN_FORCE,
                }
                for one in reversed(lines)
            ],
            "declared": [{"declared": one, "award": named[one.award_id]} for one in declared],
            "perhaps": [{"honour": one, "award": names[one.pk]} for one in perhaps],
            "may_write": may_write,
        },
    )


def names_of_awards(rows: Iterable[DeclaredHonour]) -> dict[int, str]:
    """{award: how today's law names it}"""
    named = Award.objects.named(on=clock.today()).filter(pk__in={one.award_id for one in rows})
    return dict(named.values_list("pk", "printed_name"))


def _perhaps(found: Subject, lines, actor) -> list[Honour]:
    """Lines of the same name and birth under another key, or of a household of the name, of which nobody said yet
    whether they are the subject's."""
    held = {one.pk for one in lines}
    rows = list(perhaps_the_same(lines[-1], actor)[: PERHAPS_SHOWN + len(held)]) if lines else []
    seen = held | {one.pk for one in rows}
    more = [one.pk for one in lines_perhaps_of([found.of_its_province]).get(found.pk, ()) if one.pk not in seen]
    rows += Honour.objects.visible_to(actor).filter(pk__in=more).select_related("organisation", "award")
    return [one for one in rows if one.pk not in held][:PERHAPS_SHOWN]


@door("subject", "write")
@require_http_methods(["GET", "HEAD", "POST"])
def move(request, pk, honour):
    """A line under another unit or number is the subject's too."""
    found = visible_subject(request, pk, "write")
    line = get_object_or_404(
        Honour.objects.visible_to(request.actor).select_related("organisation", "award"), pk=honour
    )
    form = MoveForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            note_move(found, line, why=form.cleaned_data["why"], actor=request.actor)
        except Refusal as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
        else:
            messages.success(request, _("The line now counts in the chains of %(name)s.") % {"name": found.name})
            return redirect(found)
    context = {
        "subject": found,
        "honour": line,
        "award": printed_names([line])[line.pk],
        "crumbs": crumbs_of(found),
        "form": form,
    }
    return render(request, "awards/records/move.html", context, status=422 if form.is_bound else 200)
