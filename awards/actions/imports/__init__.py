"""Deeds on a list of honours, from its file to the register."""

from awards.actions.imports.accept import accept_list, order_acceptance
from awards.actions.imports.check import check_list, order_check
from awards.actions.imports.discard import discard_list
from awards.actions.imports.receive import AlreadyTaken, receive_list
from awards.actions.imports.rights import may_write

__all__ = [
    "AlreadyTaken",
    "accept_list",
    "check_list",
    "discard_list",
    "may_write",
    "order_acceptance",
    "order_check",
    "receive_list",
]
