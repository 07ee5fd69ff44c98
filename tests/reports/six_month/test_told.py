"""What is said in sentences: against the plan, against the same period, who is ahead and behind; where the rows beneath
a sentence lack, or say too little, the sentence is gone and the others stay."""

from datetime import date

import pytest

from awards.catalogue.rules.terms import SubjectKind
from clusters.figures.rules.terms import SheetState
from clusters.indicators.rules.terms import Derivation, Direction, FigurePart, ValueKind
from clusters.models import FigureSheet, Indicator, OrganisationKind
from emulation.core.quantity import parse_quantity
from reports.document.rules.sentences import sentences_of
from reports.runs.rules.sources import FIGURES
from reports.six_month.compose import compose
from reports.six_month.material.collect import collect
from tests.awards.register.make import make_honour
from tests.clusters.figures.make import in_state, make_figure, make_indicator
from tests.clusters.membership.make import make_cluster_year, make_membership
from tests.clusters.organisations.make import make_organisation
from tests.reports.six_month.readings import html_text, texts_of
from tests.reports.six_month.world import YEAR, make_headed_year

pytestmark = pytest.mark.django_db
DAY = date(YEAR, 7, 10)
SAID = {
    "plan": (
        "Thu ngân sách thử: 3/3 thành phố đạt từ 50% kế hoạch năm trở lên; cao nhất Thử Ba (61%), thấp nhất Thử Một "
        "(50,5%).",
    ),
    "figures": (
        "Hộ nghèo thử: đứng đầu Thử Một (1%); đứng cuối Thử Ba (3%).",
        "Số liệu do 3/3 đơn vị thành viên báo cáo",
    ),
    "figures_before": (
        "Thu ngân sách thử toàn Cụm: 300 tỷ đồng, tăng 60 tỷ đồng so với cùng kỳ năm trước (240 tỷ đồng).",
    ),
    "honours": (
        "Các đơn vị thành viên có 4 lượt khen thưởng",
        "Khen thưởng cấp Nhà nước có 1 lượt, gồm 1 lượt cá nhân.",
    ),
    "honours_before": (
        "Tổng số lượt khen thưởng là 4 lượt, tăng 1 lượt (33,33%) so với cùng kỳ năm trước (3 lượt).",
        "Tỷ lệ khen thưởng người trực tiếp công tác, lao động là 100,00%, bằng cùng kỳ năm trước (100,00%).",
    ),
}
WITHOUT_WHICH = {
    "figures": {"plan", "figures_before"},
    "honours": {"honours_before"},
}


@pytest.fixture
def year():
    Indicator.objects.all().delete()
    year = make_headed_year()
    third = make_organisation(name="Thử Ba", kind=OrganisationKind.CITY)
    make_membership(cluster=year.cluster, organisation=third)
    year.cities.append(third)
    return year


def lay(year, *, but=(), shares=("50,5%", "55%", "61%"), poor=("1%", "2%", "3%"), silent=()):
    revenue = make_indicator(name="Thu ngân sách thử", unit="tỷ đồng", value_kind=ValueKind.DECIMAL)
    homes = make_indicator(
        name="Hộ nghèo thử",
        unit="%",
        value_kind=ValueKind.PERCENT,
        direction=Direction.LOWER,
        derivation=Derivation.COMMON_BOUND,
    )
    if "figures" not in but:
        report(year, year.cities, homes, poor)
        report(year, year.cities, revenue, ("90", "100", "110"), () if "plan" in but else shares)
        accept(year, silent)
    if "figures_before" not in but:
        earlier = make_cluster_year(cluster=year.cluster, year=YEAR - 1)
        report(earlier, year.cities, revenue, ("70", "80", "90"))
        accept(earlier)
    if "honours" not in but:
        for city, award in zip((*year.cities, year.cities[0]), ("CSTDTQ", *["BK_TINH"] * 3), strict=True):
            make_honour(city, decision_date=date(YEAR, 3, 1), award=award)
    if "honours_before" not in but:
        for city in year.cities:
            make_honour(city, decision_date=date(YEAR - 1, 3, 1), achievement_year=YEAR - 2, award="BK_TINH")


def report(year, cities, indicator, values, shares=()):
    for place, (city, value) in enumerate(zip(cities, values, strict=True)):
        figure = make_figure(cluster_year=year, organisation=city, indicator=indicator, value=value)
        if shares:
            figure.write(FigurePart.PLAN_SHARE, shares[place], parse_quantity(shares[place], unit="%"))
            figure.save()


