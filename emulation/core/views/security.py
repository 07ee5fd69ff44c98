"""How one signs in: the second factor with its recovery codes, and where one is signed in."""

from functools import partial

import segno
from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST, require_safe
from django_otp import login as note_device

from emulation.core.access import door
from emulation.core.actions import second_factor
from emulation.core.actions.sessions import end_own_sessions, sessions_of
from emulation.core.errors import Refusal
from emulation.core.forms.accounts import OwnPasswordForm, SetUpForm
from emulation.core.views.crumbs import Crumb
from emulation.core.views.deeds import answer, posted
from emulation.core.views.passwords import is_own_password

NEW_KEY = "key_of_a_new_second_factor"


@door("own_account")
@require_safe
def security(request):
    user = request.user
    return render(
        request,
        "core/security.html",
        {
            "has_second_factor": second_factor.has_second_factor(user),
            "is_required": second_factor.is_required_of(user, request.actor),
            "codes_left": second_factor.recovery_codes_left(user),
            "sessions": sessions_of(user, this=request.session.session_key),
        },
    )


@sensitive_post_parameters()
@door("own_account", "write")
def set_up(request):
    """The key stands in the session until its first code comes; then it is the person's, and every other session of the
    person, which began without it, ends."""
    user = request.user
    if request.method != "POST" and second_factor.has_second_factor(user):
        return redirect("core:security")
    if NEW_KEY not in request.session:
        request.session[NEW_KEY] = second_factor.new_key()
    key = request.session[NEW_KEY]
    form = SetUpForm(posted(request), is_own_password=partial(is_own_password, request))
    if form.is_bound and form.is_valid():
        try:
            device, codes = second_factor.set_up(user, key=key, code=form.cleaned_data["code"], actor=request.actor)
        except Refusal as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, refusal.message)
        else:
            del request.session[NEW_KEY]
            note_device(request, device)
            end_own_sessions(user, named=None, this=request.session.session_key, actor=request.actor)
            return _codes_shown(request, codes)
    return render(
        request,
        "core/second_factor.html",
        {
            "form": form,
            "picture": segno.make(second_factor.address_of(key, user), micro=False).svg_data_uri(scale=5),
            "key": second_factor.key_to_type(key),
            "is_required": second_factor.is_required_of(user, request.actor),
            "crumbs": _crumbs(),
        },
        status=422 if form.is_bound else 200,
    )


@sensitive_post_parameters()
@door("own_account", "write")
def recovery_codes(request):
    form = OwnPasswordForm(posted(request), is_own_password=partial(is_own_password, request))
    if form.is_bound and form.is_valid():
        try:
            return _codes_shown(request, second_factor.renew_recovery_codes(request.user, actor=request.actor))
        except Refusal as refusal:
            form.add_error(None, refusal.message)
    return render(
        request,
        "core/form.html",
        {
            "form": form,
            "title": _("New recovery codes"),
            "lead": _("The earlier codes no longer open the account."),
            "button": _("Make new codes"),
            "crumbs": _crumbs(),
            "back": reverse("core:security"),
        },
        status=422 if form.is_bound else 200,
    )


@sensitive_post_parameters()
@door("own_account", "write")
def turn_off(request):
    return answer(
        request,
        OwnPasswordForm(posted(request), is_own_password=partial(is_own_password, request)),
        lambda _said: second_factor.turn_off(request.user, actor=request.actor),
        title=_("Turn off the second factor"),
        lead=_("From then on the password alone opens the account. The recovery codes are dropped."),
        button=_("Turn off"),
        done=_("The second factor is turned off."),
        back=reverse("core:security"),
        crumbs=_crumbs(),
    )


@door("own_account", "write")
@require_POST
def end_session(request):
    """`phien`: which one; without it all but this."""
    named = request.POST.get("phien") or None
    ended = end_own_sessions(request.user, named=named, this=request.session.session_key, actor=request.actor)
    messages.success(request, ended_in_words(ended))
    return redirect("core:security")


def ended_in_words(ended: int) -> str:
    return ngettext("%(number)s session was ended.", "%(number)s sessions were ended.", ended) % {"number": ended}


def _codes_shown(request, codes: list[str]):
    """This once; they are kept as digests only."""
    return render(request, "core/recovery_codes.html", {"codes": codes, "crumbs": _crumbs()})


def _crumbs() -> list[Crumb]:
    return [Crumb(_("Sign-in and sessions"), reverse("core:security"))]
