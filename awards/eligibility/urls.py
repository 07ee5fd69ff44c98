from django.urls import path

from awards.eligibility import views

urlpatterns = [
    path("danh-muc/quy-tac/", views.rules, name="rules"),
]
