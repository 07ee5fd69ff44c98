"""Whether words of a list name an award, and which one: for headings, columns and titles. Pure."""

from awards.catalogue.rules.recognise import AliasTable, recognise_award

LONGEST = 200


class AwardNames:
    """Made once for a file; it remembers what it was asked. Without a catalogue nothing is an award."""

    def __init__(self, table: AliasTable | None = None, province_kind: str | None = None):
        self._table = table or AliasTable(())
        self._province_kind = province_kind
        self._known: dict[str, tuple[bool, str]] = {}

    def knows(self, text: str) -> bool:
        """As one award, or as one of several that are written alike ("Bằng khen")."""
        return self._asked(text)[0]

    def code(self, text: str) -> str:
        """Of the one award that is written so, "" where there is none or more than one."""
        return self._asked(text)[1]

    def within(self, heading: str) -> str:
        """The award that a heading ends with: "CSTĐCS" of "Danh hiệu thi đua CSTĐCS"; "" where it names none."""
        words = heading.split()
        endings = (" ".join(words[first:]) for first in range(len(words)))
        return next((ending for ending in endings if self.knows(ending)), "")

    def _asked(self, text: str) -> tuple[bool, str]:
        if text not in self._known:
            found = (
                recognise_award(self._table, text, province_kind=self._province_kind) if len(text) <= LONGEST else None
            )
            self._known[text] = (bool(found and found.award_codes), (found and found.award_code) or "")
        return self._known[text]
