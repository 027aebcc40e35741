"""The desk's pages of accounts: who may come in, and in which roles."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.urls.resolvers import URLPattern
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from desk.accounts.forms import AccountForm, NewAccountForm, SuperuserAccountForm
from desk.accounts.second_factor.devices import is_set_up, remove
from desk.models import GivenPassword

# Devices show their keys; an account's page removes them without.
admin.site.unregister([User, TOTPDevice, StaticDevice])


@admin.register(User)
class AccountAdmin(UserAdmin):
    """Accounts with their roles, and for administrators with every other right.

    Whoever is no administrator does not meet accounts that may do more than the ready-made
    roles: giving one of those a password would be a way to its rights.
    """

    class Media:
        css = {"all": ["careerfit/desk/accounts.css"]}

    add_form_template = None
    add_form = NewAccountForm
    list_display = ["username", "whole_name", "roles", "is_active"]
    list_filter = ["is_active"]
    search_fields = ["username", "first_name", "last_name"]
    readonly_fields = ["password_link", "second_factor", "last_login"]
    filter_horizontal = ["user_permissions"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        accounts = super().get_queryset(request).prefetch_related("groups")
        if request.user.is_superuser:
            return accounts
        with_more = User.objects.filter(groups__isnull=False, groups__role__isnull=True)
        return accounts.filter(is_superuser=False, user_permissions=None).exclude(
            pk__in=with_more.values("pk")
        )

    def get_form(
        self, request: HttpRequest, obj: User | None = None, change: bool = False, **options: Any
    ) -> Any:
        if obj is not None:
            options["form"] = SuperuserAccountForm if request.user.is_superuser else AccountForm
        form: Any = super().get_form(request, obj, change=change, **options)
        form.acting = request.user
        return form

    def get_fieldsets(self, request: HttpRequest, obj: User | None = None) -> Any:
        who: list[Any] = ["username", ("first_name", "last_name")]
        if obj is None:
            return [(None, {"fields": [*who, "roles", "password1", "password2"]})]
        fieldsets: list[Any] = [
            (None, {"fields": [*who, "is_active", "roles"]}),
            (_("Masuk"), {"fields": ["password_link", "second_factor", "last_login"]}),
        ]
        if request.user.is_superuser:
            more = {
                "classes": ["collapse"],
                "description": _("Jarang perlu: peran di atas cukup untuk semua pekerjaan."),
                "fields": ["is_superuser", "groups", "user_permissions"],
            }
            fieldsets.append((_("Hak lain"), more))
        return fieldsets

    @admin.display(description=_("nama"))
    def whole_name(self, user: User) -> str:
        return user.get_full_name() or "–"

    @admin.display(description=_("peran"))
    def roles(self, user: User) -> str:
        names = [gettext("Administrator")] if user.is_superuser else []
        return ", ".join([*names, *(group.name for group in user.groups.all())]) or "–"

    @admin.display(description=_("kata sandi"))
    def password_link(self, user: User) -> str:
        return format_html(
            '<a href="{}">{}</a>',
            reverse("admin:auth_user_password_change", args=[user.pk]),
            gettext("Beri kata sandi baru"),
        )

    @admin.display(description=_("langkah kedua"))
    def second_factor(self, user: User) -> str:
        if not is_set_up(user):
            return gettext("belum dipasang")
        return format_html(
            '{} · <a href="{}">{}</a>',
            gettext("terpasang"),
            reverse("admin:auth_user_second_factor", args=[user.pk]),
            gettext("Hapus, kalau HP dan kode cadangannya hilang"),
        )

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.reset_second_factor)
        ours = path("<int:pk>/langkah-kedua/", view, name="auth_user_second_factor")
        return [ours, *super().get_urls()]

    def reset_second_factor(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Ask whether, and let the account in with its password alone."""
        user = get_object_or_404(self.get_queryset(request), pk=pk)
        if not self.has_change_permission(request, user):
            raise PermissionDenied
        if request.method == "POST":
            remove(user)
            self.log_change(request, user, gettext("Menghapus langkah kedua."))
            return HttpResponseRedirect(reverse("admin:auth_user_change", args=[pk]))
        title = gettext("Hapus langkah kedua %s?") % user.get_username()
        context = {**self.admin_site.each_context(request), "title": title, "opts": self.opts}
        return render(request, "desk/accounts/reset_second_factor.html", context)

    def save_model(self, request: HttpRequest, obj: User, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if not change:
            GivenPassword.objects.create(user=obj)

    def user_change_password(
        self, request: HttpRequest, id: str, form_url: str = ""
    ) -> HttpResponse:
        """Give somebody a password that its owner is to change; nobody gives himself one."""
        if id == str(request.user.pk):
            return HttpResponseRedirect(reverse("admin:password_change"))
        response = super().user_change_password(request, id, form_url)
        if response.status_code == 302:
            GivenPassword.objects.get_or_create(user_id=id)
        return response

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        """Only what was never used: an account's entries in the history would go with it."""
        if obj is None or obj.last_login is not None:
            return False
        return super().has_delete_permission(request, obj)
