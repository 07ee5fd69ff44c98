"""Whether words of a list name an award, and which one: for headings, columns and titles. Pure."""

from awards.catalogue.rules.recognise import AliasTable, Reason, Recognition, recognise_award

LONGEST = 200


class AwardNames:
    """Made once for a file; it remembers what it was asked. Without a catalogue nothing is an award."""

    def __init__(self, table: AliasTable | None = None, province_kind: str | None = None, home: str = ""):
        self._table = table or AliasTable(())
        self._province_kind = province_kind
        self._home = home
        self._known: dict[str, Recognition | None] = {}

    def knows(self, text: str) -> bool:
        """As one award, or as one of several that are written alike ("Bằng khen")."""
        found = self._asked(text)
        return bool(found and found.award_codes)

    def code(self, text: str) -> str:
        """Of the one award that is written so, "" where there is none or more than one."""
        found = self._asked(text)
        return (found and found.award_code) or ""

    def lacks_class(self, text: str) -> bool:
        """ "Huân chương Lao động": one award but for its class, which a column may say."""
        found = self._asked(text)
        return found is not None and found.reason is Reason.CLASS_MISSING

    def within(self, heading: str) -> str:
        """The award that a heading ends with: "CSTĐCS" of "Danh hiệu thi đua CSTĐCS"; "" where it names none."""
        words = heading.split()
        endings = (" ".join(words[first:]) for first in range(len(words)))
        return next((ending for ending in endings if self.knows(ending)), "")

    def _asked(self, text: str) -> Recognition | None:
        if text not in self._known:
            is_short = len(text) <= LONGEST
            self._known[text] = (
                recognise_award(self._table, text, province_kind=self._province_kind, home=self._home)
                if is_short
                else None
            )
        return self._known[text]
