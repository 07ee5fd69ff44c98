"""The list of dossiers, and where one is begun."""

from datetime import date
from itertools import chain

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from awards.catalogue.models.award import Award
from awards.catalogue.models.wording import SUBJECT_KINDS
from awards.catalogue.rules.terms import SubjectKind
from awards.nominations.actions.begin import begin_from_place, begin_nomination
from awards.nominations.forms import BeginFromPlaceForm, ShelfForm
from awards.nominations.models import shelf
from awards.nominations.models.clock import clock_calendar, dossier_clock, stays
from awards.nominations.models.consultation import Consultation
from awards.nominations.models.from_results import places_to_begin_from
from awards.nominations.models.names import award_names, awards_offered
from awards.nominations.models.nomination import Nomination
from awards.nominations.models.returned import return_of, steps_with_desks
from awards.nominations.models.standing import stage_days
from awards.nominations.models.wording import NOMINATION_BADGES, NOMINATION_STATES, RETURNED
from awards.nominations.rules.deadlines import StageDays
from awards.nominations.rules.terms import ENDED, NominationState
from awards.nominations.views.places import crumbs_of_shelf
from awards.nominations.words import return_in_words, said_of_place
from awards.procedures.models.holding import AwardVersions
from awards.procedures.models.procedure import Procedure
from clusters.models import Organisation, YearPlace, YearResult
from clusters.organisations.models.names import told_apart
from emulation.core import clock
from emulation.core.access import door
from emulation.core.actions.refusals import refusing_clashes
from emulation.core.actor import Actor
from emulation.core.errors import Refusal
from emulation.core.models.keyset import read_page
from emulation.core.numbers import format_integer, parse_id
from emulation.core.text import squash
from emulation.core.views.deeds import answer, posted

PAGE = 50


@door("nomination")
@require_safe
def nominations(request):
    """What the person sees, state by state with its count; the same number of questions however many there are."""
    actor, today = request.actor, clock.today()
    form = _filters(request, actor, today)
    asked = form.asked_for()
    rows = shelf.shelf_of(actor, asked)
    counts = shelf.counts_of(rows, actor)
    chosen = shelf.in_the_state(rows, asked, actor).select_related("organisation__parent", "holder", "award")
    chosen = chosen.prefetch_related(steps_with_desks())
    page = read_page(
        chosen,
        shelf.NEWEST,
        cursor=request.GET.get("trang", ""),
        bound_to=f"nominations|{asked}",
        size=PAGE,
    )
    kept = request.GET.copy()
    kept.pop("trang", None)
    without_state = kept.copy()
    without_state.pop("trang-thai", None)
    number = counts[asked.state]
    return render(
        request,
        "awards/nominations/nominations.html",
        {
            "form": form,
            "asked": asked,
            "is_filtered": bool(asked.text or asked.award or asked.organisation),
            "chips": _chips(counts, asked),
            "query": kept.urlencode(),
            "query_without_state": without_state.urlencode(),
            "rows": _lines(page.rows, today),
            "page": page,
            "sentence": ngettext("%(count)s dossier", "%(count)s dossiers", number) % {"count": format_integer(number)},
            "may_begin": actor.may_somewhere("write", "nomination_draft"),
            "sees_lists": actor.may_somewhere("read", "submission"),
            "none_at_all": not counts[shelf.ALL],
            "asked_of_us": Consultation.objects.to_answer(actor).count(),
            "was_asked": Consultation.objects.filter(body__in=actor.own).exists(),
        },
    )


def _filters(request, actor: Actor, today: date) -> ShelfForm:
    seen = Nomination.objects.visible_to(actor).order_by().values_list("award", "organisation").distinct()
    awards_seen, bodies_seen = zip(*seen, strict=True) if seen else ((), ())
    awards = Award.objects.filter(pk__in=set(awards_seen)).named(on=today).order_by("position")
    return ShelfForm(
        request.GET,
        organisations=Organisation.objects.filter(pk__in=set(bodies_seen)).sorted(),
        awards=[(one.pk, one.printed_name) for one in awards],
    )


def _chips(counts: dict[str, int], asked) -> list[dict]:
    named = {shelf.OPEN: _("On their way"), shelf.MINE: _("Waiting for me"), **NOMINATION_STATES, shelf.ALL: _("All")}
    return [
        {"key": key, "label": label, "count": counts[key], "current": key == asked.state}
        for key, label in named.items()
        if counts[key] or key in (shelf.OPEN, shelf.MINE, shelf.ALL, asked.state)
    ]


def _lines(rows: list[Nomination], today: date) -> list[dict]:
    names = award_names(rows, on=today)
    versions = Procedure.objects.filter(award__in={row.award_id for row in rows}).prefetch_related("stages").versions()
    passed = {row.pk: stays(row) for row in rows}
    calendar = clock_calendar(chain.from_iterable(passed.values()), on=today)
    days_of = _StageDaysOnce(versions, today)
    lines = []
    for row in rows:
        since = timezone.localtime(row.held_since).date()
        due = dossier_clock(row, days_of.stages(row), passed[row.pk], calendar).look_by
        is_open = row.state not in ENDED
        lines.append(
            {
                "nomination": row,
                "award": names[row.pk],
                "status": RETURNED if (came_back := return_of(row)) else NOMINATION_BADGES[NominationState(row.state)],
                "returned": return_in_words(came_back) if came_back else "",
                "days": max((today - since).days, 0) if is_open else None,
                "left": (due.day - today).days if due and is_open else None,
                "overdue": (today - due.day).days if due and is_open and due.day < today else None,
            }
        )
    return lines


