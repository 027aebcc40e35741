"""The forms of an account: a name, whether it is active, and its roles; the rest is for admins."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.forms import UserCreationForm
from django.contrib.auth.models import Group, User
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from desk.models import RoleKey

WHAT_A_ROLE_MAY = {
    RoleKey.REVIEWER: _("Peninjau: melihat semuanya dan pratinjau, tanpa mengubah apa pun"),
    RoleKey.EDITOR: _("Editor: menyunting profesi dan keterampilan, dan menerbitkannya"),
    RoleKey.MANAGER: _("Pengelola: semua itu, ditambah akun dan menghapus jawaban siswa"),
}


class RolesField(forms.ModelMultipleChoiceField):
    """The ready-made roles, each with what it may do."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, **options: Any) -> None:
        ready_made = Group.objects.filter(role__isnull=False).select_related("role")
        super().__init__(ready_made.order_by("role__id"), required=False, **options)

    def label_from_instance(self, obj: Group) -> str:
        return str(WHAT_A_ROLE_MAY[RoleKey(obj.role.key)])


class AccountForm(forms.ModelForm):
    """An account as whoever manages accounts sees it."""

    roles = RolesField(label=_("peran"))

    class Meta:
        model = User
        fields = ["username", "first_name", "last_name", "is_active"]
        labels = {"username": _("nama untuk masuk"), "is_active": _("aktif")}
        help_texts = {
            "username": _("Huruf, angka, dan @ . + - _ saja."),
            "is_active": _("Hilangkan centangnya kalau orangnya tidak bertugas lagi."),
        }

    acting: User
    """Who fills the form in; the desk sets it."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if self.instance.pk:
            self.initial["roles"] = self.instance.groups.filter(role__isnull=False)

    def clean(self) -> dict[str, Any]:
        """Refuse what would lock out whoever fills it in, or the last administrator."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        is_active = cleaned.get("is_active", self.instance.is_active)
        if self.instance == self.acting and not is_active:
            raise ValidationError(gettext("Kamu tidak bisa menonaktifkan akunmu sendiri."))
        is_superuser = cleaned.get("is_superuser", self.instance.is_superuser)
        if not (is_active and is_superuser) and self._is_last_superuser():
            raise ValidationError(
                gettext("Ini administrator terakhir yang aktif. Angkat dulu administrator lain.")
            )
        return cleaned

    def _is_last_superuser(self) -> bool:
        """Locks the administrators, so that no two can take that right from each other at once."""
        superusers = User.objects.select_for_update().filter(is_superuser=True, is_active=True)
        return list(superusers) == [self.instance]

    def _save_m2m(self) -> None:
        """Exchange the roles; groups of the site's own stay, except where the form has them."""
        super()._save_m2m()  # type: ignore[misc]  # not in the stubs
        user: User = self.instance
        user.groups.remove(*user.groups.filter(role__isnull=False))
        user.groups.add(*self.cleaned_data["roles"])
        may_something = user.groups.exists() or user.user_permissions.exists()
        user.is_staff = user.is_superuser or may_something
        user.save(update_fields=["is_staff"])


class SuperuserAccountForm(AccountForm):
    """An account as an administrator sees it: with rights beyond the ready-made roles."""

    class Meta(AccountForm.Meta):
        fields = [*AccountForm.Meta.fields, "is_superuser", "groups", "user_permissions"]

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["groups"].queryset = Group.objects.filter(role__isnull=True)  # type: ignore[attr-defined]
        permissions: Any = self.fields["user_permissions"]
        permissions.queryset = permissions.queryset.select_related("content_type")


class NewAccountForm(UserCreationForm):
    """A new account with its roles, and a password that its owner changes when first used."""

    roles = RolesField(label=_("peran"))

    class Meta(UserCreationForm.Meta):
        fields = ("username", "first_name", "last_name")
        labels = AccountForm.Meta.labels
        help_texts = AccountForm.Meta.help_texts

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["password1"].label = _("kata sandi pertama")
        self.fields["password2"].label = _("kata sandi pertama, sekali lagi")
        self.fields["password2"].help_text = _(
            "Sampaikan langsung kepada pemiliknya. Ia diminta menggantinya saat pertama kali masuk."
        )

    def _save_m2m(self) -> None:
        super()._save_m2m()  # type: ignore[misc]  # not in the stubs
        user: User = self.instance
        user.groups.set(self.cleaned_data["roles"])
        user.is_staff = user.groups.exists()
        user.save(update_fields=["is_staff"])
