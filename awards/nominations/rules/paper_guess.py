"""Which paper a file is, guessed from its name; a person confirms it. Pure."""

from collections.abc import Collection

from awards.procedures.rules.terms import PaperKind as K
from emulation.core.text import search_key

# In this order: a more telling name comes first ("biên bản kiểm phiếu" before "biên bản").
TOLD_BY = (
    (K.VOTE_RESULT, ("kiem phieu", "bo phieu", "ket qua phieu", "ket qua bo phieu")),
    (K.CLUSTER_MINUTES, ("bien ban cum", "bien ban khoi", "hoi nghi cum", "hoi nghi khoi", "bien ban hop cum")),
    (K.SUMMARY_LIST, ("danh sach", "ds trich ngang", "tom tat danh sach")),
    (K.SUBMISSION_LETTER, ("to trinh", "ttr", "cong van de nghi", "van ban de nghi")),
    (K.ACHIEVEMENT_REPORT, ("thanh tich", "bctt", "bao cao tt")),
    (K.INITIATIVE_CERTIFICATE, ("sang kien", "de tai", "skkn", "hieu qua ap dung")),
    (K.PUBLICATION_PROOF, ("lay y kien nhan dan", "cong khai", "dang tai", "niem yet")),
    (K.PARTY_OPINION, ("dang uy", "cap uy", "tinh uy", "thanh uy", "ban thuong vu")),
    (K.CONSULTED_OPINION, ("hiep y", "y kien cua", "cho y kien", "tham gia y kien")),
    (K.TAX_CONFIRMATION, ("thue", "nghia vu ngan sach")),
    (K.EARLIER_DECISIONS, ("quyet dinh", "qd khen", "bang khen da", "chung nhan da")),
    (K.COUNCIL_MINUTES, ("bien ban", "bb hop", "bbh", "hoi dong")),
)


def guessed_kind(file_name: str, *, asked: Collection[K]) -> K | None:
    """Among the papers `asked` for; None where the name tells nothing. Blind to accents, and to what joins words."""
    name = f" {search_key(file_name)} "
    for kind, words in TOLD_BY:
        if kind in asked and any(f" {word} " in name for word in words):
            return kind
    return None
