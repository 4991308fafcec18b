"""Notes for tables of rules: written as an author would, without minding YAML."""

import json
from typing import Any


def note(**keys: Any) -> str:
    """Write a note in flow style."""
    return ", ".join(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in keys.items())


def basic(question: str, answer: Any = "Nobody knows", **keys: Any) -> str:
    """Write a note with a question and an answer."""
    return note(q=question, a=answer, **keys)
