"""A no: “không đủ điều kiện”, “tạm hoãn”, “rút hồ sơ”, “loại”; and what may be one. Pure."""

import re
import unicodedata
from functools import lru_cache

from emulation.core.text import accent_key, search_key

LONGEST = 90
LONGEST_TITLE = 250
NOT = r"(?:không|ko|k|chưa|chẳng)(?: được)?(?: (?:hội đồng|hđ|lãnh đạo|cấp trên)(?: \w+){0,3}?)?"
DISCIPLINED = "k[ỷỉ] luật|khiển trách|cảnh cáo"
WORDS = (
    rf"(?<!\w)(?:{NOT} đạt (?:đủ )?(?:số phiếu|phiếu|tín nhiệm|tỷ lệ|\d+ ?%)"
    rf"|{NOT} (?:đủ (?:điều kiện|đk|tiêu chuẩn|tiêu chí|hồ sơ|thời gian|thành tích)|đủ$"
    r"|đạt(?: danh hiệu| yêu cầu| tiêu chuẩn)?$|đạt (?:yêu cầu|tiêu chuẩn|điều kiện)|bảo đảm|đảm bảo|đồng ý|nhất trí"
    r"|thông qua|(?:phê )?duyệt|trình(?! độ| bày| diện)|đề nghị|xét(?! tuyển)|khen|khen thưởng|tặng|trao tặng"
    r"|công nhận|hợp lệ)|rút (?:khỏi|tên|hồ sơ|đề nghị)|xin rút|loại (?:khỏi|ra khỏi)"
    r"|(?:danh sách|ds|trường hợp) (?:bị )?(?:loại|rút|trượt|hủy|bảo lưu)$|(?:hoàn )?trả (?:lại )?hồ sơ"
    r"|(?:để|lùi|chuyển|dời)(?: lại| sang| đến)? (?:năm|kỳ|đợt|lần) (?:sau|tới)"
    r"|đưa ra khỏi|hủy kết quả"
    r"|dừng (?:xét|khen|tặng|công nhận|đề nghị)|tạm hoãn(?! nghĩa vụ| nhập ngũ)"
    r"|hoãn (?:xét|khen|tặng|trao|công nhận|đề nghị)"
    r"|chờ (?:xác minh|kết luận|xem xét|xét|duyệt|bổ sung)|trượt(?! băng| lở| giá| đất| ván| tuyết)"
    rf"|(?<!không )(?<!chưa )(?<!ko )bị (?:{DISCIPLINED}|tước|loại|thu hồi|hủy|đình chỉ|khởi tố)"
    rf"|(?:đang|trong thời gian) (?:(?:bị|chịu|xem xét|xử lý|thi hành) )*(?:{DISCIPLINED})"
    r"|thu hồi (?:quyết định|danh hiệu|bằng khen|khen thưởng)|tước (?:danh hiệu|bằng|giấy|huân|huy))(?!\w)"
)
ALONE = r"(?:tạm )?(?:hoãn|dừng)|(?:xin |đã |này )?rút|loại(?: bỏ)?|bỏ|hủy|bảo lưu|gạch(?: tên)?|rớt|thu hồi"
IN_AN_AWARD = r"(?:không(?! kèm| có| tiền)|ko|chưa|bị)(?!\w).*|k|0"
AROUND = ' .,;:()[]“”"*-–!'
APART = re.compile(r"[,;:.()\[\]/–—-]+")
MAY_DENY = re.compile(
    r"kh[oô]ng|\bko?\b|ch[uưẳ]|r[uú]t|lo[aạ]i|[đd][uư]a|h[uủ][yỷ]|thu h|ho[aã]n|ch[oờ] |tr[uư][oợ]t|b[iị] |k[yỷiỉ] lu"
    r"|t[uư][oớ]c|b[oỏảa]|tr[aả] |[lđd][uùểeờơ]i? |chuy|h[oỏ]ng|d[uừ]ng|g[aạ]ch|r[oớ]t|v[aắ]ng|\b0\b",
    re.IGNORECASE,
)
OF_OTHERS = re.compile(r"(?<!\w)(?:lần nào|lần đầu|bao giờ|cấp trên|cấp cao hơn|hình thức nào)(?!\w)")
RESULTS = re.compile(r"\b(?:ket qua|y kien|hoi dong|(?:xet|phe) duyet|bieu quyet|ket luan|dong y)\b")
NOES = frozenset({"k", "0", "ko", "không", "khong", "chưa", "chua", "hỏng", "hong"})
MATTERS = r"(?:vướng mắc|vướng|ý kiến khác(?: nhau)?|chưa thống nhất|cần (?:làm rõ|xác minh|xem xét thêm))"
UNSETTLED = (
    rf"(?<!\w)(?:trường hợp|cá nhân|tập thể|hồ sơ|hộ gia đình)(?: (?:còn|đang|có|gặp|bị))* {MATTERS}(?!\w)"
    rf"|^(?:(?:[ivx]+|[a-h]|\d{{1,2}})\W+)?(?:còn |có )?{MATTERS}$"
)
ABSENT = re.compile(r"(?<!\w)(?:vắng mặt|vang mat)(?!\w)")
IN_RESERVE = re.compile(
    r"(?:(?:[ivx]+|[a-h]|\d{1,2}) )?(?:(?:danh sach|cac|truong hop|ca nhan|tap the) )*du (?:phong|bi)"
)
HARMLESS = re.compile(
    r"(?<!\w)(?:(?:không|ko|chưa) (?:có(?! sáng kiến| hồ sơ| đề tài)|bị|vi phạm|giữ|chuyên trách|thuộc|phải|là)"
    r"|(?:xếp|phân) loại|(?:tháo gỡ|giải quyết)[^.;]* vướng mắc"
    r"|loại (?:[a-e]|[ivx]+|\d|tốt|khá|giỏi|xuất sắc|hình))(?!\w)"
)
AWARDED = r"(?:lđ|ttlđ|cst|bk|gk|bằng|giấy|cờ|danh hiệu|khen)\w*"
MAY_BE_A_NO = re.compile(
    r"(?<!\w)(?:không|ko|chưa|hoãn|chờ|trùng|loại|rút|bỏ|hủy|xem lại|xem xét|xác minh|thẩm tra|k[ỷỉ] luật|khiếu nại"
    r"|tố cáo|đơn thư|vắng|vướng|dừng|thiếu(?! nhi| niên| tá| tướng| úy| sinh)|(?:đã|bị) trừ|sai tên|đúng là"
    rf"|0 ?/ ?\d+(?: phiếu)?|(?:đề nghị|đn) {AWARDED}|bổ sung sau"
    rf"|(?:hạ|hạ xuống|chuyển|chuyển sang|chỉ|chỉ xét|chỉ đề nghị) {AWARDED})(?!\w)"
)


