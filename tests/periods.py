"""Named days and periods that tests speak of."""

from datetime import date

from emulation.core.period import Period

DAY = date(2023, 7, 10)
EVER = Period()
MERGER = date(2025, 7, 1)
BEFORE_MERGER = Period(None, MERGER)
SINCE_MERGER = Period(MERGER, None)
YEAR_2023 = Period.year(2023)
FIRST_HALF_2023 = Period.half_year(2023, 1)
