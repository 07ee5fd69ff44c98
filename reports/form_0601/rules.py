"""How form 0601.N counts campaigns: by level of the launching body, across scope, term and form of emulation. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from clusters.campaigns.rules.terms import CampaignForm, CampaignLevel
from emulation.core.period import Period


@dataclass(frozen=True)
class StatForm:
    """A statutory form as an order of a ministry set it, from a reporting year on. `received_by`: (day, month)."""

    number: str
    circular: str
    receiver: str
    received_by: tuple[int, int]
    first_year: int


FORMS = (StatForm("0601.N/BNV-TĐKT", "Thông tư số 02/2023/TT-BNV ngày 23/3/2023", "Bộ Nội vụ", (15, 12), 2023),)


def form_of(year: int) -> StatForm | None:
    """None for years before the first that is known here."""
    return max((one for one in FORMS if one.first_year <= year), key=lambda one: one.first_year, default=None)


class Unmade(StrEnum):
    """Why no form is made of a province's year."""

    NOT_KNOWN = "not_known"
    NOT_BEGUN = "not_begun"
    DID_NOT_STAND = "did_not_stand"


class Launcher(StrEnum):
    """Columns 2 to 4."""

    CENTRAL = "central"
    PROVINCE = "province"
    UNIT = "unit"


@dataclass(frozen=True)
class CountedCampaign:
    level: CampaignLevel
    by_a_province: bool
    during: Period
    form: CampaignForm | None

    @property
    def launcher(self) -> Launcher:
        if self.level is CampaignLevel.STATE:
            return Launcher.CENTRAL
        return Launcher.PROVINCE if self.by_a_province else Launcher.UNIT


class Term(StrEnum):
    """Rows 06 to 10; a year to the day is a row of its own."""

    SHORTER = "shorter"
    ONE_YEAR = "one_year"
    TO_THREE = "to_three"
    TO_FIVE = "to_five"
    LONGER = "longer"


SCOPE_CODES = {
    "02": CampaignLevel.STATE,
    "03": CampaignLevel.PROVINCE,
    "04": CampaignLevel.CLUSTER,
    "05": CampaignLevel.UNIT,
}
TERM_CODES = {
    "06": Term.SHORTER,
    "07": Term.ONE_YEAR,
    "08": Term.TO_THREE,
    "09": Term.TO_FIVE,
    "10": Term.LONGER,
}
FORM_CODES = {"11": CampaignForm.THEMATIC, "12": CampaignForm.REGULAR}
Cells = dict[Launcher, int]


@dataclass(frozen=True)
class Form0601:
    """`rows`: {code: cells}. Of campaigns whose term or form nobody stated it cannot be told in which row they stand:
    they are in the total only, and counted here."""

    rows: dict[str, Cells]
    without_term: int
    without_form: int

    @property
    def total(self) -> int:
        return sum(self.rows["01"].values())


def term_of(during: Period) -> Term | None:
    """None where its beginning or its end is not stated."""
    if during.start is None or during.end is None:
        return None
    for years, shorter in ((1, Term.SHORTER), (3, Term.TO_THREE), (5, Term.TO_FIVE)):
        anniversary = _years_after(during.start, years)
        if during.end < anniversary:
            return shorter
        if years == 1 and during.end == anniversary:
            return Term.ONE_YEAR
    return Term.LONGER


def form_0601(campaigns: Iterable[CountedCampaign]) -> Form0601:
    found = list(campaigns)
    terms = [(one, term_of(one.during)) for one in found]
    rows = {"01": _cells(found)}
    rows |= {code: _cells(one for one in found if one.level is level) for code, level in SCOPE_CODES.items()}
    rows |= {code: _cells(one for one, kept in terms if kept is term) for code, term in TERM_CODES.items()}
    rows |= {code: _cells(one for one in found if one.form is form) for code, form in FORM_CODES.items()}
    return Form0601(rows, sum(term is None for _one, term in terms), sum(one.form is None for one in found))


def _cells(campaigns: Iterable[CountedCampaign]) -> Cells:
    launchers = [one.launcher for one in campaigns]
    return {launcher: launchers.count(launcher) for launcher in Launcher}


def _years_after(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)
