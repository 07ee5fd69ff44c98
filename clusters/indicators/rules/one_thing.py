"""Whether a promise or a goal says one thing, so that it can be checked as one. Pure."""

import re

from emulation.core.text import squash

DEEDS = (
    "phấn đấu|hoàn thành|đạt|bảo đảm|đảm bảo|tổ chức|triển khai|xây dựng|giảm|tăng|nâng|thực hiện|đẩy mạnh|phát động|"
    "kiểm tra|tuyên truyền|ban hành|giải ngân|thu|khen thưởng|phát hiện|nhân rộng|hỗ trợ|duy trì|chấm dứt|không để"
)
SEMICOLON = re.compile(r";\s+\S")
SENTENCE_ENDS = re.compile(r"(\S+)[.!?]\s+(\S)")
JOINED = re.compile(rf",?\s(?:và|đồng thời|cùng với)\s+(?:{DEEDS})\b", re.IGNORECASE)
SHORTEST_WORD = 3
BEGINS = re.compile(rf"^(?:[-–+•]\s*)?(?:(?:tiếp tục|chủ động|tập trung)\s+)?(?:{DEEDS})\b", re.IGNORECASE)


def says_two_things(text: str) -> bool:
    """Two sentences, or two deeds joined by "và", each with its number: "Giải ngân 95% và hoàn thành 19 xã". Two
    objects of one deed are one thing: "phát hiện và biểu dương 100 điển hình"."""
    written = squash(text).rstrip(".;!?… ")
    if SEMICOLON.search(written) or any(_ends_a_sentence(*found) for found in SENTENCE_ENDS.findall(written)):
        return True
    return bool(BEGINS.match(written)) and any(
        _has_digit(written[: joined.start()]) and _has_digit(written[joined.end() :])
        for joined in JOINED.finditer(written)
    )


def _has_digit(words: str) -> bool:
    return any(character.isdigit() for character in words)


def _ends_a_sentence(word: str, following: str) -> bool:
    """ "TP. Hồ Chí Minh" and "NĐ. 30" do not."""
    return len(word) >= SHORTEST_WORD and not word.isupper() and following.isupper()
