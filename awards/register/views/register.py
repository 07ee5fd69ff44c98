from datetime import timedelta

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
    rows = Honour.objects.visible_to(request.actor).in_force().matching(asked)
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
    kept = without(request.GET, "trang", "toi-ngay", *(["xep"] if day else []))
    return render(
        request,
        "awards/register/register.html",
        {
            "form": form,
            "go_to": go_to,
            "asked": asked,
            "rows": [{"honour": row, "award": names[row.pk]} for row in page.rows],
            "page": page,
            "total": count.total,
            "more": count.more,
            "chips": [
                {"label": label, "count": count.by_kind.get(kind, 0)} for kind, label in wording.SUBJECT_KINDS.items()
            ],
            "sentence": sentence(form, count),
            "query": kept.urlencode(),
            "query_unsorted": without(kept, "xep").urlencode(),
            "kept": [(key, value) for key, values in without(kept, "xep").lists() for value in values],
            "nothing_yet": _("The register is still empty"),
            "nothing_yet_why": _("Honours come in here when an office sends in a list and accepts it."),
            "nothing_found": _("No honour fits these filters"),
            "nothing_found_why": _("Take a filter away, or look at a longer time."),
            "nothing_earlier": _("Nothing was decided on that day or before"),
            "nothing_earlier_why": _("Go to a later day, or to the first page."),
            "sort": sort,
            "sees_records": request.actor.may_somewhere("read", "subject"),
        },
    )


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
    number = {"count": format_integer(count.total)}
    if count.more:
        total = _("More than %(count)s honours") % number
    else:
        total = ngettext("%(count)s honour", "%(count)s honours", count.total) % number
    return " · ".join([total, *form.words()])


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
    rows = Honour.objects.visible_to(request.actor).in_force().matching(asked)
    try:
        found = distinct_recipients(rows)
    except TooLong:
        found = None
    template = "awards/register/_distinct.html" if request.htmx else "awards/register/distinct.html"
    query = without(request.GET, "trang", "toi-ngay").urlencode()
    return render(
        request,
        template,
        {
            "found": found,
            "words": form.words() or [_("All honours in force")],
            "query": query,
            "crumbs": crumbs_of_register(query),
        },
    )
