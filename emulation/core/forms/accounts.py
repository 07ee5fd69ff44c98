from django import forms
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from emulation.core.forms.layouts import LaidOut, OfficeForm


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

    def clean(self) -> dict:
        """A name that no account can have is not counted among the tries."""
        if len(self.cleaned_data.get("username", "")) > self.username_field.max_length:
            raise self.get_invalid_login_error()
        return super().clean()


class ChangePasswordForm(LaidOut, PasswordChangeForm):
    error_messages = {
        **PasswordChangeForm.error_messages,
        "password_incorrect": _("The present password is wrong. Enter it again."),
        "password_mismatch": _("The two new passwords differ. Enter the same one twice."),
        "password_same": _("This is the present password. Choose another one."),
    }

    def __init__(self, *args, is_own_password, **kwargs):
        """`is_own_password`: judges the present one and counts the wrong ones, as at log-in."""
        super().__init__(*args, **kwargs)
        self.is_own_password = is_own_password
        self.fields["old_password"].label = _("Present password")
        self.fields["new_password1"].label = _("New password")
        self.fields["new_password2"].label = _("New password again")
        self.fields["new_password1"].help_text = _(
            "At least 10 characters, not only digits, not a common password, not like your name."
        )
        self.fields["new_password2"].help_text = ""

    def clean_old_password(self) -> str:
        written = self.cleaned_data["old_password"]
        if not self.is_own_password(written):
            raise self._refusal("password_incorrect")
        return written

    def clean_new_password1(self) -> str:
        written = self.cleaned_data["new_password1"]
        if self.cleaned_data.get("old_password") and self.user.check_password(written):
            raise self._refusal("password_same")
        return written

    def _refusal(self, code: str) -> ValidationError:
        return ValidationError(self.error_messages[code], code=code)


class CodeForm(OfficeForm):
    keeps_text = False
    code = forms.CharField(
        label=_("One-time code"),
        max_length=20,
        help_text=_("The six digits that the application shows now, or one of your recovery codes."),
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "autocapitalize": "none", "autofocus": True}),
    )


class OwnPasswordForm(OfficeForm):
    """Asked for again before a deed that changes how one signs in."""

    keeps_text = False
    password = forms.CharField(
        label=_("Present password"),
        strip=False,
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def __init__(self, *args, is_own_password, **kwargs):
        super().__init__(*args, **kwargs)
        self.is_own_password = is_own_password

    def clean_password(self) -> str:
        written = self.cleaned_data["password"]
        if not self.is_own_password(written):
            raise ValidationError(ChangePasswordForm.error_messages["password_incorrect"])
        return written


class SetUpForm(OwnPasswordForm):
    code = forms.CharField(
        label=_("Code that the application shows"),
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )
