"""The certificates of a decision: made, printed in parts, handed over."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from awards.certificates.actions.certificates import hand_over, make_certificates, unsay_handing_over
from awards.certificates.actions.layouts import set_layout
from awards.certificates.forms import HandOverForm, LayoutForm, ReasonOfAllForm
from awards.certificates.models.certificate import (
    AT_A_TIME,
    Certificate,
    CertificateList,
    layout_of,
    lines_with_certificates,
)
from awards.certificates.models.wording import refused_of
from awards.certificates.views.places import crumbs_of_certificates, place_of
from awards.decisions.views.places import crumbs_of_decision, decision_or_404
from emulation.core import clock
from emulation.core.access import door
from emulation.core.forms.parts import ReasonForm
from emulation.core.numbers import parse_id
from emulation.core.views.deeds import answer, posted, refused_to


@door("decision")
@require_safe
def certificates(request, pk):
    """A part of the list at a time, as it is printed."""
    found = decision_or_404(request, pk)
    kept = Certificate.objects.filter(list__decision=found)
    number, standing = kept.count(), kept.in_force().count()
    parts = max(1, -(-number // AT_A_TIME))
    part = min(max(parse_id(request.GET.get("phan", "")) or 1, 1), parts)
    rows = kept.with_names().in_order()[(part - 1) * AT_A_TIME : part * AT_A_TIME]
    return render(
        request,
        "awards/certificates/certificates.html",
        {
            "decision": found,
            "list": CertificateList.objects.filter(decision=found).first(),
            "rows": [(one, refused_of(one.line.honour)) for one in rows],
            "number": number,
            "standing": standing,
            "left_out": number - standing,
            "missing": lines_with_certificates(found).filter(certificate=None).count(),
            "handed": kept.filter(received_on__isnull=False).count(),
            "parts": range(1, parts + 1) if parts > 1 else (),
            "part": part,
            "form": HandOverForm(initial={"received_on": clock.today()}),
            "may_write": request.actor.may("write", found) and not found.made_by,
            "crumbs": crumbs_of_decision(found),
        },
    )


@door("decision", "write")
@require_http_methods(["GET", "HEAD", "POST"])
def make(request, pk):
    found = decision_or_404(request, pk, "write")
    kept = CertificateList.objects.filter(decision=found).first()
    return answer(
        request,
        ReasonOfAllForm(posted(request), initial={"reason": kept.reason if kept else ""}),
        lambda said: make_certificates(found, **said, actor=request.actor),
        title=_("Make certificates"),
        lead=_("Each Bằng khen and Giấy khen of the decision gets its certificate with a check code of its own."),
        button=_("Make certificates"),
        done=_("The certificates are made. Print them, then record who received them."),
        back=place_of(found),
        crumbs=crumbs_of_certificates(found),
    )


@door("decision", "write")
@require_POST
def hand(request, pk):
    found = decision_or_404(request, pk, "write")
    form = HandOverForm(request.POST)
    if not form.is_valid():
        for errors in form.errors.values():
            messages.error(request, errors[0])
        return redirect(place_of(found))
    keys = [key for text in request.POST.getlist("chon") if (key := parse_id(text)) is not None]
    chosen = list(Certificate.objects.filter(list__decision=found, pk__in=keys))
    said = form.cleaned_data
    return refused_to(
        request,
        lambda: hand_over(found, chosen, received_by=said["received_by"], on=said["received_on"], actor=request.actor),
        done=_("It is recorded who received the certificates."),
        back=place_of(found),
    )


@door("decision", "write")
@require_http_methods(["GET", "HEAD", "POST"])
def unsay(request, pk, certificate):
    found = decision_or_404(request, pk, "write")
    kept = get_object_or_404(
        Certificate.objects.with_names().select_related("list__decision"), list__decision=found, pk=certificate
    )
    return answer(
        request,
        ReasonForm(posted(request)),
        lambda said: unsay_handing_over(kept, why=said["why"], actor=request.actor),
        title=_("Take back what was recorded of the handing-over: %(name)s") % {"name": kept},
        lead=_("The journal keeps what was recorded before."),
        button=_("Take the record back"),
        done=_("The certificate counts as not handed over."),
        back=place_of(found),
        crumbs=crumbs_of_certificates(found),
    )


@door("decision", "write")
@require_http_methods(["GET", "HEAD", "POST"])
def look(request, pk):
    found = decision_or_404(request, pk, "write")
    kept = layout_of(found.body)
    initial = {name: getattr(kept, name) for name in LayoutForm.base_fields}
    return answer(
        request,
        LayoutForm(posted(request), initial=initial),
        lambda said: set_layout(found, said=said, actor=request.actor),
        title=_("Look of certificates: %(body)s") % {"body": found.body},
        lead=_("It holds for all certificates of this body. Print the test page and hold it against a blank."),
        button=_("Save"),
        done=_("The look of certificates is saved."),
        back=place_of(found),
        crumbs=crumbs_of_certificates(found),
    )
