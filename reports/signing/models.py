from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import ExtractYear
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from clusters.models import Conference, Organisation, Paper, YearResult
from emulation.core.access import Whose
from emulation.core.dates import format_date
from emulation.core.models.reach import Reach
from reports.document.rules.issuer import CapacityCode
from reports.runs.models.kinds import FileFormat
from reports.runs.models.report import Report
from reports.runs.rules.formats import ORIGINAL
from reports.signing.rules import LARGEST_NUMBER, printed_number

REACH = Reach(organisations=("organisation_id",))
ROW = "signed_paper"
FILE_PAGES = {
    "report": "reports:file",
    "conference": "reports:conference-minutes",
    "result": "reports:year-result-paper",
}
OF = tuple(FILE_PAGES)
NUMBER_ONCE = "signed_paper_number_once"


class SignedPaper(models.Model):
    """A report, minutes or a year's result as it was signed: whose number it bears, when and where it is dated, what it
    said to the letter. Append-only by trigger.

    `register`: of whom the numbers are, as `Issuer` has it. `organisation`: of the approver who signed it in the
    product, and who files its original. The legal original is the paper signed by hand or digitally: `SignedOriginal`.
    """

    report = models.OneToOneField(
        Report,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="signed_paper",
        verbose_name=_("report"),
    )
    conference = models.OneToOneField(
        Conference,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="signed_paper",
        verbose_name=_("conference"),
    )
    result = models.OneToOneField(
        YearResult,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="signed_paper",
        verbose_name=_("result of the year"),
    )
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="+", verbose_name=_("organisation")
    )
    register = models.CharField(_("register of numbers"), max_length=50)
    symbol = models.CharField(_("symbol"), max_length=50)
    year = models.PositiveSmallIntegerField(_("year of the number"))
    number = models.PositiveIntegerField(_("number"))
    dated = models.DateField(_("day of signing"))
    place = models.CharField(_("place of signing"), max_length=100)
    document = models.JSONField(_("document"))
    checksum = models.CharField(_("checksum of the document"), max_length=64)
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("account")
    )
    signed_by_name = models.CharField(_("signed by"), max_length=200)
    signed_at = models.DateTimeField(_("signed at"))

    class Meta:
        verbose_name = _("signed paper")
        verbose_name_plural = _("signed papers")
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["register", "symbol", "year", "number"],
                name=NUMBER_ONCE,
                violation_error_message=_("This number was given to another paper a moment ago. Enter another one."),
            ),
            models.CheckConstraint(
                condition=Q(report__isnull=False, conference__isnull=True, result__isnull=True)
                | Q(report__isnull=True, conference__isnull=False, result__isnull=True)
                | Q(report__isnull=True, conference__isnull=True, result__isnull=False),
                name="signed_paper_of_one_thing",
            ),
            models.CheckConstraint(
                condition=Q(number__gte=1, number__lte=LARGEST_NUMBER), name="signed_paper_number_in_range"
            ),
            models.CheckConstraint(condition=Q(year=ExtractYear(F("dated"))), name="signed_paper_numbered_in_its_year"),
            models.CheckConstraint(
                condition=~Q(symbol="") & ~Q(place="") & ~Q(register="") & ~Q(checksum=""),
                name="signed_paper_says_whose_it_is",
            ),
        ]

    def __str__(self):
        return f"{self.thing}, {self.reference}"

    def get_absolute_url(self):
        return self.thing.get_absolute_url()

    @property
    def whose(self) -> Whose:
        return REACH.whose(self)

    @property
    def table_row(self) -> str:
        return ROW

    @property
    def thing(self) -> Report | Conference | YearResult:
        return self.report or self.conference or self.result

    @property
    def number_and_symbol(self) -> str:
        return f"{printed_number(self.number)}/{self.symbol}"

    @property
    def reference(self) -> str:
        """As other papers name it."""
        return _("number %(number)s of %(day)s") % {"number": self.number_and_symbol, "day": format_date(self.dated)}

    @property
    def original(self) -> "SignedOriginal | None":
        """The newest that was attached."""
        return self.originals.select_related("paper").first()

    @property
    def earlier_originals(self) -> "list[SignedOriginal]":
        """Those that the newest took the place of."""
        return list(self.originals.select_related("paper")[1:])

    def url_of(self, form: str) -> str:
        """`form`: a format, or `ORIGINAL`."""
        of = next(name for name in OF if getattr(self, f"{name}_id") is not None)
        return reverse(FILE_PAGES[of], args=[getattr(self, f"{of}_id"), form])

    @property
    def original_url(self) -> str:
        return self.url_of(ORIGINAL)


class PaperSignatory(models.Model):
    """Who signed the paper and as what, as it prints it. `lines`: of the capacity, one beneath the other. Append-only
    by trigger."""

    paper = models.ForeignKey(
        SignedPaper, on_delete=models.PROTECT, related_name="signatories", verbose_name=_("signed paper")
    )
    capacity = models.CharField(_("capacity"), max_length=20)
    lines = models.TextField(_("capacity as printed"))
    office = models.CharField(_("office of the signer"), max_length=200, blank=True)
    name = models.CharField(_("name of the signer"), max_length=200)

    class Meta:
        verbose_name = _("signatory of a paper")
        verbose_name_plural = _("signatories of papers")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["paper", "capacity"], name="paper_signatory_once_a_capacity"),
            models.CheckConstraint(condition=Q(capacity__in=list(CapacityCode)), name="paper_signatory_capacity_known"),
            models.CheckConstraint(condition=~Q(name="") & ~Q(lines=""), name="paper_signatory_has_name"),
        ]

    def __str__(self):
        return self.name


class SignedFile(models.Model):
    """A file of the paper as it was signed. Append-only by trigger."""

    paper = models.ForeignKey(
        SignedPaper, on_delete=models.PROTECT, related_name="files", verbose_name=_("signed paper")
    )
    format = models.CharField(_("format"), max_length=5, choices=FileFormat.choices)
    file = models.FileField(_("file"), max_length=300)
    size = models.PositiveIntegerField(_("size in bytes"))
    checksum = models.CharField(_("checksum"), max_length=64)

    class Meta:
        verbose_name = _("file of a signed paper")
        verbose_name_plural = _("files of signed papers")
        ordering = ["format"]
        constraints = [
            models.UniqueConstraint(fields=["paper", "format"], name="signed_file_once"),
            models.CheckConstraint(condition=Q(format__in=FileFormat.values), name="signed_file_format_known"),
        ]

    def __str__(self):
        return f"{self.paper} {self.format}"

    def get_absolute_url(self):
        return self.paper.url_of(self.format)


class SignedOriginal(models.Model):
    """The paper signed by hand (its scan) or digitally, as it was filed: the newest is the one that counts, and `why`
    says for what reason it takes the place of one before. Append-only by trigger."""

    signed_paper = models.ForeignKey(
        SignedPaper, on_delete=models.PROTECT, related_name="originals", verbose_name=_("signed paper")
    )
    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="+", verbose_name=_("paper"))
    why = models.CharField(_("reason"), max_length=300, blank=True)
    attached_by_name = models.CharField(_("person"), max_length=200)
    attached_at = models.DateTimeField(_("time"))

    class Meta:
        verbose_name = _("original of a signed paper")
        verbose_name_plural = _("originals of signed papers")
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["signed_paper", "paper"],
                name="signed_original_once",
                violation_error_message=_("This very file is attached already."),
            ),
        ]

    def __str__(self):
        return str(self.paper)
