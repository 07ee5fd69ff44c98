"""What was done with accounts and settings of the house."""

from django.utils.translation import gettext_lazy as _

DEEDS = {
    "core.cancel_job": _("Cancelled work in the background"),
    "core.change_password": _("Changed a password"),
    "core.create_account": _("Created an account"),
    "core.end_sessions": _("Ended sessions"),
    "core.renew_recovery_codes": _("Made new recovery codes"),
    "core.reset_second_factor": _("Reset the second factor of an account"),
    "core.restore_account": _("Restored an account"),
    "core.set_quota": _("Set how much an organisation may keep"),
    "core.set_seal_aside": _("Set a seal of the journal aside"),
    "core.set_up_second_factor": _("Set up a second factor"),
    "core.suspend_account": _("Suspended an account"),
    "core.turn_off_second_factor": _("Turned off a second factor"),
    "core.use_recovery_code": _("Signed in with a recovery code"),
}
