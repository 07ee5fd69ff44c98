from itertools import groupby

from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from awards.catalogue.forms import CatalogueForm
from awards.catalogue.models import wording
from awards.catalogue.models.award import Award, LawVersion
from awards.catalogue.models.kinds import KINDS
from awards.catalogue.rules.terms import ProvinceKind
from clusters.models import Organisation
from emulation.core import clock
from emulation.core.access import door
from emulation.core.actor import Actor

LAW_CITED = "06/2022/QH15"
CLASSES = {1: _("First class"), 2: _("Second class"), 3: _("Third class")}


@door("award")
@require_safe
def catalogue(request):
    """Every award given on a day, under the name of that day's law, by family and group."""
    form = CatalogueForm(request.GET, today=clock.today(), province_kind=_kind_of(request.actor))
    awards = (
        Award.objects.visible_to(request.actor)
        .on(form.day)
        .named(on=form.day, province_kind=form.province_kind)
        .with_authorities(on=form.day)
        .select_related("report_line")
    )
    if form.seeks_nobody:
        awards = awards.none()
    if form.text:
        awards = awards.written_like(form.text)
    if form.family:
        awards = awards.filter(family=form.family)
    if form.subject_kind:
        awards = awards.given_to(form.subject_kind)
    law = LawVersion.objects.on(form.day).first()
    rows = [_row(award, form.province_kind) for award in awards]
    return render(
        request,
        "awards/catalogue/catalogue.html",
        {
            "form": form,
            "families": _by_family(rows),
            "number": len(rows),
            "unverified": sum(not row["award"].verified for row in rows),
            "law": law,
            "articles_of_another_law": bool(rows) and not (law and law.number == LAW_CITED),
            "day": form.day,
        },
    )


def _kind_of(actor: Actor) -> ProvinceKind:
    """How the person's own province or city prints names; everybody else sees the general ones."""
    held = {organisation for _role, organisation in actor.mandates}
    kinds = set(Organisation.objects.filter(pk__in=held).values_list("kind", flat=True))
    return KINDS.get(kinds.pop(), ProvinceKind.ANY) if len(kinds) == 1 else ProvinceKind.ANY


def _row(award, province_kind):
    return {
        "award": award,
        "subjects": [wording.SUBJECT_KINDS[kind] for kind in award.subject_kinds],
        "class": CLASSES.get(award.class_rank, ""),
        "line": award.report_line.name_for(province_kind),
    }


def _by_family(rows):
    return [
        {
            "code": family,
            "name": wording.FAMILIES[family],
            "groups": [
                {"code": group, "name": wording.AWARD_GROUPS[group], "rows": list(in_group)}
                for group, in_group in groupby(in_family, key=lambda row: row["award"].group)
            ],
        }
        for family, in_family in groupby(rows, key=lambda row: row["award"].family)
    ]
