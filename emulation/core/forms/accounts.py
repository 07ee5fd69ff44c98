from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm
from django.utils.translation import gettext_lazy as _

from emulation.core.forms.layouts import LaidOut


class LogInForm(LaidOut, AuthenticationForm):
    error_messages = {
        "invalid_login": _(
            "The user name or the password is wrong. Check both; capital letters count in the password."
        ),
        "inactive": _("This account may no longer log in. Ask the system administrator."),
    }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["username"].label = _("User name")
        self.fields["username"].widget.attrs.update(autocomplete="username", autocapitalize="none")
        self.fields["password"].label = _("Password")

    def clean_username(self) -> str:
        """In small letters, so that a locked name is locked however it is written."""
        return self.cleaned_data["username"].strip().lower()


class ChangePasswordForm(LaidOut, PasswordChangeForm):
    error_messages = {
        **PasswordChangeForm.error_messages,
        "password_incorrect": _("The present password is wrong. Enter it again."),
        "password_mismatch": _("The two new passwords differ. Enter the same one twice."),
    }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["old_password"].label = _("Present password")
        self.fields["new_password1"].label = _("New password")
        self.fields["new_password2"].label = _("New password again")
        self.fields["new_password1"].help_text = _(
            "At least 10 characters, not only digits, not a common password, not like your name."
        )
        self.fields["new_password2"].help_text = ""
