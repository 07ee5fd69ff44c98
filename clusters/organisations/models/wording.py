from django.utils.translation import gettext_lazy as _

from clusters.organisations.rules.units_of_today import Units

UNITS = {Units.THEN: _("By the units of the time"), Units.TODAY: _("By today's units")}
