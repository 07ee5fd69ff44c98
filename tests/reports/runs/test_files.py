"""Files of a report: what is given out is what was filed; anything else is said in words and logged."""

import logging
from datetime import date
from pathlib import Path

import pytest
from django.urls import reverse

from emulation.core.actions import jobs
from emulation.core.actor import Role
from reports.models import FileFormat
from reports.runs.actions.making import ask_for_report
from tests.clusters.people.make import actor_for, make_mandate, make_user
from tests.reports.six_month.world import make_headed_year

pytestmark = pytest.mark.usefixtures("own_database")
ON = date(2023, 7, 10)


@pytest.fixture
def report(settings, tmp_path, client):
    settings.MEDIA_ROOT = tmp_path
    settings.DEMONSTRATION_DAY = ON
    year = make_headed_year()
    user = make_user()
    make_mandate(user=user, organisation=year.cities[0], role=Role.OFFICER)
    report = ask_for_report(year, 1, actor=actor_for(user=user), on=ON)
    jobs.run(report.job_id)
    client.force_login(user)
    return report


def address(report, form):
    return reverse("reports:file", args=[report.pk, form])


def given_out(client, report, form):
    return b"".join(client.get(address(report, form)).streaming_content)


@pytest.mark.parametrize("form", FileFormat.values)
def test_what_is_given_out_is_what_was_filed(report, client, form):
    kept = report.files.get(format=form)
    assert given_out(client, report, form) == Path(kept.file.path).read_bytes()


def vanish(path):
    path.unlink()


def become_a_folder(path):
    path.unlink()
    path.mkdir()


def lose_its_end(path):
    path.write_bytes(path.read_bytes()[:-1])


def change(path):
    content = bytearray(path.read_bytes())
    content[100] ^= 1
    path.write_bytes(content)


@pytest.mark.parametrize(
    ("befall", "sentence"),
    [
        (vanish, "không còn trên máy chủ"),
        (become_a_folder, "không còn trên máy chủ"),
        (lose_its_end, "không còn nguyên như khi lưu"),
        (change, "không còn nguyên như khi lưu"),
    ],
)
def test_anything_else_is_said_in_words_and_logged(report, client, caplog, befall, sentence):
    kept = report.files.get(format=FileFormat.PDF)
    befall(Path(kept.file.path))
    with caplog.at_level(logging.ERROR, logger="emulation.core.views.files"):
        answer = client.get(address(report, "pdf"), follow=True)
    assert answer.redirect_chain == [(report.get_absolute_url(), 302)]
    assert sentence in answer.content.decode()
    assert kept.file.name in caplog.text
    assert given_out(client, report, "docx")
