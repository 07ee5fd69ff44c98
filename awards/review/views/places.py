"""Which review a page speaks of, where the list stands that it was opened from."""

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from awards.catalogue.models.award import Award
from awards.procedures.models.procedure import Procedure
from awards.review.forms import QueueForm
from awards.review.models.review import Review
from clusters.models import Organisation
from emulation.core import clock
from emulation.core.views.crumbs import Crumb
from emulation.core.views.records import record_or_404

KEPT = ("hop", "tim", "danh-hieu", "don-vi", "sap", "trang")


def review_or_404(request, pk: int, deed: str = "read") -> Review:
    rows = Review.objects.visible_to(request.actor).with_names()
    return record_or_404(rows, request.actor, deed, pk=pk)


def review_or_none(request, pk: int | None) -> Review | None:
    rows = Review.objects.visible_to(request.actor).with_names()
    return rows.filter(pk=pk).first() if pk is not None else None


def queue_form(asked) -> QueueForm:
    """Awards that have a procedure; every province: two questions, however many dossiers there are."""
    today = clock.today()
    awards = Award.objects.filter(pk__in=Procedure.objects.order_by().values("award")).named(on=today)
    return QueueForm(
        asked,
        organisations=Organisation.objects.provinces().on(today).sorted(),
        awards=[(one.pk, one.printed_name) for one in awards.order_by("position")],
    )


def kept_query(asked, *, without: tuple[str, ...] = ()) -> str:
    """The filters of the list, out of an address or out of a form that carries them along."""
    return urlencode([(name, asked[name]) for name in KEPT if name not in without and asked.get(name)])


def queue_url(query: str = "", *, opened: Review | None = None) -> str:
    parts = [query] if query else []
    if opened is not None:
        parts.append(f"ho-so={opened.pk}")
    return f"{reverse('awards:review-queue')}{'?' if parts else ''}{'&'.join(parts)}"


def crumbs_of_queue() -> list[Crumb]:
    return [Crumb(_("Dossiers to be appraised"), reverse("awards:review-queue"))]


def crumbs_of(review: Review) -> list[Crumb]:
    return [*crumbs_of_queue(), Crumb(str(review.nomination), reverse("awards:review", args=[review.pk]))]
