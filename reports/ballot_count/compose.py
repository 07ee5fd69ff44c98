"""Material of a counted ballot → Document, and its part in the minutes of the conference. Vietnamese by law, so nothing
here is translated."""

from clusters.ballots.rules import OutcomeKind
from clusters.conferences.rules.ballot_terms import BallotPurpose
from emulation.core.dates import format_long_date
from emulation.core.numbers import format_integer
from reports.ballot_count.material import BallotMaterial, CountedBallot
from reports.document.rules.conferences import called
from reports.document.rules.document import (
    Annex,
    BulletList,
    Column,
    Document,
    Heading,
    Paragraph,
    Row,
    Table,
)

BLANK = "…………………"
CHOSEN = {
    BallotPurpose.ACCLAIM: "{unit} được suy tôn là đơn vị dẫn đầu",
    BallotPurpose.HEAD: "{unit} được bầu làm cụm trưởng",
    BallotPurpose.DEPUTY: "{unit} được bầu làm cụm phó",
}


def compose(material: BallotMaterial) -> Document:
    counted = material.counted
    first, second = counted.tellers
    return Document(
        letterhead=material.issuer.letterhead,
        symbol=material.issuer.symbol,
        place=material.issuer.place,
        day=material.held_on,
        as_of=material.held_on,
        kind="BIÊN BẢN KIỂM PHIẾU",
        subject=counted.question,
        identifier=f"ballot/{material.cluster}/{material.held_on.isoformat()}/{material.number}",
        blocks=(
            Paragraph.of(
                f"Cuộc bỏ phiếu kín được tổ chức tại {called(material)}, họp {format_long_date(material.held_on)} tại "
                f"{material.place.rstrip('.')}. "
                f"Kiểm phiếu viên: {first}; {second}."
            ),
            Heading(1, "I. CÁCH BỎ PHIẾU"),
            *how(counted),
            Heading(1, "II. KẾT QUẢ KIỂM PHIẾU"),
            *result(counted),
            Heading(1, "III. KẾT LUẬN"),
            Paragraph.of(conclusion(counted)),
            Paragraph.of(_ending(counted)),
        ),
        signers=tuple(
            capacity.signed_by(teller)
            for capacity, teller in zip(material.issuer.capacities, counted.tellers, strict=True)
        ),
        recipients=material.issuer.recipients,
        annexes=tuple(_marks(material)),
    )


def how(counted: CountedBallot):
    way = (
        "Bỏ phiếu bằng phiếu giấy."
        if counted.is_on_paper
        else "Bỏ phiếu trên máy; phiếu được niêm phong ngay khi bỏ, chỉ mở được khi có đủ mật khẩu của hai kiểm phiếu "
        "viên."
    )
    again = " Đây là lần bỏ phiếu lại." if counted.is_repeated else ""
    own = " Thành viên không bỏ phiếu cho chính mình." if counted.own_excluded else ""
    yield Paragraph.of(
        f"{way}{again} {counted.said('Theo quy định của Cụm')}, đơn vị được chọn phải đạt ít nhất "
        f"{counted.threshold}% số phiếu, tính trên {counted.base}.{own}"
    )


def result(counted: CountedBallot):
    yield Paragraph.of(
        f"Tổng số thành viên có quyền bỏ phiếu: {format_integer(counted.eligible)}; có mặt: "
        f"{format_integer(counted.present)}; số phiếu phát ra: {format_integer(counted.issued)}; thu về: "
        f"{format_integer(counted.collected)}; hợp lệ: {format_integer(counted.valid)}; không hợp lệ: "
        f"{format_integer(counted.invalid)}."
    )
    yield Table(
        caption="Số phiếu của từng đơn vị",
        columns=(Column("TT", weight=0.4), Column("Đơn vị", weight=3), Column("Số phiếu", "integer", weight=0.8)),
        rows=tuple(Row.of(str(number), unit, votes) for number, (unit, votes) in enumerate(counted.votes, 1)),
    )


def conclusion(counted: CountedBallot) -> str:
    leading = ", ".join(counted.leading)
    share = f"{format_integer(counted.most)}/{format_integer(counted.of)} phiếu"
    chosen = counted.said(CHOSEN[counted.purpose]).format(unit=counted.chosen)
    match counted.kind:
        case OutcomeKind.CHOSEN:
            return f"{chosen} với {share}."
        case OutcomeKind.CHOSEN_BY_PLACE:
            return f"{chosen} với {share}; {leading} có số phiếu bằng nhau, thứ hạng theo điểm quyết định."
        case OutcomeKind.EQUAL:
            return f"{leading} cùng được {share}; cần bỏ phiếu lại giữa các đơn vị này."
        case OutcomeKind.TOO_FEW:
            return f"Chưa đơn vị nào được chọn: nhiều phiếu nhất là {leading} với {share}; cần bỏ phiếu lại."
    return "Chưa đơn vị nào được chọn vì không có phiếu hợp lệ; cần bỏ phiếu lại."


def _ending(counted: CountedBallot) -> str:
    marks = (
        f" Mã xác thực của {format_integer(len(counted.marks))} phiếu đã kiểm ghi tại phụ lục kèm theo."
        if counted.marks
        else ""
    )
    return (
        "Biên bản được lập ngay sau khi kiểm phiếu, công bố tại hội nghị và được hai kiểm phiếu viên cùng ký xác nhận."
        + marks
    )


def _marks(material: BallotMaterial):
    counted = material.counted
    if counted.marks:
        yield Annex(
            number="Phụ lục",
            title="Mã xác thực của các phiếu đã kiểm",
            blocks=(
                Paragraph.of(
                    "Mỗi mã ứng với một phiếu đã kiểm, xếp theo thứ tự chữ cái; mã không cho biết phiếu chọn đơn vị "
                    "nào. Người bỏ phiếu đối chiếu mã của phiếu mình để biết phiếu đã được kiểm."
                ),
                BulletList.of(*counted.marks),
            ),
        )
