from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urlencode

from django.db.models import Count
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from awards.catalogue.models import wording
from awards.catalogue.models.award import Award
from awards.catalogue.rules.terms import ProvinceKind
from awards.register.forms.register import GoToDayForm, RegisterFilterForm
from awards.register.models.distinct import TooLong, distinct_recipients
from awards.register.models.honour import Honour
from awards.register.models.printed import printed_names
from awards.register.models.tally import RegisterCount, count_honours
from awards.register.rules.register import RegisterFilter
from awards.register.views.honours import crumbs_of_register
from clusters.models import Campaign, Organisation
from emulation.core import clock
from emulation.core.access import door
from emulation.core.actor import Actor
from emulation.core.models.keyset import KeysetOrder, cursor_after, read_page
from emulation.core.numbers import format_integer, parse_id
from emulation.core.views.crumbs import Crumb

ORDERS = {
    "": KeysetOrder(("-decision_date", "-id")),
    "ten": KeysetOrder(("sort_key", "id")),
}
PAGE = 50


@door("honour")
@require_safe
def register(request):
    """The list, its filters as a URL, and how many honours they leave."""
    form = filter_form(request.actor, request.GET)
    asked = form.asked()
    sort = request.GET.get("xep", "")
    rows = Honour.objects.in_force_visible_to(request.actor).matching(asked)
    count = count_honours(rows, asked)
    go_to = GoToDayForm(request.GET)
    day = go_to.cleaned_data.get("toi_ngay") if go_to.is_valid() else None
    if day is not None:
        sort = ""
    bound_to = f"{asked.signature}|{sort}"
    cursor = request.GET.get("trang", "") or (cursor_at(rows, day, bound_to) if day else "")
    page = read_page(
        rows.select_related("organisation", "award") if count.total else rows.none(),
        ORDERS.get(sort, ORDERS[""]),
        cursor=cursor,
        bound_to=bound_to,
        size=PAGE,
    )
    names = printed_names(page.rows)
    lines = [{"honour": row, "award": names[row.pk]} for row in page.rows]
    kept = without(request.GET, "trang", "toi-ngay", *(["xep"] if day else []))
    return render(
        request,
        "awards/register/register.html",
        {
            "form": form,
            "go_to": go_to,
            "asked": asked,
            "rows": lines,
            "groups": groups_of(lines, by_decision=sort != "ten"),
            "page": page,
            "total": count.total,
            "more": count.more,
            "kinds": kinds_of(asked, count.beside, without(kept, "doi-tuong").urlencode()),
            "sentence": sentence(form, count),
            "said": [
                {"words": words, "query": without(kept, form.add_prefix(name)).urlencode()}
                for name, words in form.said()
            ],
            "query": kept.urlencode(),
            "query_unsorted": without(kept, "xep").urlencode(),
            "kept": [(key, value) for key, values in without(kept, "xep").lists() for value in values],
            "nothing_yet": _("The register is still empty"),
            "nothing_yet_why": _("Honours come in here when an office sends in a list and accepts it."),
            **_nothing_found(form),
            "nothing_earlier": _("Nothing was decided on that day or before"),
            "nothing_earlier_why": _("Go to a later day, or to the first page."),
            "sort": sort,
            "sees_records": request.actor.may_somewhere("read", "subject"),
        },
    )


def _nothing_found(form: RegisterFilterForm) -> dict[str, str]:
    if form.errors:
        return {
            "nothing_found": _("A filter cannot be read, so nothing is shown"),
            "nothing_found_why": _("Correct the marked filter, or clear all filters."),
        }
    return {
        "nothing_found": _("No honour fits these filters"),
        "nothing_found_why": _("Take a filter away, or look at a longer time."),
    }


@dataclass(frozen=True)
class Group:
    """Lines of one decision that stand on one page; without a decision where the list is in another order."""

    first: Honour | None
    lines: list[dict]

    @property
    def is_headed(self) -> bool:
        """A line that stands alone says its decision itself."""
        return self.first is not None and len(self.lines) > 1


