"""A year of three members scored by hand, with every way of scoring. Unit shares in per cent; points of 100 + 10 − 10.

The scheme (I 70, II 30; bonus up to 10, penalty up to 10):
  1  GRDP              15  per cent of the target
  2  Budget revenue    10  per cent of the target, none below 50 %
  3  Poor households   10  the lower the better, none from 200 % of the target
  4  Urbanisation      10  within the range, falling to none 1 beside it
  5  Disbursement      15  bands: 70 → 8, 90 → 15
  6  New-style communes 10 part of the whole
  7  Direct workers    15  share of the register: none up to 30, full from 70
  8  Own campaigns     10  rank, 3 less each place
  9  Leadership         5  judged
  10 Bonus: models     10  2 for each case
  11 Penalty: late     10  done or not: here "late" gives 10 off

Reckoned by hand:
  A: 1  7,4 of 8 = 92,5 %         → 15 × 0,925 = 13,875 → 13,88   (half up)
     2  48.000 of 50.000 = 96 %   → 9,60
     3  0,9 against at most 1     → 10,00
     4  9,8 within 9,5 – 10       → 10,00
     5  from 90                   → 15,00
     6  19/19                     → 10,00
     7  50: (50−30)/(70−30) = ½   → 7,50
     8  24 campaigns, second      → 7,00
     9  given                     → 4,50
     10 3 cases                   → 6,00
     11 not late                  → 0
     I  13,88 + 9,60 + 10 + 10 + 15 + 10 = 68,48;  II 7,50 + 7 + 4,50 = 19,00
     total 68,48 + 19,00 + 6,00 − 0 = 93,48
  B: 1  8,2 of 8                  → 15,00
     2  24.000 of 50.000 = 48 %   → below 50 % → 0,00
     3  1,5 against at most 1: (2 − 1,5)/(2 − 1) = ½ → 5,00
     4  10,3: 0,3 beside, 1 − 0,3 = 0,7 → 7,00
     5  75                        → 8,00
     6  2/3 of 10 = 6,666…        → 6,67
     7  80 over 70                → 15,00
     8  73, first                 → 10,00
     9  given                     → 5,00
     10 6 cases = 12, at most 10  → 10,00
     11 late                      → 10,00 off
     I  15 + 0 + 5 + 7 + 8 + 6,67 = 41,67;  II 15 + 10 + 5 = 30,00
     total 41,67 + 30 + 10 − 10 = 71,67
  C: 1  "trên 3,5 %" of 8         → cannot be told
     2  60.000 of 50.000          → 10,00
     3  "dưới 1"                  → 10,00
     4  12: 2 beside              → 0,00
     5  "gần 70": below 70        → 0,00
     6  0/5                       → 0,00
     7  nothing in the register   → cannot be told
     8  18, third                 → 4,00
     9  not judged yet            → cannot be told
     10 none given, 11 not late
     I  10 + 10 = 20,00;  II 4,00;  total 24,00 of what can be told; missing 1, 7, 9
"""

from decimal import Decimal

import pytest

from clusters.indicators.rules.terms import Direction
from clusters.regulation.rules.scoring.faults import faults
from clusters.regulation.rules.scoring.scorecard import scorecard
from clusters.regulation.rules.scoring.terms import CriterionLine, Evidence, Group, PureScheme
from clusters.regulation.rules.terms import FunctionKind as F
from clusters.regulation.rules.terms import GroupKind
from emulation.core.quantity import parse_quantity

