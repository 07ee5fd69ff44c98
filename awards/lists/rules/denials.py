"""A no: “không đủ điều kiện”, “không đề nghị”, “rút hồ sơ”. Pure."""

import re
import unicodedata
from functools import lru_cache

from emulation.core.text import accent_key

LONGEST = 90
WORDS = (
    r"(?<!\w)(?:(?:không|chưa) (?:đủ (?:điều kiện|tiêu chuẩn|tiêu chí|hồ sơ|thời gian|thành tích)"
    r"|đạt(?: danh hiệu| yêu cầu| tiêu chuẩn)?$|đạt (?:yêu cầu|tiêu chuẩn|điều kiện)|bảo đảm|đảm bảo|đồng ý|nhất trí"
    r"|thông qua|xét(?! tuyển)|(?:được )?(?:đề nghị|xét|khen|khen thưởng|tặng|trao tặng|công nhận|thông qua))"
    r"|rút (?:khỏi|tên|hồ sơ|đề nghị)|loại (?:khỏi|ra khỏi)|đưa ra khỏi|hủy kết quả"
    r"|thu hồi (?:quyết định|danh hiệu|bằng khen|khen thưởng))(?!\w)"
)
AROUND = ' .,;:()[]“”"*-–!'
MAY_DENY = re.compile("kh[oô]ng|ch[uư]a|r[uú]t|lo[aạ]i|[đd][uư]a|h[uủ]y|thu h", re.IGNORECASE)


def _plain(pattern: str) -> str:
    bare = (sign for sign in unicodedata.normalize("NFD", pattern) if not unicodedata.combining(sign))
    return "".join(bare).replace("đ", "d")


DENIES = re.compile(WORDS)
DENIES_PLAINLY = re.compile(_plain(WORDS))


@lru_cache(maxsize=4096)
def denies(text: str, *, longest: int = LONGEST) -> bool:
    """A short text that says so; of a long one, that tells of somebody's merits, nothing is concluded."""
    if len(text) > longest or not MAY_DENY.search(text):
        return False
    key = accent_key(text).strip(AROUND)
    return bool((DENIES_PLAINLY if key.isascii() else DENIES).search(key))
