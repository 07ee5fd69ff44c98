from django.urls import path

from awards.eligibility.views import rules, shares

urlpatterns = [
    path("danh-muc/quy-tac/", rules.rules, name="rules"),
    path("danh-muc/ty-le/", shares.shares, name="shares"),
    path("danh-muc/ty-le/dat/", shares.set_own, name="share-set"),
]
