"""Words for what the apps write in the audit; a test finds a deed that has none."""

from django.utils.translation import gettext_lazy as _

from emulation.desk.wording import awards, clusters, house, reports
from emulation.desk.wording.particulars import PARTICULARS

__all__ = [
    "DEEDS",
    "FOR_MACHINES",
    "HALVES",
    "IN_CONFIDENCE",
    "NAMES_THE_HEAD",
    "OF_ANOTHER_KIND",
    "PARTICULARS",
    "YEARS",
]

DEEDS = awards.DEEDS | clusters.DEEDS | house.DEEDS | reports.DEEDS
HALVES = {1: _("First six months"), 2: _("Last six months"), 0: _("Whole year")}
YEARS = {"year", "from_year", "signs_year", "achievement_year"}
FOR_MACHINES = {"checksum", "code", "given", "left_undone", "mapping", "scan"}
NAMES_THE_HEAD = ("clusters.figuresheet", "clusters.post")
OF_ANOTHER_KIND = {
    "awards.approve_feedback": "awards.feedback",
    **dict.fromkeys(("awards.hand_over_certificates", "awards.unsay_handing_over"), "awards.certificate"),
    "awards.make_certificates": "awards.certificatelist",
    "awards.set_certificate_layout": "awards.certificatelayout",
    "awards.note_on_comment": "awards.publiccomment",
    **dict.fromkeys(
        (f"awards.{name}_by_decision" for name in ("suspend", "revoke", "restore", "correct")), "awards.laterdecision"
    ),
    **dict.fromkeys(("awards.seat_member", "awards.end_membership"), "awards.councilmember"),
    "clusters.add_scheme_criterion": "clusters.criterion",
    "clusters.change_scheme_criterion": "clusters.criterion",
    "clusters.add_scheme_group": "clusters.criteriongroup",
    "clusters.change_scheme_group": "clusters.criteriongroup",
    "clusters.add_scheme_knock_out": "clusters.knockout",
    "clusters.change_scheme_knock_out": "clusters.knockout",
    "clusters.answer_pact": "clusters.pactanswer",
    "clusters.keep_commitment": "clusters.pactcommitment",
    "clusters.remove_commitment": "clusters.pactcommitment",
    "clusters.sign_pact": "clusters.pactsignature",
    "clusters.set_conference_item": "clusters.conferenceitem",
    "clusters.drop_conference_item": "clusters.conferenceitem",
    "clusters.file_conference_paper": "clusters.conferencepaper",
    "clusters.withdraw_conference_paper": "clusters.conferencepaper",
    "clusters.invite_guest": "clusters.attendance",
    "clusters.drop_guest": "clusters.attendance",
    "clusters.record_attendance": "clusters.attendance",
    "clusters.change_result_place": "clusters.yearplace",
    "clusters.propose_for_award": "clusters.yearproposal",
    "clusters.drop_proposal": "clusters.yearproposal",
    "reports.sign": "reports.signedpaper",
    "reports.sign_correction": "reports.signedpaper",
    "reports.sign_minutes": "reports.signedpaper",
    "reports.sign_result": "reports.signedpaper",
}
IN_CONFIDENCE = {"clusters.write_score"}
