from django.utils.translation import gettext_lazy as _

from emulation.core.forms.fields import VietnameseDateField
from emulation.core.forms.filters import FilterForm


class RulesForm(FilterForm):
    ngay = VietnameseDateField(label=_("In force on the day"), required=False)
