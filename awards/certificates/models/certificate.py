from decimal import Decimal
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from awards.catalogue.rules.terms import AwardGroup
from awards.certificates.rules.codes import LENGTH, printed
from awards.certificates.rules.layout import A4, FIRST, BlankLayout
from awards.decisions.models.decision import Decision, DecisionLine
from awards.register.rules.terms import HonourStatus
from clusters.models import Organisation

WITH_CERTIFICATES = (AwardGroup.CERTIFICATE_OF_MERIT, AwardGroup.CERTIFICATE_OF_COMMENDATION)
AT_A_TIME = 300


def millimetres(label: str, *, default: float) -> models.DecimalField:
    return models.DecimalField(label, max_digits=5, decimal_places=1, default=Decimal(f"{default:g}"))


class CertificateLayout(models.Model):
    """How a body's certificates look: the size of its blanks, where their parts stand on them, by how much its printer
    misses, all in millimetres; whether a QR code stands beside the check code."""

    body = models.OneToOneField(
        Organisation, on_delete=models.PROTECT, related_name="certificate_layout", verbose_name=_("body")
    )
    prints_qr = models.BooleanField(_("QR code beside the check code"), default=False)
    width = millimetres(_("width of the blank"), default=A4[0])
    height = millimetres(_("height of the blank"), default=A4[1])
    right = millimetres(_("moved to the right by"), default=0)
    down = millimetres(_("moved down by"), default=0)
    name_at = millimetres(_("name begins at"), default=FIRST["name_at"])
    reason_at = millimetres(_("achievement begins at"), default=FIRST["reason_at"])
    foot_at = millimetres(_("place, day and signature begin at"), default=FIRST["foot_at"])
    number_at = millimetres(_("decision and check code begin at"), default=FIRST["number_at"])

    class Meta:
        verbose_name = _("look of certificates")
        verbose_name_plural = _("looks of certificates")
        constraints = [
            models.CheckConstraint(
                condition=Q(width__range=(200, 450), height__range=(140, 320)),
                name="certificate_blank_of_a_size",
                violation_error_message=_("A blank is 200 to 450 mm wide and 140 to 320 mm high."),
            ),
            models.CheckConstraint(
                condition=Q(right__range=(-30, 30), down__range=(-30, 30)),
                name="certificate_moved_a_little",
                violation_error_message=_("Printing is moved by at most 30 mm."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.body)

    @property
    def measured(self) -> BlankLayout:
        return BlankLayout(
            float(self.width),
            float(self.height),
            float(self.right),
            float(self.down),
            {part: float(getattr(self, part)) for part in FIRST},
        )


class CertificateList(models.Model):
    """The certificates of one decision. `reason`: what for, as printed beneath the names."""

    decision = models.OneToOneField(
        Decision, on_delete=models.PROTECT, related_name="certificate_list", verbose_name=_("decision")
    )
    reason = models.CharField(_("achievement as printed"), max_length=300)
    made_by_name = models.CharField(_("made by"), max_length=200)
    made_at = models.DateTimeField(_("made at"))

    class Meta:
        verbose_name = _("certificates of a decision")
        verbose_name_plural = _("certificates of decisions")

    def __str__(self) -> str:
        return str(self.decision)


class CertificateQuerySet(models.QuerySet):
    def with_names(self) -> Self:
        return self.select_related("line__honour__award", "line__nomination__organisation__parent")

    def in_order(self) -> Self:
        return self.order_by("line__honour__award__position", "line__honour__sort_key", "pk")

    def in_force(self) -> Self:
        return self.filter(line__honour__status=HonourStatus.IN_FORCE)


class Certificate(models.Model):
    """The paper of one honour. `code`: what a stranger asks by whether it is genuine. Handed over it bears who received
    it, on which day, and who recorded that."""

    list = models.ForeignKey(
        CertificateList, on_delete=models.PROTECT, related_name="certificates", verbose_name=_("list")
    )
    line = models.OneToOneField(
        DecisionLine, on_delete=models.PROTECT, related_name="certificate", verbose_name=_("line of the decision")
    )
    code = models.CharField(_("check code"), max_length=LENGTH, unique=True)
    received_by = models.CharField(_("received by"), max_length=200, blank=True)
    received_on = models.DateField(_("received on"), null=True, blank=True)
    handed_by_name = models.CharField(_("recorded by"), max_length=200, blank=True)

    objects = CertificateQuerySet.as_manager()

    class Meta:
        verbose_name = _("certificate")
        verbose_name_plural = _("certificates")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(received_by="", received_on__isnull=True)
                | ~Q(received_by="") & Q(received_on__isnull=False),
                name="certificate_received_by_somebody_on_a_day",
                violation_error_message=_("Say who received the certificate, and on which day."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.line.honour)

    @property
    def printed_code(self) -> str:
        return printed(self.code)

    @property
    def is_handed_over(self) -> bool:
        return self.received_on is not None


def layout_of(body: Organisation) -> CertificateLayout:
    """As entered, or as shipped."""
    return CertificateLayout.objects.filter(body=body).first() or CertificateLayout(body=body)


def lines_with_certificates(decision: Decision) -> models.QuerySet[DecisionLine]:
    """What a certificate is made of: Bằng khen and Giấy khen that stand in the register by this decision."""
    return decision.lines.filter(honour__isnull=False, honour__award__group__in=WITH_CERTIFICATES)
