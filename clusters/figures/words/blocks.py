from django.utils.translation import gettext_lazy

EMPTY_BLOCK = gettext_lazy("The block is empty. Copy the cells in Excel again, then paste them here.")
