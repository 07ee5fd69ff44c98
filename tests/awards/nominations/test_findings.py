"""What the rules find of dossiers: others of the same subject, campaigns, the book of records."""

from datetime import date
from decimal import Decimal

import pytest

from awards.eligibility.rules.terms import Answer, SettledBy
from awards.models import Award, Nomination, Subject, TitleShare
from awards.nominations.actions.drafting import write_field
from awards.nominations.models.recorded import recorded_subject
from awards.nominations.models.standing import standing_of
from awards.nominations.rules.terms import DossierField
from awards.procedures.rules.rule_codes import RuleCode
from awards.procedures.rules.terms import Base
from clusters.campaigns.rules.terms import CampaignLevel
from clusters.models import ClusterLevel
from emulation.core.errors import Refusal
from emulation.core.period import Period
from emulation.core.text import search_key
from tests.awards.nominations.make import again, make_nomination, make_nominators, sent
from tests.awards.records.make import make_subject, names_of
from tests.awards.register.make import make_honour
from tests.clusters.campaigns.make import make_campaign
from tests.clusters.membership.make import make_cluster, make_cluster_year
from tests.clusters.results.make import make_year_result
from tests.periods import DAY

pytestmark = pytest.mark.django_db
FORMS = {"rules": (RuleCode.ONE_FORM,)}
CODE = RuleCode.CO_CP_MINUTES
NAME, BORN = "Lý Thị Hường", date(1985, 4, 12)


@pytest.fixture
def offices(settings, tmp_path):
    settings.DEMONSTRATION_DAY, settings.MEDIA_ROOT = DAY, tmp_path / "files"
    return make_nominators()


def finding(nomination, code):
    found = standing_of(again(nomination), on=DAY).findings
    return next(one for one in found if one.rule.code == code).finding


@pytest.mark.parametrize("kind", ["collective", "household"])
def test_another_form_that_is_sent_for_one_who_is_only_typed_counts(offices, kind):
    first, second = (make_nomination(offices.unit, kind=kind, name="Hộ gia đình Thử", **FORMS) for _ in range(2))
    assert finding(second, RuleCode.ONE_FORM).answer is Answer.MET
    sent(first, offices.unit)
    assert finding(second, RuleCode.ONE_FORM).answer is Answer.NOT_MET


def test_the_time_of_another_form_counts_whole(offices):
    """Sent for 2019–2023 beside one of 2022."""
    first, second = (make_nomination(offices.unit, **FORMS) for _ in range(2))
    Nomination.objects.filter(pk=first.pk).update(achieved_from=date(2019, 1, 1), achieved_to=date(2023, 6, 30))
    sent(again(first), offices.unit)
    assert finding(second, RuleCode.ONE_FORM).answer is Answer.NOT_MET


@pytest.mark.parametrize(("same", "said"), [(True, "other_form_same_campaign"), (False, "no_other_form")])
def test_two_forms_are_told_apart_by_their_campaigns(offices, same, said):
    campaigns = [make_campaign(name=name) for name in ("Phong trào Một", "Phong trào Hai")]
    first, second = (make_nomination(offices.unit, **FORMS) for _ in range(2))
    Nomination.objects.filter(pk=first.pk).update(campaign=campaigns[0])
    Nomination.objects.filter(pk=second.pk).update(campaign=campaigns[0 if same else 1])
    sent(again(first), offices.unit)
    assert finding(second, RuleCode.ONE_FORM).said == said


@pytest.mark.parametrize(
    ("level", "initiator", "until", "expected"),
    [
        (CampaignLevel.STATE, "Thủ tướng Chính phủ", date(2021, 1, 1), "campaign_leader_unknown"),
        (CampaignLevel.STATE, "Bộ Nội vụ", date(2021, 1, 1), "campaign_launcher_unknown"),
        (CampaignLevel.STATE, "Thủ tướng Chính phủ", date(2019, 1, 1), "campaign_years"),
        (CampaignLevel.STATE, "Thủ tướng Chính phủ", date(2020, 6, 1), "campaign_years_unclear"),
        (CampaignLevel.PROVINCE, "UBND thành phố", date(2021, 1, 1), "campaign_not_of_prime_minister"),
    ],
)
def test_a_campaign_is_a_way_to_the_flag(offices, level, initiator, until, expected):
    """Begun on 01/01/2016; only one of the Prime Minister is outside the share of leaders."""
    campaign = make_campaign(level=level, initiator=initiator, during=Period(date(2016, 1, 1), until))
    award = Award.objects.get(code="CO_CP")
    nomination = make_nomination(offices.city, award=award)
    Nomination.objects.filter(pk=nomination.pk).update(campaign=campaign, achieved_to=date(2024, 12, 31))
    found = standing_of(again(nomination), on=date(2025, 9, 10)).findings
    assert [one.finding.said for one in found if one.rule.code == RuleCode.CO_CP_ROUTE] == [expected]
    assert (RuleCode.CO_CP_QUOTA in {one.rule.code for one in found}) is (initiator != "Thủ tướng Chính phủ")


