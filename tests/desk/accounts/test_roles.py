"""Who may do what: every page of the desk, for every role."""

from __future__ import annotations

import re

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.core.management import call_command
from django.test import Client

from desk.models import Role, RoleKey
from profiles.models import Edition, Profession, Trait
from tests.desk.accounts.people import member
from tests.factories import make_attempt

pytestmark = pytest.mark.django_db

NO = "GET 403, POST 403"
GOES_ON = "GET 200, POST 302"
ANSWERS = "GET 200, POST 200"  # the form comes back: it was sent empty

# address → what a reviewer, an editor and a manager get
TABLE = {
    "/admin/": (ANSWERS, ANSWERS, ANSWERS),
    "/admin/profiles/profession/": (ANSWERS, ANSWERS, ANSWERS),
    "/admin/profiles/profession/add/": (NO, ANSWERS, ANSWERS),
    "/admin/profiles/profession/{profession}/change/": ("GET 200, POST 403", ANSWERS, ANSWERS),
    "/admin/profiles/profession/{profession}/pratinjau/": (ANSWERS, ANSWERS, ANSWERS),
    "/admin/profiles/profession/{profession}/history/": (ANSWERS, ANSWERS, ANSWERS),
    "/admin/profiles/profession/terbitkan/?profesi={profession}": (NO, GOES_ON, GOES_ON),
    "/admin/profiles/profession/bawaan/": (NO, GOES_ON, GOES_ON),
    "/admin/profiles/trait/": (ANSWERS, ANSWERS, ANSWERS),
    "/admin/profiles/trait/add/": (NO, ANSWERS, ANSWERS),
    "/admin/profiles/trait/{trait}/change/": ("GET 200, POST 403", ANSWERS, ANSWERS),
    "/admin/profiles/edition/": (ANSWERS, ANSWERS, ANSWERS),
    "/admin/profiles/edition/add/": (NO, NO, NO),
    "/admin/profiles/edition/{edition}/delete/": (NO, NO, NO),
    "/admin/quiz/attempt/": (ANSWERS, ANSWERS, ANSWERS),
    "/admin/quiz/attempt/add/": (NO, NO, NO),
    "/admin/quiz/attempt/{attempt}/change/": ("GET 200, POST 403",) * 3,
    "/admin/quiz/attempt/{attempt}/delete/": (NO, NO, GOES_ON),
    "/admin/analisis/pemakaian/": ("GET 200, POST 405",) * 3,
    "/admin/analisis/keterampilan/{trait}/": ("GET 200, POST 405",) * 3,
    "/admin/auth/user/": (NO, NO, ANSWERS),
    "/admin/auth/user/add/": (NO, NO, ANSWERS),
    "/admin/auth/user/{colleague}/change/": (NO, NO, ANSWERS),
    "/admin/auth/user/{colleague}/password/": (NO, NO, ANSWERS),
    "/admin/auth/user/{colleague}/langkah-kedua/": (NO, NO, GOES_ON),
    "/admin/auth/group/": (NO, NO, NO),
    "/admin/auth/group/add/": (NO, NO, NO),
}


@pytest.fixture
def places(edition: Edition, campaign: Profession) -> dict[str, int]:
    """The numbers of the rows that the addresses name."""
    return {
        "profession": campaign.pk,
        "trait": Trait.objects.get(code="communication").pk,
        "edition": edition.pk,
        "attempt": make_attempt(edition).pk,
        "colleague": User.objects.create_user("rekan", is_staff=True).pk,
    }


@pytest.mark.parametrize("address", TABLE)
@pytest.mark.parametrize("number", [0, 1, 2], ids=[key.value for key in RoleKey])
def test_who_gets_what(number: int, address: str, client: Client, places: dict[str, int]) -> None:
    client.force_login(member(list(RoleKey)[number]))
    place = address.format(**places)
    looked, sent = client.get(place), client.post(place, {"post": "yes"})
    assert f"GET {looked.status_code}, POST {sent.status_code}" == TABLE[address][number]


def test_the_roles_are_made_once_and_kept_as_they_are_to_be() -> None:
    before = set(Group.objects.values_list("pk", "name"))
    assert {name for _, name in before} == {"Peninjau", "Editor", "Pengelola"}
    own = Group.objects.create(name="Tim IT")
    own.permissions.add(Permission.objects.get(codename="add_group"))
    editor = Role.objects.get(key=RoleKey.EDITOR).group
    may = set(editor.permissions.values_list("codename", flat=True))
    editor.permissions.set(Permission.objects.filter(codename="add_user"))
    call_command("migrate", verbosity=0)
    assert set(editor.permissions.values_list("codename", flat=True)) == may
    assert set(Group.objects.values_list("pk", "name")) == before | {(own.pk, "Tim IT")}
    assert [one.codename for one in own.permissions.all()] == ["add_group"]


def test_a_group_that_a_school_called_editor_stays_its_own() -> None:
    Role.objects.get(key=RoleKey.EDITOR).delete()
    own = Group.objects.get(name="Editor")
    own.permissions.clear()
    call_command("migrate", verbosity=0)
    assert not own.permissions.exists()
    assert Role.objects.get(key=RoleKey.EDITOR).group.name == "Editor (CareerFit)"


