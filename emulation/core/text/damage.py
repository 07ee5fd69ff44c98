"""What programs leave where a text should stand: lost letters, errors, formulas without a result. Pure."""

import re

LOST = re.compile(
    "(?<=[^\\W\\d_])\\?|\\?(?=[^\\W\\d_])|\\?\\?|[\ufffd\u25a1\u25af]"
    "|(?<=[^\\W\\d_])[\ue000-\uf8ff]|[\ue000-\uf8ff](?=[^\\W\\d_])"
)
TWICE = re.compile("á[º»]|Ä[\x80-\xbf\u0192‘’‚„…†‡ˆ‰ŠŒŽ]|Æ[°¡]|Ã[¡¢£¨©ª¬\u00ad²³´µ¹º½ƒ]|Å[¨©]|â€")
ERROR = re.compile(r"#N/A|#GETTING_DATA|#[^\W\d][\w/]{1,20}[!?]|(?:Err|Lỗi|Error):\s?\d{3}", re.IGNORECASE)
FORMULA = re.compile(r"=\s*[^\W_]|=[\"'({\[+\-@$]")


class MendedText(str):
    """A text whose letters were put right; `was`: as it stood in the file."""

    was: str

    def __new__(cls, text: str, was: str) -> "MendedText":
        made = super().__new__(cls, text)
        made.was = was
        return made

    def __reduce__(self) -> tuple[type, tuple[str, str]]:
        return MendedText, (str(self), self.was)


class StruckText(str):
    """A text that is crossed out from its first letter to its last."""


def lost_in(text: str) -> bool:
    """Whether letters of the text are gone, "Nguy?n", or stand there as signs that no reading turns back."""
    return bool(LOST.search(text) or (not text.isascii() and TWICE.search(text)))


def error_in(text: str) -> bool:
    """ "#N/A", "#REF!", and what other programs write in their place."""
    return text.startswith(("#", "E", "e", "L", "l")) and bool(ERROR.fullmatch(text))


def formula_in(text: str) -> bool:
    """ "=VLOOKUP(…)" """
    return text.startswith("=") and bool(FORMULA.match(text))
