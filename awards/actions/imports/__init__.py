"""Deeds on a list of honours, from its file to the register, and back out of it."""

from awards.actions.imports.accept import accept_list, order_acceptance
from awards.actions.imports.check import check_list, order_check
from awards.actions.imports.discard import discard_list
from awards.actions.imports.read import order_reading, read_received
from awards.actions.imports.receive import AlreadyTaken, receive_list, send_list
from awards.actions.imports.rights import may_undo, may_write
from awards.actions.imports.undo import BuiltUpon, order_undoing, standing_upon, undo_list

__all__ = [
    "AlreadyTaken",
    "BuiltUpon",
    "accept_list",
    "check_list",
    "discard_list",
    "may_undo",
    "may_write",
    "order_acceptance",
    "order_check",
    "order_reading",
    "order_undoing",
    "read_received",
    "receive_list",
    "send_list",
    "standing_upon",
    "undo_list",
]