BANDS = {"bands": [{"limit": "70", "points": "8"}, {"limit": "90", "points": "15"}]}
I = Group(  # noqa: E741  (the table's own number)
    1,
    GroupKind.CRITERIA,
    Decimal(70),
    (
        CriterionLine(1, Decimal(15), F.PERCENT_OF_TARGET, unit="%"),
        CriterionLine(2, Decimal(10), F.PERCENT_OF_TARGET, {"floor": "50"}, unit="tỷ đồng"),
        CriterionLine(3, Decimal(10), F.LOWER_IS_BETTER, {}, Direction.LOWER, "%"),
        CriterionLine(4, Decimal(10), F.RANGE, {"tolerance": "1"}, Direction.WITHIN, "%"),
        CriterionLine(5, Decimal(15), F.BANDS, BANDS, unit="%"),
        CriterionLine(6, Decimal(10), F.RATIO, unit="xã"),
    ),
)
II = Group(
    2,
    GroupKind.CRITERIA,
    Decimal(30),
    (
        CriterionLine(7, Decimal(15), F.FROM_REGISTER, {"zero_at": "30", "full_at": "70"}),
        CriterionLine(8, Decimal(10), F.RANK, {"step": "3"}, unit="phong trào"),
        CriterionLine(9, Decimal(5), F.PANEL),
    ),
)
BONUS = Group(3, GroupKind.BONUS, Decimal(10), (CriterionLine(10, Decimal(10), F.PER_CASE, {"each": "2"}),))
PENALTY = Group(4, GroupKind.PENALTY, Decimal(10), (CriterionLine(11, Decimal(10), F.YES_NO),))
SCHEME = PureScheme(Decimal(100), (I, II, BONUS, PENALTY))

TARGETS = {1: "8%", 2: "50.000 tỷ đồng", 3: "không quá 1%", 4: "9,5% - 10%"}
CAMPAIGNS = {"A": "24", "B": "73", "C": "18"}
RESULTS = {
    "A": {1: "7,4%", 2: "48.000 tỷ đồng", 3: "0,9%", 4: "9,8%", 5: "từ 90% trở lên", 6: "19/19 xã"},
    "B": {1: "8,2%", 2: "24.000 tỷ đồng", 3: "1,5%", 4: "10,3%", 5: "75%", 6: "2/3 xã"},
    "C": {1: "trên 3,5%", 2: "60.000 tỷ đồng", 3: "dưới 1%", 4: "12%", 5: "gần 70%", 6: "0/5 xã"},
}
JUDGED = {
    "A": {7: Evidence(share=Decimal(50)), 9: Evidence(given=Decimal("4.5")), 10: Evidence(cases=3), 11: Evidence(done=False)},
    "B": {7: Evidence(share=Decimal(80)), 9: Evidence(given=Decimal(5)), 10: Evidence(cases=6), 11: Evidence(done=True)},
    "C": {11: Evidence(done=False)},
}  # fmt: skip
EXPECTED = {
    "A": (("13.88 9.60 10.00 10.00 15.00 10.00 7.50 7.00 4.50 6.00 0.00"), "68.48 19.00 6.00 0.00", "93.48", ()),
    "B": (("15.00 0.00 5.00 7.00 8.00 6.67 15.00 10.00 5.00 10.00 10.00"), "41.67 30.00 10.00 10.00", "71.67", ()),
    "C": (("– 10.00 10.00 0.00 0.00 0.00 – 4.00 – – 0.00"), "20.00 4.00 0.00 0.00", "24.00", (1, 7, 9)),
}


def known_of(member):
    units = {line.key: line.unit for group in SCHEME.groups for line in group.lines}
    known = dict(JUDGED[member])
    for key, text in RESULTS[member].items():
        target = TARGETS.get(key)
        known[key] = Evidence(parse_quantity(text, unit=units[key]), target and parse_quantity(target, unit=units[key]))
    others = tuple(parse_quantity(text, unit="phong trào") for name, text in CAMPAIGNS.items() if name != member)
    known[8] = Evidence(parse_quantity(CAMPAIGNS[member], unit="phong trào"), others=others)
    return known


def test_the_scheme_adds_up():
    assert faults(SCHEME) == ()


@pytest.mark.parametrize("member", EXPECTED)
def test_every_line_group_and_total_is_as_reckoned_by_hand(member):
    lines, groups, total, missing = EXPECTED[member]
    card = scorecard(SCHEME, known_of(member))
    told = ["–" if card.lines[key].points is None else str(card.lines[key].points) for key in range(1, 12)]
    assert told == lines.split()
    assert [f"{card.groups[key]:.2f}" for key in (1, 2, 3, 4)] == groups.split()
    assert f"{card.total:.2f}" == total
    assert card.missing == missing
