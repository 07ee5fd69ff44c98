from django.urls import path

from clusters.conferences.views import activities, conferences, parts, province_conferences

CONFERENCE = "cum-nam/<int:year_pk>/hoi-nghi/<int:pk>/"
OF_PROVINCE = "don-vi/<int:pk>/hoi-nghi/"

urlpatterns = [
    path("cum-nam/<int:year_pk>/hoi-nghi/", conferences.conferences, name="conferences"),
    path("cum-nam/<int:year_pk>/hoi-nghi/them/", conferences.plan, name="conference-plan"),
    path(CONFERENCE, conferences.conference, name="conference"),
    path(f"{CONFERENCE}sua/", conferences.change, name="conference-change"),
    path(f"{CONFERENCE}khai-mac/", conferences.open_it, name="conference-open"),
    path(f"{CONFERENCE}chuan-bi-lai/", conferences.go_back, name="conference-go-back"),
    path(f"{CONFERENCE}be-mac/", conferences.close, name="conference-close"),
    path(f"{CONFERENCE}khong-to-chuc/", conferences.cancel, name="conference-cancel"),
    path(f"{CONFERENCE}noi-dung/them/", parts.item, name="conference-item-add"),
    path(f"{CONFERENCE}noi-dung/<int:item>/", parts.item, name="conference-item"),
    path(f"{CONFERENCE}noi-dung/<int:item>/bo/", parts.item_drop, name="conference-item-drop"),
    path(f"{CONFERENCE}diem-danh/", parts.attendance, name="conference-attendance"),
    path(f"{CONFERENCE}khach/them/", parts.guest, name="conference-guest"),
    path(f"{CONFERENCE}khach/<int:guest>/bo/", parts.guest_drop, name="conference-guest-drop"),
    path(f"{CONFERENCE}tai-lieu/them/", parts.paper, name="conference-paper"),
    path(f"{CONFERENCE}tai-lieu/<int:paper>/rut/", parts.paper_withdraw, name="conference-paper-withdraw"),
    path("cum-nam/<int:year_pk>/hoat-dong/them/", activities.activity, name="activity-add"),
    path("cum-nam/<int:year_pk>/hoat-dong/<int:pk>/", activities.activity, name="activity"),
    path("cum-nam/<int:year_pk>/hoat-dong/<int:pk>/bo/", activities.strike_out, name="activity-strike-out"),
    path(OF_PROVINCE, province_conferences.province_conferences, name="province-conferences"),
    path(f"{OF_PROVINCE}them/", province_conferences.province_conference, name="province-conference-add"),
    path(f"{OF_PROVINCE}<int:conference>/", province_conferences.province_conference, name="province-conference"),
    path(
        f"{OF_PROVINCE}<int:conference>/bo/",
        province_conferences.strike_out_province,
        name="province-conference-strike-out",
    ),
]
