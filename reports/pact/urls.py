from django.urls import path

from reports.pact import views

urlpatterns = [
    path("giao-uoc/<int:pk>/doc/", views.reading, name="pact-reading"),
    path("giao-uoc/<int:pk>/tai/<str:form>/", views.paper, name="pact-paper"),
]