def test_a_household_in_the_book_is_found_again(offices):
    kept = make_subject(organisation=offices.city.organisation, kind="household", name="Hộ ông Thử", unit="Xã Thử")
    nomination = make_nomination(offices.unit, kind="household", name="Hộ ông Thử")
    write_field(nomination, DossierField.UNIT, text="Xã Thử", seen="", actor=offices.unit.officer)
    assert recorded_subject(again(nomination)) == kept


def test_a_household_of_the_register_may_have_another_form(offices):
    names = names_of("Hộ ông Thử", "Xã Thử", is_person=False)
    city = offices.city.organisation
    make_honour(city, award="BK_TINH", subject_kind="household", target_group="", achievement_year=2022, **names)
    nomination = make_nomination(offices.unit, kind="household", name="Hộ ông Thử", **FORMS)
    found = finding(nomination, RuleCode.ONE_FORM)
    assert (found.answer, [one.by for one in found.settle]) == (Answer.CANNOT_TELL, [SettledBy.SAY_WHETHER_THE_SAME])


KEEPERS = [None, "city", "unit"]


def person_nominated(by, *, award="KT_TINH", name=NAME, unit="Phòng B", **rules):
    nomination = make_nomination(by, award=award, kind="individual", name=name, **rules)
    for field, text in ((DossierField.UNIT, unit), (DossierField.BIRTH, "12/4/1985")):
        write_field(again(nomination), field, text=text, seen="", actor=by.officer)
    return again(nomination)


@pytest.mark.parametrize("keeper", KEEPERS)
def test_a_collective_is_judged_by_the_province_s_register_whoever_keeps_the_book(offices, keeper):
    city = offices.city.organisation
    names = names_of("Tập thể Thử", "", is_person=False)
    make_honour(city, award="BK_TINH", subject_kind="collective", target_group="", achievement_year=2022, **names)
    if keeper:
        kept_by = getattr(offices, keeper).organisation
        make_subject(organisation=kept_by, kind="collective", name="Tập thể Thử", unit="")
    nomination = make_nomination(offices.unit, name="Tập thể Thử", **FORMS)
    assert finding(nomination, RuleCode.ONE_FORM).said == "other_form_same_years"


@pytest.mark.parametrize("keeper", KEEPERS)
@pytest.mark.parametrize(("line_of", "expected"), [("Phòng Khác", Answer.CANNOT_TELL), (None, Answer.NOT_MET)])
def test_a_person_is_judged_by_what_the_province_s_register_reaches(offices, keeper, line_of, expected):
    """2020–2022 are missing in a register of 2010–2023, or may be those of the same name and birth elsewhere."""
    city = offices.city.organisation
    for day in (date(2010, 6, 1), date(2023, 6, 1)):
        make_honour(city, award="BK_TINH", decision_date=day, achievement_year=day.year - 1)
    for year in (2020, 2021, 2022) if line_of else ():
        names = names_of(NAME, line_of, is_person=True, born=BORN)
        make_honour(city, award="CSTDCS", achievement_year=year, decision_date=date(year + 1, 1, 15), **names)
    if keeper:
        kept = make_subject(organisation=getattr(offices, keeper).organisation, name=NAME, unit="Phòng B")
        names = names_of(NAME, "Phòng B", is_person=True, born=BORN)
        Subject.objects.filter(pk=kept.pk).update(**names)
    nomination = person_nominated(offices.unit, award=Award.objects.get(code="CSTD_TINH"))
    assert (recorded_subject(nomination) is not None) is (keeper is not None)
    assert finding(nomination, RuleCode.CSTD_TINH_CHAIN).answer is expected


@pytest.mark.parametrize("keeper", KEEPERS)
def test_the_share_that_the_province_sets_holds_whoever_keeps_the_book(offices, keeper):
    award = Award.objects.get(code="CSTDCS")
    TitleShare.objects.create(
        organisation=offices.city.organisation,
        award=award,
        share_percent=Decimal(10),
        base=Base.LDTT_HOLDERS,
        document="QĐ 5/QĐ-UBND",
        during=Period(date(2020, 1, 1)),
    )
    if keeper:
        kept = make_subject(organisation=getattr(offices, keeper).organisation, name=NAME, unit="Phòng B")
        Subject.objects.filter(pk=kept.pk).update(**names_of(NAME, "Phòng B", is_person=True, born=BORN))
    nomination = person_nominated(offices.unit, award=award)
    assert finding(nomination, RuleCode.CSTDCS_QUOTA).values["share"] == 10


