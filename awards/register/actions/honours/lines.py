"""What a line of the register says, plainly, for comparing two versions and for keeping what was changed."""

from awards.register.models.honour import Honour
from awards.register.models.printed import printed_names

PERSONAL = ("birth", "identity")


def line_of(honour: Honour, *, award: str = "") -> dict[str, str]:
    """By the names of the form's fields: terms as keys, days in ISO, the award as the law of the day names it, of the
    identity number only its last digits. `award`: its name where it is at hand."""
    return {
        "subject_kind": str(honour.subject_kind),
        "honorific": honour.honorific,
        "name": honour.name,
        "birth": honour.birth_date.isoformat() if honour.birth_date else str(honour.birth_year or ""),
        "identity": honour.identity_tail,
        "position": honour.position,
        "unit": honour.unit,
        "target_group": str(honour.target_group),
        "award": award or printed_names([honour])[honour.pk],
        "way": str(honour.way),
        "achievement_year": str(honour.achievement_year or ""),
        "decision_number": honour.decision_number,
        "decision_date": honour.decision_date.isoformat(),
        "signer_office": honour.signer_office,
        "campaign": str(honour.campaign or ""),
    }


def changes(before: Honour, after: Honour) -> tuple[dict, dict]:
    """(what the fields said that differ, what they say now). The same award under the name of another law, because
    the day was corrected, is no change of award; another identity number is one, even with the same last digits."""
    was, now = line_of(before), line_of(after)
    names = [name for name in was if was[name] != now[name]]
    if before.award_id == after.award_id and "award" in names:
        names.remove("award")
    if before.identity_digest != after.identity_digest and "identity" not in names:
        names.append("identity")
    return {name: was[name] for name in names}, {name: now[name] for name in names}


def without_personal(line: dict) -> dict:
    """For the journal, which more people read than may read births and identity numbers."""
    return {name: value for name, value in line.items() if name not in PERSONAL and value}
