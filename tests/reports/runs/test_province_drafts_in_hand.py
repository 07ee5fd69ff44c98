"""A province's draft is worded, brought up to newer data and carried to its next year as a cluster's is."""

from datetime import date

import pytest
from django.urls import reverse

from clusters.models import OrganisationKind
from clusters.people.models.scope import actor_of
from emulation.core.actions import jobs
from emulation.core.actor import Role
from reports.models import Report
from reports.runs.actions.drafts import offered_wordings, word_sentence
from reports.runs.actions.making import ask_for_report
from reports.runs.models.subject import ProvinceYear
from reports.versions.actions.decisions import take
from reports.versions.actions.newer import changes_of, newer_data
from tests.awards.register.make import make_honour
from tests.clusters.organisations.make import make_organisation
from tests.reports.runs.test_drafts_in_hand import sentence_of, shown
from tests.reports.signing.make import person

pytestmark = pytest.mark.usefixtures("own_database")
YEAR = 2023
ON, NEXT = date(YEAR + 1, 1, 5), date(YEAR + 2, 1, 5)


def made(city, user, year, on):
    report = ask_for_report(ProvinceYear(city, year), 0, actor=actor_of(user, on=on), on=on)
    jobs.run(report.job_id)
    report.refresh_from_db()
    return report


def test_a_province_words_its_sentences_and_takes_newer_data(settings, tmp_path, client):
    settings.MEDIA_ROOT, settings.DEMONSTRATION_DAY = tmp_path, ON
    city = make_organisation(name="Thành Thử", kind=OrganisationKind.CITY)
    officer = person(city, Role.OFFICER)
    make_honour(city, decision_date=date(YEAR, 3, 1))
    draft = made(city, officer, YEAR, ON)
    words, actor = "có 1\xa0lượt khen thưởng", actor_of(officer, on=ON)
    key = sentence_of(draft, words).key
    seen = "Thành phố Thành Thử có [1 lượt khen thưởng], trong đó: [1 lượt cá nhân]."
    text = "Toàn thành phố có [2 lượt khen thưởng], trong đó: [1 lượt cá nhân]."
    word_sentence(draft, key, text=text, whys={0: "Một quyết định chưa nhập"}, seen=seen, actor=actor)
    assert "ghi 2 lượt khen thưởng, số tính được là 1 lượt khen thưởng; lý do: Một quyết định chưa nhập." in shown(
        draft
    )
    make_honour(city, decision_date=date(YEAR, 4, 1))
    draft = Report.objects.get(pk=draft.pk)
    found = changes_of(draft, newer_data(draft, on=ON)).open
    take(draft, [one.key for one in found], seen=draft.checksum, actor=actor, on=ON)
    assert "Toàn thành phố có 2 lượt khen thưởng, trong đó: 2 lượt cá nhân." in shown(draft)
    assert "số tính được là" not in shown(draft)
    settings.DEMONSTRATION_DAY = NEXT
    make_honour(city, decision_date=date(YEAR + 1, 3, 1), achievement_year=YEAR)
    later = made(city, officer, YEAR + 1, NEXT)
    assert [row.report for row, _sentence in offered_wordings(later)] == [draft]
    client.force_login(officer)
    client.post(reverse("reports:carry-sentence", args=[later.pk, key]))
    assert "Toàn thành phố có 1 lượt khen thưởng, trong đó: 1 lượt cá nhân." in shown(later)
    assert "lời văn mang sang, chưa sửa" in client.get(later.get_absolute_url()).content.decode()
