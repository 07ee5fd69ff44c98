"""How a body stands on its papers (Decree 30/2020/NĐ-CP, Appendix I): its own line and its superior's, the abbreviation
in its symbols, the place that dates them, its chief's title. Pure.

What was entered for a body wins; the rest follows from its name, as offices of that name are commonly led.
"""

import re
import unicodedata
from dataclasses import dataclass

COMMITTEE = "Ủy ban nhân dân"
COMMITTEE_CHIEF = "Chủ tịch"
ANY_CHIEF = "Thủ trưởng đơn vị"
WITH_COMMITTEES = ("thành phố", "tỉnh", "quận", "huyện", "thị xã", "phường", "xã", "thị trấn", "đặc khu")
CHIEFS = (
    ("hội đồng", "Chủ tịch"),
    ("văn phòng", "Chánh Văn phòng"),
    ("thanh tra", "Chánh Thanh tra"),
    ("tòa án", "Chánh án"),
    ("viện kiểm sát", "Viện trưởng"),
    ("viện", "Viện trưởng"),
    ("tổng công ty", "Tổng Giám đốc"),
    ("tập đoàn", "Tổng Giám đốc"),
    ("bộ chỉ huy", "Chỉ huy trưởng"),
    ("bộ tư lệnh", "Tư lệnh"),
    ("đại học", "Giám đốc"),
    ("học viện", "Giám đốc"),
    ("trường", "Hiệu trưởng"),
    ("chi cục", "Chi cục trưởng"),
    ("cục", "Cục trưởng"),
    ("thành đoàn", "Bí thư"),
    ("tỉnh đoàn", "Bí thư"),
    ("đoàn thanh niên", "Bí thư"),
    ("mặt trận", "Chủ tịch"),
    ("ủy ban mặt trận", "Chủ tịch"),
    ("liên đoàn", "Chủ tịch"),
    ("liên minh", "Chủ tịch"),
    ("liên hiệp", "Chủ tịch"),
    ("hội", "Chủ tịch"),
    ("ban", "Trưởng ban"),
    ("phòng", "Trưởng phòng"),
    ("sở", "Giám đốc"),
    ("công an", "Giám đốc"),
    ("công ty", "Giám đốc"),
    ("bệnh viện", "Giám đốc"),
    ("trung tâm", "Giám đốc"),
    ("kho bạc", "Giám đốc"),
    ("bảo hiểm", "Giám đốc"),
    ("ngân hàng", "Giám đốc"),
    ("bưu điện", "Giám đốc"),
)
UNDER_THE_COMMITTEE = ("sở", "ban quản lý", "ban dân tộc", "văn phòng ủy ban", "thanh tra", "trường", "trung tâm")
NOT_PLACES = (["đoàn"], ["ủy"], ["hội"], ["đội"])
NAMED_AFTER_PEOPLE = ("hồ chí minh",)
TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
NOT_SPELLED = ("và", "của", "các")


@dataclass(frozen=True)
class Entered:
    """What was entered for a body; empty where it follows from its name."""

    place: str = ""
    abbreviation: str = ""
    title: str = ""
    superior: str = ""


@dataclass(frozen=True)
class Body:
    """One that issues papers. `line`, `superior_line`: in capitals as letterheads have them, a line break is kept; a
    committee has no superior line. `full_name`: within a sentence ("Ủy ban nhân dân thành phố Cần Thơ"); `short_name`:
    among recipients ("UBND thành phố Cần Thơ"); `title`: of its chief; `governs`: the official name of the place whose
    committee it is, "thành phố Cần Thơ", else empty."""

    full_name: str
    short_name: str
    line: str
    superior_line: str
    abbreviation: str
    place: str
    title: str
    governs: str = ""

    @property
    def is_committee(self) -> bool:
        return bool(self.governs)

    @property
    def deputy_title(self) -> str:
        return f"Phó {self.title}"


def body_on_paper(
    official_name: str, *, is_provincial: bool, parent: Body | None = None, entered: Entered = Entered()
) -> Body:
    """`official_name`: with its kind in front ("thành phố Cần Thơ"). `parent`: the body it is a unit of."""
    if is_provincial or has_committee(official_name):
        return _committee(_without_start(official_name, COMMITTEE), entered)
    own = _without_place(official_name, parent)
    above = parent.line if parent and own.casefold().startswith(UNDER_THE_COMMITTEE) else ""
    return Body(
        full_name=official_name,
        short_name=official_name,
        line=(own if above else official_name).upper().replace("KHEN THƯỞNG", "KHEN\u00a0THƯỞNG"),
        superior_line=entered.superior.upper() or above,
        abbreviation=entered.abbreviation or abbreviated(own),
        place=entered.place or (parent.place if parent else ""),
        title=entered.title or chief_of(own),
    )


def _committee(governs: str, entered: Entered) -> Body:
    return Body(
        full_name=f"{COMMITTEE} {governs}",
        short_name=f"UBND {governs}",
        line=f"{COMMITTEE}\n{governs}".upper(),
        superior_line=entered.superior.upper(),
        abbreviation=entered.abbreviation or "UBND",
        place=entered.place or place_named(governs),
        title=entered.title or COMMITTEE_CHIEF,
        governs=governs,
    )


def has_committee(name: str) -> bool:
    """Whether the name is that of a committee or of the place it governs; Tỉnh đoàn, Huyện ủy are neither."""
    words = name.casefold()
    if words.startswith(COMMITTEE.casefold()):
        return "mặt trận" not in words
    return any(
        words.startswith(f"{kind} ") and words.removeprefix(kind).split()[:1] not in NOT_PLACES
        for kind in WITH_COMMITTEES
    )


def chief_of(name: str) -> str:
    words = f"{name.casefold()} "
    return next((title for start, title in CHIEFS if words.startswith(f"{start} ")), ANY_CHIEF)


def abbreviated(name: str) -> str:
    """Sở Lao động - Thương binh và Xã hội → SLĐTBXH; letters keep their shape (Đ, Ư) and lose their tone."""
    words = [word.strip("-–,.()“”\"'") for word in name.split()]
    letters = "".join(word[0] for word in words if word and word.casefold() not in NOT_SPELLED).upper()
    return unicodedata.normalize("NFC", TONES.sub("", unicodedata.normalize("NFD", letters)))


def place_named(official_name: str) -> str:
    """The bare name ("Cần Thơ"), but with its kind where it is a person's or a number ("Thành phố Hồ Chí Minh",
    "Quận 1")."""
    kind = next((one for one in WITH_COMMITTEES if official_name.casefold().startswith(f"{one} ")), "")
    bare = official_name[len(kind) :].strip()
    if kind and (bare.casefold() in NAMED_AFTER_PEOPLE or bare[:1].isdigit()):
        return f"{kind[:1].upper()}{kind[1:]} {bare}"
    return bare


def _without_start(name: str, start: str) -> str:
    return name[len(start) :].strip() if name.casefold().startswith(start.casefold()) else name


def _without_place(name: str, parent: Body | None) -> str:
    """Sở Nội vụ thành phố Cần Thơ → Sở Nội vụ: the line above names the place."""
    if parent is None or not parent.governs:
        return name
    for place in (parent.governs, place_named(parent.governs)):
        if name.casefold().endswith(f" {place.casefold()}"):
            return name[: -len(place)].strip()
    return name