def test_no_role_reaches_groups_or_sees_keys() -> None:
    for role in Role.objects.all():
        apps = set(role.group.permissions.values_list("content_type__app_label", flat=True))
        assert apps <= {"profiles", "quiz", "auth"}
        assert not role.group.permissions.filter(codename__contains="group").exists()
        assert not role.group.permissions.filter(codename__regex="^(add|change)_attempt").exists()


def test_a_manager_is_offered_roles_and_no_permissions(client: Client, admin_user: User) -> None:
    colleague = User.objects.create_user("rekan", is_staff=True)
    client.force_login(member(RoleKey.MANAGER))
    address = f"/admin/auth/user/{colleague.pk}/change/"
    text = client.get(address).content.decode()
    assert "Peninjau: melihat semuanya" in text
    assert not re.search(r'name="(user_permissions|groups|is_superuser|is_staff)"', text)
    role = Role.objects.get(key=RoleKey.EDITOR)
    sent = {
        "username": "rekan",
        "is_active": "on",
        "roles": str(role.group_id),
        "is_superuser": "on",
        "groups": str(Group.objects.create(name="Tim IT").pk),
        "user_permissions": str(Permission.objects.get(codename="add_group").pk),
    }
    assert client.post(address, sent).status_code == 302
    colleague.refresh_from_db()
    assert not colleague.is_superuser
    assert list(colleague.groups.all()) == [role.group]
    assert not colleague.user_permissions.exists()


@pytest.mark.parametrize("page", ["change", "password", "delete", "history"])
def test_a_manager_does_not_reach_accounts_with_more_rights(
    page: str, client: Client, admin_user: User
) -> None:
    direct = User.objects.create_user("langsung", is_staff=True)
    direct.user_permissions.add(Permission.objects.get(codename="add_group"))
    grouped = User.objects.create_user("kelompok", is_staff=True)
    grouped.groups.add(Group.objects.create(name="Tim IT"))
    client.force_login(member(RoleKey.MANAGER))
    for other in (admin_user, direct, grouped):
        address = f"/admin/auth/user/{other.pk}/{page}/"
        sent = {"password1": "x9-kolam-renang", "password2": "x9-kolam-renang", "post": "yes"}
        for response in (client.get(address), client.post(address, sent)):
            assert response.status_code in {302, 403, 404}
        other.refresh_from_db()
        assert not other.check_password("x9-kolam-renang")
    listed = client.get("/admin/auth/user/").context["cl"].queryset
    assert [user.username for user in listed] == ["guru"]


def test_the_last_administrator_stays_one(admin_client: Client, admin_user: User) -> None:
    address = f"/admin/auth/user/{admin_user.pk}/change/"
    kept = {"username": "admin"}
    for sent in (kept | {"is_active": "on"}, kept | {"is_superuser": "on"}):
        response = admin_client.post(address, sent)
        assert response.status_code == 200
        assert re.search("administrator terakhir|akunmu sendiri", response.content.decode())
    User.objects.create_superuser("lain")
    assert admin_client.post(address, kept | {"is_active": "on"}).status_code == 302
    admin_user.refresh_from_db()
    assert not admin_user.is_superuser


def test_nobody_locks_himself_out(client: Client) -> None:
    manager = member(RoleKey.MANAGER)
    client.force_login(manager)
    response = client.post(f"/admin/auth/user/{manager.pk}/change/", {"username": "guru"})
    assert "Kamu tidak bisa menonaktifkan akunmu sendiri." in response.content.decode()


def test_an_account_that_was_used_stays_with_its_history(
    admin_client: Client, client: Client
) -> None:
    used = member(RoleKey.EDITOR)
    client.force_login(used)
    unused = User.objects.create_user("salah-ketik")
    for user, status in ((used, 403), (unused, 302)):
        response = admin_client.post(f"/admin/auth/user/{user.pk}/delete/", {"post": "yes"})
        assert response.status_code == status
    assert "delete_selected" not in admin_client.get("/admin/auth/user/").content.decode()


@pytest.mark.parametrize(
    "lookup", ["password__startswith", "totpdevice__key__startswith", "groups__role__key"]
)
def test_secrets_cannot_be_guessed_through_filters(lookup: str, admin_client: Client) -> None:
    response = admin_client.get("/admin/auth/user/", {lookup: "p"})
    assert response.status_code in {302, 400}


def test_a_new_account_has_its_role_and_can_come_in(client: Client) -> None:
    client.force_login(member(RoleKey.MANAGER))
    sent = {
        "username": "bu.rina",
        "roles": str(Role.objects.get(key=RoleKey.REVIEWER).group_id),
        "password1": "kolam-renang-7",
        "password2": "kolam-renang-7",
    }
    assert client.post("/admin/auth/user/add/", sent).status_code == 302
    made = User.objects.get(username="bu.rina")
    assert made.is_staff
    assert not made.is_superuser
    assert made.check_password("kolam-renang-7")
