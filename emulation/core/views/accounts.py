"""Log-in, log-out, password, language: Django's own views in our dress."""

import time
from functools import partial

from django.contrib import messages
from django.contrib.auth import get_user_model, login, views
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.shortcuts import redirect, render
from django.urls import reverse, reverse_lazy
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe
from django.views.i18n import set_language
from django_otp import login as note_device

from emulation.core.access import Door, door
from emulation.core.actions.accounts import change_password
from emulation.core.actions.second_factor import has_second_factor, verify
from emulation.core.errors import Refusal
from emulation.core.forms.accounts import ChangePasswordForm, CodeForm, LogInForm
from emulation.core.views.deeds import posted
from emulation.core.views.passwords import is_own_password

AWAITED = "awaits_a_code"
SECONDS_FOR_THE_CODE = 10 * 60


@method_decorator(login_not_required, name="dispatch")
class LogIn(views.LoginView):
    door = Door("own_account")
    form_class = LogInForm
    template_name = "core/log_in.html"
    redirect_authenticated_user = True

    def form_valid(self, form):
        """Who has a second factor is let in by its code only."""
        user = form.get_user()
        if not has_second_factor(user):
            return super().form_valid(form)
        self.request.session[AWAITED] = {
            "user": user.pk,
            "backend": user.backend,
            "next": self.get_success_url(),
            "until": time.time() + SECONDS_FOR_THE_CODE,
        }
        return redirect("core:log-in-code")


@sensitive_post_parameters()
@login_not_required
@door("own_account", "write")
@require_http_methods(["GET", "HEAD", "POST"])
def log_in_code(request):
    """The second step of a log-in: the password was right, the code is still wanted."""
    awaited = request.session.get(AWAITED, {})
    user = get_user_model().objects.filter(pk=awaited.get("user"), is_active=True).first()
    if user is None or awaited["until"] < time.time():
        return redirect("core:log-in")
    form = CodeForm(posted(request))
    if form.is_bound and form.is_valid():
        try:
            device = verify(user, form.cleaned_data["code"])
        except Refusal as refusal:
            form.add_error(refusal.field, refusal.message)
        else:
            login(request, user, awaited["backend"])
            del request.session[AWAITED]
            note_device(request, device)
            return redirect(awaited["next"])
    return render(request, "core/log_in_code.html", {"form": form}, status=422 if form.is_bound else 200)


class LogOut(views.LogoutView):
    door = Door("own_account", "write")


class ChangePassword(views.PasswordChangeView):
    door = Door("own_account", "write")
    form_class = ChangePasswordForm
    template_name = "core/change_password.html"
    success_url = reverse_lazy("desk:home")

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"is_own_password": partial(is_own_password, self.request)}

    def form_valid(self, form):
        change_password(form.user, form.cleaned_data["new_password1"], actor=self.request.actor)
        views.update_session_auth_hash(self.request, form.user)
        messages.success(self.request, _("Your password was changed."))
        return redirect(self.success_url)

    def form_invalid(self, form):
        return self.render_to_response(self.get_context_data(form=form), status=422)


language = login_not_required(door("own_account", "write")(set_language))


@door("own_account")
@require_safe
def administrations_password(request):
    """The account administration's own pages for the password know nothing of the rules that hold here."""
    return redirect("core:password-change")


@login_not_required
@door("own_account")
@require_safe
def administrations_log_in(request):
    """Its page for logging in asks for no second factor."""
    return redirect_to_login(reverse("admin:index"))
