"""Cards of exemplars: written by a unit, recognised by the board above it, found without accents, applied and measured
by others; and every refusal in its sentence."""

from datetime import date

import pytest
from django.urls import reverse

from clusters.models import Adoption, Exemplar, Organisation, OrganisationKind
from emulation.core.actor import Role
from emulation.core.period import Period
from tests.clusters.campaigns.make import make_campaign, make_office, recorded
from tests.clusters.exemplars.make import SAID, make_exemplar
from tests.clusters.figures.visiting import signed_in, words
from tests.clusters.people.make import actor_for
from tests.periods import DAY

pytestmark = pytest.mark.django_db
LIST, ADD = reverse("clusters:exemplars"), reverse("clusters:exemplar-add")
RECOGNISED = {"on": "05/07/2023", "document": "Quyết định 12/QĐ-UBND"}


@pytest.fixture(autouse=True)
def _day(settings):
    settings.DEMONSTRATION_DAY = DAY


@pytest.fixture
def city():
    return make_office()


@pytest.fixture
def department(city):
    return make_office("Sở Thử", kind=OrganisationKind.UNIT, parent=city.organisation)


def test_a_card_goes_from_its_unit_to_a_measured_result_elsewhere(city, department):
    unit, campaign = signed_in(department.officer, "vi"), recorded(city, name="Cải cách thử")
    unit.post(ADD, SAID | {"organisation": department.organisation.pk, "campaign": campaign.pk})
    card = Exemplar.objects.get()
    other = make_office("Tỉnh Khác")
    stranger = signed_in(other.officer, "vi")
    assert stranger.get(card.get_absolute_url()).status_code == 404, "not recognised yet"
    recognise = reverse("clusters:exemplar-recognise", args=[card.pk])
    assert signed_in(city.officer).get(recognise).status_code == 404, "who signs for the board recognises"
    signed_in(city.approver, "vi").post(recognise, RECOGNISED)
    card.refresh_from_db()
    assert (card.recognised_on, card.recognised_by) == (date(2023, 7, 5), "Thành phố Thử")
    assert card in list(stranger.get(LIST, {"tim": "may LAY so tu dong"}).context["page"].rows)
    assert not stranger.get(LIST, {"tim": "khong co gi"}).context["page"].rows
    apply = reverse("clusters:exemplar-apply", args=[card.pk, other.organisation.pk])
    assert apply in words(stranger.get(card.get_absolute_url()))
    stranger.post(apply, {"on": "06/07/2023"})
    use = Adoption.objects.get()
    measure = reverse("clusters:adoption-measure", args=[use.pk])
    assert "ngày sau đó" in words(stranger.post(measure, {"on": "06/07/2023", "result": "Giảm 5 phút"}))
    stranger.post(measure, {"on": "10/07/2023", "result": "Chờ giảm từ 30 xuống 12 phút"})
    (row,) = stranger.get(LIST).context["page"].rows
    assert (row.used_by, row.measured_by) == (1, 1)
    assert "từ 30 xuống 12 phút" in words(unit.get(card.get_absolute_url()))
    assert list(stranger.get(LIST, {"xem": "ap-dung"}).context["page"].rows) == [card]


def test_the_centre_recognises_what_a_province_wrote(city):
    card = make_exemplar(city, recognised=False)
    leader = actor_for(role=Role.CENTRAL_LEADER)
    signed_in(leader, "vi").post(reverse("clusters:exemplar-recognise", args=[card.pk]), RECOGNISED)
    card.refresh_from_db()
    assert card.recognised_by == str(Organisation.objects.get(pk=leader.body_of(frozenset({Role.CENTRAL_LEADER}))))


