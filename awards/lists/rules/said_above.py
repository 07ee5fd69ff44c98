"""What a list says once above its table, in the title and the lines beneath it, and holds for all its rows. Pure."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Self, TypeAlias

from awards.catalogue.rules.recognise_terms import recognise_subject, recognise_way
from awards.catalogue.rules.terms import SubjectKind
from awards.lists.rules.award_names import AwardNames
from awards.lists.rules.denials import denies_all
from awards.lists.rules.sections import AWARD, BY_A_DECISION
from awards.rows.rules.days import achievement_in, years_in
from emulation.core.dates import DateError, parse_date
from emulation.core.text import accent_key, search_key, squash
from emulation.core.text.look_alikes import folded_signs

NUMBER = re.compile(
    r"(?:số\s*:?|(?<!\w)(?:qđ|quyết\s+định)(?=\s*:?\s*\d[\w.]*\s*/\s*[\d/]*[^\W\d])\s*:?)"
    r"\s*(\d[\w./\-–]*\s*/\s*[\w.\-–Đđ/]+|\d+)",
    re.IGNORECASE,
)
DAY_BESIDE = re.compile(r"[\s,;(]*(\d{1,2}[/.-]\d{1,2}[/.-]\d{4})(?!\d)")
DAY = re.compile(
    r"ngày\s*(\d{1,2}\s*[/.\-]\s*\d{1,2}\s*[/.\-]\s*\d{4}|\d{1,2}\s*tháng\s*\d{1,2}\s*năm\s*\d{4})", re.IGNORECASE
)
UNWRITTEN_DAY = re.compile(r"ngày[\s\d.…_]*tháng[\s\d.…_]*năm\s*\d{4}", re.IGNORECASE)
YEAR = re.compile(
    r"\bnăm\s+(?:học\s+|công\s+tác\s+|thành\s+tích\s+)?(?:(?:19|20)\d\d\s*[-–]\s*)?((?:19|20)\d\d)\b", re.IGNORECASE
)
SEVERAL_YEARS = re.compile(
    r"\bnăm\s+((?:học\s+|công\s+tác\s+|thành\s+tích\s+)?(?:19|20)\d\d"
    r"(?:\s*(?:[-–,;]|và|đến|tới)\s*(?:hết\s+)?(?:năm\s+)?(?:19|20)\d\d)+)",
    re.IGNORECASE,
)
SIGNER = re.compile(
    r"\bcủa\s+((?:chủ\s+tịch|phó\s+chủ\s+tịch|thủ\s+tướng|bộ\s+trưởng|giám\s+đốc|ủy\s+ban|uỷ\s+ban|ubnd|hội\s+đồng)[^,;()]*)",
    re.IGNORECASE,
)
PAPERS = re.compile(
    r"\b(quyết\s+định|qđ|tờ\s+trình|công\s+văn|báo\s+cáo|kế\s+hoạch|biên\s+bản|thông\s+báo|hướng\s+dẫn|nghị\s+quyết|nghị\s+định"
    r"|thông\s+tư|chỉ\s+thị|luật|giấy\s+mời|phiếu\s+trình|văn\s+bản)\b",
    re.IGNORECASE,
)
WAY = re.compile(
    r"khen\s+thưởng\s+(?:theo\s+)?(thường xuyên|đột xuất|chuyên đề|đối ngoại|cống hiến|niên hạn)", re.IGNORECASE
)
DECISIONS = frozenset({"quyet dinh", "qd"})
DECISION_SIGN = re.compile(r"q[đd]", re.IGNORECASE)
OTHER_SIGN = re.compile(r"/\s*(?:ttr|tt|cv|bc|kh|bb|tb|hd|nq|nđ|gm)\b|[-/]ttr\b", re.IGNORECASE)
GIVES = re.compile(
    r"(?<!\w)(?:tặng thưởng|truy tặng|tặng|công nhận|khen thưởng|trao tặng|đạt|nhận|phong tặng|danh sách"
    r"|danh hiệu|hình thức|bình xét|xét chọn"
    r"|(?<!tập thể, )(?<!tập thể và )(?<!tập thể/)(?<!tập thể - )cá nhân)(?!\w)\s*"
    r"(?:(?:theo )?(?:thường xuyên|đột xuất|chuyên đề|đối ngoại|cống hiến|niên hạn)(?:\s*[-–:]\s*|\s+))?(?:các\s+)?"
    r"(?:danh hiệu(?: vinh dự nhà nước| thi đua)?|hình thức(?: khen thưởng)?)?\s*[:“\"]*\s*"
)
BRACKETED = re.compile(r"\([^)]*\)?")
AFTER_AWARD = re.compile(
    r"^(?:(?:các )?năm|về|vì|trong|tại|cho|do|của|đã|nhân|thuộc|theo|giai|kèm|đợt|lần|nhằm|có|và có|từ|ngày"
    r"|quý|thực|kỳ|đối|vào)(?!\w)"
)
SEVERAL = re.compile(r"(?<!\w)(?:và|hoặc)(?!\w)|[;/]")
PROPOSED_TO_WHO_HAS = re.compile(
    r"((?<!\w)đã\s+(?:được\s+)?(?:tặng|trao|nhận|đạt|khen|công\s+nhận).*?)(?<!\w)đề\s+nghị(?!\w)", re.IGNORECASE
)
OF_ANOTHER_MATTER = re.compile(
    r"\b(?:huy bo|bai bo|huy|thu hoi|dinh chinh|sua doi|(?<!khen thuong )bo sung|thay the|can cu|dieu chinh|thuc hien"
    r"|thi hanh)\b"
)
ABOUT_ANOTHER_MATTER = re.compile(r"\b(?:thanh lap|kien toan|ban hanh (?:quy|huong|ke)|phan cong|uy quyen)\b")
LINES_OF_ONE = 3
LONGEST_AWARD = 20
AROUND = ' ,.:;“”"'
NO_AWARD = ("", "")
OF_A_YEAR = re.compile(r"^(?:ds|danh sách)\s+|\s*[-–_(]?\s*(?:năm\s+)?(?:19|20)\d\d\)?$", re.IGNORECASE)
GOES_WITH = re.compile(r"\bkem (?:theo|quyet dinh)\b|\bban hanh kem\b")
Decision: TypeAlias = tuple[str, date | None, str]  # its number, its day, the office of its signer


@dataclass(frozen=True)
class SaidAbove:
    """`award` is a code of the catalogue, `award_without_class` words that want a class yet; `denied`: the line that
    says that those beneath were not honoured; `achievement_year`: 0 where several are said, which is asked."""

    decision_number: str = ""
    decision_date: date | None = None
    achievement_year: int | None = None
    signer_office: str = ""
    award: str = ""
    award_without_class: str = ""
    subject_kind: str = ""
    way: str = ""
    denied: str = ""

    def carried_on(self, part: Self) -> Self:
        """What holds beneath `part`, the words above a later table, where these only say whom it names: “CÁ NHÂN”."""
        alone = type(self)(subject_kind=part.subject_kind)
        return replace(self, subject_kind=part.subject_kind) if part == alone and part.subject_kind else part


def read_above(
    lines: Iterable[str], names: AwardNames | None = None, sheet: str = "", *, sheet_is_asked: bool = False
) -> SaidAbove:
    """`lines`: the texts above the headings. Only a decision gives its number and day: what a submission (Tờ trình) or
    another paper is numbered is passed over. `names` knows awards; the name of the sheet may say the subject,
    and the award where no title and no column does (`sheet_is_asked`)."""
    names = names or AwardNames()
    lines = [folded_signs(squash(line)) for line in lines if line]
    award = NO_AWARD
    decisions = [(line, told) for line, following in pairwise([*lines, ""]) for told in _decisions(line, following)]
    number, day, signer = _of_the_list(decisions)
    papers = [line for line in lines if PAPERS.search(line)]
    in_turn = [*(line for line in lines if line not in papers), *papers]
    year = next((found for line in in_turn if (found := _year(line)) is not None), None)
    denied = next((line for line in (*lines, sheet) if line and denies_all(line)), "")
    giving = [] if denied else _behind_earlier_awards(lines)
    for first in range(len(giving)):
        for last in range(LINES_OF_ONE, 0, -1):
            award = award if any(award) else _award(giving[first : first + last], names)
    if not any(award) and not denied:
        award = _award_alone(lines, names)
    titles = [line for line in lines if line not in papers and not recognise_subject(line)]
    if sheet_is_asked and not (titles or any(award) or denied):
        award = names.code(text := OF_A_YEAR.sub("", sheet).strip(AROUND)), text if names.lacks_class(text) else ""
    subject = _subject(lines) or (recognise_subject(sheet) or "")
    way = next(filter(None, map(_way, lines)), "")
    return SaidAbove(number[:60], day, year, signer, *award, subject, way, denied)


def _behind_earlier_awards(lines: list[str]) -> list[str]:
    """Of “đã được tặng … đề nghị …” what is proposed: what somebody already has is not given by the list."""
    whole = " ".join(lines)
    proposed = PROPOSED_TO_WHO_HAS.search(whole)
    return [whole[proposed.end(1) :]] if proposed else lines


def _of_the_list(decisions: list[tuple[str, Decision]]) -> Decision:
    """Of several with numbers of their own the one that the list goes with (Kèm theo); where that does not tell, none:
    a person is asked rather than given the first."""
    if len({told[0] for _line, told in decisions if told[0]}) > 1:
        decisions = [(line, told) for line, told in decisions if told[0] and GOES_WITH.search(search_key(line))]
        if len({told[0] for _line, told in decisions}) != 1:
            return "", None, ""
    numbers, days, signers = zip(*(told for _line, told in decisions), strict=True) if decisions else ((), (), ())
    return next(filter(None, numbers), ""), next(filter(None, days), None), next(filter(None, signers), "")


def _decisions(line: str, following: str) -> Iterator[Decision]:
    """Each decision that the line names."""
    papers = [search_key(paper) for paper in PAPERS.findall(line)]
    found = []
    for match in NUMBER.finditer(line):
        before = PAPERS.findall(line[: match.start(1)])
        of_a_decision = search_key(before[-1]) in DECISIONS if before else bool(DECISION_SIGN.search(match[1]))
        if of_a_decision and not OTHER_SIGN.search(match[1]) and not _is_of_another_matter(line, match):
            found.append(match)
    plainly = not OF_ANOTHER_MATTER.search(key := search_key(line)) and not ABOUT_ANOTHER_MATTER.search(key)
    if not found and papers and not set(papers) - DECISIONS and not NUMBER.search(line) and plainly:
        yield "", _day(_first(DAY, line)), _signer(line)
    for match in found:
        rest = line[match.end() :]
        other = PAPERS.search(rest) or NUMBER.search(rest)
        rest = rest[: other.start()] if other else rest
        day = beside[1] if (beside := DAY_BESIDE.match(rest)) else _first(DAY, rest)
        if not day and not rest.strip(" ,.;)") and DAY.match(following.lstrip(" (,")):
            day = _first(DAY, following)
        yield match[1].replace(" ", "").rstrip(".-–/"), _day(day), _signer(rest or following)


def _is_of_another_matter(line: str, number: re.Match[str]) -> bool:
    """“Hủy bỏ Quyết định số 400”, “Quyết định thành lập Hội đồng số 10”: not what the list goes with."""
    before = search_key(line[: number.start(1)])
    goes_with = [found.end() for found in GOES_WITH.finditer(before)]
    before = before[goes_with[-1] :] if goes_with else before
    rest = line[number.end() :]
    other = PAPERS.search(rest) or NUMBER.search(rest)
    about = search_key(rest[: other.start()] if other else rest)
    return bool(OF_ANOTHER_MATTER.search(before) or any(map(ABOUT_ANOTHER_MATTER.search, (before, about))))


def _signer(words: str) -> str:
    return _first(SIGNER, words).strip(" .")[:200]


def _award(lines: list[str], names: AwardNames) -> tuple[str, str]:
    """(code, words without a class) of "… được tặng Bằng khen của Chủ tịch UBND tỉnh năm 2022"; two awards in one title
    are no answer."""
    key = accent_key(BRACKETED.sub(" ", " ".join(lines)))
    others = (paper.start() for paper in PAPERS.finditer(key) if search_key(paper[1]) not in DECISIONS)
    key = key[: next(others, len(key))]
    for gives in GIVES.finditer(key):
        words = key[gives.end() :].strip(AROUND).split()
        for length in range(min(len(words), LONGEST_AWARD), 1 if len(words) > 1 else 0, -1):
            text, rest = " ".join(words[:length]).strip(AROUND), " ".join(words[length:])
            found = (names.code(text), text if names.lacks_class(text) else "")
            if not any(found):
                continue
            if not rest or AFTER_AWARD.match(rest) or words[length - 1].endswith(","):
                return NO_AWARD if _names_another(rest, names) else found
            if SEVERAL.match(rest):
                return NO_AWARD
    return NO_AWARD


def _award_alone(lines: list[str], names: AwardNames) -> tuple[str, str]:
    """Of a line that is the name of an award and of its decision: “BK UBND TP (QĐ 21/QĐ-UBND)”; two are no answer."""
    texts = [text for line in lines if AWARD.match(search_key(text := BY_A_DECISION.sub("", line).strip(AROUND)))]
    found = {(names.code(text), text if names.lacks_class(text) else "") for text in texts} - {NO_AWARD}
    return found.pop() if len(found) == 1 else NO_AWARD


def _names_another(rest: str, names: AwardNames) -> bool:
    words = rest.split()
    spans = ((first, last) for first in range(len(words)) for last in range(first + 2, min(first + 9, len(words) + 1)))
    return any(names.code(" ".join(words[first:last])) for first, last in spans)


def _subject(lines: list[str]) -> str:
    """Of "II. CÁ NHÂN" above the headings, or a title that speaks of one kind only."""
    for line in reversed(lines):
        if subject := recognise_subject(BRACKETED.sub("", line).strip()):
            return subject
    titles = " ".join(accent_key(line) for line in lines if accent_key(line).startswith("danh sách"))
    spoken = {
        subject
        for words, subject in (
            ("tập thể", SubjectKind.COLLECTIVE),
            ("cá nhân", SubjectKind.INDIVIDUAL),
            ("hộ gia đình", SubjectKind.HOUSEHOLD),
        )
        if words in titles
    }
    return next(iter(spoken)) if len(spoken) == 1 else ""


def _way(line: str) -> str:
    found = WAY.search(line)
    return (found and recognise_way(found[1])) or ""


def _first(pattern: re.Pattern[str], line: str) -> str:
    found = pattern.search(line)
    return found[1] if found else ""


def _day(written: str) -> date | None:
    try:
        return parse_date(written) if written else None
    except DateError:
        return None


def _year(line: str) -> int | None:
    """Of the achievements, not of a paper's day; 0 of several years, but for those of one school year."""
    plain = UNWRITTEN_DAY.sub("", DAY.sub("", line))
    if several := SEVERAL_YEARS.search(plain):
        first, *_between, last = years_in(several[1])
        return last if last == first + 1 and achievement_in(several[1]).year == last else 0
    found = YEAR.search(plain)
    return int(found[1]) if found else None
