from django.urls import path

from awards.totals.views import entry, totals

urlpatterns = [
    path("so-tong/", totals.totals, name="totals"),
    path("so-tong/ghi/", entry.enter, name="totals-enter"),
    path("so-tong/phong-trao/", totals.campaign_counts, name="campaign-counts"),
    path("so-tong/<int:pk>/", totals.total, name="total"),
    path("so-tong/<int:pk>/sua/", entry.correct, name="total-correct"),
    path("so-tong/<int:pk>/rut/", entry.withdraw, name="total-withdraw"),
    path("so-tong/<int:pk>/van-ban/", totals.scan, name="total-scan"),
]
