from django.urls import path

from awards.procedures.views import calendar, procedures, salaries, values

urlpatterns = [
    path("quy-trinh/", procedures.procedures, name="procedures"),
    path("quy-trinh/phien-ban/them/", values.begin_law, name="law-begin"),
    path("quy-trinh/<int:pk>/", procedures.procedure, name="procedure"),
    path("quy-trinh/<int:pk>/<slug:part>/<int:row>/sua/", values.change, name="procedure-change"),
    path("quy-trinh/<int:pk>/<slug:part>/<int:row>/bo-kiem-chung/", values.unverify, name="procedure-unverify"),
    path("quy-trinh/<int:pk>/hoi-dong/them/", values.add_a_council, name="procedure-council"),
    path("quy-trinh/<int:pk>/hoi-dong/<int:row>/bo/", values.take_a_council_out, name="procedure-council-out"),
    path("quy-trinh/luong-co-so/", salaries.salaries, name="base-salaries"),
    path("quy-trinh/luong-co-so/them/", salaries.begin, name="base-salary-begin"),
    path("ngay-nghi/", calendar.calendar, name="calendar"),
    path("ngay-nghi/them/", calendar.add_year, name="calendar-add"),
    path("ngay-nghi/<int:number>/", calendar.year, name="calendar-year"),
    path("ngay-nghi/<int:number>/them/", calendar.add_days, name="calendar-days"),
    path("ngay-nghi/<int:number>/<int:pk>/bo/", calendar.drop_day, name="calendar-drop"),
    path("ngay-nghi/<int:number>/xac-nhan/", calendar.close, name="calendar-close"),
    path("ngay-nghi/<int:number>/mo-lai/", calendar.reopen, name="calendar-reopen"),
]
