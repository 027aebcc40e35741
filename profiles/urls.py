"""Addresses of the pages about professions."""

from django.urls import path

from profiles import views

urlpatterns = [
    path("", views.home, name="home"),
    path("profesi/", views.profession_list, name="profession_list"),
    path("profesi/<slug:slug>/", views.profession, name="profession"),
]
