"""Log-in, log-out, password, language: Django's own views in our dress."""

from django.contrib import messages
from django.contrib.auth import views
from django.contrib.auth.decorators import login_not_required
from django.shortcuts import redirect
from django.urls import reverse_lazy
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.i18n import set_language

from emulation.core.access import Door, door
from emulation.core.actions.accounts import change_password
from emulation.core.forms.accounts import ChangePasswordForm, LogInForm


@method_decorator(login_not_required, name="dispatch")
class LogIn(views.LoginView):
    door = Door("own_account")
    form_class = LogInForm
    template_name = "core/log_in.html"
    redirect_authenticated_user = True


class LogOut(views.LogoutView):
    door = Door("own_account", "write")


class ChangePassword(views.PasswordChangeView):
    door = Door("own_account", "write")
    form_class = ChangePasswordForm
    template_name = "core/change_password.html"
    success_url = reverse_lazy("desk:home")

    def form_valid(self, form):
        change_password(form.user, form.cleaned_data["new_password1"], actor=self.request.actor)
        views.update_session_auth_hash(self.request, form.user)
        messages.success(self.request, _("Your password was changed."))
        return redirect(self.success_url)


language = login_not_required(door("own_account", "write")(set_language))
