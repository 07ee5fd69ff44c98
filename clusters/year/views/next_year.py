"""The year that follows: opened as a copy, and in what it differs from the one before."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from clusters.indicators.words import half_in_words
from clusters.membership.models.cluster import PostKind
from clusters.membership.views.years import crumbs_of_year, year_or_404
from clusters.organisations.models.lineage import lineage
from clusters.organisations.models.names import told_apart
from clusters.organisations.models.organisation import Organisation
from clusters.regulation.models.scheme import Scheme
from clusters.regulation.rules.changes import changes
from clusters.regulation.views.page import parts_of
from clusters.year.actions.next_year import NextYear, open_next_year
from clusters.year.models.next_year import copy_of, year_after, year_before
from clusters.year.models.state import state_of
from clusters.year.rules.differences import YearDifferences, differences
from emulation.core.access import door
from emulation.core.actor import Actor
from emulation.core.errors import Refusal
from emulation.core.views.deeds import administrators_only


@door("cluster", "write")
@administrators_only
@require_http_methods(["GET", "HEAD", "POST"])
def open_next(request, code, year):
    found = year_or_404(request, code, year)
    refusal = ""
    if request.method == "POST":
        try:
            opened = open_next_year(found, actor=request.actor)
        except Refusal as said:
            refusal = str(said)
        else:
            _tell(request, opened)
            return redirect(opened.cluster_year.get_absolute_url())
    copy = copy_of(found)
    return render(
        request,
        "clusters/year/opening.html",
        {
            "cluster_year": found,
            "cluster": found.cluster,
            "coming": year + 1,
            "there": year_after(found),
            "copy": copy,
            "terms": [(half_in_words(one.half, year + 1), one) for one in copy.terms],
            "refusal": refusal,
            "crumbs": crumbs_of_year(found),
        },
        status=422 if refusal else 200,
    )


def _tell(request, opened: NextYear) -> None:
    done = [_("The year %(year)s is open.") % {"year": opened.cluster_year.year}]
    if opened.scheme:
        done.append(_("Its regulation is a draft copied from the year before."))
    if opened.posts:
        done.append(
            ngettext("%(number)s post is recorded.", "%(number)s posts are recorded.", len(opened.posts))
            % {"number": len(opened.posts)}
        )
    messages.success(request, " ".join(done))
    for sentence in opened.unfit:
        messages.warning(request, _("Not recorded: %(sentence)s") % {"sentence": sentence})


@door("cluster")
@require_safe
def year_differences(request, code, year):
    found = year_or_404(request, code, year)
    earlier = year_before(found)
    if earlier is None:
        nothing = {"cluster_year": found, "earlier": None, "crumbs": crumbs_of_year(found)}
        return render(request, "clusters/year/differences.html", nothing)
    said = differences(state_of(earlier, request.actor), state_of(found, request.actor), lineage())
    return render(
        request,
        "clusters/year/differences.html",
        {
            "cluster_year": found,
            "earlier": earlier,
            "crumbs": crumbs_of_year(found),
            "said": said,
            **_in_words(said, found.year),
            "regulation": _regulation(request.actor, earlier, found),
        },
    )


def _in_words(said: YearDifferences, year: int) -> dict:
    ids = {*said.stayed, *said.left, *said.came}
    ids |= {one for group in said.became for one in (*group.before, *group.now)}
    ids |= {one for moved in said.posts for one in (*(moved.before or ()), *(moved.now or ()))}
    names = told_apart(Organisation.objects.filter(pk__in=ids).sorted())

    def named(units) -> list[str]:
        return [name for pk, name in names.items() if pk in (units or ())]

    return {
        "stayed": named(said.stayed),
        "left": named(said.left),
        "came": named(said.came),
        "became": [(named(group.before), named(group.now)) for group in said.became],
        "posts": [
            {
                "title": PostKind(moved.what).label,
                "before": ", ".join(names[one] for one in moved.before or ()),
                "now": ", ".join(names[one] for one in moved.now or ()),
                "differs": moved.differs,
            }
            for moved in said.posts
        ],
        "dates": [
            {
                "title": half_in_words(moved.what, year),
                "before": moved.before,
                "now": moved.now,
                "differs": said.dates_differ(moved),
            }
            for moved in said.dates
        ],
        "has_pacts": said.commitments.before is not None or said.commitments.now is not None,
    }


def _regulation(actor: Actor, earlier, found) -> dict | None:
    """None where the person reads no regulation of the year. `count`: changes against the one adopted the year
    before."""
    if not actor.may("read", found, subject="scheme"):
        return None
    visible = Scheme.objects.visible_to(actor).with_lines()
    now = visible.filter(cluster_year=found).first()
    before = visible.adopted().filter(cluster_year=earlier).first()
    if now is None or before is None:
        return {"now": now, "before": before, "count": None}
    return {"now": now, "before": before, "count": len(changes(parts_of(before), parts_of(now)))}
