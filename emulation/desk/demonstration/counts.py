"""How many of each award each city gave in the first half of 2023, and in the whole of 2022.

The sums over the five cities in the first half of 2023 are the eight lines the press printed (1.092, 3.013, 329, 3,
19.117, 58, 39, 84; in all 23.735). How they fall to the single cities is invented, and so is all of 2022.
"""

CAN_THO, HA_NOI, HAI_PHONG, DA_NANG, HO_CHI_MINH = "92", "01", "31", "48", "79"

BY_LINE = {
    "CO_TINH": {CAN_THO: 98, HA_NOI: 310, HAI_PHONG: 190, DA_NANG: 152, HO_CHI_MINH: 342},
    "TTLDXS": {CAN_THO: 312, HA_NOI: 905, HAI_PHONG: 498, DA_NANG: 401, HO_CHI_MINH: 897},
    "CSTD_TINH": {CAN_THO: 36, HA_NOI: 98, HAI_PHONG: 55, DA_NANG: 44, HO_CHI_MINH: 96},
    "CSTDTQ": {CAN_THO: 0, HA_NOI: 1, HAI_PHONG: 0, DA_NANG: 1, HO_CHI_MINH: 1},
    "BK_TINH": {CAN_THO: 1944, HA_NOI: 6213, HAI_PHONG: 3108, DA_NANG: 2296, HO_CHI_MINH: 5556},
    "CO_CP": {CAN_THO: 6, HA_NOI: 17, HAI_PHONG: 10, DA_NANG: 8, HO_CHI_MINH: 17},
    "HC_ALL": {CAN_THO: 4, HA_NOI: 12, HAI_PHONG: 6, DA_NANG: 5, HO_CHI_MINH: 12},
    "BK_TTG": {CAN_THO: 9, HA_NOI: 26, HAI_PHONG: 14, DA_NANG: 11, HO_CHI_MINH: 24},
}
OUTSIDE_THE_HALF_YEAR = {HA_NOI: "2022-12-30", HAI_PHONG: "2023-07-01", DA_NANG: "2023-07-05"}

IN_2022 = {
    "CO_TINH": {CAN_THO: 12, HA_NOI: 31, HAI_PHONG: 18, DA_NANG: 15, HO_CHI_MINH: 34},
    "TTLDXS": {CAN_THO: 30, HA_NOI: 88, HAI_PHONG: 47, DA_NANG: 39, HO_CHI_MINH: 86},
    "CSTD_TINH": {CAN_THO: 9, HA_NOI: 22, HAI_PHONG: 13, DA_NANG: 11, HO_CHI_MINH: 24},
    "BK_TINH": {CAN_THO: 140, HA_NOI: 390, HAI_PHONG: 210, DA_NANG: 165, HO_CHI_MINH: 360},
    "CO_CP": {CAN_THO: 2, HA_NOI: 3, HAI_PHONG: 2, DA_NANG: 2, HO_CHI_MINH: 3},
    "HC_ALL": {CAN_THO: 2, HA_NOI: 4, HAI_PHONG: 2, DA_NANG: 2, HO_CHI_MINH: 4},
    "BK_TTG": {CAN_THO: 4, HA_NOI: 9, HAI_PHONG: 5, DA_NANG: 4, HO_CHI_MINH: 9},
}


def of_city_in_2022(code: str) -> dict[str, int]:
    return {line: counts[code] for line, counts in IN_2022.items()}


def of_city(code: str) -> dict[str, int]:
    return {line: counts[code] for line, counts in BY_LINE.items()}
