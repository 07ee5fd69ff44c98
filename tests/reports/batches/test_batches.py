"""Reports of all provinces or clusters made together: part by part, through a killed worker, cancelled, taken up again."""

import io
import zipfile
from datetime import date, timedelta

import pytest
from django.db.models import F, Func, Value
from django.urls import reverse

from clusters.models import Organisation, OrganisationKind
from clusters.people.models.scope import actor_of
from emulation.core import clock
from emulation.core.actions import jobs
from emulation.core.actor import Role
from emulation.core.errors import Refusal
from emulation.core.models import Job, JobState
from emulation.core.period import Period
from emulation.core.views.polls import LAST_ANSWER
from reports.batches import actions
from reports.batches.actions import ask_for_batch, cancel_batch, retry_batch
from reports.batches.models import BatchPart, BatchScope, PartState, ReportBatch
from reports.batches.rules import BatchState
from reports.duties import duties
from reports.models import FileFormat, Report, ReportFile, ReportKind, ReportState
from tests.awards.register.make import make_honour
from tests.clusters.organisations.make import make_organisation
from tests.clusters.people.make import make_mandate, make_user

pytestmark = pytest.mark.usefixtures("own_database")
YEAR, JANUARY = 1990, date(1991, 1, 2)
LIFE = Period(date(YEAR, 1, 1), date(YEAR + 2, 1, 1))


@pytest.fixture
def reviewer(settings, tmp_path):
    """Three provinces in the world of that year; one of the central board who asks."""
    settings.MEDIA_ROOT, settings.DEMONSTRATION_DAY = tmp_path, JANUARY
    Organisation.objects.provinces().filter(during__startswith__isnull=True).update(
        during=Func(Value(date(2000, 1, 1)), Func(F("during"), function="upper"), function="daterange")
    )
    for name in ("Tỉnh Ba", "Tỉnh Hai", "Tỉnh Một"):
        make_honour(make_organisation(name=name, during=LIFE), decision_date=date(YEAR, 3, 1), achievement_year=YEAR)
    centre = make_organisation(kind=OrganisationKind.CENTRAL_BOARD)
    return make_mandate(organisation=centre, role=Role.CENTRAL_REVIEWER).user


def asked(user, **said) -> ReportBatch:
    said = {"scope": BatchScope.PROVINCES, "year": YEAR, "half": 0, "form": FileFormat.DOCX, **said}
    return ask_for_batch(**said, actor=actor_of(user, on=JANUARY), on=JANUARY)


def states(batch) -> list[str]:
    return list(batch.parts.values_list("state", flat=True))


def state_of(batch) -> BatchState:
    found = ReportBatch.objects.with_counts().select_related("job").get(pk=batch.pk)
    return found.state_of(made=found.made, asked=found.asked)


def fetched(client, batch):
    answer = client.get(reverse("reports:batch-files", args=[batch.pk]))
    packed = zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content)))
    return answer.headers["Content-Disposition"], packed


def signed_report(province, content=b"PK signed") -> Report:
    now = clock.now()
    report = Report.objects.create(
        kind=ReportKind.PROVINCE_YEAR_END,
        state=ReportState.DRAFT,
        province=province,
        year=YEAR,
        organisation=province,
        during=Period.year(YEAR),
        half=0,
        as_of=now,
        day=JANUARY,
        document={},
        checksum="0" * 64,
        created_by=make_user(),
        created_at=now,
    )
    kept = ReportFile(report=report, format="docx", size=len(content), checksum="1" * 64)
    kept.file.save("ky.docx", io.BytesIO(content))
    Report.objects.filter(pk=report.pk).update(state=ReportState.SIGNED, signed_at=now, signed_by="Người Thử")
    return report


