"""Campaigns of an office recorded from a sheet: all that it may take, or none."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from clusters.campaigns.actions.campaigns import initiator_of, set_campaign
from clusters.campaigns.models.campaign import ROW_DRAFT, Campaign, CampaignAlias
from clusters.campaigns.rules.rows import DAYS, LEFT_OUT, Against, Column, RowFate, read_rows
from clusters.campaigns.rules.terms import CampaignLevel, Drive
from clusters.campaigns.words import row_in_words
from clusters.organisations.models.lineage import line_in_query
from clusters.organisations.models.organisation import PROVINCIAL_KINDS, Organisation
from clusters.sheets.rules import ReadRow, SheetRow
from emulation.core import clock
from emulation.core.actor import Actor
from emulation.core.errors import Refusal
from emulation.core.forms.parts import LONGEST_TEXT
from emulation.core.models.fields import longest
from emulation.core.period import Period
from emulation.core.text import search_key

LONGEST: dict[str, int] = {
    Column.NAME: longest(Campaign, "name"),
    Column.ALIASES: LONGEST_TEXT,
    Column.DOCUMENT: longest(Campaign, "document"),
    Column.CRITERIA: LONGEST_TEXT,
}


def judged_rows(organisation: Organisation, rows: Iterable[SheetRow], *, actor: Actor) -> tuple[ReadRow, ...]:
    """Against what the office or what it came from has recorded under any name, and what others launched that reaches
    it."""
    by_office = Q(initiator_organisation__in=line_in_query([organisation.pk])) | Q(initiator=initiator_of(organisation))
    of_office = Campaign.objects.standing().filter(by_office)
    others = Campaign.objects.launched().in_scope_of([organisation.pk]).exclude(initiator_organisation=organisation)
    elsewhere: dict[str, tuple[str, ...]] = {}
    for key, initiator in _names_of(others):
        elsewhere[key] = (*elsewhere.get(key, ()), initiator)
    known = frozenset(key for key, _initiator in _names_of(of_office))
    alive = organisation.during or Period()
    return read_rows(rows, Against(organisation, alive, known, clock.today(), LONGEST, elsewhere))


def _names_of(campaigns: QuerySet[Campaign]) -> list[tuple[str, str]]:
    """(search key, initiator) of each name that they bear."""
    aliases = CampaignAlias.objects.filter(campaign__in=campaigns.order_by().values("pk"))
    return [
        *campaigns.order_by().values_list("name_key", "initiator"),
        *aliases.values_list("name_key", "campaign__initiator"),
    ]


@transaction.atomic
def record_rows(organisation: Organisation, rows: Iterable[Mapping[str, str]], *, actor: Actor) -> int:
    """`rows`: texts of those that were shown as taken; how many are recorded now. What was recorded meanwhile is left
    as it is."""
    if not actor.may("write", organisation, subject=ROW_DRAFT):
        raise Refusal(_("Only an officer of the office that launches a campaign enters it."))
    Organisation.objects.select_for_update().get(pk=organisation.pk)
    sheet = [SheetRow(str(at), {Column(key): text for key, text in row.items()}) for at, row in enumerate(rows, 1)]
    judged = judged_rows(organisation, sheet, actor=actor)
    for row in judged:
        if row.fate not in (RowFate.TAKEN, *LEFT_OUT):
            raise Refusal(_("“%(campaign)s”: %(why)s") % {"campaign": row.name, "why": row_in_words(row)})
    taken = [row.texts for row in judged if row.texts is not None]
    of_province = organisation.kind in PROVINCIAL_KINDS
    for texts in taken:
        _record(organisation, texts, CampaignLevel.PROVINCE if of_province else CampaignLevel.UNIT, actor)
    return len(taken)


def _record(organisation: Organisation, texts: Mapping[str, str], level: CampaignLevel, actor: Actor) -> None:
    day = {column: date.fromisoformat(texts[column]) if column in texts else None for column in DAYS}
    name = texts[Column.NAME]
    try:
        set_campaign(
            organisation,
            None,
            name=name,
            aliases=[one for one in texts.get(Column.ALIASES, "").split(";") if search_key(one)],
            during=Period.of_days(day[Column.FIRST_DAY], day[Column.LAST_DAY]),
            level=level,
            cluster=None,
            form=texts.get(Column.FORM, ""),
            drive=Drive.ORDINARY,
            addressed=[],
            criteria="\n".join(texts.get(Column.CRITERIA, "").split(";")),
            document=texts.get(Column.DOCUMENT, ""),
            plan="",
            parent=None,
            directive=None,
            launched_on=day[Column.LAUNCHED_ON],
            actor=actor,
        )
    except Refusal as refusal:
        raise Refusal(_("“%(campaign)s”: %(why)s") % {"campaign": name, "why": refusal.message}) from refusal
