"""Wording the sentences of a draft in its page: one after the other, in place or on a page of its own."""

from functools import wraps
from typing import Any

from crispy_forms.layout import Layout
from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from emulation.core.access import door
from emulation.core.actions.refusals import refusing_clashes
from emulation.core.errors import Overtaken, Refusal
from emulation.core.forms.layouts import OfficeForm
from emulation.core.models.steps import LONGEST_WHY
from emulation.core.views.crumbs import Crumb
from emulation.core.views.deeds import refused_to
from reports.document.rules.cells import worded_places
from reports.document.rules.sentences import InTable, Sentence, in_brackets, plain
from reports.runs.actions.drafts import carry_wording, computed_of, offered_wordings, standing, word_sentence
from reports.runs.actions.making import state_refusal
from reports.runs.models.drafts import LONGEST_FIGURE, LONGEST_SENTENCE, SentenceWording
from reports.runs.models.report import Report, ReportState
from reports.runs.rules.dressing import named_part
from reports.runs.views.reports import crumbs_of_reports, seen_by, speak_of_report
from reports.runs.views.shown import TABLE, rows_behind, table_key

KEPT_LINES = 5
TEXT_HELP = gettext_lazy(
    "Write around the figures as you like. A figure stands in [ ]; change what is in it to print another one, and you "
    "are asked why. Numbers without brackets follow no data; if one is changed, added, left out or moved, you are "
    "asked why too, and the notes on the data print both sentences."
)
CELL_HELP = gettext_lazy(
    "The table then prints this figure, and the notes on the data name both. Sums and charts stay as they are computed."
)


class SentenceForm(OfficeForm):
    """One sentence with its figures in brackets; of each that is printed otherwise than computed, and of other numbers
    among its words, the reason."""

    text = forms.CharField(
        label=gettext_lazy("Sentence"),
        max_length=LONGEST_SENTENCE,
        widget=forms.Textarea(attrs={"rows": KEPT_LINES}),
        help_text=TEXT_HELP,
        required=False,
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, sentence: Sentence, **kwargs):
        super().__init__(*args, **kwargs)
        self.places = range(len(sentence.figures))
        self.is_cell = sentence.is_cell
        if self.is_cell:
            help_text = str(CELL_HELP)
            self.fields["text"] = forms.CharField(
                label=_("Figure to print"), max_length=LONGEST_FIGURE, help_text=help_text, required=False
            )
        else:
            self.fields["why"] = forms.CharField(
                label=_("Reason for other numbers among the words"), max_length=LONGEST_WHY, required=False
            )
        for place, figure in enumerate(sentence.figures):
            self.fields[f"why_{place}"] = forms.CharField(
                label=_("Reason, if another figure is printed than %(figure)s") % {"figure": plain(figure.text)},
                max_length=LONGEST_WHY,
                required=False,
            )

    def layout(self) -> Layout:
        if self.is_cell:
            return Layout("text", "seen", *(f"why_{place}" for place in self.places))
        reasons = ["why", *(f"why_{place}" for place in self.places)]
        asked = [name for name in reasons if self.errors.get(name) or self[name].value()]
        return Layout("text", "seen", *asked)

    @property
    def text_said(self) -> str:
        """With its figures in brackets."""
        said = self.cleaned_data["text"]
        return f"[{said.strip()}]" if self.is_cell else said

    @property
    def reasons(self) -> dict[str, Any]:
        whys = {place: self.cleaned_data.get(f"why_{place}", "") for place in self.places}
        return {"whys": whys, "why": self.cleaned_data.get("why", "")}


def report_in_hand_or_404(request, pk) -> Report:
    """For who makes it."""
    report = get_object_or_404(seen_by(request.actor).by_units_of_then(), pk=pk)
    if not request.actor.may("write", report, subject=report.row_of_work):
        raise Http404
    speak_of_report(report)
    return report