def groups_of(lines: list[dict], *, by_decision: bool) -> list[Group]:
    """Decisions in the order in which the first line of each comes."""
    if not by_decision:
        return [Group(None, lines)] if lines else []
    found: dict[tuple, Group] = {}
    for line in lines:
        row = line["honour"]
        decision = (row.decision_date, row.decision_number, row.organisation_id)
        found.setdefault(decision, Group(row, [])).lines.append(line)
    return list(found.values())


@dataclass(frozen=True)
class Kind:
    """`count` is None while it is not told. `query`: the register of this kind; of all kinds where it is the one asked
    for."""

    label: str
    count: int | None
    query: str
    is_asked: bool


def kinds_of(asked: RegisterFilter, counted: Mapping[str, int], query: str) -> list[Kind]:
    """`query`: the other filters of the address."""
    found = []
    for kind, label in wording.SUBJECT_KINDS.items():
        is_asked = asked.subject_kind == kind
        known = counted.get(kind, 0) if counted and (is_asked or not asked.subject_kind or len(counted) > 1) else None
        own = urlencode({} if is_asked else {"doi-tuong": kind})
        found.append(Kind(str(label), known, "&".join(filter(None, [query, own])), is_asked))
    return found


def filter_form(actor: Actor, query) -> RegisterFilterForm:
    """Provinces to choose from, and the one body that the address names: a unit is filtered by where it is told."""
    visible = Organisation.objects.visible_to(actor)
    named = parse_id(query.get("don-vi", ""))
    organisations = visible.provinces() if named is None else visible.provinces() | visible.filter(pk=named)
    return RegisterFilterForm(query, organisations=organisations.sorted())


def without(query, *names):
    left = query.copy()
    for name in names:
        left.pop(name, None)
    return left


def cursor_at(rows, day, bound_to: str) -> str:
    """For the page that begins with the last decision of that day; the first page where nothing is later."""
    if not rows.filter(decision_date__gt=day).exists():
        return ""
    return cursor_after([day + timedelta(days=1), 0], bound_to)


def sentence(form: RegisterFilterForm, count: RegisterCount) -> str:
    """What is filtered, said in words: "1.092 khen thưởng · Cờ thi đua … · từ 01/01/2023 đến hết 30/06/2023"."""
    return " · ".join([total_in_words(count), *form.words()])


def total_in_words(count: RegisterCount) -> str:
    number = {"count": format_integer(count.total)}
    if count.more:
        return _("More than %(count)s honours") % number
    return ngettext("%(count)s honour", "%(count)s honours", count.total) % number


@door("honour")
@require_safe
def of_campaign(request, pk):
    """What the register holds of a campaign, by award: a piece of its page, or a page of its own."""
    campaign = get_object_or_404(Campaign.objects.visible_to(request.actor), pk=pk)
    rows = Honour.objects.visible_to(request.actor).in_force().filter(campaign=campaign).order_by()
    named = {one.pk: one.printed_name for one in Award.objects.named(on=clock.today(), province_kind=ProvinceKind.ANY)}
    by_award = rows.values_list("award", "award__code").annotate(number=Count("pk")).order_by("-number", "award")
    counted = [(named.get(award, code), number) for award, code, number in by_award]
    return render(
        request,
        "awards/register/_of_campaign.html" if request.htmx else "awards/register/of_campaign.html",
        {
            "campaign": campaign,
            "counted": counted,
            "total": sum(number for _name, number in counted),
            "crumbs": [Crumb(campaign.name, campaign.get_absolute_url())],
        },
    )


@door("honour")
@require_safe
def distinct(request):
    """How many different people and collectives: a piece of the register asked for afterwards, or a page of its own."""
    form = filter_form(request.actor, request.GET)
    asked = form.asked()
    rows = Honour.objects.in_force_visible_to(request.actor).matching(asked)
    try:
        found = distinct_recipients(rows)
    except TooLong:
        found = None
    template = "awards/register/_distinct.html" if request.htmx else "awards/register/distinct.html"
    kept = without(request.GET, "trang", "toi-ngay")
    query = kept.urlencode()
    return render(
        request,
        template,
        {
            "found": found,
            "kinds": kinds_of(asked, found.by_kind if found else {}, without(kept, "doi-tuong").urlencode()),
            "words": form.words() or [_("All honours in force")],
            "query": query,
            "crumbs": crumbs_of_register(query),
        },
    )
