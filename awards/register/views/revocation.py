"""Revoking an honour by a document, and restoring it."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from awards.register.actions import honours
from awards.register.forms.honours import RestorationForm, RevocationForm
from awards.register.models.printed import printed_names
from awards.register.rules.terms import HonourStatus
from awards.register.views.answers import refused
from awards.register.views.honours import crumbs_of, visible_honour
from emulation.core import clock
from emulation.core.access import door
from emulation.core.errors import Refusal


@door("honour", "revoke")
@require_http_methods(["GET", "HEAD", "POST"])
def revoke(request, pk):
    found = visible_honour(request, pk, "revoke")
    form = RevocationForm(request.POST if request.method == "POST" else None, initial=opening(found, day=True))
    return answer(
        request,
        found,
        form,
        lambda read: honours.revoke_honour(found, on=clock.today(), actor=request.actor, **read),
        leads_from=HonourStatus.IN_FORCE,
        page="awards/register/revoke.html",
        done=_("The honour is revoked. It no longer counts anywhere; the line and its history stay."),
    )


@door("honour", "revoke")
@require_http_methods(["GET", "HEAD", "POST"])
def restore(request, pk):
    found = visible_honour(request, pk, "revoke")
    form = RestorationForm(request.POST if request.method == "POST" else None, initial=opening(found))
    return answer(
        request,
        found,
        form,
        lambda read: honours.restore_honour(found, actor=request.actor, **read),
        leads_from=HonourStatus.REVOKED,
        page="awards/register/restore.html",
        done=_("The honour is in force again and counts in every total."),
    )


def opening(found, *, day=False) -> dict:
    return {"version": found.version} | ({"day": clock.today()} if day else {})


def answer(request, found, form, deed, *, leads_from, page, done):
    if not form.is_bound and found.status != leads_from:
        return redirect(found)
    status = 422 if form.is_bound else 200
    if form.is_bound and form.is_valid():
        try:
            deed(form.cleaned_data)
        except honours.NotNewest as refusal:
            form.data = form.data.copy()
            form.data["version"] = found.version
            form.add_error(None, str(refusal))
            status = 409
        except Refusal as refusal:
            refused(form, refusal)
        else:
            messages.success(request, done)
            return redirect(found)
    context = {
        "honour": found,
        "crumbs": crumbs_of(found),
        "award": printed_names([found])[found.pk],
        "form": form,
    }
    return render(request, page, context, status=status)