def test_all_are_made_one_signed_report_is_taken_as_it_is_and_one_zip_holds_them(reviewer, client):
    signed = signed_report(Organisation.objects.get(name="Tỉnh Hai"))
    batch = asked(reviewer)
    jobs.run(batch.job_id)
    assert states(batch) == [PartState.MADE] * 3
    assert list(batch.parts.values_list("name", "report")) == [
        ("Tỉnh Ba", None),
        ("Tỉnh Hai", signed.pk),
        ("Tỉnh Một", None),
    ]
    (duty,) = [one for one in duties(actor_of(reviewer, on=JANUARY), JANUARY) if one.kind == "batches.fetch"]
    client.force_login(reviewer)
    assert "Tải tất cả" in client.get(duty.url).content.decode()
    last = client.get(duty.url, headers={"HX-Request": "true"})
    assert "hx-trigger" not in last.content.decode()
    assert LAST_ANSWER in last.headers["HX-Trigger-After-Swap"]
    name, packed = fetched(client, batch)
    assert "CHUA-DU" not in name
    assert packed.namelist() == [
        "DANH-MUC.txt",
        "001-tinh-ba-ban-doc.docx",
        "002-tinh-hai-da-ky.docx",
        "003-tinh-mot-ban-doc.docx",
    ]
    assert packed.read("002-tinh-hai-da-ky.docx") == b"PK signed"
    assert "2. Tỉnh Hai: bản đã ký" in packed.read("DANH-MUC.txt").decode("utf-8-sig")
    assert not [one for one in duties(actor_of(reviewer, on=JANUARY), JANUARY) if one.kind == "batches.fetch"]


def test_a_worker_killed_in_the_middle_leaves_what_it_made_to_the_next_one(reviewer, monkeypatch):
    batch = asked(reviewer)
    read, made = actions._read, []

    def killed_at_the_second(part, whole):
        if len(made) == 1:
            raise SystemExit
        made.append(part.name)
        return read(part, whole)

    monkeypatch.setattr(actions, "_read", killed_at_the_second)
    with pytest.raises(SystemExit):
        jobs.run(batch.job_id)
    assert states(batch) == [PartState.MADE, PartState.WAITING, PartState.WAITING]
    first = batch.parts.get(position=1).file.name
    monkeypatch.setattr(actions, "_read", lambda part, whole: made.append(part.name) or read(part, whole))
    Job.objects.filter(pk=batch.job_id).update(lease_until=clock.real_now() - timedelta(minutes=1))
    jobs.run(batch.job_id)
    assert states(batch) == [PartState.MADE] * 3
    assert (made, batch.parts.get(position=1).file.name) == (["Tỉnh Ba", "Tỉnh Hai", "Tỉnh Một"], first)
    assert Job.objects.get(pk=batch.job_id).state == JobState.DONE


def test_cancelled_in_the_middle_it_gives_out_no_half_zip_and_can_be_taken_up_again(reviewer, client, monkeypatch):
    batch = asked(reviewer)
    read, actor = actions._read, actor_of(reviewer, on=JANUARY)

    def cancelled_at_the_second(part, whole):
        if part.position == 2:
            cancel_batch(ReportBatch.objects.select_related("job").get(pk=whole.pk), actor=actor)
        return read(part, whole)

    monkeypatch.setattr(actions, "_read", cancelled_at_the_second)
    jobs.run(batch.job_id)
    assert (states(batch)[0], state_of(batch)) == (PartState.MADE, BatchState.CANCELLED)
    client.force_login(reviewer)
    url = reverse("reports:batch-files", args=[batch.pk])
    assert url not in client.get(batch.get_absolute_url()).content.decode()
    answer = client.get(url, follow=True)
    assert answer.redirect_chain == [(batch.get_absolute_url(), 302)]
    assert "không tải được các báo cáo dở dang" in answer.content.decode()
    monkeypatch.setattr(actions, "_read", read)
    client.post(reverse("reports:batch-retry", args=[batch.pk]))
    batch.refresh_from_db()
    jobs.run(batch.job_id)
    assert state_of(batch) == BatchState.WHOLE
    assert len(fetched(client, batch)[1].namelist()) == 4
    with pytest.raises(Refusal, match="đã có"):
        retry_batch(batch, actor=actor)


def test_one_that_fails_keeps_no_other_back_and_says_why(reviewer, client, monkeypatch):
    batch = asked(reviewer)
    read = actions._read

    def fails_at_the_first(part, whole):
        if part.position == 1:
            raise Refusal("Vì một lẽ thử.")
        return read(part, whole)

    monkeypatch.setattr(actions, "_read", fails_at_the_first)
    jobs.run(batch.job_id)
    assert states(batch) == [PartState.UNMADE, PartState.MADE, PartState.MADE]
    client.force_login(reviewer)
    page = client.get(batch.get_absolute_url()).content.decode()
    assert "Vì một lẽ thử." in page
    assert "Tải 2/3 báo cáo (ZIP, chưa đủ)" in page
    assert "Lập các báo cáo còn thiếu" in page
    name, packed = fetched(client, batch)
    assert "CHUA-DU-2-tren-3.zip" in name
    assert packed.namelist()[0] == "CHUA-DU-DANH-MUC.txt"
    told = packed.read("CHUA-DU-DANH-MUC.txt").decode("utf-8-sig")
    assert "CHƯA ĐỦ: có 2/3" in told
    assert "1. Tỉnh Ba: Vì một lẽ thử." in told


