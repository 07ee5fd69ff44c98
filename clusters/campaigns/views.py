from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from clusters.campaigns.models import Campaign
from emulation.core.access import door
from emulation.core.forms.filters import SearchForm
from emulation.core.text import search_key, sort_key
from emulation.core.views.crumbs import Crumb


@door("campaign")
@require_safe
def campaigns(request):
    form = SearchForm(request.GET, label=_("Any of its names"))
    rows = Campaign.objects.visible_to(request.actor).matching(search_key(form.text))
    rows = rows.none() if form.seeks_nobody else rows
    rows = rows.select_related("initiator_organisation").prefetch_related("aliases")
    return render(
        request,
        "clusters/campaigns/campaigns.html",
        {
            "rows": sorted(rows, key=lambda one: (sort_key(one.name), one.pk)),
            "form": form,
            "crumbs": [Crumb(_("Clusters"), reverse("clusters:clusters"))],
        },
    )
