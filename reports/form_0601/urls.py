from django.urls import path

from reports.form_0601 import views

urlpatterns = [
    path("bieu-0601/<int:pk>/<int:year>/", views.form, name="form-0601"),
    path("bieu-0601/<int:pk>/<int:year>/tai/<str:form>/", views.paper, name="form-0601-paper"),
]
