from awards.register.actions.exports.ask import ask_for_export
from awards.register.actions.exports.make import make_export

__all__ = ["ask_for_export", "make_export"]
