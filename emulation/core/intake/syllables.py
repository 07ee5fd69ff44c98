"""Whether a word could be a Vietnamese syllable: to tell apart codes that give the same signs other letters. Pure."""

import re
import unicodedata
from functools import lru_cache

TONES = frozenset("\u0300\u0309\u0303\u0301\u0323")
WITH_A_STOP = frozenset("\u0301\u0323")
INITIALS = "b|ch?|d|đ|gh?|gi|h|kh?|l|m|ngh?|nh?|ph?|qu|r|s|th?|tr|v|x"
RIMES = (
    "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây "
    "e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu "
    "o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt "
    "oc oe oen oeo oet oi om on ong oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt "
    "u ua uân uâng uât uây uc uê uêch uênh ui um un ung uơ uôc uôi uôm uôn uông uôt "
    "up ut uy uya uych uyên uyêt uyn uynh uyt uyu ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu "
    "y yêm yên yêng yêt yêu ych yn ynh yt"
)
SYLLABLE = re.compile(rf"(?:{INITIALS})?(?:{'|'.join(sorted(RIMES.split(), key=len, reverse=True))})")
STOPPED = re.compile(r"(?:c|ch|p|t)$")


@lru_cache(maxsize=65536)
def is_syllable(word: str) -> bool:
    """ "Nguyễn", "đ" written with the Icelandic sign too; not "café", not "Nguyeãn"."""
    parts = unicodedata.normalize("NFD", word.casefold().replace("ð", "đ"))
    tones = [mark for mark in parts if mark in TONES]
    if len(tones) > 1:
        return False
    plain = unicodedata.normalize("NFC", "".join(mark for mark in parts if mark not in TONES))
    if not SYLLABLE.fullmatch(plain):
        return False
    return not STOPPED.search(plain) or bool(tones and tones[0] in WITH_A_STOP)
