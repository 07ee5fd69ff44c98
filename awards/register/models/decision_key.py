"""The number of a decision as it is searched for: capitals and the bar of Đ aside."""

from django.db.models import CharField, Func

from awards.register.rules.register import BARRED, PLAIN


class DecisionKey(Func):
    """What `decision_key` of the rules makes of what is typed, made by the database of what is kept."""

    template = f"UPPER(TRANSLATE(%(expressions)s, '{BARRED}', '{PLAIN}') COLLATE \"C\")"
    output_field = CharField()
