"""A member signs: what is signed, by whom, with the password asked for again."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from clusters.organisations.models.organisation import Organisation
from clusters.pacts.actions.signing import sign_pact
from clusters.pacts.forms import SignatureForm
from clusters.pacts.models.pact import PactSignature
from clusters.pacts.rules.terms import PactState
from clusters.pacts.views.places import crumbs_of, pact_or_404
from clusters.pacts.words import what_is_empty
from emulation.core.access import door
from emulation.core.actor import Actor
from emulation.core.errors import Refusal
from emulation.core.views.passwords import is_own_password
from emulation.core.views.records import record_or_404
from emulation.core.views.uploads import limited_upload, refuse_too_large_a_paper


@sensitive_post_parameters("password")
@limited_upload("PAPER_UPLOAD_LIMIT")
@door("pact_answer", "sign")
@require_http_methods(["GET", "HEAD", "POST"])
def sign(request, year_pk, number, member):
    pact = pact_or_404(request, year_pk, number)
    organisation = record_or_404(Organisation.objects.all(), request.actor, "sign", subject="pact_answer", pk=member)
    is_closed = pact.cluster_year.closed_on is not None and request.method != "POST"
    if is_closed or pact.state != PactState.SIGNING:
        return redirect(pact.get_absolute_url())
    bound = (request.POST, request.FILES) if request.method == "POST" else ()
    form = SignatureForm(*bound, initial={"office": _last_office(request.actor, organisation)})
    refuse_too_large_a_paper(request, form, field="scan")
    if form.is_bound and form.is_valid():
        said = form.cleaned_data
        if not is_own_password(request, said["password"]):
            form.add_error("password", _("This is not your password. Nothing was signed; type it again."))
        else:
            try:
                sign_pact(
                    pact, organisation=organisation, office=said["office"], scan=said["scan"], actor=request.actor
                )
            except Refusal as refusal:
                form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
            else:
                messages.success(request, _("Signed for %(unit)s.") % {"unit": organisation})
                return redirect(pact.get_absolute_url())
    return render(
        request,
        "clusters/pacts/sign.html",
        {
            "pact": pact,
            "organisation": organisation,
            "form": form,
            "empty": what_is_empty(pact),
            "crumbs": crumbs_of(pact),
        },
        status=422 if form.is_bound else 200,
    )


def _last_office(actor: Actor, organisation) -> str:
    """In which the same person signed for the same organisation before."""
    earlier = PactSignature.objects.filter(signer_id=actor.user_id, organisation=organisation).order_by("-id")
    return earlier.values_list("signer_office", flat=True).first() or ""
