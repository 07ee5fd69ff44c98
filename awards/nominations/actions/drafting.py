"""Writing in a draft: fields one by one as they are left, and who is nominated."""

from collections.abc import Callable
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from awards.catalogue.models.wording import TARGET_GROUPS
from awards.nominations.actions.course import locked_nomination
from awards.nominations.actions.hands import keep_hand
from awards.nominations.actions.overrides import tell_of_fallen
from awards.nominations.actions.papers import at_hand
from awards.nominations.models.campaigns import campaigns_offered
from awards.nominations.models.nomination import Nomination
from awards.nominations.models.overrides import overrides_standing
from awards.nominations.models.wording import NAMED_IN_MINUTES
from awards.nominations.rules.terms import (
    EARLIEST_YEAR,
    LEAVES_THE_GROUND,
    LONGEST_SUMMARY,
    OF_PEOPLE,
    TELLS_WHO,
    WRITABLE,
    DossierField,
    NominationState,
)
from awards.nominations.words import state_refusal
from awards.rows.rules.person import person_key, with_i
from clusters.models import Campaign
from emulation.core import clock
from emulation.core.actions.audit import record
from emulation.core.actions.refusals import fitting, refuse_unfit
from emulation.core.actor import Actor
from emulation.core.dates import DateError, format_date, parse_date
from emulation.core.errors import Overtaken, Refusal
from emulation.core.forms.fields import SENTENCES
from emulation.core.models.fields import longest
from emulation.core.numbers import parse_id
from emulation.core.paper import for_paper
from emulation.core.text import MARKUP, accent_key, person_sort_key, search_key, sort_key, squash
from emulation.core.text.honorifics import strip_honorific

OVERTAKEN = gettext_lazy("Somebody else changed this in the meantime. Choose which of the two is to stand.")
COLUMNS = {
    DossierField.NAME: "name",
    DossierField.POSITION: "position",
    DossierField.UNIT: "unit",
    DossierField.TARGET_GROUP: "target_group",
    DossierField.FIRST_DAY: "achieved_from",
    DossierField.LAST_DAY: "achieved_to",
    DossierField.SUMMARY: "summary",
    DossierField.CAMPAIGN: "campaign_id",
    DossierField.MINUTES: "minutes",
}


def drafted(nomination: Nomination, actor: Actor) -> Nomination:
    """Under lock, for who may write it, while it is a draft; what the person writes is a hand in it."""
    if not actor.may("write", nomination, subject="nomination_draft"):
        raise Refusal(_("Only an officer of the nominating organisation writes in its dossier."))
    nomination = locked_nomination(nomination)
    if nomination.state not in WRITABLE:
        raise Refusal(state_refusal(nomination))
    keep_hand(nomination, actor)
    return nomination


def text_of(nomination: Nomination, field: DossierField) -> str:
    """As it stands in its box."""
    if field is DossierField.BIRTH:
        return format_date(nomination.birth_date) if nomination.birth_date else str(nomination.birth_year or "")
    value = getattr(nomination, COLUMNS[field])
    return format_date(value) if isinstance(value, date) else str(value or "")


@transaction.atomic
def write_field(nomination: Nomination, field: DossierField, *, text: str, seen: str, actor: Actor) -> str:
    """What stands there now. `seen`: what stood there when the person began; if something else stands there now, it
    stays and `Overtaken` says so."""
    opened = at_hand if field is DossierField.MINUTES and nomination.state != NominationState.DRAFT else drafted
    nomination = opened(nomination, actor)
    if field in OF_PEOPLE and not nomination.is_of_a_person:
        raise Refusal(_("Only a person has this; the dossier nominates a collective or a household."))
    before = text_of(nomination, field)
    standing = () if field in LEAVES_THE_GROUND else overrides_standing(nomination)
    written = _fitted(field, text)
    write = WRITERS.get(field)
    if write is None:
        setattr(nomination, COLUMNS[field], written)
    else:
        write(nomination, written)
    after = text_of(nomination, field)
    if before == after:
        return after
    if _plain(field, seen) != before:
        raise Overtaken(str(OVERTAKEN), theirs=before)
    if field in TELLS_WHO:
        _known_again(nomination)
    nomination.save()
    record(
        actor,
        "awards.write_nomination",
        nomination,
        before={field.value: _told(nomination, field, before)},
        after={field.value: _told(nomination, field, after)},
        organisation_id=nomination.organisation_id,
    )
    tell_of_fallen(nomination, standing, actor)
    return after


def _told(nomination: Nomination, field: DossierField, text: str) -> str:
    """For the journal, which more people read than may read births."""
    if field is DossierField.BIRTH:
        return ""
    if field is DossierField.CAMPAIGN and text:
        return Campaign.objects.get(pk=text).name
    return text[:300]


def _plain(field: DossierField, text: str) -> str:
    if field is DossierField.SUMMARY:
        return "\n".join(line.rstrip() for line in for_paper(text).replace("\r\n", "\n").split("\n")).strip()
    return squash(for_paper(text))


