from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from awards.actions.register import open_personal
from awards.forms.register import RegisterFilterForm
from awards.models import Honour, wording
from awards.models.printed import printed_names
from awards.rules.terms import HonourStatus
from clusters.models import Organisation
from emulation.core.access import Door, Relation, allows, door
from emulation.core.dates import format_date
from emulation.core.models.keyset import Order, read_page
from emulation.core.numbers import format_integer

ORDERS = {
    "": Order(("-decision_date", "-id")),
    "ten": Order(("sort_key", "id")),
}
PAGE = 50
PERSONAL = Door("honour_personal")


@door("honour")
@require_safe
def register(request):
    """The list, its filters as a URL, and how many honours they leave."""
    organisations = Organisation.objects.visible_to(request.actor).provinces().sorted()
    form = RegisterFilterForm(request.GET, organisations=organisations)
    asked = form.asked()
    sort = request.GET.get("xep", "")
    order = ORDERS.get(sort, ORDERS[""])
    rows = Honour.objects.visible_to(request.actor).in_force().matching(asked)
    page = read_page(
        rows.select_related("organisation", "award"),
        order,
        cursor=request.GET.get("trang", ""),
        bound_to=f"{asked.signature}|{sort}",
        size=PAGE,
    )
    counts = rows.counted_by_subject()
    names = printed_names(page.rows)
    kept = request.GET.copy()
    kept.pop("trang", None)
    unsorted = kept.copy()
    unsorted.pop("xep", None)
    return render(
        request,
        "awards/register.html",
        {
            "form": form,
            "asked": asked,
            "rows": [{"honour": row, "award": names[row.pk]} for row in page.rows],
            "page": page,
            "total": sum(counts.values()),
            "chips": [{"label": label, "count": counts.get(kind, 0)} for kind, label in wording.SUBJECT_KINDS.items()],
            "sentence": sentence(form, sum(counts.values())),
            "query": kept.urlencode(),
            "query_unsorted": unsorted.urlencode(),
            "nothing_yet": _("The register is still empty"),
            "nothing_yet_why": _("Honours come in here when an office sends in a list and accepts it."),
            "nothing_found": _("No honour fits these filters"),
            "nothing_found_why": _("Take a filter away, or look at a longer time."),
            "sort": sort,
        },
    )


def sentence(form: RegisterFilterForm, total: int) -> str:
    """What is filtered, said in words: "1.092 khen thưởng · Cờ thi đua … · từ 01/01/2023 đến hết 30/06/2023"."""
    said = [
        ngettext("%(count)s honour", "%(count)s honours", total) % {"count": format_integer(total)},
    ]
    for name in ("dong", "don_vi", "cum"):
        if form.cleaned_data.get(name):
            said.append(str(form.cleaned_data[name]))
    for name in ("cap", "doi_tuong", "phuong_thuc", "nhom"):
        chosen = form.cleaned_data.get(name)
        if chosen:
            said.append(str(dict(form.fields[name].choices)[chosen]))
    start, end = form.cleaned_data.get("tu"), form.cleaned_data.get("den")
    if start:
        said.append(_("decided from %(day)s") % {"day": format_date(start)})
    if end:
        said.append(_("decided until the end of %(day)s") % {"day": format_date(end)})
    if form.cleaned_data.get("tim"):
        said.append(_("name contains “%(text)s”") % {"text": form.cleaned_data["tim"]})
    return " · ".join(said)


@door("honour")
@require_safe
def honour(request, pk):
    """One line of the register. Birth date and identity only for its own office and, logged, the central board."""
    actor = request.actor
    found = get_object_or_404(
        Honour.objects.visible_to(actor).select_related("organisation", "award", "campaign", "batch"), pk=pk
    )
    is_own = found.organisation_id in actor.own
    relations = {Relation.OTHER} | ({Relation.OWN} if is_own else set())
    if actor.is_central:
        relations.add(Relation.CENTRAL)
    may_open = allows(relations, PERSONAL)
    shown = may_open and (is_own or "rieng" in request.GET)
    if shown and not is_own:
        open_personal(found, actor=actor)
    same_person = Honour.objects.none()
    if found.recipient_key:
        same_person = (
            Honour.objects.visible_to(actor)
            .in_force()
            .filter(recipient_key=found.recipient_key)
            .exclude(pk=found.pk)
            .select_related("organisation", "award")
            .order_by("-decision_date", "-id")[:50]
        )
    others = list(same_person)
    names = printed_names([found, *others])
    return render(
        request,
        "awards/honour.html",
        {
            "honour": found,
            "award": names[found.pk],
            "others": [{"honour": row, "award": names[row.pk]} for row in others],
            "is_own": is_own,
            "may_open": may_open,
            "personal": shown,
            "is_in_force": found.status == HonourStatus.IN_FORCE,
        },
    )
