"""The list of exemplars, found by any word, and the card of one with the units that apply it."""

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from clusters.campaigns.models.campaign import Campaign
from clusters.exemplars.actions import (
    FACTS,
    apply_exemplar,
    correct_adoption,
    measure_exemplar,
    recognise_exemplar,
    set_exemplar,
    strike_out_exemplar,
)
from clusters.exemplars.forms import (
    AdoptionForm,
    ApplyForm,
    ExemplarForm,
    ExemplarsFilterForm,
    MeasureForm,
    RecogniseForm,
)
from clusters.exemplars.models import ROW_ADOPTION, Adoption, Exemplar
from clusters.organisations.models.organisation import Organisation
from emulation.core import clock
from emulation.core.access import door
from emulation.core.forms.parts import ReasonForm
from emulation.core.models.keyset import KeysetOrder, read_page
from emulation.core.views.crumbs import Crumb
from emulation.core.views.deeds import answer, posted
from emulation.core.views.records import record_or_404

ON_A_PAGE = 50
ORDER = KeysetOrder(("sort_key", "id"))
UNITS_SHOWN = 100


@door("exemplar")
@require_safe
def exemplars(request):
    form = ExemplarsFilterForm(request.GET)
    rows = _asked(request.actor, form).select_related("organisation", "campaign").with_use()
    query = request.GET.copy()
    query.pop("trang", None)
    kept = query.urlencode()
    page = read_page(rows, ORDER, cursor=request.GET.get("trang", ""), bound_to=f"exemplars|{kept}", size=ON_A_PAGE)
    return render(
        request,
        "clusters/exemplars/exemplars.html",
        {
            "form": form,
            "page": page,
            "query": kept,
            "may_add": request.actor.may_somewhere("write", "exemplar_card"),
            "crumbs": _crumbs()[:1],
        },
    )


def _asked(actor, form: ExemplarsFilterForm):
    rows = Exemplar.objects.visible_to(actor).standing()
    if not form.is_valid():
        return rows.none()
    said = form.cleaned_data
    rows = rows.matching(said["tim"])
    if said["loai"]:
        rows = rows.filter(kind=said["loai"])
    if said["xem"] == "cho":
        return rows.filter(recognised_on__isnull=True)
    if said["xem"] == "ap-dung":
        return rows.filter(pk__in=Adoption.objects.filter(organisation__in=actor.own).values("exemplar"))
    return rows.recognised()


@door("exemplar")
@require_safe
def exemplar(request, pk):
    found, actor = _exemplar_or_404(request, pk), request.actor
    uses = list(found.adoptions.select_related("organisation")[: UNITS_SHOWN + 1])
    for one in uses:
        one.may_measure = actor.may("write", one)
    stands = found.withdrawn_at is None
    return render(
        request,
        "clusters/exemplars/exemplar.html",
        {
            "exemplar": found,
            "steps": found.steps.splitlines(),
            "uses": uses[:UNITS_SHOWN],
            "has_more": len(uses) > UNITS_SHOWN,
            "measured": sum(one.measured_on is not None for one in uses),
            "applying": _applying(actor, found) if stands and found.recognised_on else [],
            "may_change": stands and found.recognised_on is None and actor.may("write", found),
            "may_strike_out": stands and not uses and actor.may("write", found),
            "may_recognise": stands and actor.may("recognise", found),
            "crumbs": _crumbs(),
        },
    )


def _applying(actor, found: Exemplar) -> list[Organisation]:
    """Units of the person's own that may say that they apply it."""
    outside = Organisation.objects.filter(pk__in=actor.entered).on(clock.today())
    outside = outside.exclude(adoptions__exemplar=found).exclude(pk=found.organisation_id).sorted()
    return [unit for unit in outside if actor.may("write", unit, subject=ROW_ADOPTION)]


@door("exemplar_card", "write")
def add(request):
    units = Organisation.objects.filter(pk__in=request.actor.entered).on(clock.today())
    return _entered(request, None, units, {"organisation": units[0]} if len(units) == 1 else {})


@door("exemplar_card", "write")
def change(request, pk):
    found = _exemplar_or_404(request, pk, "write")
    initial = {name: getattr(found, name) for name in FACTS}
    return _entered(request, found, Organisation.objects.none(), initial)