@pytest.mark.parametrize(
    ("name", "born", "expected"),
    [
        (NAME, "12/4/1985", "other_form_perhaps"),
        ("Lí Thị Hường", "12/4/1985", "other_form_perhaps"),
        (NAME, "13/4/1985", "no_other_form"),
    ],
)
def test_another_form_that_is_sent_for_the_same_name_and_birth_elsewhere_may_be_the_same(offices, name, born, expected):
    other = make_nomination(offices.unit, kind="individual", name=name, **FORMS)
    for field, text in ((DossierField.UNIT, "Phòng Khác"), (DossierField.BIRTH, born)):
        write_field(again(other), field, text=text, seen="", actor=offices.unit.officer)
    sent(again(other), offices.unit)
    nomination = person_nominated(offices.unit)
    assert finding(nomination, RuleCode.ONE_FORM).said == expected


@pytest.mark.parametrize(
    ("unit", "expected"), [("", "other_form_perhaps"), ("Xã Một", "other_form_same_years"), ("Xã Hai", "no_other_form")]
)
def test_a_household_sent_without_its_unit_may_be_the_one_of_the_name(offices, unit, expected):
    first, second = (make_nomination(offices.unit, kind="household", name="Hộ ông Thử", **FORMS) for _ in range(2))
    for nomination, text in ((first, unit), (second, "Xã Một")):
        write_field(again(nomination), DossierField.UNIT, text=text, seen="", actor=offices.unit.officer)
    sent(again(first), offices.unit)
    assert finding(second, RuleCode.ONE_FORM).said == expected


def test_an_identity_number_stays_with_a_name_of_a_lone_y(offices):
    nomination = make_nomination(offices.unit, kind="individual", name=NAME)
    key = f"cccd:abc|{search_key('Lí Thị Hường')}"
    Nomination.objects.filter(pk=nomination.pk).update(recipient_key=key)
    write_field(again(nomination), DossierField.UNIT, text="Phòng B", seen="", actor=offices.unit.officer)
    assert again(nomination).recipient_key == key


def test_a_form_of_address_is_no_part_of_who_is_nominated(offices):
    officer = offices.unit.officer
    nomination = make_nomination(offices.unit, kind="individual", name="Ông Ngô Sen Rộng")
    write_field(nomination, DossierField.UNIT, text="Phòng B", seen="", actor=officer)
    write_field(nomination, DossierField.BIRTH, text="12/4/1985", seen="", actor=officer)
    known = names_of("Ngô Sen Rộng", "Phòng B", is_person=True, born=BORN)
    found = again(nomination)
    assert (found.name, found.recipient_key, found.sort_key) == (
        "Ông Ngô Sen Rộng",
        known["recipient_key"],
        known["sort_key"],
    )


@pytest.mark.parametrize(
    ("said", "expected"), [("", Answer.CANNOT_TELL), ("named", Answer.MET), ("not_named", Answer.NOT_MET)]
)
def test_who_prepares_the_flag_says_whether_the_minutes_name_the_cluster(offices, said, expected):
    city = offices.city
    of_city = make_cluster(owner=city.organisation, level=ClusterLevel.PROVINCE)
    year = make_cluster_year(cluster=of_city, year=2022)
    result = make_year_result(cluster_year=year, places=[(city.organisation, 90)], acclaimed=city.organisation)
    nomination = make_nomination(city, award=Award.objects.get(code="CO_CP"))
    Nomination.objects.filter(pk=nomination.pk).update(place=result.places.get())
    write_field(again(nomination), DossierField.MINUTES, text=said, seen="", actor=city.officer)
    (facts,) = (one for one in standing_of(again(nomination), on=date(2024, 3, 1)).findings if one.rule.code == CODE)
    assert facts.finding.answer is expected


def test_the_desk_that_has_the_minutes_says_whether_they_name_the_cluster(offices):
    """The province, while the dossier is on its desk; the unit that has sent it no more."""
    city = offices.city.organisation
    nomination = make_nomination(offices.unit, award=Award.objects.get(code="CO_CP"))
    Nomination.objects.filter(pk=nomination.pk).update(state="review", holder=city, province=city)
    for by, said in ((offices.unit, ""), (offices.city, "not_named")):
        refused = False
        try:
            write_field(again(nomination), DossierField.MINUTES, text="not_named", seen="", actor=by.officer)
        except Refusal:
            refused = True
        assert (again(nomination).minutes, refused) == (said, not said)
    with pytest.raises(Refusal):
        write_field(again(nomination), DossierField.SUMMARY, text="Khác", seen="", actor=offices.city.officer)
