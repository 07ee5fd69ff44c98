"""Reading how lists write the subject, the target group and the way of commendation. Pure; None when not sure."""

import re
from functools import lru_cache

from awards.catalogue.rules.terms import SubjectKind, TargetGroup, Way
from emulation.core.text import search_key

ENUMERATOR = re.compile(r"^(?:[ivx]+|[a-d]|\d+) (?=.)")
LEAD_IN = re.compile(r"^(?:danh sach|khen thuong|khen|doi voi|cac|loai|doi tuong|la) ")
HOW_MANY = re.compile(
    r" (?:gom |co |tong so )?\d+(?: (?:nguoi|tap the|ca nhan|ho|ho gia dinh|don vi|truong hop|dong chi))?$"
)

SUBJECTS = {
    SubjectKind.COLLECTIVE: ("tap the", "tapthe", "tt", "don vi", "co quan", "to chuc", "cac tap the"),
    SubjectKind.INDIVIDUAL: ("ca nhan", "canhan", "cn", "nguoi", "ong", "ba", "ong ba"),
    SubjectKind.HOUSEHOLD: ("ho gia dinh", "hogiadinh", "hogd", "ho", "hgd", "gia dinh"),
}
SUBJECT_OF = {word: kind for kind, words in SUBJECTS.items() for word in words}

ORGANISATION_KINDS = re.compile(
    r"^(?:doanh nghiep|cong ty|hop tac xa|hop tac|co quan|don vi|truong|benh vien|trung tam|to chuc|hoi|doan the"
    r"|xa|phuong|thi tran|dac khu|thon|ap|khu pho|to dan pho|quan|huyen|so|ban|nganh|uy ban|phong|chi cuc"
    r"|luc luong|tap the|cac tap the|to hop tac|vien|bao|dai|quy)\b(?! pho\b)"
)
PERSON = re.compile(r"\b(?:nguoi|truong phong|pho phong|giam doc|can bo|hoc sinh|sinh vien|cong nhan|nong dan)\b")

GROUPS = (
    (TargetGroup.DIRECT_WORKER, re.compile(r"truc tiep|khong giu chuc vu|khong giu chuc danh|khong la lanh dao")),
    (
        TargetGroup.ENTREPRENEUR,
        re.compile(r"doanh nhan|chu doanh nghiep|lanh dao doanh nghiep|chu tich hoi dong quan tri"),
    ),
    (
        TargetGroup.OTHER_EXECUTIVE,
        re.compile(
            r"pho phong|truong phong|cap phong|lanh dao phong|lanh dao khac|cac cap lanh dao|hieu truong|hieu pho"
            r"|lanh dao cap (?:quan|huyen|xa|phuong|khoa)|lanh dao (?:quan|huyen|xa|phuong|khoa)\b"
        ),
    ),
    (
        TargetGroup.SENIOR_EXECUTIVE,
        re.compile(
            r"lanh dao (?:cap )?(?:bo|tinh|thanh pho|trung uong)\b|cap bo\b|cap tinh\b|cap thanh pho\b"
            r"|thu truong|bo truong|lanh dao chu chot"
        ),
    ),
    (
        TargetGroup.DEPARTMENT_EXECUTIVE,
        re.compile(r"lanh dao (?:cap )?(?:vu|so|ban|nganh|cuc)\b|cap (?:vu|so)\b|giam doc so|vu truong"),
    ),
    (
        TargetGroup.DIRECT_WORKER,
        re.compile(
            r"^(?:nguoi lao dong|lao dong|cong nhan|nong dan|chien si|hoc sinh|sinh vien|giao vien|cong chuc|vien chuc"
            r"|can bo cong chuc vien chuc|cong chuc vien chuc|cbccvc|cbccvcnld|nhan vien|nguoi dan|quan nhan)\b"
        ),
    ),
)

WAYS = {
    Way.REGULAR: ("thuong xuyen", "cong trang", "thuong xuyen cong trang", "thuong xuyen hang nam", "hang nam"),
    Way.THEMATIC: ("chuyen de", "theo chuyen de", "theo dot", "dot", "phong trao", "phong trao thi dua"),
    Way.UNSCHEDULED: ("dot xuat",),
    Way.DIPLOMATIC: ("doi ngoai",),
    Way.SERVICE: ("cong hien", "qua trinh cong hien"),
    Way.TENURE: ("nien han", "theo nien han"),
    Way.RESISTANCE: ("khang chien", "thanh tich khang chien", "thanh tich trong khang chien"),
}
WAY_OF = {word: way for way, words in WAYS.items() for word in words}
WAY_LEAD_IN = re.compile(r"^(?:khen thuong|khen|phuong thuc|loai hinh|theo hinh thuc|hinh thuc) ")


@lru_cache(maxsize=4096)
def recognise_subject(text: str) -> SubjectKind | None:
    """ "Khen thưởng tập thể", "II. CÁ NHÂN (25 người)", "TT", "Hộ gia đình"; two of them together are no answer."""
    key = HOW_MANY.sub("", ENUMERATOR.sub("", search_key(text)))
    while (shorter := LEAD_IN.sub("", key)) != key and key not in SUBJECT_OF:
        key = shorter
    return SUBJECT_OF.get(key)


def recognise_target_group(text: str) -> TargetGroup | None:
    """One of the five groups of people, or None: unknown, or a kind of organisation (see `is_organisation_kind`)."""
    key = search_key(text)
    key = re.sub(r"\bld\b", "lanh dao", key)
    if is_organisation_kind(text):
        return None
    return next((group for group, pattern in GROUPS if pattern.search(key)), None)


def is_organisation_kind(text: str) -> bool:
    """ "Doanh nghiệp", "Cơ quan hành chính": what the same column says of collectives."""
    key = search_key(text)
    return bool(ORGANISATION_KINDS.search(key)) and not PERSON.search(key)


def recognise_way(text: str) -> Way | None:
    key = search_key(text)
    while (shorter := WAY_LEAD_IN.sub("", key)) != key and key not in WAY_OF:
        key = shorter
    return WAY_OF.get(key)
