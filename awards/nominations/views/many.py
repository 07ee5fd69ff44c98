"""Many dossiers for one award out of a table."""

from django.conf import settings
from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from awards.catalogue.models.award import Award
from awards.nominations.actions.many import begin_many
from awards.nominations.forms import ManyForm
from awards.nominations.models.names import awards_offered
from awards.nominations.models.shelf import DRAFTS
from awards.nominations.views.nominations import chosen_body, own_bodies
from awards.nominations.views.places import crumbs_of_shelf
from awards.procedures.models.procedure import Procedure
from emulation.core import clock
from emulation.core.access import door
from emulation.core.errors import Refusal
from emulation.core.intake.inspect import too_large
from emulation.core.numbers import format_integer
from emulation.core.views.crumbs import Crumb
from emulation.core.views.uploads import limited_upload


@limited_upload("LIST_UPLOAD_LIMIT")
@door("nomination_draft", "write")
@require_http_methods(["GET", "HEAD", "POST"])
def many(request):
    """What was begun, and of every other row why not, stands on the page afterwards."""
    today = clock.today()
    bodies = own_bodies(request.actor, today)
    first = chosen_body(list(bodies), request)
    ready = Procedure.objects.order_by().values("award")
    awards = awards_offered(first, on=today).filter(pk__in=ready) if first else Award.objects.none().named(on=today)
    bound = (request.POST, request.FILES) if request.method == "POST" else ()
    form = ManyForm(*bound, organisations=bodies, awards=awards, initial={"organisation": first})
    valid = form.is_bound and form.is_valid()
    done = None
    if form.is_bound and request.limited_upload.too_large:
        form.errors.pop("file", None)
        form.add_error("file", too_large(settings.LIST_UPLOAD_LIMIT))
    elif valid:
        said = form.cleaned_data
        try:
            done = begin_many(
                said["organisation"],
                award=Award.objects.get(code=said["award"]),
                subject_kind=said["subject_kind"],
                upload=said["file"],
                file_name=said["file"].name,
                actor=request.actor,
            )
        except Refusal as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else "file", refusal.message)
    if done is not None and not done.left_out:
        number = len(done.begun)
        words = ngettext("%(number)s dossier is begun.", "%(number)s dossiers are begun.", number)
        messages.success(request, words % {"number": format_integer(number)})
        return redirect(f"{reverse('awards:nominations')}?trang-thai={DRAFTS}")
    return render(
        request,
        "awards/nominations/many.html",
        {
            "form": form,
            "done": done,
            "crumbs": [*crumbs_of_shelf(), Crumb(_("New dossier"), reverse("awards:nomination-begin"))],
            "drafts": f"{reverse('awards:nominations')}?trang-thai={DRAFTS}",
        },
        status=422 if form.is_bound and done is None else 200,
    )
