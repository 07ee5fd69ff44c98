"""Builders of awards, honours and lists for tests. An award of the catalogue is taken as it is; others are made."""

from datetime import date
from itertools import count

from awards.catalogue.rules.terms import AwardGroup, Family, Level, SubjectKind, TargetGroup, Way
from awards.lists.rules.terms import BatchState
from awards.models import Award, Honour, HonourBatch, ReportLine
from emulation.core import clock
from emulation.core.period import Period
from emulation.core.text import person_sort_key, search_key, sort_key

_numbers = count(1)


def make_report_line(code="LINE", **fields):
    fields = {"position": 900, "name": "Dòng báo cáo", **fields}
    return ReportLine.objects.get_or_create(code=code, defaults=fields)[0]


def make_award(code="BK_TINH", **fields):
    """The award of that code, made when the catalogue does not hold it."""
    found = Award.objects.filter(code=code).first()
    if found is not None:
        return found
    fields = {
        "family": Family.FORM,
        "group": AwardGroup.CERTIFICATE_OF_MERIT,
        "level": Level.PROVINCE,
        "subject_kinds": list(SubjectKind),
        "during": Period(date(2004, 7, 1)),
        "position": 900,
        **fields,
    }
    if "report_line" not in fields:
        fields["report_line"] = make_report_line(code)
    return Award.objects.create(code=code, **fields)


def _in_letters(number: int) -> str:
    """A person's name has no digits; later ones come later in order."""
    return "".join(chr(ord("a") + number // 26**place % 26) for place in (2, 1, 0)).capitalize()


def honour_fields(*, award="BK_TINH", name=None, subject_kind=SubjectKind.INDIVIDUAL, unit=None, **fields):
    """Whole and valid: a direct worker, decided on 15/03/2023 for 2022, with search and sort keys."""
    number = next(_numbers)
    is_person = subject_kind == SubjectKind.INDIVIDUAL
    name = name or (f"Nguyễn Văn Mẫu {_in_letters(number)}" if is_person else f"Trường Tiểu học Minh Họa {number}")
    unit = unit if unit is not None else ("Trường Tiểu học Minh Họa 1" if is_person else "")
    return {
        "award": make_award(award) if isinstance(award, str) else award,
        "subject_kind": subject_kind,
        "name": name,
        "name_key": search_key(name),
        "sort_key": person_sort_key(name) if is_person else sort_key(name),
        "unit": unit,
        "unit_key": search_key(unit),
        "target_group": TargetGroup.DIRECT_WORKER if is_person else "",
        "way": Way.REGULAR,
        "achievement_year": 2022,
        "decision_number": "123/QĐ-UBND",
        "decision_date": date(2023, 3, 15),
        **fields,
    }


def make_honour(organisation, **fields):
    return Honour.objects.create(organisation=organisation, **honour_fields(**fields))


def make_honours(organisation, number, **fields):
    return Honour.objects.bulk_create(
        Honour(organisation=organisation, **honour_fields(**fields)) for _ in range(number)
    )


def make_batch(organisation, created_by, *, state=BatchState.UPLOADED, **fields):
    number = next(_numbers)
    now = clock.now()
    fields = {
        "file": f"lists/mau-{number}.xlsx",
        "file_name": f"danh-sach-{number}.xlsx",
        "file_size": 1000,
        "checksum": f"{number:064x}",
        "created_at": now,
        "accepted_at": now if state == BatchState.ACCEPTED else None,
        "undone_at": now if state == BatchState.UNDONE else None,
        "undone_why": "nhầm danh sách" if state == BatchState.UNDONE else "",
        **fields,
    }
    return HonourBatch.objects.create(organisation=organisation, created_by=created_by, state=state, **fields)
