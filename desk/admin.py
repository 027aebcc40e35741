"""What Django's admin loads of the desk: a module for each of its pages."""

from desk import attempts, editions, professions, traits

__all__ = ["attempts", "editions", "professions", "traits"]
