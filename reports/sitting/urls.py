from django.urls import path

from reports.sitting import views

urlpatterns = [
    path("phien-hop/<int:pk>/bien-ban/<str:form>/", views.minutes, name="sitting-minutes"),
]
