"""How a conference is called on paper."""

from clusters.conferences.rules.terms import ConferenceKind

CONFERENCES = {
    ConferenceKind.MID_YEAR: "Hội nghị sơ kết 6 tháng đầu",
    ConferenceKind.YEAR_END: "Hội nghị tổng kết",
    ConferenceKind.SIGNING: "Hội nghị ký giao ước thi đua",
    ConferenceKind.THEMATIC: "Hội nghị chuyên đề",
}


def called(one) -> str:
    """`one`: a conference with its kind, subject, year and the year whose pact it signs."""
    words = CONFERENCES[one.kind] + (f" “{one.subject}”" if one.subject else "") + f" năm {one.year}"
    return f"{words} và ký giao ước thi đua năm {one.signs_year}" if one.signs_year else words
