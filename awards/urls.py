from awards.catalogue import urls as catalogue
from awards.lists import urls as lists
from awards.register import urls as register
from awards.totals import urls as totals

app_name = "awards"

urlpatterns = [
    *catalogue.urlpatterns,
    *lists.urlpatterns,
    *register.urlpatterns,
    *totals.urlpatterns,
]
