"""A province's year reckoned by hand before any of it was programmed. `world.py` lays the rows beneath it.

P is a city with five units, S T U V W; another province Q sits with it in the central cluster, and has a unit of its own
whose honours are never P's.

Honours decided in 2023, by level; H1: decided until 30/6, H2: after it.

    P  state      1 person          15/3   H1        direct worker
       province   2 collectives     01/10  H2
    S  province   1 person          20/5   H1        no group known
       grassroots 1 person          30/6   H1        direct worker
       grassroots 2 people          01/7   H2        direct workers
    T to W  nothing
    not counted: P on 31/12/2022 and on 01/01/2024; Q's unit on 15/3/2023; one of S that was revoked; the total of 40
    that T reported without names

    whole year   state 1, province 3, grassroots 3: 7; own 3, units 4; people 5, collectives 2
    H1           state 1, province 1, grassroots 1: 3; own 1, units 2; people 3, collectives 0
    2022         P 1 of province level (31/12), S 2 of grassroots level (01/5): 3; of H1 2022: 2
    direct workers of people: whole year 4 of 5 = 80,00%; H1 2 of 3 = 66,67%; of the state level 1 of 1 = 100,00%

Figures of P in the central cluster (sent by P's own approver), against the pact:

    growth (%)         2023 8,5% of 8%: reached      2022 7,2%: 1,3 more      H1 6%, 75% of the plan
    revenue (tỷ đồng)  2023 9.000 of 9.500: missed   2022 8.000: 1000 more    H1 5.000, no share of the plan
    poor homes (%)     2023 nothing of at most 1%: no figure                  H1 nothing
    reached 1 of 3, missed 1, without figure 1; of H1 two figures of three targets

P in the central cluster's frozen result: 35 points, rank 2 of 4, 1 vote, Q first with 50 points and acclaimed.

P's own clusters and blocks:

    block A    head S, members S T   pact in force 05/3/2023   sheets: H1 1 of 2 accepted, year 2 of 2   points frozen
               result frozen: S first and acclaimed
    block B    head U, members U V   pact being signed         sheets: H1 0 of 2, year 0 of 2            members score
    cluster C  one member W; its year was not opened, so it has no head and no pact; no sheet is asked of it

    pacts in force 1 of 3, being signed 1, without one 1; sheets H1 1 of 4, year 2 of 4 (of opened years only);
    results frozen 1 of 3
"""

from decimal import Decimal

TOTAL, TOTAL_H1, TOTAL_BEFORE, TOTAL_H1_BEFORE = 7, 3, 3, 2
BY_LEVEL = {"Cấp Nhà nước": (0, 1, 0, 1), "Cấp thành phố": (2, 1, 0, 3), "Cấp cơ sở": (0, 3, 0, 3)}
BY_LEVEL_H1 = {"Cấp Nhà nước": (0, 1, 0, 1), "Cấp thành phố": (0, 1, 0, 1), "Cấp cơ sở": (0, 1, 0, 1)}
OWN, UNITS, OWN_H1, UNITS_H1 = 3, 4, 1, 2
BY_UNIT = {"P": (1, 2, 0, 3), "S": (0, 1, 3, 4)}
AGAINST_YEAR_BEFORE = {"Cấp Nhà nước": (1, 0, 1), "Cấp thành phố": (3, 1, 2), "Cấp cơ sở": (3, 2, 1)}
DIRECT, DIRECT_H1 = Decimal("80.00"), Decimal("66.67")
UNSPLIT = 40
GROWTH = (Decimal(8), Decimal("8.5"), Decimal("7.2"), Decimal("1.3"), "Đạt")
REVENUE = (Decimal(9500), 9000, 8000, Decimal(1000), "Chưa đạt")
POOR = ("không quá 1%", "…", "…", None, "Chưa có số liệu")
REACHED, MISSED, WITHOUT_FIGURE, TARGETS = 1, 1, 1, 3
POINTS, RANK, RANKED, VOTES = Decimal(35), 2, 4, 1
CLUSTERS, BLOCKS = 1, 2
PACTS = {"Có hiệu lực từ ngày 05/3/2023": 1, "Đang ký": 1, "Chưa lập": 1}
SHEETS, SHEETS_H1 = (2, 4), (1, 4)
RESULTS = (1, 3)
