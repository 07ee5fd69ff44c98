"""Reading how lists write awards. Pure: the table of writings comes from the catalogue.

An answer may be several awards ("BK", or an order without its class): then the list must say more.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from awards.catalogue.rules.recognise_terms import (
    is_organisation_kind,
    recognise_subject,
    recognise_target_group,
    recognise_way,
)
from awards.catalogue.rules.terms import ProvinceKind
from emulation.core.text import search_key

__all__ = [
    "AliasRow",
    "AliasTable",
    "Reason",
    "Recognition",
    "alias_key",
    "class_of",
    "is_organisation_kind",
    "recognise_award",
    "recognise_subject",
    "recognise_target_group",
    "recognise_way",
]

SHORT_FORMS = {
    "bk": "bang khen",
    "bkttg": "bang khen thu tuong chinh phu",
    "bkttcp": "bang khen thu tuong chinh phu",
    "gk": "giay khen",
    "hc": "huan chuong",
    "hch": "huy chuong",
    "knc": "ky niem chuong",
    "cstd": "chien si thi dua",
    "cstdtq": "chien si thi dua toan quoc",
    "cstdcs": "chien si thi dua co so",
    "ttldxs": "tap the lao dong xuat sac",
    "ttldtt": "tap the lao dong tien tien",
    "ldxs": "lao dong xuat sac",
    "ldtt": "lao dong tien tien",
    "ld": "lao dong",
    "llvt": "luc luong vu trang",
    "ct": "chu tich",
    "ttg": "thu tuong chinh phu",
    "ttcp": "thu tuong chinh phu",
    "cp": "chinh phu",
    "tp": "thanh pho",
    "tphcm": "thanh pho ho chi minh",
    "tq": "toan quoc",
    "tw": "trung uong",
    "cs": "co so",
    "sy": "si",
    "ki": "ky",
}
FILLERS = frozenset({"cua", "cap"})
RANKS = {
    **dict.fromkeys(("1", "i", "nhat", "mot"), 1),
    **dict.fromkeys(("2", "ii", "nhi", "hai"), 2),
    **dict.fromkeys(("3", "iii", "ba"), 3),
}
RANK_WORDS = "|".join(sorted(RANKS, key=len, reverse=True))
CLASS = re.compile(rf"\b(?:hang|h)\s?({RANK_WORDS})\b")
BARE_CLASS = re.compile(rf"\s({RANK_WORDS})$")
BODIES = frozenset(
    [
        "tinh",
        "pho",
        "bo",
        "truong",
        "so",
        "doc",
        "huyen",
        "quan",
        "xa",
        "phuong",
        "tran",
        "khu",
        "phu",
        "tuong",
        "ubnd",
        "nganh",
        "gia",
        "vien",
    ]
)
REASON_WORDS = ("vi su nghiep", "nam ", "vi co ", "ve ", "lan ")
LEAD_IN = re.compile(
    r"^(?:(?:danh hieu vinh du nha nuoc|danh hieu|hinh thuc|tang thuong|tang|truy tang|cong nhan|khen thuong) )+"
)
NOT_A_BODY = ("bo doi", "bo phan", "bo chi huy", "bo tu lenh", "xa hoi", "tinh doan", "tinh uy", "tinh hoi")
BELOW_A_PROVINCE = ("quan ", "huyen ", "thi xa ", "thi tran ", "phuong ", "xa ", "dac khu ")
NAMES_NO_BODY = re.compile(
    r"(?:\d|(?:vi (?:co|da|su nghiep|thanh tich)|ve (?:thanh tich|viec|phong trao)|nhan (?:dip|ngay|ky niem)|lan|trong"
    r"|theo|cho|do|dot|quy|ngay|so|qd|quyet dinh|giai doan|va|nam (?:hoc|cong tac|thanh tich)|nam (?=\d))(?![a-z]))"
)
WHY_BEGINS = re.compile(r"\b(?:vi|ve|nam|lan|trong|nhan|theo)\b")


OF_A_PROVINCE = re.compile(r"\b(?:ubnd|uy ban nhan dan) (?:tinh|thanh pho|tp) (.+)")
LONG_NAMES = ("ho chi minh", "ba ria vung tau", "thua thien hue")


def names_another_province(office: str, home: str) -> bool:
    """ "Chủ tịch UBND tỉnh An Giang" in the list of another; of longer words behind, which may be a person, nothing."""
    found = OF_A_PROVINCE.search(search_key(re.split(r"[,;(\n]", office)[0])) if home else None
    if found is None or f"{found[1]} ".startswith(f"{home} ") or NAMES_NO_BODY.match(found[1]):
        return False
    return len(found[1].split()) == 2 or found[1].startswith(LONG_NAMES)


class Reason(StrEnum):
    KNOWN = "known"
    BY_CONTEXT = "by_context"
    SHORTENED = "shortened"
    SEVERAL = "several"
    CLASS_MISSING = "class_missing"
    NO_SUCH_CLASS = "no_such_class"
    OTHER_BODY = "other_body"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class AliasRow:
    """One writing of one award. `key` is an `alias_key`; `authorities`: the ranks of who decides; `provincial`: its
    name differs by kind of province."""

    key: str
    award: str
    family: str = ""
    group: str = ""
    level: str = ""
    authorities: frozenset[str] = frozenset()
    subject_kinds: frozenset[str] = frozenset()
    class_rank: int | None = None
    provincial: bool = False


@dataclass(frozen=True)
class Recognition:
    """`exact`: one award, and no doubt. Otherwise `award_codes` are the candidates, none when nothing is like it."""

    award_codes: tuple[str, ...]
    exact: bool
    reason: Reason

    @property
    def award_code(self) -> str | None:
        return self.award_codes[0] if self.exact else None


UNKNOWN = Recognition((), exact=False, reason=Reason.UNKNOWN)


def alias_key(text: str) -> str:
    """A search key with short forms written out and empty words left out, the same for every writing of one name."""
    key = LEAD_IN.sub("", search_key(text).replace("uy ban nhan dan", "ubnd"))
    words = " ".join(SHORT_FORMS.get(word, word) for word in key.split()).split()
    return " ".join(word for word in words if word not in FILLERS)


TIMES = re.compile(r"\blan (?:thu )?\w+")


def class_of(text: str) -> int | None:
    """The class in a cell of its own: "hạng Ba", "III", "3", "3.0"."""
    words = [word for word in search_key(text).split() if word != "hang"]
    return RANKS.get(words[0]) if words else None


def names_several_classes(text: str) -> bool:
    """ "Nhất, Nhì", "2/3"; "Ba (lần 2)" is one."""
    words = TIMES.sub("", search_key(text)).split()
    return len({RANKS[word] for word in words if word in RANKS}) > 1


class AliasTable:
    """Built once a list; asked once a row."""

    def __init__(self, rows: Iterable[AliasRow]):
        self._by_key: dict[str, list[AliasRow]] = {}
        for row in rows:
            self._by_key.setdefault(row.key, []).append(row)

    @cached_property
    def provincial(self) -> frozenset[str]:
        """Codes of the awards that only provinces give."""
        return frozenset(row.award for rows in self._by_key.values() for row in rows if row.provincial)

    def candidates(self, text: str) -> tuple[list[AliasRow], int | None, str]:
        """(awards written so, class said in the text, the words at the end that were left out)."""
        key = alias_key(text)
        if key in self._by_key:
            return self._by_key[key], None, ""
        found = CLASS.search(key)
        rank, stem = None, key
        if found:
            rank, stem = RANKS[found[1]], " ".join((key[: found.start()] + key[found.end() :]).split())
        elif (found := BARE_CLASS.search(key)) and any(
            row.class_rank for row in self._by_key.get(key[: found.start()], ())
        ):
            rank, stem = RANKS[found[1]], key[: found.start()]
        if stem in self._by_key:
            return self._by_key[stem], rank, ""
        rows, tail = self._without_tail(stem)
        return rows, rank, tail

    def others_in(self, tail: str) -> list[AliasRow]:
        """Of the first other award that the words left out name: "CSTĐCS; Bằng khen" is two."""
        words = WHY_BEGINS.split(tail)[0].split()
        for first in range(len(words)):
            for last in range(len(words), first + 1, -1):
                if found := self._by_key.get(" ".join(words[first:last])):
                    return found
        return []

    def _without_tail(self, key: str) -> tuple[list[AliasRow], str]:
        """ "Bằng khen của Bộ trưởng Bộ Y tế", "Giấy khen của Giám đốc Sở …": the words after the body name it."""
        words = key.split()
        for length in range(len(words) - 1, 1, -1):
            stem, tail = " ".join(words[:length]), " ".join(words[length:])
            if stem not in self._by_key:
                continue
            names_a_body = words[length - 1] in BODIES and not f"{words[length - 1]} {tail}".startswith(NOT_A_BODY)
            if names_a_body or f"{tail} ".startswith(REASON_WORDS):
                return self._by_key[stem], tail
        return [], ""


def recognise_award(
    table: AliasTable,
    text: str,
    *,
    class_text: str = "",
    province_kind: str | None = None,
    subject_kind: str | None = None,
    home: str = "",
) -> Recognition:
    """`province_kind` is that of the list's office: its "Bằng khen cấp bộ, ban, ngành, tỉnh …" is the province's.
    `home`: the key of its bare name, where it is a province: what another body gives is no award of its own."""
    rows, rank, left_out = table.candidates(text)
    if not rows:
        return UNKNOWN
    if _is_of_another(alias_key(text), rows, left_out, province_kind, home):
        return Recognition(_codes(rows), exact=False, reason=Reason.OTHER_BODY)
    if left_out and (others := table.others_in(left_out)):
        return Recognition(_codes([*rows, *others]), exact=False, reason=Reason.SEVERAL)
    rank = rank or class_of(class_text)
    if rank is not None and any(row.class_rank for row in rows):
        of_class = [row for row in rows if row.class_rank == rank]
        if not of_class:
            return Recognition(_codes(rows), exact=False, reason=Reason.NO_SUCH_CLASS)
        rows = of_class
    elif rank is not None and CLASS.search(alias_key(text)):
        return Recognition(_codes(rows), exact=False, reason=Reason.NO_SUCH_CLASS)
    if len(_codes(rows)) == 1:
        return Recognition(_codes(rows), exact=True, reason=Reason.SHORTENED if left_out else Reason.KNOWN)
    narrowed = _narrowed(rows, province_kind, subject_kind)
    if len(_codes(narrowed)) == 1:
        return Recognition(_codes(narrowed), exact=True, reason=Reason.BY_CONTEXT)
    same_but_class = len({(row.group, row.class_rank) for row in narrowed}) == len(_codes(narrowed))
    missing = same_but_class and all(row.class_rank for row in narrowed)
    return Recognition(_codes(narrowed), exact=False, reason=Reason.CLASS_MISSING if missing else Reason.SEVERAL)


def _is_of_another(key: str, rows: list[AliasRow], left_out: str, province_kind: str | None, home: str) -> bool:
    """Of awards that only provinces give: the words name a district, another province, or a city within a province."""
    if not all(row.provincial for row in rows):
        return False
    if left_out.startswith(BELOW_A_PROVINCE):
        return True
    if not home:
        return False
    words = key.removesuffix(left_out).split()
    if province_kind == ProvinceKind.PROVINCE and words[-2:] == ["thanh", "pho"] and "tinh" not in words:
        return True
    return not (NAMES_NO_BODY.match(left_out) or f"{left_out} ".startswith(f"{home} ") or not left_out)


def _narrowed(rows, province_kind, subject_kind) -> list[AliasRow]:
    fitting = [row for row in rows if subject_kind in row.subject_kinds]
    rows = fitting or list(rows)
    one_rank = len({(row.level, row.authorities) for row in rows}) == 1
    if province_kind in (ProvinceKind.PROVINCE, ProvinceKind.CITY) and one_rank:
        rows = [row for row in rows if row.provincial] or rows
    return rows


def _codes(rows) -> tuple[str, ...]:
    return tuple(dict.fromkeys(row.award for row in rows))
