from django.urls import path

from awards.conflicts import views

urlpatterns = [
    path("nguoi-than/", views.kin, name="kin"),
    path("nguoi-than/khai/", views.declare, name="kin-declare"),
    path("nguoi-than/<int:pk>/bo/", views.withdraw, name="kin-withdraw"),
]
