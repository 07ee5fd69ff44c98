"""Headings that name who got it where no other heading does. Keys of search."""

import re

IN_WORDS = {  # and what all beneath then are
    "tap the": "tập thể",
    "ten don vi": "",
    "don vi": "",
    "ca nhan": "cá nhân",
    "ho gia dinh": "hộ gia đình",
    "tap the ca nhan": "",
    "ca nhan tap the": "",
    "tap the ca nhan ho gia dinh": "",
    "ten co quan don vi": "",
    "ten co quan": "",
    "ten don vi co quan": "",
    "doi tuong": "",
    "danh sach": "",
    "ho va ten me": "cá nhân",
    "ho ten me": "cá nhân",
    "ten me": "cá nhân",
}
MOTHERS = frozenset({"ho va ten me", "ho ten me", "ten me"})
OF_BODIES = frozenset(key for key in IN_WORDS if "don vi" in key or "co quan" in key) | {"tap the"}
BODY_NAMED = re.compile(
    r"ten (?:(?:cac )?(?:doanh nghiep|cong ty|hop tac xa|htx|truong|ap|thon|khom|khu vuc|khu pho|to dan pho|ban|buon"
    r"|lang|xa|phuong|thi tran|huyen|quan|chi bo|co so|to chuc|hoi|nhom|to|doi|cau lac bo)\b ?)+"
)


def may_name(key: str) -> bool:
    return key in IN_WORDS or bool(BODY_NAMED.fullmatch(key))


def stands_in_for_a_name(key: str) -> bool:
    """A column of people beside it comes first; mothers are the recipients themselves."""
    return may_name(key) and key not in MOTHERS


def words_of(key: str) -> str:
    """The kind that the heading alone says, "" where it may be several."""
    return "tập thể" if BODY_NAMED.fullmatch(key) else IN_WORDS.get(key, "")


def says_a_body(key: str) -> bool:
    return key in OF_BODIES or bool(BODY_NAMED.fullmatch(key))