def test_bad_input_has_its_sentence_and_keeps_what_was_written(city, department):
    unit = signed_in(department.officer, "vi")
    own = {"organisation": department.organisation.pk}
    answer = unit.post(ADD, SAID | own | {"result": " "})
    assert (answer.status_code, SAID["problem"] in words(answer)) == (422, True)
    elsewhere = make_campaign(name="Nơi khác", organisation=make_office("Tỉnh Lạ").organisation)
    assert unit.post(ADD, SAID | own | {"campaign": elsewhere.pk}).status_code == 422
    written = make_exemplar(department, recognised=False)
    assert "đã có" in words(unit.post(ADD, SAID | own))
    ahead = RECOGNISED | {"on": "11/07/2023"}
    board = signed_in(city.approver, "vi")
    recognise = reverse("clusters:exemplar-recognise", args=[written.pk])
    assert "chưa đến" in words(board.post(recognise, ahead))
    board.post(recognise, RECOGNISED)
    change = reverse("clusters:exemplar-change", args=[written.pk])
    assert unit.post(change, SAID | {"title": "Tên khác"}).status_code == 422
    own_card = reverse("clusters:exemplar-apply", args=[written.pk, department.organisation.pk])
    assert "của chính đơn vị" in words(unit.post(own_card, {"on": "06/07/2023"}))
    apply = reverse("clusters:exemplar-apply", args=[written.pk, city.organisation.pk])
    officer = signed_in(city.officer, "vi")
    assert "chưa đến" in words(officer.post(apply, {"on": "11/07/2023"}))
    officer.post(apply, {"on": "06/07/2023"})
    assert "đã áp dụng" in words(officer.post(apply, {"on": "06/07/2023"}))
    strike = reverse("clusters:exemplar-strike-out", args=[written.pk])
    assert "1 đơn vị đang áp dụng" in words(unit.post(strike, {"why": "Nhầm"}))
    gone = make_office("Tỉnh Hết")
    Organisation.objects.filter(pk=gone.organisation.pk).update(during=Period(None, DAY))
    over = reverse("clusters:exemplar-apply", args=[written.pk, gone.organisation.pk])
    assert "không còn" in words(signed_in(gone.officer, "vi").post(over, {"on": "06/07/2023"}))


def test_days_that_cannot_be_are_refused_and_wrong_ones_put_right_with_a_reason(city, department):
    card = make_exemplar(department, recognised=False)
    board, recognise = signed_in(city.approver, "vi"), reverse("clusters:exemplar-recognise", args=[card.pk])
    assert "không tồn tại" in words(board.post(recognise, RECOGNISED | {"on": "01/01/1900"}))
    board.post(recognise, RECOGNISED)
    corrected = RECOGNISED | {"on": "04/07/2023", "why": "Gõ nhầm ngày"}
    assert board.post(recognise, corrected | {"why": ""}).status_code == 422
    leader = signed_in(actor_for(role=Role.CENTRAL_LEADER), "vi")
    assert "chỉ nơi đó sửa được" in words(leader.post(recognise, corrected))
    board.post(recognise, corrected)
    card.refresh_from_db()
    assert (card.recognised_on, card.recognised_by) == (date(2023, 7, 4), "Thành phố Thử")
    officer = signed_in(city.officer, "vi")
    apply = reverse("clusters:exemplar-apply", args=[card.pk, city.organisation.pk])
    assert "không tồn tại" in words(officer.post(apply, {"on": "01/01/1900"}))
    officer.post(apply, {"on": "07/07/2023"})
    use = Adoption.objects.get()
    measure, correct = (reverse(f"clusters:adoption-{deed}", args=[use.pk]) for deed in ("measure", "correct"))
    officer.post(measure, {"on": "10/07/2023", "result": "Còn 12 phút"})
    assert "không thay được" in words(officer.post(measure, {"on": "09/07/2023", "result": "Còn 20 phút"}))
    assert "phải trước ngày đó" in words(officer.post(correct, {"applied_on": "10/07/2023", "why": "Nhầm"}))
    assert officer.post(correct, {"applied_on": "06/07/2023", "why": ""}).status_code == 422
    officer.post(correct, {"applied_on": "06/07/2023", "why": "Nhầm ngày"})
    use.refresh_from_db()
    assert (use.applied_on, use.result) == (date(2023, 7, 6), "Còn 12 phút")


def test_questions_do_not_grow_with_cards_and_units(city, department, django_assert_max_num_queries):
    card = make_exemplar(department)

    def asked(url):
        client = signed_in(city.officer, "vi")
        with django_assert_max_num_queries(40) as counted:
            client.get(url)
        return len(counted)

    def grow(number):
        for place in range(number):
            other = make_office(f"Tỉnh {Exemplar.objects.count()} {place}")
            make_exemplar(other, title=f"Mô hình {Exemplar.objects.count()} {place}")
            card.adoptions.create(organisation=other.organisation, applied_on=date(2023, 7, 6))

    grow(1)
    few = [asked(LIST), asked(card.get_absolute_url())]
    grow(3)
    assert [asked(LIST), asked(card.get_absolute_url())] == few