def _plain(pattern: str) -> str:
    bare = (sign for sign in unicodedata.normalize("NFD", pattern) if not unicodedata.combining(sign))
    return "".join(bare).replace("đ", "d")


DENIES, DENIES_PLAINLY = re.compile(WORDS), re.compile(_plain(WORDS))
IS_UNSETTLED, UNSETTLED_PLAINLY = re.compile(UNSETTLED), re.compile(_plain(UNSETTLED))
IS_ALONE, IS_ALONE_PLAINLY = re.compile(ALONE), re.compile(_plain(ALONE))
OF_AN_AWARD, OF_AN_AWARD_PLAINLY = re.compile(f"{ALONE}|{IN_AN_AWARD}"), re.compile(_plain(f"{ALONE}|{IN_AN_AWARD}"))


@lru_cache(maxsize=4096)
def denies(text: str, *, longest: int = LONGEST) -> bool:
    """A short text that says so; of a long one, that tells of somebody's merits, nothing is concluded."""
    if len(text) > longest or not MAY_DENY.search(text):
        return False
    key = accent_key(text).strip(AROUND)
    if OF_OTHERS.search(key):
        return False
    says, alone = (DENIES_PLAINLY, IS_ALONE_PLAINLY) if key.isascii() else (DENIES, IS_ALONE)
    return bool(says.search(key)) or any(map(alone.fullmatch, map(str.strip, APART.split(key))))


@lru_cache(maxsize=4096)
def denies_all(text: str) -> bool:
    """Of a title, or the heading of a section, for those beneath."""
    if IN_RESERVE.fullmatch(search_key(text)):
        return True
    key = accent_key(text).strip(AROUND)
    unsettled = UNSETTLED_PLAINLY if key.isascii() else IS_UNSETTLED
    return denies(text, longest=LONGEST_TITLE) or bool(ABSENT.search(key) or unsettled.search(key))


def denies_award(text: str) -> bool:
    """Of a cell of awards: “CSTĐCS: không”, “CSTĐCS (hoãn)”; no formula says one."""
    if len(text) > LONGEST or text.startswith("=") or not MAY_DENY.search(text):
        return False
    key = accent_key(text)
    alone = OF_AN_AWARD_PLAINLY if key.isascii() else OF_AN_AWARD
    return denies(text) or any(map(alone.fullmatch, map(str.strip, APART.split(key)[1:])))


def denies_as_result(text: str) -> bool:
    """Of a cell beneath “Kết quả”, “Ý kiến của Hội đồng”."""
    return accent_key(text).strip(AROUND) in NOES or denies(text)


def may_deny(text: str) -> bool:
    """A short text that is no sure no and lets nobody be sure of a yes."""
    if len(text) > LONGEST:
        return False
    key = accent_key(text)
    return not OF_OTHERS.search(key) and bool(MAY_BE_A_NO.search(HARMLESS.sub(" ", key)))
