"""Whose paper it is: the body that issues it, its superior, where it is dated, under which symbol it is numbered, who
may sign it in which capacity, who receives it. The one place that decides it. Pure.

Layout of these is Decree 30/2020/NĐ-CP, Appendix I; capacities are its TM. (for a body that decides together) and KT.
(a deputy for the chief). A report is issued by the head's own body, under that body's seal; a pact, a regulation, a
result and minutes are the cluster's own, under its head.
"""

from dataclasses import dataclass
from enum import StrEnum

from clusters.organisations.rules.on_paper import COMMITTEE, Body
from emulation.core.text import of_block
from reports.document.rules.document import Letterhead, Signature

KEPT = "Lưu: VT"
COUNCIL = "Hội đồng Thi đua - Khen thưởng"
CENTRAL_BOARD = "Ban Thi đua - Khen thưởng Trung ương"
FOR_REPORT = " (để báo cáo)"
UNKNOWN_PLACE = "…………"


class Paper(StrEnum):
    """Kinds of papers, as far as they differ in who issues and signs them."""

    REPORT = "report"
    SUBMISSION = "submission"
    PACT = "pact"
    REGULATION = "regulation"
    RESULT = "result"
    MINUTES = "minutes"
    BALLOT_COUNT = "ballot_count"
    COUNCIL_EXTRACT = "council_extract"
    COUNCIL_MINUTES = "council_minutes"
    DECISION = "decision"


ABBREVIATIONS = {
    Paper.REPORT: "BC",
    Paper.SUBMISSION: "TTr",
    Paper.REGULATION: "QyĐ",
    Paper.RESULT: "TB",
    Paper.MINUTES: "BB",
    Paper.BALLOT_COUNT: "BB",
    Paper.COUNCIL_EXTRACT: "BB",
    Paper.COUNCIL_MINUTES: "BB",
    Paper.DECISION: "QĐ",
}


class CapacityCode(StrEnum):
    """In which capacity somebody signs; kept with what was signed."""

    CHIEF = "chief"
    DEPUTY = "deputy"
    SECRETARY = "secretary"
    CHAIR = "chair"
    FIRST_TELLER = "first_teller"
    SECOND_TELLER = "second_teller"


@dataclass(frozen=True)
class Capacity:
    """`lines`: in capitals, as they stand above the signature."""

    code: CapacityCode
    lines: tuple[str, ...]

    def signed_by(self, name: str = "") -> Signature:
        return Signature(self.lines, name)

    @property
    def in_one_line(self) -> str:
        """As a list of choices offers it."""
        return " / ".join(self.lines)


@dataclass(frozen=True)
class Issuer:
    """`name`, `superior`: in capitals, a line break is kept; `spoken`: the name within a sentence. `symbol`: without
    the number ("BC-UBND"); empty for a paper that has none (a pact). `register`: of whom the numbers are, unique with
    symbol and year: "organisation/12" or "cluster/3". `capacities`: the likeliest first; minutes are signed in all of
    theirs, other papers in one."""

    name: str
    spoken: str
    superior: str
    place: str
    symbol: str
    recipients: tuple[str, ...]
    capacities: tuple[Capacity, ...]
    register: str

    @property
    def letterhead(self) -> Letterhead:
        return Letterhead(issuer=self.name, superior=self.superior, spoken=self.spoken)

    def capacity(self, code: str) -> Capacity:
        """LookupError where nobody signs this paper in that capacity."""
        for capacity in self.capacities:
            if capacity.code == code:
                return capacity
        raise LookupError(f"{self.name} signs nothing as {code}")


@dataclass(frozen=True)
class Group:
    """A cluster or block in one year. `owner`: who keeps it, by whose body its papers are headed; `is_central`: kept by
    the Central Council; `supervisor`: office of the Council's member who follows it, as entered."""

    id: int
    name: str
    is_block: bool
    owner: Body
    is_central: bool
    supervisor: str = ""
    home_affairs: str = ""

    def said(self, text: str) -> str:
        return of_block(text) if self.is_block else text


def report_of(body: Body, group: Group, *, body_id: int) -> Issuer:
    """A report on a cluster's period, issued by its head's body."""
    return Issuer(
        name=body.line,
        spoken=body.full_name,
        superior=body.superior_line,
        place=body.place or UNKNOWN_PLACE,
        symbol=f"{ABBREVIATIONS[Paper.REPORT]}-{body.abbreviation}",
        recipients=(*_reported_to(group, but=body), _members(group), KEPT),
        capacities=capacities_of(body),
        register=f"organisation/{body_id}",
    )


def own_paper_of(paper: Paper, body: Body, *, body_id: int, recipients: tuple[str, ...] = ()) -> Issuer:
    """A body's report on itself, or what it submits. `recipients`: before the archive; the Central Board where none are
    named."""
    return Issuer(
        name=body.line,
        spoken=body.full_name,
        superior=body.superior_line,
        place=body.place or UNKNOWN_PLACE,
        symbol=f"{ABBREVIATIONS[paper]}-{body.abbreviation}",
        recipients=(*(recipients or (f"{CENTRAL_BOARD}{FOR_REPORT}",)), KEPT),
        capacities=capacities_of(body),
        register=f"organisation/{body_id}",
    )


