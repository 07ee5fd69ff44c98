from django.urls import path

from clusters.organisations import views

urlpatterns = [
    path("don-vi/<int:pk>/them-don-vi/", views.add, name="unit-add"),
    path("don-vi/<int:pk>/tren-van-ban/", views.on_paper, name="organisation-on-paper"),
]
