"""The fixed terms of judging a case by the law. Keys are permanent; sentences stand in `awards.eligibility.words`."""

from enum import StrEnum


class Answer(StrEnum):
    MET = "met"
    NOT_MET = "not_met"
    CANNOT_TELL = "cannot_tell"

    @property
    def rank(self) -> int:
        """Of two ways to the same end, the lower one is the answer."""
        return (Answer.MET, Answer.CANNOT_TELL, Answer.NOT_MET).index(self)


class Standing(StrEnum):
    """How an honour of the history is known. `ALIKE`: a line of the register that may be another's of the same name;
    `PROPOSED_ALIKE`: a dossier that may be."""

    IN_REGISTER = "in_register"
    CONFIRMED = "confirmed"
    DECLARED = "declared"
    ALIKE = "alike"
    PROPOSED = "proposed"
    PROPOSED_ALIKE = "proposed_alike"


class Route(StrEnum):
    """By which of the three ways of Điều 25 a collective is proposed for the Government flag."""

    OWN_CLUSTER = "own_cluster"
    CENTRAL_CLUSTER = "central_cluster"
    CAMPAIGN = "campaign"


class SettledBy(StrEnum):
    """What would settle what cannot be told."""

    CONFIRM_DECLARED = "confirm_declared"
    ENTER_YEAR_OF_HONOUR = "enter_year_of_honour"
    DECLARE_EARLIER = "declare_earlier"
    ENTER_LATER = "enter_later"
    DECLARE_TITLE = "declare_title"
    SAY_WHETHER_THE_SAME = "say_whether_the_same"
    LOOK_AT_DOSSIER = "look_at_dossier"
    SAY_WHO_WENT_ON = "say_who_went_on"
    RECORD_YEAR = "record_year"
    ATTACH_PROOF = "attach_proof"
    CHOOSE_GROUND = "choose_ground"
    CHOOSE_ROUTE = "choose_route"
    FREEZE_RESULTS = "freeze_results"
    NAME_IN_MINUTES = "name_in_minutes"
    COUNT_BASE = "count_base"
    NAME_COLLECTIVE = "name_collective"
    CAMPAIGN_YEARS = "campaign_years"
    CAMPAIGN_LAUNCHER = "campaign_launcher"
    CAMPAIGN_LEADER = "campaign_leader"
    ENTER_CLUSTERS = "enter_clusters"
    TELL_APART = "tell_apart"
    READ_PROVISION = "read_provision"
