"""An honour of a campaign and the days that the campaign ran. Pure."""

from awards.rows.rules.fields import Field
from awards.rows.rules.reading import CheckedRow, RowTrouble
from emulation.core.dates import format_date
from emulation.core.period import Period


def out_of_its_days(row: CheckedRow, days: Period) -> tuple[Field, RowTrouble, str] | None:
    """What is wrong, and where: an honour of a campaign comes after its first day, for what was achieved while it ran.
    Without the year of the achievement that can be told until the year after the campaign's end; of a later decision it
    is asked."""
    decided, year, last = row.decision_date, row.achievement_year, days.last_day
    if decided is None:
        return None
    if days.start and decided < days.start:
        return Field.CAMPAIGN, RowTrouble.CAMPAIGN_NOT_BEGUN, format_date(days.start)
    if year and not days.overlaps(Period.year(year)):
        return Field.CAMPAIGN, RowTrouble.CAMPAIGN_NOT_THEN, str(year)
    if not year and last and decided.year > last.year + 1:
        return Field.ACHIEVEMENT_YEAR, RowTrouble.CAMPAIGN_LONG_OVER, format_date(last)
    return None