def _entered(request, found: Exemplar | None, units, initial: dict):
    campaigns = Campaign.objects.offered_to(request.actor, chosen=found.campaign_id if found else None)
    form = ExemplarForm(
        posted(request), initial=initial, organisations=units, campaigns=campaigns, is_new=found is None
    )
    return answer(
        request,
        form,
        lambda said: set_exemplar(
            found.organisation if found else said.pop("organisation"), found, actor=request.actor, **said
        ),
        title=_("Change the card") if found else _("Write a card"),
        lead=found.title if found else "",
        button=_("Save"),
        done=_("The card is saved."),
        back=lambda made: made.get_absolute_url(),
        crumbs=_crumbs(found),
    )


@door("exemplar_card", "recognise")
def recognise(request, pk):
    found = _exemplar_or_404(request, pk, "recognise")
    is_recognised = found.recognised_on is not None
    return answer(
        request,
        RecogniseForm(
            posted(request),
            initial={"on": found.recognised_on or clock.today(), "document": found.recognised_in},
            is_recognised=is_recognised,
        ),
        lambda said: recognise_exemplar(found, actor=request.actor, **said),
        title=_("Correct the recognition") if is_recognised else _("Recognise"),
        lead=found.title,
        button=_("Save") if is_recognised else _("Recognise"),
        done=_("Saved.") if is_recognised else _("The card is recognised; everybody reads it now."),
        back=found.get_absolute_url(),
        crumbs=_crumbs(found),
    )


@door("exemplar_card", "write")
def strike_out(request, pk):
    found = _exemplar_or_404(request, pk, "write")
    return answer(
        request,
        ReasonForm(posted(request)),
        lambda said: strike_out_exemplar(found, why=said["why"], actor=request.actor),
        title=_("Strike out the card"),
        lead=found.title,
        button=_("Strike it out"),
        done=_("The card is struck out; the journal keeps it."),
        back=reverse("clusters:exemplars"),
        crumbs=_crumbs(found),
    )


@door("adoption", "write")
@require_http_methods(["GET", "HEAD", "POST"])
def apply(request, pk, organisation):
    found = _exemplar_or_404(request, pk)
    unit = record_or_404(Organisation.objects.all(), request.actor, "write", subject=ROW_ADOPTION, pk=organisation)
    return answer(
        request,
        ApplyForm(posted(request), initial={"on": clock.today()}),
        lambda said: apply_exemplar(found, unit, on=said["on"], actor=request.actor),
        title=_("We apply it"),
        lead=f"{unit}: {found.title}",
        button=_("We apply it"),
        done=_("Recorded. Enter its result once it is measured."),
        back=found.get_absolute_url() + "#uses",
        crumbs=_crumbs(found),
    )


def _adoption_or_404(request, pk: int) -> Adoption:
    rows = Adoption.objects.visible_to(request.actor).select_related("organisation", "exemplar")
    return record_or_404(rows, request.actor, "write", pk=pk)


@door("adoption", "write")
@require_http_methods(["GET", "HEAD", "POST"])
def correct(request, pk):
    found = _adoption_or_404(request, pk)
    return answer(
        request,
        AdoptionForm(posted(request), initial={"applied_on": found.applied_on}),
        lambda said: correct_adoption(found, actor=request.actor, **said),
        title=_("Correct since when it is applied"),
        lead=str(found),
        button=_("Save"),
        done=_("Saved."),
        back=found.exemplar.get_absolute_url() + "#uses",
        crumbs=_crumbs(found.exemplar),
    )


@door("adoption", "write")
@require_http_methods(["GET", "HEAD", "POST"])
def measure(request, pk):
    found = _adoption_or_404(request, pk)
    return answer(
        request,
        MeasureForm(posted(request), initial={"on": found.measured_on or clock.today(), "result": found.result}),
        lambda said: measure_exemplar(found, actor=request.actor, **said),
        title=_("Result where it is applied"),
        lead=str(found),
        button=_("Record the result"),
        done=_("The result is recorded."),
        back=found.exemplar.get_absolute_url() + "#uses",
        crumbs=_crumbs(found.exemplar),
    )


def _exemplar_or_404(request, pk: int, deed: str = "read") -> Exemplar:
    rows = Exemplar.objects.visible_to(request.actor).select_related("organisation__parent", "campaign")
    return record_or_404(rows, request.actor, deed, pk=pk)


def _crumbs(found: Exemplar | None = None) -> list[Crumb]:
    above = [
        Crumb(_("Clusters"), reverse("clusters:clusters")),
        Crumb(_("Models and exemplars"), reverse("clusters:exemplars")),
    ]
    return [*above, Crumb(found.title, found.get_absolute_url())] if found else above
