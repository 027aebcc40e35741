"""Django's admin site with the desk's way in: what an account has yet to do comes before it."""

from __future__ import annotations

from collections.abc import Callable
from functools import update_wrapper
from http import HTTPStatus
from typing import Any

from django.contrib.admin import AdminSite
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import path, reverse
from django.urls.resolvers import URLPattern
from django.views.decorators.cache import never_cache

from desk.accounts.idle import stay_awake
from desk.accounts.kept.ended import log_in_again
from desk.accounts.kept.keeping import SENT_AGAIN, forget, remember_whose
from desk.accounts.kept.send_again import send_again
from desk.accounts.login.form import LoginForm
from desk.accounts.own_password import OwnPassword
from desk.accounts.second_factor.ask import AskForCode
from desk.accounts.second_factor.set_up import SetUp
from desk.accounts.steps import ASK, OWN_PASSWORD, SET_UP, next_step
from desk.accounts.ways import by_way_of

View = Callable[..., HttpResponse]


class DeskSite(AdminSite):
    """The desk; whoever has a step before it is let in after that."""

    login_form = LoginForm

    def has_permission(self, request: HttpRequest) -> bool:
        """Whether the desk is open to this request."""
        return self._is_staff(request) and next_step(request) is None

    def _is_staff(self, request: HttpRequest) -> bool:
        return super().has_permission(request)

    def get_urls(self) -> list[Any]:
        ours: list[URLPattern] = [
            # Also for those who have a step before them, and want to go.
            path("logout/", self.logout, name="logout"),
            path("lanjutkan/", self.admin_view(self._send_again), name="send_again"),
            path("password_change/", self._step(OWN_PASSWORD, OwnPassword), name="password_change"),
            path("langkah-kedua/", self._step(ASK, AskForCode), name="second_factor"),
            path("langkah-kedua/pasang/", self._step(SET_UP, SetUp), name="second_factor_set_up"),
        ]
        return [*ours, *super().get_urls()]

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:
        """Django's own, but an open desk stays open, and what is sent to a closed one is kept."""
        inner = super().admin_view(view, cacheable)

        def outer(request: HttpRequest, *args: Any, **named: Any) -> HttpResponse:
            if self.has_permission(request):
                stay_awake(request)
                if SENT_AGAIN in request.POST:
                    forget(request)
            elif request.method == "POST":
                return log_in_again(request)
            answer: HttpResponse = inner(request, *args, **named)
            return answer

        return update_wrapper(outer, inner)

    def _send_again(self, request: HttpRequest) -> HttpResponse:
        return send_again(request, self.each_context(request))

    def login(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The login, or the step that comes after it."""
        step = next_step(request) if self._is_staff(request) else None
        if step and request.method == "GET":
            return HttpResponseRedirect(by_way_of(step, request))
        response = super().login(request, extra_context)
        form = getattr(response, "context_data", {}).get("form")
        if form is not None and form.is_bound and form.was_refused:
            response.status_code = HTTPStatus.TOO_MANY_REQUESTS
        if request.method == "POST" and self._is_staff(request):
            remember_whose(response, request.user.pk)
        return response

    def _step(self, name: str, page: Any) -> View:
        """A page of the way in: for staff whose next step it is, and for those who are inside."""

        @never_cache
        def view(request: HttpRequest) -> HttpResponse:
            if not self._is_staff(request):
                return redirect_to_login(request.get_full_path(), reverse("admin:login"))
            step = next_step(request)
            if step not in {None, name}:
                return HttpResponseRedirect(by_way_of(str(step), request))
            answer: HttpResponse = page.as_view(extra_context=self.each_context(request))(request)
            return answer

        return view
