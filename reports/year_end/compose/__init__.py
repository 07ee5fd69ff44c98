"""Material of a year-end report → Document.

Outline (the trade's order): what the pact came to; campaigns; honours of the year; points, ranks and proposals;
activities of the cluster; problems and tasks; who leads next and by which pact; what the figures count, at the end. A
part without anything behind it is one plain sentence, or is left out.
"""

from collections.abc import Iterator
from dataclasses import replace

from reports.document.rules.document import Annex, Block, BulletList, Document, Figure, Paragraph
from reports.followed.compose import tasks_followed
from reports.runs.rules.passages import PassagePlace
from reports.six_month.compose import campaigns, check, ending, honours, in_order, notes, numbered, paper_of
from reports.six_month.compose.activities import what_was_held
from reports.six_month.compose.members import annex
from reports.six_month.compose.passages import ROMAN, closing
from reports.six_month.compose.told import rows_of_figures
from reports.six_month.compose.words import once, period_of
from reports.year_end.compose import pact
from reports.year_end.compose.judged import judged, next_year
from reports.year_end.compose.pact import achieved, told_lines
from reports.year_end.material import YearEndMaterial


def compose(material: YearEndMaterial) -> Document:
    """Raises `DoesNotAddUp` when a table's parts do not sum to the total."""
    whole = material.whole
    check(whole)
    figures = pact.by_member(material)
    annexes = _annexes(material, figures)
    of_figures = annexes[-1].number if figures else ""
    looks_on = f";\nphương hướng, nhiệm vụ năm {material.year + 1}" if PassagePlace.TASKS in whole.passages else ""
    subject = f"Tổng kết phong trào thi đua và công tác khen thưởng năm {material.year}{looks_on}"
    return paper_of(
        whole,
        subject=f"{subject}\ncủa {whole.cluster}",
        identifier=f"cluster-year-end/{whole.cluster_code}/{material.year}",
        blocks=numbered(*in_order(_parts(material, of_figures)), *ending(whole, period_of(whole), review="tổng kết")),
        annexes=annexes,
    )


def _annexes(material: YearEndMaterial, figures: Annex | None) -> tuple[Annex, ...]:
    """Numbered only where there are two; that of the figures comes last."""
    whole = material.whole
    honours = annex(whole, period_of(whole)) if whole.counted.total else None
    found = [one for one in (honours, figures) if one]
    if len(found) < 2:
        return tuple(replace(one, number="Phụ lục") for one in found)
    return tuple(replace(one, number=f"Phụ lục {ROMAN[number]}") for number, one in enumerate(found, 1))


def _parts(material: YearEndMaterial, figures: str) -> Iterator[tuple[str, list[Block]]]:
    whole = material.whole
    yield "KẾT QUẢ THỰC HIỆN GIAO ƯỚC THI ĐUA", list(achieved(material, annex=figures))
    yield "CÁC PHONG TRÀO THI ĐUA", list(campaigns(whole))
    yield "CÔNG TÁC KHEN THƯỞNG", list(honours(whole))
    yield "CHẤM ĐIỂM, BÌNH XÉT THI ĐUA", list(judged(material))
    yield material.said("HOẠT ĐỘNG CỦA CỤM"), list(what_was_held(whole))
    yield tasks_followed(whole.followed)
    yield from closing(whole)
    yield _title_of_next_year(material), list(next_year(material))
    yield "GHI CHÚ VỀ SỐ LIỆU", list(_of_the_data(material))


def _title_of_next_year(material: YearEndMaterial) -> str:
    """Of what is told of it alone."""
    is_elected = material.result is not None and material.result.elected
    told = ["CỤM TRƯỞNG, CỤM PHÓ"] * bool(is_elected) + ["GIAO ƯỚC THI ĐUA"] * (material.next_pact is not None)
    return material.said(f"{' VÀ '.join(told)} NĂM {material.year + 1}")


def _of_the_data(material: YearEndMaterial) -> Iterator[Block]:
    whole = material.whole
    yield from notes(whole)
    members = once(whole.members)
    silent = [member.name for member in members if member.id not in whole.reporting]
    if not whole.reporting:
        return
    reported, source = len(whole.reporting), rows_of_figures(whole.cluster_year, whole.half)
    items: list[str | Paragraph] = [
        Paragraph.of(
            "Số liệu chỉ tiêu cả năm do ",
            Figure(reported, printed=f"{reported}/{len(members)}", source=source),
            " đơn vị báo cáo, ghi đúng như báo cáo."
            + (f" Chưa có số liệu được tiếp nhận: {', '.join(silent)}." if silent else ""),
        )
    ]
    if material.pact is not None and told_lines(material) and material.targets:
        items.append(
            "Chỉ tiêu tính là đạt khi số báo cáo chắc chắn từ mức giao trở lên; chỉ tiêu cần giảm hoặc có mức trần thì "
            "khi chắc chắn không vượt mức giao. Số chưa đủ chính xác thì ghi chưa xác định được."
        )
    yield BulletList.of(*items)
