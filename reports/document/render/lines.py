"""How long the short lines of an official document are: under the issuing body, the motto and the subject."""

import unicodedata

# Bold face of Times metrics, thousandths of its size, by letter without its marks.
WIDTHS = {
    letter: width
    for width, letters in (
        (250, " .,"),
        (278, "il"),
        (333, "fjt-();:"),
        (389, "sI"),
        (444, "cer"),
        (500, "agovxyzJ0123456789"),
        (556, "bdhknpquđS"),
        (611, "FP"),
        (667, "BELTZ"),
        (722, "ACDĐGNRUVXYw"),
        (778, "HKOQ"),
        (833, "m"),
        (944, "M"),
        (1000, "W"),
    )
    for letter in letters
}


def bold_width_mm(text: str, size_pt: float) -> float:
    """Of the longest line of the text, unbroken."""
    plain = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    longest = max(sum(WIDTHS.get(letter, 500) for letter in line) for line in plain.split("\n"))
    return longest * size_pt / 1000 * 25.4 / 72


def short_line_mm(text: str, size_pt: float, within_mm: float) -> float:
    """Between a third and a half of the text's length."""
    return min(bold_width_mm(text, size_pt), within_mm) * 0.42
