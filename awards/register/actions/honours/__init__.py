"""Deeds on one honour: entering it by hand, correcting, revoking and restoring it."""

from awards.register.actions.honours.correct import Changed, correct_honour
from awards.register.actions.honours.enter import enter_honour
from awards.register.actions.honours.revoke import restore_honour, revoke_honour
from awards.register.actions.honours.rights import AlreadyThere, NotNewest, PerhapsThere, hindrance_to, may_revoke
from awards.register.actions.honours.said import Objections, Said

__all__ = [
    "AlreadyThere",
    "Changed",
    "NotNewest",
    "Objections",
    "PerhapsThere",
    "Said",
    "correct_honour",
    "enter_honour",
    "hindrance_to",
    "may_revoke",
    "restore_honour",
    "revoke_honour",
]