def council_paper_of(paper: Paper, body: Body, *, body_id: int, is_central: bool) -> Issuer:
    """Of the Council that stands beside a body; that of the central board is the Central Council."""
    name = f"{COUNCIL} Trung ương" if is_central else COUNCIL
    return Issuer(
        name=name.upper().replace("KHEN THƯỞNG", "KHEN\u00a0THƯỞNG"),
        spoken=name if is_central else f"{COUNCIL} {body.governs or body.short_name}",
        superior="" if is_central else body.line,
        place=body.place or UNKNOWN_PLACE,
        symbol=f"{ABBREVIATIONS[paper]}-HĐTĐKT",
        recipients=(f"{KEPT}, hồ sơ Hội đồng",),
        capacities=(
            Capacity(CapacityCode.SECRETARY, ("THƯ KÝ",)),
            Capacity(CapacityCode.CHAIR, ("CHỦ TRÌ",)),
        ),
        register=f"council/{body_id}",
    )


def decision_of(body: Body, *, body_id: int) -> Issuer:
    """A decision on honours is its chief's own, not the committee's, so nobody signs it TM.; a deputy signs KT. for the
    chief."""
    chief, deputy = body.title.upper(), body.deputy_title.upper()
    return Issuer(
        name=body.line,
        spoken=f"{body.title} {body.full_name}" if body.is_committee else body.full_name,
        superior=body.superior_line,
        place=body.place or UNKNOWN_PLACE,
        symbol=f"{ABBREVIATIONS[Paper.DECISION]}-{body.abbreviation}",
        recipients=(KEPT,),
        capacities=(
            Capacity(CapacityCode.CHIEF, (chief,)),
            Capacity(CapacityCode.DEPUTY, (f"KT. {chief}", deputy)),
        ),
        register=f"organisation/{body_id}",
    )


def of_group(paper: Paper, group: Group, *, head: Body | None, place: str = "") -> Issuer:
    """The cluster's own paper. `head`: whose chief is its head; `place`: where a conference met, else the head's."""
    kept = f"{KEPT}, hồ sơ hội nghị" if paper in (Paper.MINUTES, Paper.BALLOT_COUNT) else KEPT
    abbreviation = ABBREVIATIONS.get(paper, "")
    return Issuer(
        name=group.name.upper(),
        spoken=group.name,
        superior=group.owner.line,
        place=place or (head.place if head else "") or UNKNOWN_PLACE,
        symbol=f"{abbreviation}-{'KTĐ' if group.is_block else 'CTĐ'}" if abbreviation else "",
        recipients=() if paper is Paper.PACT else (*_reported_to(group, but=head), _members(group), kept),
        capacities=_capacities_of_group(paper, group, head),
        register=f"cluster/{group.id}",
    )


def signs_for(body: Body) -> tuple[str, ...]:
    """Above the title of who signs a paper together with others: each names its body in full."""
    return tuple((f"TM. {body.line}" if body.is_committee else body.line).split("\n"))


def stands_in_for(body: Body, office: str) -> tuple[str, ...]:
    """KT. and the chief's title, above an office that is a deputy's."""
    is_deputy = office.casefold().startswith(body.deputy_title.casefold())
    return (f"KT. {body.title.upper()}",) if is_deputy else ()


def capacities_of(body: Body) -> tuple[Capacity, ...]:
    """For a committee TM., its deputies KT.; an office led by one person signs by its title."""
    chief, deputy = body.title.upper(), body.deputy_title.upper()
    together = (f"TM. {COMMITTEE.upper()}",) if body.is_committee else ()
    return (
        Capacity(CapacityCode.CHIEF, (*together, chief)),
        Capacity(CapacityCode.DEPUTY, (*together, f"KT. {chief}", deputy)),
    )


def _capacities_of_group(paper: Paper, group: Group, head: Body | None) -> tuple[Capacity, ...]:
    match paper:
        case Paper.MINUTES:
            return Capacity(CapacityCode.SECRETARY, ("THƯ KÝ",)), Capacity(CapacityCode.CHAIR, ("CHỦ TRÌ",))
        case Paper.BALLOT_COUNT:
            return (
                Capacity(CapacityCode.FIRST_TELLER, ("KIỂM PHIẾU VIÊN THỨ NHẤT",)),
                Capacity(CapacityCode.SECOND_TELLER, ("KIỂM PHIẾU VIÊN THỨ HAI",)),
            )
    for_all = (group.said("TM. CỤM THI ĐUA"), group.said("CỤM TRƯỞNG"))
    if head is None:
        return (Capacity(CapacityCode.CHIEF, for_all),)
    return (
        Capacity(CapacityCode.CHIEF, (*for_all, *_office(head, head.title))),
        Capacity(CapacityCode.DEPUTY, (*for_all, *_office(head, head.deputy_title))),
    )


def _office(body: Body, title: str) -> tuple[str, ...]:
    """CHỦ TỊCH ỦY BAN NHÂN DÂN / THÀNH PHỐ CẦN THƠ; GIÁM ĐỐC SỞ NỘI VỤ."""
    first, *rest = body.line.split("\n")
    return f"{title.upper()} {first}", *rest


def _reported_to(group: Group, *, but: Body | None) -> tuple[str, ...]:
    above = [group.owner.short_name, CENTRAL_BOARD if group.is_central else group.home_affairs, group.supervisor]
    own = but.short_name if but else ""
    return tuple(f"{one}{FOR_REPORT}" for one in dict.fromkeys(above) if one and one != own)


def _members(group: Group) -> str:
    if group.is_central and not group.is_block:
        return "UBND các tỉnh, thành phố thành viên Cụm"
    return f"Các đơn vị thành viên {group.said('Cụm')}"
