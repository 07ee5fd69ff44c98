"""Forms of address and titles in front of a person's name. Pure."""

import re
from functools import lru_cache

from emulation.core.text import accent_key, squash

ADDRESS = ("ông", "bà", "cụ", "anh", "chị", "cô", "chú", "em")
TITLES = (
    r"ông\s*(?:/\s*bà|\(\s*bà\s*\))",
    r"đồng chí",
    r"(?:đại|thượng|trung|thiếu|chuẩn) (?:tướng|tá|[uú][ýy])",
    r"(?:phó |chuẩn )?đô đốc",
    r"(?:thượng|trung|hạ) sĩ",
    r"binh nh(?:ất|ì)",
    r"(?:phó )?giáo sư",
    r"tiến s[ĩỹ](?: khoa học)?",
    r"thạc s[ĩỹ]",
    r"bác s[ĩỹ](?: chuyên khoa (?:ii?|[12]))?",
    r"dược s[ĩỹ]",
    r"kỹ sư",
    r"kiến trúc sư",
    r"luật sư",
    r"(?:nhà giáo|nghệ sĩ|nghệ nhân|thầy thuốc) (?:nhân dân|ưu tú)",
    r"(?:bà )?mẹ (?:việt nam anh hùng|vnah)",
    r"liệt sĩ",
    r"linh mục",
    r"mục sư",
    r"h(?:òa|oà) thượng",
    r"thượng t(?:ọa|oạ)",
    r"đại đức",
    r"ni sư",
)
ABBREVIATIONS = (
    r"ô(?=\.)|pgs|gs|tskh|ts|ths|bs(?:[. ]*ck ?(?:ii?|[12]))?|bscc|ds|ks|kts|ls|nsnd|nsưt|ngnd|ngưt|nnnd|nnưt"
    r"|ttnd|ttưt|đ/c"
)
BEGINNINGS = (
    "ông|bà|cụ|anh|chị|cô|chú|em|đồng|đại|thượng|trung|thiếu|chuẩn|đô|phó|hạ|binh|giáo|tiến|thạc|bác|dược|kỹ|kiến|luật|nhà"
    "|nghệ|thầy|mẹ|liệt|linh|mục|hòa|hoà|ni"
)
MAY_BEGIN = re.compile(rf"(?:{BEGINNINGS}|{ABBREVIATIONS})(?!\w)", re.IGNORECASE)
IN_FULL = re.compile(rf"({'|'.join((*TITLES, *ADDRESS))})(?:\s*[:.,]\s*|\s+)(?=\w)", re.IGNORECASE)
SHORTENED = re.compile(rf"((?:{ABBREVIATIONS})\.?)(?:[\s:,-]+|(?<=\.))(?=\w)", re.IGNORECASE)
LONGEST_WORD = 20
INTIMATE = ("anh", "chị", "cô", "chú", "em")
NOT_AN_ADDRESS = frozenset(
    ("anh em", "anh hùng", "bà chiểu", "bà con", "bà đen", "bà điểm", "bà mẹ", "bà nà", "bà om", "bà rịa", "chị em")
    + ("cô giáo", "cô tô", "em bé", "ông bà", "ông đốc", "ông ích", "ông thị")
)
FAMILIES = (
    "an âu bá bạc bàn bành bạch bế biện bùi cà cái cam cao cầm chảo cháng châu chế chu chử cổ cù cung cứ danh diệp doãn"
    " dư dương đái đàm đàng đào đặng đậu điêu điểu đinh đoàn đỗ đồng đường giang giáp giàng hạ hà hán hàn hạng hầu hình"
    " hoàng hồ hồng hứa huỳnh kha khổng khúc khưu khương kiên kiều kim kpă ksor kỷ la lã lại lâm lầu lăng lê lèo liêu"
    " lò long lộ lơ lù lục lữ lương lường lưu lý lí ma mã mạc mạch mai mẫn mè mlô mùa nay ngô ngụy nguyễn nghiêm nhan"
    " nhâm nhữ niê ninh nông ông phạm phan phàn phí phó phù phùng quách quan quản quàng quảng rahlan rcom rmah rơ sầm"
    " siu sơn sùng sử tạ tào tăng tẩn tất thái thạch thân thập thào thẩm thiều thôi tiêu tiết tô tôn tòng tống trà"
    " trang trần triệu trình trịnh trương từ tưởng uông ưng vàng vi vì viên võ vòng vũ vương xa y yên êban ayun"
)
KNOWN_FAMILIES = frozenset(FAMILIES.split(" "))


def strip_honorific(name: str, *, stop: frozenset[str] = NOT_AN_ADDRESS) -> tuple[str, str]:
    """("Thượng tá", "Nguyễn Văn A") of "Thượng tá Nguyễn Văn A"; ("", name) where none is sure.

    Ask it only about a name that should be a person's. `stop` holds the accent keys of pairs of words that are no form
    of address and a name (Bà Rịa, Cô Tô). A name is never left empty; given names like "Anh Thư" and the family name
    Ông ("Ông Văn Mẫu", "Ông Minh Châu") stay whole: in front of one or two words "Ông" is an address only where a colon
    says so or the first of two is another family's name. The name comes back squashed.
    """
    rest, taken = squash(name), ""
    if not _may_begin(rest.partition(" ")[0][:LONGEST_WORD]):
        return "", rest
    while match := IN_FULL.match(rest) or SHORTENED.match(rest):
        left = rest[match.end() :]
        address = match[1].casefold()
        if address in ADDRESS and match[0][len(match[1]) :].isspace() and _belongs_to_name(address, left, stop):
            break
        taken += match[0]
        rest = left
    return taken.rstrip(" :,-"), rest


@lru_cache(4096)
def _may_begin(word: str) -> bool:
    """Whether it can be the first word of a form of address or of a title, or holds one at its beginning."""
    return bool(MAY_BEGIN.match(word))


def _belongs_to_name(address: str, left: str, stop: frozenset[str]) -> bool:
    words = accent_key(left).split(" ")
    if f"{address} {words[0]}" in stop:
        return True
    if address in INTIMATE:
        return len(words) == 1
    return address == "ông" and len(words) < 3 and (len(words) == 1 or words[0] not in KNOWN_FAMILIES)
