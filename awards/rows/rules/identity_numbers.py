"""Numbers of identity papers in every writing. Pure."""

import re

from emulation.core.text import squash
from emulation.core.text.look_alikes import folded_signs

OLD, NEW = 9, 12
LABEL = re.compile(
    r"^(?:(?:số|so)?\s*"
    r"(?:cccd|cmnd|cmtnd|cmt|cc|căn cước(?: công dân)?|chứng minh(?: nhân dân| thư)?|định danh(?: cá nhân)?|đdcn)?"
    r"(?:\s*/\s*(?:cccd|cmnd|cc))?(?:\s*số)?\s*[:.]?\s*)(?=[\dOoIl])",
    re.IGNORECASE,
)
ISSUED = re.compile(r"[\s,;(]+(?:(?:do|ngày|nơi)\s+)?(?:cấp|ngày cấp|nơi cấp|do\b).*$", re.IGNORECASE)
PARTED = re.compile(r"[\s.,_'\"-]")
BROKEN_NUMBER = re.compile(r"\d{7,12}[.,](?!0+$)\d{1,2}", re.ASCII)
OF_A_SPREADSHEET = re.compile(r"(\d{8,12})[.,]0{1,2}", re.ASCII)
LETTERS_FOR_DIGITS = str.maketrans("OoIl", "0011")
DIGITS = re.compile(r"[OoIl]*\d[\dOoIl]*", re.ASCII)


def identity_digits(written: str) -> str:
    """The digits of "CCCD: 079 085 000 000", "079085000000.0", "O79…"; "" where they are not all there, as in
    "7,9E+10"."""
    text = ISSUED.sub("", LABEL.sub("", folded_signs(squash(written)), count=1))
    if whole := OF_A_SPREADSHEET.fullmatch(text):
        return whole[1]
    if BROKEN_NUMBER.fullmatch(text):
        return ""
    digits = PARTED.sub("", text)
    return digits.translate(LETTERS_FOR_DIGITS) if DIGITS.fullmatch(digits) else ""


def letters_for_digits(written: str) -> dict[str, str]:
    """Those of a number that is read: {"O": "0", "l": "1"} of "O790850ll"."""
    text = ISSUED.sub("", LABEL.sub("", folded_signs(squash(written)), count=1))
    return {sign: sign.translate(LETTERS_FOR_DIGITS) for sign in text if sign.isalpha()}


def whole_number(digits: str) -> str:
    """With the zeros in front that spreadsheets eat: one of an old number, up to two of a new one (001 is Hà Nội); ""
    where no identity paper has so many digits."""
    if len(digits) in (OLD - 1, OLD):
        return digits.zfill(OLD)
    return digits.zfill(NEW) if NEW - 2 <= len(digits) <= NEW else ""
