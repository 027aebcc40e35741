"""What Django's admin loads of the desk: a module for each of its pages."""

from desk import attempts, editions, traits
from desk.accounts import users
from desk.professions import page

__all__ = ["attempts", "editions", "page", "traits", "users"]