def accept(year, silent=()):
    for sheet in FigureSheet.objects.filter(cluster_year=year).exclude(organisation__in=silent):
        in_state(sheet, SheetState.ACCEPTED)


def told_of(year) -> str:
    return " ".join(texts_of(compose(collect(year, 1, as_of=DAY)))).replace("\xa0", " ")


def test_every_sentence_is_there_once_its_rows_are(year):
    lay(year)
    told = told_of(year)
    assert [words for said in SAID.values() for words in said if words not in told] == []


@pytest.mark.parametrize("gap", SAID)
def test_where_nothing_was_laid_its_sentences_are_gone_and_the_others_stay(year, gap):
    lay(year, but=(gap,))
    told = told_of(year)
    assert [words for words in SAID[gap] if words in told] == []
    kept = [part for part in SAID if part != gap and part not in WITHOUT_WHICH.get(gap, set())]
    assert [words for part in kept for words in SAID[part] if words not in told] == []


@pytest.mark.parametrize(
    ("laid", "gone", "kept"),
    [
        ({"silent": (2,)}, ("đứng cuối", "kế hoạch năm trở lên", "tăng 60 tỷ"), "Số liệu do 2/3 đơn vị"),
        ({"shares": ("gần 51%", "55%", "61%")}, ("thấp nhất", "thành phố đạt từ"), "Hộ nghèo thử: đứng đầu"),
        ({"poor": ("khoảng 1%", "2%", "3%")}, ("Hộ nghèo thử: đứng đầu",), "3/3 thành phố đạt từ 50%"),
        ({"poor": ("2%", "2%", "2%")}, ("Hộ nghèo thử: đứng đầu",), "3/3 thành phố đạt từ 50%"),
    ],
    ids=["a silent member", "a hedged share", "a hedged figure", "all level"],
)
def test_who_is_ahead_or_behind_is_not_guessed(year, laid, gone, kept):
    if "silent" in laid:
        laid = {"silent": [year.cities[place].pk for place in laid["silent"]]}
    lay(year, **laid)
    told = told_of(year)
    assert [words for words in gone if words in told] == []
    assert kept in told


def test_a_person_without_a_group_leaves_the_share_unsaid_and_a_silent_member_the_comparison(year):
    lay(year)
    make_honour(year.cities[1], decision_date=date(YEAR, 4, 1), target_group="")
    told = told_of(year)
    assert "Tổng số lượt khen thưởng là 5 lượt" in told
    assert "lao động là 100,00%" not in told
    stranger = make_organisation(name="Thử Bốn", kind=OrganisationKind.CITY)
    make_membership(cluster=year.cluster, organisation=stranger)
    make_honour(stranger, decision_date=date(YEAR, 4, 1), subject_kind=SubjectKind.COLLECTIVE)
    told = told_of(year)
    assert "Tổng số lượt khen thưởng là" not in told
    assert "chưa có số liệu 6 tháng đầu năm 2022 của 1 đơn vị: Thử Bốn" in told


def test_a_year_of_which_the_register_hardly_knows_is_not_compared(year):
    lay(year)
    for _ in range(30):
        make_honour(year.cities[0], decision_date=date(YEAR, 3, 2), subject_kind=SubjectKind.COLLECTIVE)
    told = told_of(year)
    assert "Tổng số lượt khen thưởng là" not in told
    assert "lao động là 100,00%" not in told


def test_a_figure_in_a_sentence_knows_its_rows(year):
    lay(year)
    document = compose(collect(year, 1, as_of=DAY))
    figures = [figure for one in sentences_of(document, year=YEAR) for figure in one.figures]
    assert {figure.text.replace("\xa0", " ") for figure in figures if not figure.source} == {
        "33,33%",
        "1 lượt",
    }
    assert [figure.source for figure in figures if figure.text == "3/3"] == [f"{FIGURES}{year.pk}/1"] * 2


def test_markup_in_a_name_stays_a_name(year):
    lay(year)
    city = year.cities[2]
    type(city).objects.filter(pk=city.pk).update(name="<b>Thử</b> & [Ba]")
    told = html_text(compose(collect(year, 1, as_of=DAY)))
    assert "&lt;b&gt;Thử&lt;/b&gt; &amp; [Ba] (61%" not in told
    assert "cao nhất &lt;b&gt;Thử&lt;/b&gt; &amp; [Ba] (" in told
