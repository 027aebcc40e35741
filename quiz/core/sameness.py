"""When two statements are the very same, so that an answer to one is an answer to the other.

Pure. The very same has the same code, the same words, the same trait and direction, and the same
answers to choose from. Words are the Indonesian ones: a translation may be mended, and says the
same as it did, so an answer counts whichever language the page had.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Hashable

from profiles.editions.content import EditionContent, FrozenScale, FrozenStatement

MARK_LENGTH = 3
"""Characters of a mark: of 260,000 changes to the statement of a code, one goes unnoticed."""


def identity(statement: FrozenStatement, scale: FrozenScale) -> Hashable:
    """What a statement has in common with the very same ones, and with no others."""
    answers = tuple((answer.value, answer.text.id) for answer in scale.answers)
    return statement.code, statement.trait, statement.keying, statement.text.id, answers


def mark(statement: FrozenStatement, scale: FrozenScale) -> str:
    """The identity in a few characters, for a phone that compares statements of one code."""
    text = json.dumps(identity(statement, scale), ensure_ascii=False)
    digest = hashlib.sha256(text.encode()).digest()
    return base64.urlsafe_b64encode(digest).decode("ascii")[:MARK_LENGTH]


def marks(content: EditionContent) -> str:
    """The marks of all statements, one after the other in the order in which they are asked."""
    return "".join(mark(statement, content.scale) for statement in content.statements)