def of_drafts(view):
    """A page of a draft: of a report that is none any more it leads back to it, and says so."""

    @wraps(view)
    def guarded(request, pk, **rest):
        report = report_in_hand_or_404(request, pk)
        if report.state != ReportState.DRAFT:
            messages.error(request, state_refusal(report))
            return redirect(report)
        return view(request, report, **rest)

    return guarded


@door("report_work", "write")
@of_drafts
def sentence(request, report, key):
    """The form, and what it did: a refusal stands at its field with what was typed."""
    found = _sentence_or_404(report, key)
    row = SentenceWording.objects.filter(report=report, key=key).prefetch_related("changed_figures").first()
    now = standing(found, row)
    by_hand = row.by_hand if row is not None and row.is_in_use else {}
    initial = {"text": as_typed(found, now), "seen": now}
    initial |= {f"why_{place}": hand.why for place, hand in by_hand.items()}
    initial |= {"why": row.why} if row is not None and row.is_in_use else {}
    form = SentenceForm(request.POST or None, sentence=found, initial=initial)
    theirs = None
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            with refusing_clashes():
                word_sentence(report, key, text=form.text_said, seen=said["seen"], actor=request.actor, **form.reasons)
        except Overtaken as overtaken:
            form.add_error("text", overtaken.message)
            theirs = overtaken.theirs
            form.data = form.data.copy()
            form.data["seen"] = theirs  # who saves once more has seen it
        except Refusal as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, refusal.message)
        else:
            return _done(request, report, found)
    offered = next((one for one, _sentence in offered_wordings(report) if one.key == key), None)
    context = {
        "report": report,
        "key": key,
        "form": form,
        "part": named_part(found.part),
        "computed": as_typed(found, plain(in_brackets(found.paragraph.runs))),
        "done_url": f"{report.get_absolute_url()}{place_on_page(found)}",
        "is_worded": row is not None and row.is_in_use,
        "theirs": theirs and as_typed(found, theirs),
        "figures": [
            {"text": plain(figure.text), "url": rows_behind(request.actor, figure.source)} for figure in found.figures
        ],
        "offered": offered and _as_offered(offered, report, found),
        "before": offered and offered.report,
        "crumbs": [*crumbs_of_reports(), Crumb(report.heading, report.get_absolute_url())],
    }
    template = "reports/runs/_sentence.html" if request.htmx else "reports/runs/sentence.html"
    return render(request, template, context, status=422 if form.is_bound and not request.htmx else 200)


def _as_offered(row: SentenceWording, report: Report, found: Sentence) -> str:
    wording = row.wording.carried(year=row.report.subject.year, to=report.subject.year)
    return plain(in_brackets(wording.of(found.paragraph).runs))


@door("report_work", "write")
@require_POST
@of_drafts
def carry(request, report, key):
    _sentence_or_404(report, key)
    return refused_to(
        request,
        lambda: carry_wording(report, key, actor=request.actor),
        done=_("The wording of the earlier report is taken over, with the figures of this one."),
        back=f"{report.get_absolute_url()}#cau-{key}",
    )


def as_typed(found: Sentence, text: str) -> str:
    """A cell is one figure, so its form shows no brackets."""
    return text.removeprefix("[").removesuffix("]") if found.is_cell else text


def place_on_page(found: Sentence) -> str:
    """Where the report's page shows it; a table with its figures open to be changed."""
    if isinstance(found.at, InTable):
        return f"?{TABLE}={table_key(found.at)}#cau-{found.key}"
    return f"#cau-{found.key}"


def _done(request, report: Report, found: Sentence):
    if request.htmx:
        return HttpResponse(status=200, headers={"HX-Refresh": "true"})
    done = _("The figure is saved in the draft.") if found.is_cell else _("The sentence is saved in the draft.")
    messages.success(request, done)
    return redirect(f"{report.get_absolute_url()}{place_on_page(found)}")


def _sentence_or_404(report: Report, key: str) -> Sentence:
    for found in worded_places(computed_of(report), year=report.subject.year):
        if found.key == key:
            return found
    raise Http404
