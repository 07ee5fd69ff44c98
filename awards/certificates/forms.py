from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from awards.certificates.models.certificate import Certificate, CertificateLayout, CertificateList
from emulation.core.forms.fields import VietnameseDateField, VietnameseDecimalField
from emulation.core.forms.layouts import OfficeForm
from emulation.core.models.fields import longest

OFFSET_HELP = _("Millimetres; below zero to the left or up. Measure it on the test print.")


class ReasonOfAllForm(OfficeForm):
    reason = forms.CharField(
        label=_("Achievement as printed"),
        max_length=longest(CertificateList, "reason"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("It stands beneath the name on each certificate of this decision."),
    )


class HandOverForm(OfficeForm):
    received_by = forms.CharField(
        label=_("Received by"),
        required=False,
        max_length=longest(Certificate, "received_by"),
        help_text=_("Empty where each person received their own. For a collective, write who received it."),
    )
    received_on = VietnameseDateField(label=_("Received on"))


def millimetres(column: str, help_text: str = "") -> VietnameseDecimalField:
    label = capfirst(CertificateLayout._meta.get_field(column).verbose_name)
    return VietnameseDecimalField(label=label, max_digits=5, decimal_places=1, help_text=help_text)


class LayoutForm(OfficeForm):
    prints_qr = forms.BooleanField(
        label=_("Print a QR code beside the check code"),
        required=False,
        help_text=_("It leads to the page that answers a check code."),
    )
    width = millimetres("width", _("Millimetres, of the blank laid across."))
    height = millimetres("height", _("Millimetres."))
    right = millimetres("right", OFFSET_HELP)
    down = millimetres("down", OFFSET_HELP)
    name_at = millimetres("name_at", _("Millimetres from the upper edge."))
    reason_at = millimetres("reason_at", _("Millimetres from the upper edge."))
    foot_at = millimetres("foot_at", _("Millimetres from the upper edge."))
    number_at = millimetres("number_at", _("Millimetres from the upper edge."))


class CheckForm(OfficeForm):
    keeps_text = False
    ma = forms.CharField(
        label=_("Check code"),
        max_length=40,
        help_text=_("Twelve letters and digits at the foot of the certificate, for example K7M2-9XPA-44TR."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )
