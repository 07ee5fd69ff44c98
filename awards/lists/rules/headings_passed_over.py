"""What headings say that are known and speak of no honour of the list. Keys of search."""

OF_THE_PAST = (
    r"\b(?:da dat|da duoc|da nhan|truoc day|nam truoc|ky truoc|cac nam|lien ke|gan nhat"
    r"|nam (?:lien(?: tuc| tiep)?|gan day)|thanh tich (?:dat duoc|da co|noi bat|tieu bieu))\b"
)
OF_ANOTHER_DAY = (  # “Ngày nộp hồ sơ”, “Năm nghỉ hưu”: it says its own thing, whatever its days look like
    r"^(?:ngay|nam|thang|thoi (?:gian|diem))\b(?!.*\b(?:sinh|quyet dinh|ban hanh|khen|tang|trao|cong nhan)\b)"
    r"(?=.* (?!ngay\b|thang\b|nam\b|nu\b|duong\b|am\b|lich\b)[a-z]+)[^\d]*$"
)
OF_AN_EVENT = (
    r"^(?:(?:ngay|nam) )?(?:mat|(?:vao|nhap|xuat|ket|tuyen|nghi|tot|bo) "
    r"(?:dang|doan|nganh|ngu|nap|hon|dung|huu|nghiep|nhiem)\b.*)$"
    r"|^(?:(?:ngay|thang|nam) )*hy sinh\b"
    r"|^(?:ngay|nam) (?:ky (?:hop dong|ket)|vao|sinh hoat)\b|^ngay \w+ (?:ho so|xet)$"
)
OF_OTHER_PEOPLE = (
    r"\bnguoi (?:ky|lap|nop)\b|^ho (?:va )?ten (?:cha|me|vo|chong)\b"
    r"|\bnguoi (?:duoc )?(?:uy quyen|nhan|dai dien|lien he|gioi thieu)\b"
)
