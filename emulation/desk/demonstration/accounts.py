"""One account per role and city, all with one printed password: for a machine that shows, never for one that serves."""

from datetime import date
from functools import cache

from django.contrib.auth.hashers import make_password

from clusters.models import Mandate, MandateRole, Organisation
from clusters.people.actions import grant_mandate
from emulation.core.actions.accounts import create_account
from emulation.core.actor import Actor, Role
from emulation.core.models import User
from emulation.core.period import Period

PASSWORD = "thi-dua-trinh-dien-2023"
NAME = "Dữ liệu trình diễn"
SINCE = Period(date(2022, 1, 1))
CAME_FROM = {"trunguong.ba": "92"}
BEFORE = Period(date(2020, 1, 1), date(2022, 1, 1))
BOARD = "BTW"
CITIES = {
    "92": ("cantho", "Cần Thơ"),
    "01": ("hanoi", "Hà Nội"),
    "31": ("haiphong", "Hải Phòng"),
    "48": ("danang", "Đà Nẵng"),
    "79": ("hochiminh", "Thành phố Hồ Chí Minh"),
}


def _accounts():
    """(user name, full name, code of the organisation, role)"""
    for code, (username, city) in CITIES.items():
        yield username, f"Chuyên viên trình diễn {city}", code, MandateRole.OFFICER
        yield f"{username}.duyet", f"Lãnh đạo duyệt trình diễn {city}", code, MandateRole.APPROVER
    yield "trunguong", "Chuyên viên trình diễn Trung ương", BOARD, MandateRole.CENTRAL_REVIEWER
    yield "trunguong.hai", "Chuyên viên trình diễn Trung ương Hai", BOARD, MandateRole.CENTRAL_REVIEWER
    yield "trunguong.ba", "Chuyên viên trình diễn Trung ương Ba", BOARD, MandateRole.CENTRAL_REVIEWER
    yield "trunguong.lanhdao", "Lãnh đạo trình diễn Trung ương", BOARD, MandateRole.CENTRAL_LEADER
    yield "cantho.thuky", "Thư ký Hội đồng trình diễn Cần Thơ", "92", MandateRole.COUNCIL_SECRETARY
    yield "trunguong.thuky", "Thư ký Hội đồng trình diễn Trung ương", BOARD, MandateRole.COUNCIL_SECRETARY
    yield "baocao", "Người đọc báo cáo trình diễn", BOARD, MandateRole.REPORT_READER
    yield "quantri", "Quản trị trình diễn", BOARD, MandateRole.SYSTEM_ADMINISTRATOR


ACCOUNTS = tuple(_accounts())


def demonstrator(day: date) -> Actor:
    """The machine with an administrator's rights, for the accounts that come before any administrator."""
    board = Organisation.objects.coded(BOARD, day).get()
    return Actor(user_id=None, name=NAME, mandates=frozenset({(Role.SYSTEM_ADMINISTRATOR, board.pk)}))


@cache
def encoded() -> str:
    """The password as it is kept. Each account of its own would cost a fifth of a second."""
    return make_password(PASSWORD)


def open_accounts(day: date, *, actor: Actor) -> int:
    """Accounts not there yet, each with its mandate; how many."""
    known = set(User.objects.values_list("username", flat=True))
    missing = [account for account in ACCOUNTS if account[0] not in known]
    for username, full_name, code, role in missing:
        user = create_account(
            username=username,
            full_name=full_name,
            password=PASSWORD,
            encoded=encoded(),
            is_staff=role == MandateRole.SYSTEM_ADMINISTRATOR,
            actor=actor,
        )
        grant_mandate(
            user,
            organisation=Organisation.objects.coded(code, day).get(),
            role=role,
            during=SINCE,
            legal_basis=NAME,
            actor=actor,
        )
        if username in CAME_FROM:
            grant_mandate(
                user,
                organisation=Organisation.objects.coded(CAME_FROM[username], day).get(),
                role=MandateRole.OFFICER,
                during=BEFORE,
                legal_basis=NAME,
                actor=actor,
            )
    return len(missing)


def log_ins() -> list[tuple[str, str, str]]:
    """(user name, role in words, organisation) of the demonstration's accounts that are there."""
    mandates = Mandate.objects.filter(legal_basis=NAME, user__is_active=True).order_by("during")
    found = {
        mandate.user.username: (mandate.get_role_display(), str(mandate.organisation))
        for mandate in mandates.select_related("user", "organisation")
    }
    first = [account[0] for account in ACCOUNTS if account[0] in found]
    return [(name, *found[name]) for name in [*first, *sorted(set(found) - set(first))]]
