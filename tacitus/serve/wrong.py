"""What pydantic finds wrong with a value → a sentence that names it and says what is allowed.

In: an error as pydantic lists it. Out: the sentence. One thing to know: pydantic's own messages speak of inputs and
patterns to programmers; none of them gets through to whoever asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

_MUST = {
    "missing": "is missing; give it",
    "string_type": "must be a string",
    "string_too_short": "must not be empty",
    "string_too_long": "must have {max_length} characters at most",
    **dict.fromkeys(("int_type", "int_parsing", "int_parsing_size", "int_from_float"), "must be a whole number"),
    **dict.fromkeys(("float_type", "float_parsing", "finite_number"), "must be a number"),
    **dict.fromkeys(("bool_type", "bool_parsing"), "must be true or false"),
    "literal_error": "must be {expected}",
    "greater_than_equal": "must be {ge:g} or more",
    "less_than_equal": "must be {le:g} or less",
    "too_short": "must hold {min_length} or more",
    "too_long": "must hold {max_length} at most",
    "list_type": "must be a list",
    **dict.fromkeys(("dict_type", "model_type", "model_attributes_type"), "must be an object, sent as JSON"),
    "json_invalid": "is no JSON that can be read",
}
_PATTERNS = {
    r"^[A-Z]{3}$": "must be a code of three capitals, such as AFG",
    r"^https?://[^\x00-\x20]+$": "must be an address that begins with http:// or https://, without blanks",
    r"^[^\x00]*$": "must hold no null character",
}

_NOT_SO = "cannot be taken so; /api/v1/openapi.json says what can"


def sentence(name: str, error: Mapping[str, Any], known: Iterable[str]) -> str:
    """What is wrong with the value of that name; ``known`` are the names that there are beside it."""
    kind, more = error["type"], error.get("ctx", {})
    if kind == "extra_forbidden":
        there = ", ".join(known)
        return f"{name} is not known here" + (f"; there are {there}" if there else ", and nothing else is")
    if kind == "value_error":  # our own words
        return f"{name}: {more['error']}"
    if kind == "string_pattern_mismatch":
        return f"{name} {_PATTERNS.get(more['pattern'], _NOT_SO)}"
    if kind.startswith("date"):
        return f"{name} must be a day of the calendar, written as YYYY-MM-DD"
    return f"{name} {_MUST.get(kind, _NOT_SO).format_map(more)}"


def name_of(place: Sequence[str | int]) -> str:
    """What a wrong value is called: its field, or the whole (body, query) where it is none of its fields."""
    fields = [str(each) for each in place[1:] if not _alternative(each)]
    return ".".join(fields) or str(place[0])


def _alternative(part: str | int) -> bool:
    """Whether a part of a place is no field, but one of several kinds of value that pydantic tried there."""
    return isinstance(part, str) and (part == "constrained-str" or part.startswith("dict["))