def _fitted(field: DossierField, text: str) -> str:
    if field is DossierField.SUMMARY:
        written = _plain(field, text)
        refuse_unfit(written, most=LONGEST_SUMMARY, field=field)
        return written
    column = COLUMNS.get(field, "name")
    bounded = field in (DossierField.NAME, DossierField.POSITION, DossierField.UNIT)
    return fitting(text, most=longest(Nomination, column) if bounded else 40, field=field)


def _name(nomination: Nomination, text: str) -> None:
    if MARKUP & set(text):
        raise Refusal(_("A name has no “<” and no “>”. Write it as the decision is to print it."), field="name")
    if text and not any(map(str.isalpha, text)):
        raise Refusal(_("“%(seen)s” holds no letter, so it is no name.") % {"seen": text}, field="name")
    if nomination.subject_id is not None and accent_key(text) != accent_key(nomination.name):
        nomination.subject = None
    by_person = nomination.is_of_a_person
    borne = strip_honorific(text)[1] or text if by_person else text
    nomination.name, nomination.name_key = text, search_key(borne)[:300]
    nomination.sort_key = ((person_sort_key if by_person else sort_key)(borne) if text else "")[:700]


def _unit(nomination: Nomination, text: str) -> None:
    nomination.unit, nomination.unit_key = text, search_key(text)[:300]


def _birth(nomination: Nomination, text: str) -> None:
    nomination.birth_date = nomination.birth_year = None
    if not text:
        return
    try:
        day = parse_date(text)
    except DateError as error:
        if error.year is None:
            raise _no_day(error, "birth") from error
        nomination.birth_year, day = error.year, date(error.year, 1, 1)
    else:
        nomination.birth_date, nomination.birth_year = day, day.year
    if day > clock.today():
        raise Refusal(_("This birth lies ahead of today. Look at the year again."), field="birth")


def _minutes(nomination: Nomination, text: str) -> None:
    if text and text not in NAMED_IN_MINUTES:
        raise Refusal(_("Choose an answer from the list."), field="minutes")
    nomination.minutes = text


def _target_group(nomination: Nomination, text: str) -> None:
    if text and text not in TARGET_GROUPS:
        raise Refusal(_("Choose a group from the list."), field="target_group")
    nomination.target_group = text


def _campaign(nomination: Nomination, text: str) -> None:
    pk = parse_id(text) if text else None
    found = campaigns_offered(nomination, on=clock.today()).filter(pk=pk).first() if pk else None
    if text and found is None:
        raise Refusal(
            _("This campaign does not reach the nominating organisation. Choose one from the list."), field="campaign"
        )
    nomination.campaign = found


def _first_day(nomination: Nomination, text: str) -> None:
    nomination.achieved_from = _day(text, "first_day")
    first, born = nomination.achieved_from, nomination.birth_date
    if first is not None and (first.year < EARLIEST_YEAR or (born is not None and first < born)):
        raise Refusal(
            _("The first day %(first)s lies too far back, or before the birth. Look at the year again.")
            % {"first": format_date(first)},
            field="first_day",
        )
    _refuse_backwards(nomination, "first_day")


def _last_day(nomination: Nomination, text: str) -> None:
    nomination.achieved_to = _day(text, "last_day")
    _refuse_backwards(nomination, "last_day")


def _day(text: str, field: str) -> date | None:
    try:
        return parse_date(text) if text else None
    except DateError as error:
        raise _no_day(error, field) from error


def _no_day(error: DateError, field: str) -> Refusal:
    return Refusal(str(SENTENCES[error.reason]) % {"seen": error.seen}, field=field)


def _refuse_backwards(nomination: Nomination, field: str) -> None:
    first, last = nomination.achieved_from, nomination.achieved_to
    if first is not None and last is not None and last < first:
        raise Refusal(
            _("The last day %(last)s comes before the first day %(first)s; change one of the two.")
            % {"first": format_date(first), "last": format_date(last)},
            field=field,
        )


WRITERS: dict[DossierField, Callable[[Nomination, str], None]] = {
    DossierField.NAME: _name,
    DossierField.UNIT: _unit,
    DossierField.BIRTH: _birth,
    DossierField.TARGET_GROUP: _target_group,
    DossierField.CAMPAIGN: _campaign,
    DossierField.MINUTES: _minutes,
    DossierField.FIRST_DAY: _first_day,
    DossierField.LAST_DAY: _last_day,
}


def _known_again(nomination: Nomination) -> None:
    """A person's key follows what is typed; one taken from the register by an identity number stays only while the name
    does."""
    if not nomination.is_of_a_person:
        return
    key = nomination.recipient_key
    if key.startswith("cccd:") and key.endswith(f"|{with_i(nomination.name_key)}"):
        return
    whole = nomination.name and nomination.birth_date and nomination.unit_key
    borne = strip_honorific(nomination.name)[1] or nomination.name
    nomination.recipient_key = person_key(borne, nomination.birth_date, nomination.unit_key) if whole else ""
