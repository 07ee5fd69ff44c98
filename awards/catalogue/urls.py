from django.urls import path

from awards.catalogue import views

urlpatterns = [
    path("danh-muc/", views.catalogue, name="catalogue"),
]
