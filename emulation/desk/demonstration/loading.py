from datetime import date
from pathlib import Path

from django.conf import settings
from django.db import transaction

from awards.catalogue.rules.terms import ProvinceKind
from awards.models import Award, Honour
from awards.register.actions.bulk import add_honours
from clusters.models import Organisation
from emulation.core.period import Period
from emulation.desk.demonstration.accounts import CITIES, NAME, demonstrator, open_accounts
from emulation.desk.demonstration.block import load_block
from emulation.desk.demonstration.campaigns import load_campaigns
from emulation.desk.demonstration.closed_2022 import load_closed_years
from emulation.desk.demonstration.conflicts import load_conflicts
from emulation.desk.demonstration.councils import load_councils
from emulation.desk.demonstration.counts import CAN_THO
from emulation.desk.demonstration.days_off import load_days_off
from emulation.desk.demonstration.dossiers import load_dossiers
from emulation.desk.demonstration.elsewhere import load_elsewhere
from emulation.desk.demonstration.figures import load_figures
from emulation.desk.demonstration.going_on import load_going_on
from emulation.desk.demonstration.honours import honours_of, honours_of_2022
from emulation.desk.demonstration.publication import load_publication
from emulation.desk.demonstration.records import load_records
from emulation.desk.demonstration.reviews import load_reviews
from emulation.desk.demonstration.workbook import write_list
from emulation.desk.demonstration.year import load_dates, load_year

DAY = date(2023, 7, 10)
NAMED_ON = date(2023, 6, 30)
MOST_OF_2022 = Period(date(2022, 1, 1), date(2022, 12, 24))


def list_path() -> Path:
    """Where Cần Thơ's list lies for the person who shows the import."""
    return settings.VAR_DIR / "trinh-dien" / "danh-sach-khen-thuong-can-tho.xlsx"


@transaction.atomic
def load_demonstration(day: date, *, complete=False) -> dict[str, int]:
    """Accounts, and honours of the cities that have none yet, Cần Thơ's of 2023 only when `complete`; the year 2022 to
    its end and 2023 as far as it has come. Once the cities have merged only accounts. {city: honours of 2023 added}"""
    actor = demonstrator(day)
    open_accounts(day, actor=actor)
    if Organisation.objects.on(NAMED_ON).on(day).filter(code__in=CITIES).count() < len(CITIES):
        return {}
    awards = {award.code: award for award in Award.objects.all()}
    added = {}
    for code in CITIES:
        city = Organisation.objects.coded(code, day).get()
        theirs = Honour.objects.of_organisations([city.pk])
        if not theirs.decided_during(MOST_OF_2022).exists():
            add_honours(honours_of_2022(city, awards), organisation=city, why=NAME, actor=actor)
        wanted = complete or code != CAN_THO
        if wanted and not theirs.filter(from_dossier=False).decided_during(Period.year(2023)).exists():
            added[city.name] = add_honours(honours_of(city, awards), organisation=city, why=NAME, actor=actor)
    load_year(day)
    load_figures(day)
    load_dates()
    load_block(day, actor=actor)
    load_campaigns(day)
    load_elsewhere()
    load_closed_years(actor=actor)
    load_days_off(actor=actor)
    load_dossiers(day)
    load_records(day)
    load_reviews(day)
    load_conflicts(day)
    load_councils(day)
    load_going_on(day)
    load_publication(day)
    return added


def write_can_tho(path: Path, day: date) -> int:
    """How many rows the list holds."""
    city = Organisation.objects.coded(CAN_THO, day).get()
    named = Award.objects.named(on=NAMED_ON, province_kind=ProvinceKind.CITY)
    awards = {award.code: award for award in named}
    honours = honours_of(city, awards)
    write_list(path, honours, {code: award.printed_name for code, award in awards.items()})
    return len(honours)
