"""A list of 23.735 honours from its upload to its commit, through the views and the worker's own function."""

import copy
from datetime import date
from itertools import count, islice
from pathlib import Path

from bench.apart import Stopwatch, apart
from bench.emptying import empty
from bench.floor import copy_bare, lay_floor
from bench.table import Table, say

PASSES = 3
LIMIT = 4
LONGEST = 250_000
FIRST_HALF = (date(2023, 1, 1), date(2023, 7, 1))
FILLED = ("awards_honour", "awards_importrow", "awards_honourbatch", "core_job")
ORGANISATION = "92"
OFFICER = "cantho"


def measure_import(table: Table, folder: Path) -> None:
    """Needs the reference data, the accounts, and a register without lines; leaves it without lines."""
    from django.db import connection  # noqa: PLC0415  (after django.setup)

    path = folder / "list.xlsx"
    rows = write_whole_list(path)
    lay_floor(organisation=_organisation().pk)
    floors, imports = [], []
    for _pass in range(PASSES):
        floors.append(apart(copy_bare, path, rows))
        imports.append(apart(import_whole, path, rows))
        empty("floor_honour", *FILLED)
    connection.cursor().execute("DROP TABLE floor_honour")
    floor, whole = _middle(floors), _middle(imports)
    table.head(f"import of {rows} rows ({path.stat().st_size / 1024 / 1024:.1f} MiB), the middle one of {PASSES}")
    for stage, seconds in floor["stages"].items():
        table.measured(f"  floor: {stage}", seconds)
    for stage, seconds in whole["stages"].items():
        table.measured(f"  {stage}", seconds, floor=floor["seconds"])
    table.measured("upload to commit", whole["seconds"], floor=floor["seconds"], limit=LIMIT)
    for title, pass_ in (("floor", floor), ("import", whole)):
        if pass_["peak"] is not None:
            say(f"peak memory of the {title + ',':<8}{pass_['peak']:7.0f} MiB ({pass_['before']:.0f} before it began)")


def measure_longest(table: Table, folder: Path) -> None:
    """The longest list that is taken, once. Leaves the register without lines."""
    path = folder / "longest.xlsx"
    rows = write_whole_list(path, most=LONGEST)
    whole = apart(import_whole, path, rows)
    empty(*FILLED)
    table.head(f"import of {rows} rows ({path.stat().st_size / 1024 / 1024:.1f} MiB), once")
    for stage, seconds in whole["stages"].items():
        table.measured(f"  {stage}", seconds)
    table.measured("upload to commit", whole["seconds"])
    if whole["peak"] is not None:
        say(f"peak memory of the import: {whole['peak']:.0f} MiB ({whole['before']:.0f} before it began)")


def write_whole_list(path: Path, most: int | None = None) -> int:
    """The five cities' honours in one city's list, as an office would send it; how many rows. With `most`, as many,
    the same honours again and again under names that letters tell apart."""
    from awards.catalogue.rules.terms import ProvinceKind  # noqa: PLC0415
    from awards.models import Award  # noqa: PLC0415  (after django.setup)
    from clusters.models import Organisation  # noqa: PLC0415
    from emulation.core import clock  # noqa: PLC0415
    from emulation.desk.demonstration.accounts import CITIES  # noqa: PLC0415
    from emulation.desk.demonstration.honours import honours_of  # noqa: PLC0415
    from emulation.desk.demonstration.loading import NAMED_ON  # noqa: PLC0415
    from emulation.desk.demonstration.workbook import write_list  # noqa: PLC0415

    named = Award.objects.named(on=NAMED_ON, province_kind=ProvinceKind.CITY)
    awards = {award.code: award for award in named}
    first, after = FIRST_HALF
    honours = [
        honour
        for code in CITIES
        for honour in honours_of(Organisation.objects.coded(code, clock.today()).get(), awards)
        if first <= honour.decision_date < after
    ]
    if most is not None:
        honours = list(islice((_numbered(one, n) for n in count(1) for one in honours), most))
    write_list(path, honours, {code: award.printed_name for code, award in awards.items()})
    return len(honours)


def _numbered(honour, number: int):
    again = copy.copy(honour)
    again.name = f"{honour.name} {_in_letters(number)}"
    return again


def _in_letters(number: int) -> str:
    """A name of a person has no digits: 1 is B, 26 is Ba."""
    letters = ""
    while number:
        number, digit = divmod(number, 26)
        letters = chr(ord("a") + digit) + letters
    return letters.capitalize()


def import_whole(path: Path, rows: int) -> dict:
    from django.contrib.auth import get_user_model  # noqa: PLC0415  (after django.setup)
    from django.core.files.uploadedfile import SimpleUploadedFile  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415

    from awards.models import Honour, HonourBatch  # noqa: PLC0415
    from emulation.core.tasks import run_job  # noqa: PLC0415

    officer = Client()
    officer.force_login(get_user_model().objects.get(username=OFFICER))
    organisation = _organisation()
    officer.get("/nhap-danh-sach/moi/")
    content = path.read_bytes()
    watch = Stopwatch()

    sent = SimpleUploadedFile(path.name, content)
    _redirected(officer.post("/nhap-danh-sach/moi/", {"organisation": organisation.pk, "file": sent}))
    batch = HonourBatch.objects.get()
    watch.lap("upload answered")

    run_job(batch.job_id)
    batch.refresh_from_db()
    watch.lap("columns guessed")

    columns = {f"column_{place}": meaning for place, meaning in batch.mapping.items()}
    _redirected(officer.post(f"{batch.get_absolute_url()}cot/", columns))
    batch.refresh_from_db()
    run_job(batch.job_id)
    batch.refresh_from_db()
    watch.lap("dry run")

    seen = {"refused_seen": batch.refused, "repeated_seen": batch.warned}
    _redirected(officer.post(f"{batch.get_absolute_url()}nhan/", seen))
    batch.refresh_from_db()
    run_job(batch.job_id)
    watch.lap("acceptance")

    taken = Honour.objects.filter(batch=batch).count()
    if taken != rows:
        raise SystemExit(f"{taken} of {rows} rows came into the register")
    return watch.told()


def _organisation():
    from clusters.models import Organisation  # noqa: PLC0415  (after django.setup)
    from emulation.core import clock  # noqa: PLC0415

    return Organisation.objects.coded(ORGANISATION, clock.today()).get()


def _redirected(answer):
    if answer.status_code != 302:
        raise SystemExit(f"{answer.request['PATH_INFO']} answered {answer.status_code} instead of going on")


def _middle(passes: list[dict]) -> dict:
    return sorted(passes, key=lambda pass_: pass_["seconds"])[len(passes) // 2]
