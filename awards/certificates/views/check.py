"""The page without log-in that answers the code of a certificate."""

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import render
from django.views.decorators.http import require_safe

from awards.certificates.actions.certificates import look_up
from awards.certificates.forms import CheckForm
from awards.register.models.wording import HONOUR_STATUSES
from awards.register.rules.terms import HonourStatus
from emulation.core.access import door
from emulation.core.client_address import client_address
from emulation.core.errors import Refusal


@login_not_required
@door("public")
@require_safe
def check(request):
    asked = request.GET.get("ma")
    form = CheckForm(request.GET if asked is not None else None)
    told = {"form": form, "asked": False}
    if asked is None:
        return render(request, "awards/certificates/check.html", told)
    if not form.is_valid():
        return render(request, "awards/certificates/check.html", told, status=422)
    try:
        seen = look_up(form.cleaned_data["ma"], address=client_address(request))
    except Refusal as refusal:
        form.add_error("ma", str(refusal))
        return render(request, "awards/certificates/check.html", told, status=429)
    told |= {"asked": True, "seen": seen}
    if seen is not None:
        told |= {"stands": seen.status == HonourStatus.IN_FORCE, "status": HONOUR_STATUSES[seen.status]}
    return render(request, "awards/certificates/check.html", told)
