"""A cluster's year is closed: what is done, what is left undone, what hinders; then the day and the reason."""

from itertools import groupby

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from clusters.membership.models.heads import head_on
from clusters.membership.views.years import crumbs_of_year, year_or_404
from clusters.year.actions.closing import close_cluster_year
from clusters.year.forms import YearClosingForm
from clusters.year.models.closing import closing_facts
from clusters.year.rules.closing import Matter, checklist, hindering, never_reported, undone
from clusters.year.words import shown
from emulation.core import clock
from emulation.core.access import door
from emulation.core.errors import Refusal
from emulation.core.views.deeds import administrators_only, posted

SUBJECTS = {
    Matter.REGULATION: "scheme",
    Matter.PACT: "pact",
    Matter.MID_YEAR: "figures",
    Matter.SECOND_HALF: "figures",
    Matter.YEAR: "figures",
    Matter.SCORING: "scores",
    Matter.RESULT: "result",
    Matter.ELECTED: "result",
    Matter.CONFERENCES: "conference",
    Matter.REPORTS: "cluster",
}


@door("cluster", "write")
@administrators_only
def close(request, code, year):
    found = year_or_404(request, code, year)
    if found.closed_on is not None:
        return redirect(found.get_absolute_url())
    findings = checklist(closing_facts(found))
    form = YearClosingForm(
        posted(request),
        initial={"on": clock.today()},
        asks_why=bool(undone(findings)),
        is_never_reported=never_reported(findings),
    )
    if form.is_bound and form.is_valid():
        try:
            close_cluster_year(found, on=form.cleaned_data["on"], why=form.cleaned_data["why"], actor=request.actor)
        except Refusal as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, refusal.message)
        else:
            messages.success(request, _("The year is closed; from now on it is read only."))
            return redirect(found.get_absolute_url())
    return render(
        request,
        "clusters/year/closing.html",
        {
            "cluster_year": found,
            "crumbs": crumbs_of_year(found),
            "rows": [
                {
                    "findings": [shown(one, found) for one in of_matter],
                    "linked": request.actor.may("read", found, subject=SUBJECTS[matter]),
                }
                for matter, of_matter in groupby(findings, key=lambda one: one.matter)
            ],
            "hindered": len(hindering(findings)),
            "undone": len(undone(findings)),
            "is_never_reported": never_reported(findings),
            "head": head_on(found, clock.today()),
            "form": form,
        },
        status=422 if form.is_bound else 200,
    )
