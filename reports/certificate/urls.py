from django.urls import path

from reports.certificate import views

urlpatterns = [
    path("quyet-dinh/<int:pk>/bang-khen/in/<str:way>/", views.printed, name="certificates"),
    path("quyet-dinh/<int:pk>/bang-khen/ky-nhan/<str:form>/", views.receipts, name="handing-list"),
]