def test_of_whom_nothing_is_recorded_there_is_no_report_and_the_batch_says_why(reviewer, client):
    make_organisation(name="Tỉnh Trống", during=LIFE)
    batch = asked(reviewer)
    jobs.run(batch.job_id)
    assert (states(batch), state_of(batch)) == ([PartState.MADE] * 3 + [PartState.LEFT_OUT], BatchState.WHOLE)
    client.force_login(reviewer)
    page = client.get(batch.get_absolute_url()).content.decode()
    assert "Không lập 1 báo cáo vì trong kỳ chưa có dữ liệu" in page
    assert "Đã lập 3/3 báo cáo" in page
    name, packed = fetched(client, batch)
    assert "CHUA-DU" not in name
    assert len(packed.namelist()) == 4
    told = packed.read("DANH-MUC.txt").decode("utf-8-sig")
    assert "Có 3/3 báo cáo." in told
    assert "4. Tỉnh Trống: Trong kỳ chưa có dữ liệu nào của đơn vị này, nên không lập báo cáo." in told
    with pytest.raises(Refusal, match="đã có"):
        retry_batch(batch, actor=actor_of(reviewer, on=JANUARY))
    empty = asked(reviewer, year=YEAR + 1)
    jobs.run(empty.job_id)
    assert state_of(empty) == BatchState.NOTHING
    page = client.get(empty.get_absolute_url()).content.decode()
    assert "Không có dữ liệu để lập" in page
    assert "không lập được báo cáo nào" in page
    assert "0/0" not in page + client.get(reverse("reports:batches")).content.decode()
    answer = client.get(reverse("reports:batch-files", args=[empty.pk]), follow=True).content.decode()
    assert "Trong kỳ chưa có dữ liệu của đơn vị nào" in answer
    assert not [one for one in duties(actor_of(reviewer, on=JANUARY), JANUARY) if one.kind == "batches.fetch"]


def test_killed_too_often_it_says_so_in_words_and_is_taken_up_where_it_broke_off(reviewer, client, monkeypatch):
    batch = asked(reviewer)
    read = actions._read

    def killed_at_the_second(part, whole):
        if part.position == 2:
            raise SystemExit
        return read(part, whole)

    monkeypatch.setattr(actions, "_read", killed_at_the_second)
    for _time in range(jobs.ATTEMPTS):
        with pytest.raises(SystemExit):
            jobs.run(batch.job_id)
        Job.objects.filter(pk=batch.job_id).update(lease_until=clock.real_now() - timedelta(minutes=1))
    jobs.run(batch.job_id)
    assert (states(batch)[0], state_of(batch)) == (PartState.MADE, BatchState.BROKEN)
    client.force_login(reviewer)
    page = client.get(batch.get_absolute_url()).content.decode()
    assert "Việc xử lý đã bị ngắt nhiều lần" in page
    assert "Lập các báo cáo còn thiếu" in page
    first = batch.parts.get(position=1).file.name
    monkeypatch.setattr(actions, "_read", read)
    client.post(reverse("reports:batch-retry", args=[batch.pk]))
    batch.refresh_from_db()
    jobs.run(batch.job_id)
    assert (state_of(batch), batch.parts.get(position=1).file.name) == (BatchState.WHOLE, first)


def test_a_year_of_nobody_and_a_period_not_begun_are_refused_and_nobody_else_asks(reviewer):
    with pytest.raises(Refusal, match="Năm này không có cụm"):
        asked(reviewer, scope=BatchScope.CLUSTERS)
    with pytest.raises(Refusal, match="chưa bắt đầu"):
        asked(reviewer, year=YEAR + 2)
    officer = make_mandate(organisation=Organisation.objects.get(name="Tỉnh Một"), role=Role.OFFICER).user
    with pytest.raises(Refusal, match="Chỉ Ban Thi đua"):
        asked(officer)
    assert not BatchPart.objects.exists()
