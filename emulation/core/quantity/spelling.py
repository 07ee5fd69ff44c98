"""Whole numbers in Vietnamese words: 5.250 is năm nghìn hai trăm năm mươi. Pure."""

import re

DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
GROUPS = ("", "nghìn", "triệu")
A_BILLION = 10**9
AFTER_TENS = {1: "mốt", 4: "tư", 5: "lăm"}
BY_DOTS = re.compile(r"(?<![\d.,/])\d{1,3}(?:\.\d{3})+(?![\d,/])")


def spelled(number: int) -> str:
    """Not below zero."""
    if number < 10:
        return DIGITS[number]
    above, below = divmod(number, A_BILLION)
    words = [spelled(above), "tỷ"] if above else []
    thousands = (below // 10**6, below // 10**3 % 1000, below % 1000)
    for place, group in enumerate(thousands):
        if group:
            words += [*_group(group, follows=bool(words)), GROUPS[len(thousands) - 1 - place]]
    return " ".join(filter(None, words))


def with_thousands_spelled(text: str) -> str:
    """The numbers that dots part into thousands in words; everything else as it stands."""
    return BY_DOTS.sub(lambda found: spelled(int(found[0].replace(".", ""))), text)


def _group(group: int, *, follows: bool) -> list[str]:
    """Of three digits; after another group its empty places are said: không trăm linh năm."""
    hundreds, tens, ones = group // 100, group // 10 % 10, group % 10
    words = [DIGITS[hundreds], "trăm"] if hundreds or follows else []
    if tens == 0:
        return words + (["linh", DIGITS[ones]] if ones and words else [DIGITS[ones]] if ones else [])
    words += ["mười"] if tens == 1 else [DIGITS[tens], "mươi"]
    if ones == 5 or (ones and tens > 1):
        return [*words, AFTER_TENS.get(ones, DIGITS[ones])]
    return words + ([DIGITS[ones]] if ones else [])
