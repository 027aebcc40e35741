"""The desk's page for all professions that ship: take them off the site in one go, and put back."""

from __future__ import annotations

from django.contrib import admin, messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.urls.resolvers import URLPattern
from django.utils.translation import gettext, ngettext

from profiles.models import Profession


class ShippedAdmin(admin.ModelAdmin):
    """A list of professions that leads to a page about those that ship."""

    change_list_template = "desk/profession_change_list.html"

    def get_urls(self) -> list[URLPattern]:
        shipped = path(
            "bawaan/",
            self.admin_site.admin_view(self.shipped),
            name="profiles_profession_shipped",
        )
        return [shipped, *super().get_urls()]

    def shipped(self, request: HttpRequest) -> HttpResponse:
        """Show which professions that ship are on the site and which are not, and change it."""
        if not self.has_change_permission(request):
            return HttpResponseForbidden()
        if request.method == "POST":
            self._list_all(request, is_listed="put_back" in request.POST)
            return HttpResponseRedirect(reverse("admin:profiles_profession_changelist"))
        shipped = Profession.objects.shipped()
        return render(
            request,
            "desk/shipped_professions.html",
            {
                **self.admin_site.each_context(request),
                "title": gettext("Profesi bawaan"),
                "opts": self.opts,
                "on_site": shipped.filter(is_listed=True),
                "off_site": shipped.filter(is_listed=False),
            },
        )

    @transaction.atomic
    def _list_all(self, request: HttpRequest, *, is_listed: bool) -> None:
        """Put them all on the site, or take them all off it; those that are so already stay."""
        changed = list(Profession.objects.shipped().filter(is_listed=not is_listed))
        Profession.objects.filter(pk__in=[one.pk for one in changed]).update(is_listed=is_listed)
        done = gettext("Menampilkan di situs.") if is_listed else gettext("Menarik dari situs.")
        for profession in changed:
            self.log_change(request, profession, done)
        count = len(changed)
        said = (
            ngettext(
                "%(count)s profesi bawaan tampil lagi di situs.",
                "%(count)s profesi bawaan tampil lagi di situs.",
                count,
            )
            if is_listed
            else ngettext(
                "%(count)s profesi bawaan ditarik dari situs.",
                "%(count)s profesi bawaan ditarik dari situs.",
                count,
            )
        )
        self.message_user(request, said % {"count": count}, messages.SUCCESS)
