"""What was done with reports."""

from django.utils.translation import gettext_lazy as _

DEEDS = {
    "reports.ask": _("Asked for a report"),
    "reports.ask_batch": _("Had reports of all made together"),
    "reports.attach_original": _("Attached the original of a signed paper"),
    "reports.bring_back": _("Brought a draft back"),
    "reports.bring_back_own": _("Brought a draft back"),
    "reports.carry_wording": _("Took over the wording of a sentence"),
    "reports.draft_unmade": _("Could not make the draft of a set day"),
    "reports.end_drafting_day": _("Ended a day on which drafts are made"),
    "reports.finish": _("Made a report"),
    "reports.give_up": _("Gave a report up"),
    "reports.keep_old": _("Kept what the draft said"),
    "reports.put_away": _("Put a draft away"),
    "reports.put_away_own": _("Put a draft away"),
    "reports.export_certificates": _("Took certificates or their list as a file"),
    "reports.export_decision": _("Took a decision as a file"),
    "reports.export_minutes": _("Took the minutes of a Council's sitting as a file"),
    "reports.retry_batch": _("Had what was missing of a batch made"),
    "reports.set_drafting_day": _("Set a day on which drafts are made"),
    "reports.sign": _("Signed a report"),
    "reports.sign_correction": _("Signed a correction to a report"),
    "reports.sign_minutes": _("Signed the minutes of a conference"),
    "reports.sign_own": _("Signed a report"),
    "reports.sign_result": _("Signed the result of a year"),
    "reports.take_changes": _("Took newer data into the draft"),
    "reports.word_sentence": _("Worded a sentence of the draft"),
    "reports.write_passage": _("Wrote a part of the report"),
}
