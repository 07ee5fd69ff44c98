"""A whole year of four members, reckoned by hand before any of it was programmed. `world.py` lays the rows beneath it.

Members in the order of the world: A heads the cluster; D reported nothing and scored itself in nothing.

Honours decided in the year: A 3 (two people, one collective), B 2 (people), C and D none; one of A's on 01/01 of the next
year does not count. The year before: A 2, B 1.

Figures of the whole year (accepted) against the pact and the year before:

    growth (%)           A 8,5% of 8%, reached     B trên 7% of 8%, cannot tell   C 6% of 7%, missed      D nothing of 8%
    revenue (tỷ đồng)    A 12.000 of 11.500, reached  B 8.500 of 9.000, missed     C 5.250 without target  D nothing
                         year before: A 11.000, B 8.000, C 5.000, D 1.000; together 25.000
    poor homes (%)       A 1,2% of at most 1,5%, reached  B 2% of at most 1,5%, missed  C 3% of at most 3%, reached

Points, line by line (a line of 20, three of 10, a bonus, a penalty):

    A self 20 10 10 10 4 0 = 54     final 18 9 10 9 4 0 = 50
    B self 18  8  9  9 0 0 = 44     final 16 8  8 8 0 5 = 35
    C self 15  7  8  8 2 0 = 40     final 12 6  7 7 2 0 = 34
    D self none                     final 10 0  0 0 0 0 = 10
"""

from decimal import Decimal

HONOURS = {"A": 3, "B": 2, "C": 0, "D": 0}
HONOURS_BEFORE = {"A": 2, "B": 1, "C": 0, "D": 0}
TOTAL, TOTAL_BEFORE, CHANGE = 5, 3, 2
BY_SUBJECT = {"Tập thể": 1, "Cá nhân": 4, "Hộ gia đình": 0}
REVENUE = {"A": 12000, "B": 8500, "C": 5250}
REVENUE_TOGETHER, REVENUE_BEFORE_TOGETHER = 25750, 25000
REACHED = {"growth": "1/4", "revenue": "1/2", "poor": "2/3"}
ALL_REACHED = ("A",)
MISSED = {"B": ("revenue", "poor"), "C": ("growth",)}
POOREST, LEAST_POOR = "C", "A"
SELF = {"A": Decimal(54), "B": Decimal(44), "C": Decimal(40), "D": None}
FINAL = {"A": Decimal(50), "B": Decimal(35), "C": Decimal(34), "D": Decimal(10)}
RANKS = {"A": 1, "B": 2, "C": 3, "D": 4}
VOTES = {"A": 3, "B": 1, "C": 0, "D": 0}
NOT_REPORTED = ("D",)
