"""Addresses of the desk's pages about what answers say of statements, and about use."""

from __future__ import annotations

from django.contrib import admin
from django.urls import path

from desk.analysis import quiz_page, trait_page, use_page

view = admin.site.admin_view

urlpatterns = [
    path("keterampilan/<int:pk>/", view(trait_page.show), name="trait_analysis"),
    path("kuis/<int:pk>/", view(quiz_page.show), name="quiz_analysis"),
    path("pemakaian/", view(use_page.show), name="use"),
]
