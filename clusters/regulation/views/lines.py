"""Groups, criteria and knock-out conditions of a draft regulation: added, changed, taken out."""

from functools import partial

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from clusters.regulation.actions.lines import (
    OF_GROUP,
    OF_KNOCK_OUT,
    OF_LINE,
    keep_criterion,
    keep_group,
    keep_knock_out,
    remove_part,
)
from clusters.regulation.forms import JUDGED, CriterionForm, GroupForm, KnockOutForm, initial_of
from clusters.regulation.models.criterion import Criterion, KnockOut
from clusters.regulation.models.scheme import CriterionGroup
from clusters.regulation.models.wording import FUNCTION_HELP, FUNCTIONS
from clusters.regulation.rules.terms import FunctionKind
from clusters.regulation.views.schemes import crumbs, drafted_or_404
from emulation.core.access import door
from emulation.core.actor import Actor
from emulation.core.forms.layouts import OfficeForm
from emulation.core.views.deeds import answer, posted
from emulation.core.views.marks import marked, once_more

PARTS = {"nhom": CriterionGroup, "tieu-chi": Criterion, "loai-tru": KnockOut}
STEP = 10


def _deed(keep, scheme, actor: Actor, said, **kept):
    return keep(scheme, actor=actor, **kept, **said)


@door("scheme_draft", "write")
def group(request, year_pk, pk=None):
    scheme = drafted_or_404(request, year_pk)
    kept = get_object_or_404(CriterionGroup, pk=pk, scheme=scheme) if pk else None
    initial = {name: getattr(kept, name) for name in OF_GROUP} if kept else {"position": _after(scheme.listed)}
    form = marked(GroupForm(posted(request), initial=initial), kept, OF_GROUP)
    return answer(
        request,
        form,
        once_more(form, kept, OF_GROUP, partial(_deed, keep_group, scheme, request.actor, group=kept)),
        title=_("Group of criteria") if kept else _("New group of criteria"),
        button=_("Save the group"),
        done=_("The group is saved."),
        back=scheme.get_absolute_url(),
        crumbs=crumbs(scheme.cluster_year),
    )


@door("scheme_draft", "write")
def criterion(request, year_pk, pk=None):
    """Without ?cach= a new criterion first asks how it is scored; with it, the way of one there is changes."""
    scheme = drafted_or_404(request, year_pk)
    kept = get_object_or_404(Criterion, pk=pk, scheme=scheme) if pk else None
    asked = request.GET.get("cach", kept.function if kept else "")
    if asked not in set(FunctionKind):
        return _choose_way(request, scheme, kept)
    initial = initial_of(kept) if kept else _initial(request, scheme, FunctionKind(asked))
    form = CriterionForm(posted(request), function=FunctionKind(asked), scheme=scheme, initial=initial)
    form = marked(form, kept, OF_LINE)
    deed = partial(_deed, keep_criterion, scheme, request.actor, criterion=kept)
    return answer(
        request,
        form,
        once_more(form, kept, OF_LINE, lambda said: deed(_terms_apart(said))),
        title=_("Criterion, scored: %(way)s") % {"way": FUNCTIONS[FunctionKind(asked)]},
        button=_("Save the criterion"),
        done=_("The criterion is saved."),
        back=scheme.get_absolute_url(),
        crumbs=crumbs(scheme.cluster_year),
    )


def _terms_apart(said: dict) -> dict:
    kept = {name: value for name, value in said.items() if not name.startswith("term_")}
    return {"indicator": None, "register_figure": ""} | kept


def _initial(request, scheme, function: FunctionKind) -> dict:
    asked = request.GET.get("nhom", "")
    group = next((one for one in scheme.listed if str(one.pk) == asked), None)
    judged = function in JUDGED
    found = {"cross_scored": judged, "appraised": judged, "position": _after(group.lines if group else ())}
    return found | ({"group": group.pk} if group else {})


def _after(listed) -> int:
    return max((one.position for one in listed), default=0) + STEP


def _choose_way(request, scheme, kept):
    ways = [
        {"value": function.value, "label": label, "help": FUNCTION_HELP[function]}
        for function, label in FUNCTIONS.items()
    ]
    return render(
        request,
        "clusters/regulation/way.html",
        {
            "scheme": scheme,
            "criterion": kept,
            "ways": ways,
            "group": request.GET.get("nhom", ""),
            "crumbs": crumbs(scheme.cluster_year),
        },
    )


@door("scheme_draft", "write")
def knock_out(request, year_pk, pk=None):
    scheme = drafted_or_404(request, year_pk)
    kept = get_object_or_404(KnockOut, pk=pk, scheme=scheme) if pk else None
    initial = {"position": _after(scheme.listed_knock_outs)}
    if kept:
        initial = {name: getattr(kept, name) for name in OF_KNOCK_OUT}
    form = marked(KnockOutForm(posted(request), scheme=scheme, initial=initial), kept, OF_KNOCK_OUT)
    return answer(
        request,
        form,
        once_more(form, kept, OF_KNOCK_OUT, partial(_deed, keep_knock_out, scheme, request.actor, knock_out=kept)),
        title=_("Knock-out condition") if kept else _("New knock-out condition"),
        button=_("Save the condition"),
        done=_("The condition is saved."),
        back=scheme.get_absolute_url(),
        crumbs=crumbs(scheme.cluster_year),
    )


@door("scheme_draft", "write")
def remove(request, year_pk, part, pk):
    """Asks first, naming what goes along."""
    scheme = drafted_or_404(request, year_pk)
    if part not in PARTS:
        raise Http404
    kept = get_object_or_404(PARTS[part], pk=pk, scheme=scheme)
    return answer(
        request,
        OfficeForm(posted(request)),
        lambda _said: remove_part(scheme, kept, actor=request.actor),
        title=_("Take “%(part)s” out of the regulation?") % {"part": kept},
        button=_("Take out"),
        done=_("“%(part)s” is taken out.") % {"part": kept},
        back=scheme.get_absolute_url(),
        crumbs=crumbs(scheme.cluster_year),
        lead=_gone_along(kept),
    )


def _gone_along(part) -> str:
    if isinstance(part, CriterionGroup) and (lines := part.criteria.count()):
        return ngettext("Its %(number)s criterion goes with it.", "Its %(number)s criteria go with it.", lines) % {
            "number": lines
        }
    if isinstance(part, Criterion) and (conditions := part.knock_outs.all()):
        named = ", ".join(f"“{one}”" for one in conditions)
        return _("With it goes the knock-out condition that speaks of it: %(conditions)s.") % {"conditions": named}
    return ""
