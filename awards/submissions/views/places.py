"""Which list of proposals a page speaks of, and whether the person may see or do it."""

from django.urls import reverse
from django.utils.translation import gettext as _

from awards.nominations.views.places import crumbs_of_shelf
from awards.submissions.models.submission import Submission
from emulation.core.views.crumbs import Crumb
from emulation.core.views.records import record_or_404


def submission_or_404(request, pk: int, deed: str = "read") -> Submission:
    rows = Submission.objects.visible_to(request.actor)
    return record_or_404(
        rows.select_related("organisation__parent", "award", "job", "created_by"), request.actor, deed, pk=pk
    )


def crumbs_of_submissions() -> list[Crumb]:
    return [*crumbs_of_shelf(), Crumb(_("Lists of proposals"), reverse("awards:submissions"))]


def crumbs_of(submission: Submission) -> list[Crumb]:
    named = _("List no. %(number)s") % {"number": submission.pk}
    return [*crumbs_of_submissions(), Crumb(named, submission.get_absolute_url())]
