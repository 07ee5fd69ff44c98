"""A disk without room: every page that takes a file says so, and neither a row nor a piece of the file stays."""

import inspect
import re
import stat
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from django import forms
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.test import Client
from django.urls import reverse

from awards.models import Decision, Nomination
from clusters.figures.rules.terms import SheetState
from clusters.models import Pact
from clusters.pacts.models.contents import contents_of
from clusters.pacts.rules.contents import checksum
from clusters.pacts.rules.terms import PactState
from emulation.core import clock
from emulation.core.dates import format_date
from reports.runs.actions.files import file_away
from reports.runs.models.kinds import FileFormat
from tests.clusters.attachments.make import small_pdf, upload
from tests.clusters.figures.make import in_state
from tests.clusters.people.make import PASSWORD
from tests.doors.addresses import arguments
from tests.doors.test_doors import VIEWS
from tests.doors.world import make_drafted

pytestmark = pytest.mark.django_db
ROOM = 64 * 1024
SENTENCE = "Máy chủ không còn chỗ lưu trữ nên chưa lưu được gì"
LARGE = small_pdf(catalog=b"/Filler(%s)" % (b"0" * 2 * ROOM))

OUR_OWN = ("clusters.", "awards.", "reports.", "emulation.")
ONLY_READS = {
    "clusters:campaigns-send-in",
    "clusters:directives-send-in",
    "clusters:figures-upload",
    "clusters:tasks-send-in",
}


@dataclass(frozen=True)
class Page:
    """Who sends a file there, what of the form is said besides, what the world needs for it to be taken, and what
    its address says otherwise than the world's."""

    person: str = "own officer"
    said: dict = field(default_factory=dict)
    prepare: Callable[[dict], object] = lambda world: None
    at: dict = field(default_factory=dict)


def issued_with_an_honour(world) -> None:
    world["decision"].lines.update(honour=world["honour"])
    today = clock.today()
    Decision.objects.update(state="issued", number="1", symbol="QĐ-Thử", day=today, year=today.year)


def with_a_dossier_in_preparation(world) -> None:
    Nomination.objects.filter(pk=world["nomination"].pk).update(state="draft", holder=world["organisation"])
    world["submission"].rows.update(nomination=world["nomination"], code="")


def addendum_being_signed(world) -> None:
    pact = Pact.objects.create(cluster_year=world["cluster_year"], number=1, why="Thử")
    Pact.objects.filter(pk=pact.pk).update(state=PactState.SIGNING, checksum=checksum(contents_of(pact)))


LIST = {"file": lambda: upload(b"Ho ten,Danh hieu\n" + b"Nguoi Thu,LDTT\n" * ROOM, "ds.csv")}
PAGES = {
    **dict.fromkeys(("awards:upload", "awards:submission-new", "awards:year-list-new"), Page(said=LIST)),
    **dict.fromkeys(
        ("awards:consultation-enter", "awards:decision-scan", "awards:nomination-papers"), Page("central reviewer")
    ),
    **dict.fromkeys(("awards:year-record", "awards:year-record-change"), Page(said={"rating": lambda: "excellent"})),
    "awards:decision-later": Page("central leader", prepare=issued_with_an_honour),
    "awards:submission-papers": Page(prepare=with_a_dossier_in_preparation),
    "awards:total-correct": Page(said={"value": lambda: "7"}),
    "awards:totals-enter": Page(said={"measure-1": lambda: "campaigns", "value-1": lambda: "7"}),
    "clusters:figure-evidence": Page(prepare=lambda world: in_state(world["sheet"], SheetState.DRAFT)),
    "clusters:participation-progress": Page(said={"on": lambda: "01/06/2023"}),
    "clusters:pact-sign": Page("own approver", prepare=addendum_being_signed, at={"number": 1}),
}


def asks_for_a_file(view) -> bool:
    """It, or a function of its module that it calls, reads what was uploaded."""
    view = inspect.unwrap(view)
    if not view.__module__.startswith(OUR_OWN) or not inspect.isfunction(view):
        return False
    beside = {
        name: inspect.getsource(found)
        for name, found in vars(sys.modules[view.__module__]).items()
        if inspect.isfunction(found) and found.__module__ == view.__module__ and not hasattr(found, "door")
    }
    source = inspect.getsource(view)
    called = [text for name, text in beside.items() if re.search(rf"\b{name}\(", source)]
    return any("request.FILES" in text for text in (source, *called))


def filled(form) -> dict:
    """What somebody might send of each field."""
    sent = {}
    for name, asked in form.fields.items():
        is_left_out = not (asked.required or isinstance(asked, forms.FileField) or asked.widget.is_hidden)
        if is_left_out:
            continue
        choices = [key for key, _label in getattr(asked, "choices", ()) if key] or [""]
        if asked.widget.is_hidden:
            sent[name] = form[name].value() or ""
        elif isinstance(asked, forms.FileField):
            sent[name] = upload(LARGE)
        elif isinstance(asked, forms.MultipleChoiceField):
            sent[name] = [str(choices[0])]
        elif isinstance(asked, forms.ChoiceField):
            sent[name] = str(choices[0])
        elif isinstance(asked, forms.DateField):
            sent[name] = format_date(clock.today())
        elif isinstance(asked, forms.IntegerField):
            sent[name] = str(clock.today().year)
        elif isinstance(asked.widget, forms.PasswordInput):
            sent[name] = PASSWORD
        else:
            sent[name] = "15/QĐ-UBND"
    return sent


@pytest.fixture
def small_disk(tmp_path, settings):
    place = tmp_path / "files"
    place.mkdir()
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={ROOM}", "tmpfs", place], capture_output=True)
    if done.returncode:
        pytest.skip("this account may not mount a small disk")
    settings.MEDIA_ROOT = place
    yield place
    subprocess.run(["umount", place], check=True)


def in_it(place: Path) -> list[str]:
    return sorted(str(path) for path in place.rglob("*") if path.is_file())


def test_every_page_that_takes_a_file_says_that_the_disk_is_full_and_leaves_nothing(small_disk):
    world = make_drafted()
    before = in_it(small_disk)
    told = {}
    for name in sorted(name for name, view in VIEWS.items() if asks_for_a_file(view) and name not in ONLY_READS):
        page = PAGES.get(name, Page())
        with transaction.atomic():
            page.prepare(world)
            client = Client(raise_request_exception=False)
            client.force_login(world["people"][page.person])
            url = reverse(name, kwargs=arguments(name, world) | page.at)
            shown = client.get(url)
            form = shown.context and shown.context.get("form")
            sent = (filled(form) if form else {"file": upload(LARGE)}) | {
                key: value() for key, value in page.said.items()
            }
            answer = client.post(url, sent)
            told[name] = (answer.status_code, SENTENCE in answer.content.decode())
            assert in_it(small_disk) == before, name
            transaction.set_rollback(True)
    assert told == dict.fromkeys(told, (507, True))
    kept = Path(default_storage.path(default_storage.save("papers/2026/thu.pdf", ContentFile(b"%PDF-"))))
    assert stat.S_IMODE(kept.stat().st_mode) == 0o640, "where there is room, nobody else on the machine reads it"
    assert {stat.S_IMODE(folder.stat().st_mode) for folder in kept.parents if small_disk in folder.parents} == {0o750}


def test_a_paper_that_is_made_while_the_disk_is_full_leaves_nothing(small_disk):
    """What a worker makes and what is signed is filed here; both tell why a format was not made."""
    with pytest.raises(OSError, match="No space left"):
        file_away("reports/1", FileFormat.PDF, LARGE)
    assert in_it(small_disk) == []