class _StageDaysOnce:
    """The days of a dossier's stages; dossiers alike in award and days are answered once."""

    def __init__(self, versions: dict[int, AwardVersions], today: date):
        self._versions, self._today = versions, today
        self._known: dict[tuple, tuple[StageDays, ...]] = {}

    def stages(self, row: Nomination) -> tuple[StageDays, ...]:
        key = (row.award_id, row.received_on, row.decision_date, row.achieved_to)
        if key not in self._known:
            held = self._versions.get(row.award_id, AwardVersions()).holding(
                receipt=row.received_on or self._today, decision=row.decision_date, achievement_end=row.achieved_to
            )
            self._known[key] = stage_days(held.procedure)
        return self._known[key]


def own_bodies(actor: Actor, today: date):
    """Bodies of today for which the person begins dossiers."""
    return Organisation.objects.on(today).filter(pk__in=actor.entered).sorted()


def chosen_body(bodies: list[Organisation], request) -> Organisation | None:
    """Of the person's own bodies the one that the address or the form names, else the first: awards are called as in
    its kind of province."""
    named = parse_id(request.POST.get("organisation", "") or request.GET.get("don-vi", ""))
    return next((one for one in bodies if one.pk == named), next(iter(bodies), None))


@door("nomination_draft", "write")
@require_http_methods(["GET", "HEAD", "POST"])
def begin(request):
    """One click on an award begins its dossier; awards that have a procedure stand first."""
    actor, today = request.actor, clock.today()
    refusal = ""
    if request.method == "POST":
        try:
            with refusing_clashes():
                made = _begun(request.POST, actor)
        except Refusal as problem:
            refusal = str(problem)
        else:
            messages.success(request, _("The dossier is begun. Whatever you type is saved by itself."))
            return redirect(made.get_absolute_url())
    bodies = list(own_bodies(actor, today))
    chosen = chosen_body(bodies, request)
    rows = [_award_row(award) for award in awards_offered(chosen, on=today)] if chosen else []
    ready = set(Procedure.objects.order_by().values_list("award", flat=True))
    return render(
        request,
        "awards/nominations/begin.html",
        {
            "bodies": told_apart(bodies),
            "chosen": chosen,
            "places": [
                {"place": place, "said": said_of_place(place)}
                for place in (places_to_begin_from(chosen, actor, on=today) if chosen else ())
            ],
            "ready": [row for row in rows if row["award"].pk in ready],
            "others": [row for row in rows if row["award"].pk not in ready],
            "refusal": refusal,
            "crumbs": crumbs_of_shelf(),
        },
        status=422 if refusal else 200,
    )


def _award_row(award: Award) -> dict:
    kinds = [(kind, SUBJECT_KINDS[SubjectKind(kind)]) for kind in award.subject_kinds]
    return {"award": award, "name": award.printed_name, "kinds": kinds}


def _begun(sent, actor: Actor) -> Nomination:
    """`choice`: `award:kind of subject`; the body that a form was sent for may have ended since: the deed says so."""
    code, _colon, kind = squash(sent.get("choice", "")).partition(":")
    award = Award.objects.coded(code).first()
    body = Organisation.objects.filter(pk=parse_id(sent.get("organisation", ""))).first()
    if award is None or body is None:
        raise Refusal(_("Choose the award, and for which organisation the dossier is begun."))
    return begin_nomination(body, award=award, subject_kind=kind, actor=actor)


@door("nomination_draft", "write")
@require_http_methods(["GET", "HEAD", "POST"])
def begin_from_result(request, place):
    """With unit, cluster, points, rank and votes of a frozen result; what the cluster proposed stands first."""
    actor, today = request.actor, clock.today()
    seen = YearResult.objects.visible_to(actor).standing()
    places = YearPlace.objects.select_related("organisation__parent", "result__cluster_year__cluster")
    found = get_object_or_404(places, pk=place, result__in=seen)
    if not actor.may("write", found.organisation, subject="nomination_draft"):
        raise Http404
    proposed = set(found.result.proposals.filter(organisation=found.organisation_id).values_list("award", flat=True))
    awards = [one for one in awards_offered(found.organisation, on=today) if "collective" in one.subject_kinds]
    awards.sort(key=lambda one: one.code not in proposed)
    first = awards[0].code if awards and awards[0].code in proposed else None
    return answer(
        request,
        BeginFromPlaceForm(posted(request), awards=awards, initial={"award": first}),
        lambda said: begin_from_place(found, award=Award.objects.get(code=said["award"]), actor=actor),
        title=_("Dossier of %(unit)s") % {"unit": found.organisation},
        button=_("Begin the dossier"),
        done=_("The dossier is begun with what the result says. Whatever you type is saved by itself."),
        back=Nomination.get_absolute_url,
        crumbs=crumbs_of_shelf(),
        lead=said_of_place(found),
    )
