from django.urls import path

from clusters.indicators import views

urlpatterns = [
    path("chi-tieu/danh-muc/", views.indicators, name="indicators"),
    path("chi-tieu/danh-muc/them/", views.add, name="indicator-add"),
    path("chi-tieu/danh-muc/<int:pk>/sua/", views.change, name="indicator-change"),
    path("chi-tieu/danh-muc/<int:pk>/ket-thuc/", views.end, name="indicator-end"),
]
