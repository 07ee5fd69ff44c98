"""Recording one year of a subject."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from awards.records.actions.years import YearChanged, record_year
from awards.records.forms.subjects import YearForm, as_recorded
from awards.records.models.year import YearRecord
from awards.records.views.subjects import crumbs_of, visible_subject
from emulation.core import clock
from emulation.core.access import door
from emulation.core.errors import Refusal


@door("year_record", "write")
@require_http_methods(["GET", "HEAD", "POST"])
def record(request, pk, year=None):
    """Without a year a new one; with a year the record that is there."""
    subject = visible_subject(request, pk, "write", subject="year_record")
    there = None
    if year is not None:
        there = get_object_or_404(YearRecord.objects.select_related("proof"), subject=subject, year=year)
    initial = as_recorded(there) if there else {"year": clock.today().year - 1}
    typed = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = YearForm(*typed, initial=initial, subject=subject, record=there)
    status = 422 if form.is_bound else 200
    if form.is_bound and form.is_valid():
        read = form.cleaned_data
        try:
            kept = record_year(
                subject,
                year or read["year"],
                form.said,
                version=read["version"],
                upload=read["proof"],
                actor=request.actor,
            )
        except YearChanged as changed:
            form.data = form.data.copy()
            form.data["version"] = changed.theirs.version
            form.add_error(None, str(changed))
            there, status = changed.theirs, 409
        except Refusal as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
        else:
            messages.success(request, _("The year %(year)s is recorded.") % {"year": kept.year})
            return redirect(subject)
    context = {
        "subject": subject,
        "record": there,
        "is_changed": status == 409,
        "crumbs": crumbs_of(subject),
        "form": form,
    }
    return render(request, "awards/records/year.html", context, status=status)
