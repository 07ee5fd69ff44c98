"""Deeds on a list of honours, from its file to the register, and back out of it."""

from awards.lists.actions.accept import accept_list, order_acceptance
from awards.lists.actions.check import check_list, order_check
from awards.lists.actions.discard import discard_list
from awards.lists.actions.read import order_reading, read_received
from awards.lists.actions.receive import AlreadyTaken, receive_list, send_list
from awards.lists.actions.rights import BATCH, BuiltUpon
from awards.lists.actions.undo import order_undoing, outliving, standing_upon, undo_list

__all__ = [
    "BATCH",
    "AlreadyTaken",
    "BuiltUpon",
    "accept_list",
    "check_list",
    "discard_list",
    "order_acceptance",
    "order_check",
    "order_reading",
    "order_undoing",
    "outliving",
    "read_received",
    "receive_list",
    "send_list",
    "standing_upon",
    "undo_list",
]
