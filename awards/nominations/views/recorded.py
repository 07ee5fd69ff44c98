"""Who is nominated comes into the book of records, with what the dossier knows of them."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from awards.nominations.models.nomination import Nomination
from awards.nominations.models.recorded import recorded_subject
from awards.nominations.views.places import crumbs_of, nomination_or_404
from awards.records.forms.subjects import SubjectForm
from awards.records.views.subjects import entered
from awards.register.access import organisations_of
from emulation.core.access import door

AS_THERE = ("organisation", "subject_kind", "name", "position", "unit", "target_group")


@door("subject", "write")
@require_http_methods(["GET", "HEAD", "POST"])
def enter(request, pk):
    """Filled in, to be looked at once more; whoever is in the book already is opened there."""
    found = nomination_or_404(request, pk, "write", subject="subject")
    known = recorded_subject(found)
    if known is not None and request.actor.may("read", known):
        return redirect(known)
    form = SubjectForm(
        request.POST if request.method == "POST" else None,
        actor=request.actor,
        organisations=organisations_of(request.actor),
        initial=known_of(found),
    )
    if entered(form, request.actor) is not None:
        messages.success(request, _("It is in the book: its years and declared honours now count in this dossier."))
        return redirect(f"{found.get_absolute_url()}#findings")
    context = {"form": form, "crumbs": crumbs_of(found), "back": found.get_absolute_url()}
    return render(request, "awards/records/enter.html", context, status=422 if form.is_bound else 200)


def known_of(nomination: Nomination) -> dict:
    """What the form of a subject would have been sent for who is nominated."""
    born = nomination.birth_date or nomination.birth_year or ""
    return {name: getattr(nomination, name) for name in AS_THERE} | {"birth": born, "body": nomination.subject}
