"""Deeds on one honour: entering it by hand, correcting, revoking and restoring it."""

from awards.register.actions.honours.correct import Changed
from awards.register.actions.honours.enter import enter_honour
from awards.register.actions.honours.said import Objections, Said
from awards.register.actions.honours.standing import AlreadyThere, NotNewest, PerhapsThere
from awards.register.actions.honours.steps import HONOUR, correct_honour, restore_honour, revoke_honour

__all__ = [
    "HONOUR",
    "AlreadyThere",
    "Changed",
    "NotNewest",
    "Objections",
    "PerhapsThere",
    "Said",
    "correct_honour",
    "enter_honour",
    "restore_honour",
    "revoke_honour",
]
