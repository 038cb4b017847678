"""Bytes → text, without losing a character in silence.

In: the bytes of one text and the encoding its source declares, if any. Out: the text and, where the encoding had to
be found out, a note. One thing to know: UTF-8 is tried first whatever is declared, because bytes that are valid UTF-8
beyond ASCII are never anything else by chance, while declarations are often wrong.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from tacitus.errors import SourceError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_KINDS = (
    (b"%PDF", "a PDF; turn it into text first, for instance with pdftotext"),
    (b"PK\x03\x04", "a ZIP or Office document; unpack it or save it as plain text"),
    (b"\xd0\xcf\x11\xe0", "an old Office document; save it as plain text"),
    (b"\x89PNG", "a picture; give its text"),
    (b"\xff\xd8\xff", "a picture; give its text"),
)
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
#: In Western text a letter beyond ASCII stands alone or in pairs; longer runs are another alphabet misread.
_FOREIGN_RUN = re.compile(rb"[\xc0-\xff]{4}")
_SURROGATES = re.compile("[\x00\ud800-\udfff]")
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and what is to be said about how it was read."""

    text: str
    notes: tuple[str, ...] = ()


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Decode, or raise ``SourceError`` when the bytes are not text in an encoding that can be told."""
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], name)
    _refuse_binary(data)
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        broken = error
    if text := _as_declared(data, declared):
        return Decoded(text)
    if len(_MULTIBYTE.findall(data)) > len(re.findall(rb"[\x80-\xff]", _MULTIBYTE.sub(b"", data))):
        text = data.decode("utf-8", errors="replace")
        lost = text.count("\ufffd")
        return Decoded(
            text, (f"{lost} damaged character(s) of its UTF-8 are read as \ufffd; fetch it again if they matter.",)
        )
    if not _FOREIGN_RUN.search(data):
        try:
            return Decoded(
                data.decode("cp1252"), ("Is not UTF-8 and was read as Windows-1252; save it as UTF-8 to be sure.",)
            )
        except UnicodeDecodeError:
            pass
    raise SourceError(
        f"Is not UTF-8 (byte {broken.start + 1}) and its encoding cannot be told; save it as UTF-8, "
        "for instance with iconv -f ENCODING -t UTF-8."
    )


def without_surrogates(text: str) -> Decoded:
    """The text with half surrogate pairs and null characters, which JSON can hold but no ledger can, read as U+FFFD."""
    text, count = _SURROGATES.subn("\ufffd", text)
    return Decoded(text, (f"{count} half surrogate pair(s) or null character(s) are read as \ufffd.",) if count else ())


def _marked(data: bytes, name: str) -> Decoded:
    try:
        return Decoded(data.decode(name))
    except UnicodeDecodeError as error:
        raise SourceError(
            f"Begins as {name.upper()} but breaks at byte {error.start + 1}; save it again as UTF-8."
        ) from error


def _refuse_binary(data: bytes) -> None:
    for magic, kind in _KINDS:
        if data.startswith(magic):
            raise SourceError(f"Is {kind}.")
    sample = data[:65_536]
    if b"\0" in sample or len(_CONTROLS.findall(sample)) > 0.01 * len(sample):
        raise SourceError("Is binary, not text; give text, HTML or JSON lines (UTF-16 needs its byte order mark).")


def _as_declared(data: bytes, declared: str | None) -> str | None:
    # Latin-1 decodes anything, and on the web it means Windows-1252.
    name = (declared or "").strip().lower()
    name = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": ""}.get(name, name)
    if not name:
        return None
    try:
        return data.decode(name)
    except (LookupError, UnicodeError):
        return None
