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
    rows = Review.objects.visible_to(request.actor).with_names().with_handler_there(request.actor)
    return record_or_404(rows, request.actor, deed, pk=pk)


def review_or_none(request, pk: int | None) -> Review | None:
    if pk is None:
        return None
    rows = Review.objects.visible_to(request.actor).with_names().with_handler_there(request.actor)
    return rows.filter(pk=pk).first()


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


def queue_url(query: str = "", *, opened: int | None = None) -> str:
    if opened is not None:
        return f"{opening_url(query)}{opened}"
    return f"{reverse('awards:review-queue')}{'?' if query else ''}{query}"


def opening_url(query: str) -> str:
    """Of a dossier beside the list, but for its number, which follows."""
    return f"{reverse('awards:review-queue')}?{query}{'&' if query else ''}ho-so="


def crumbs_of_queue() -> list[Crumb]:
    return [Crumb(_("Dossiers to be appraised"), reverse("awards:review-queue"))]


def crumbs_of(review: Review) -> list[Crumb]:
    return [*crumbs_of_queue(), Crumb(str(review.nomination), reverse("awards:review", args=[review.pk]))]
