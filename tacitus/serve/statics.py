"""The built page: its files, as the browser asks for them.

In: a path below ``/``. Out: a file of the folder ``page``. One thing to know: files under ``assets`` have a hash of
their content in their name and never change, so that a browser need not ask for them again; every address without a
suffix is the page itself, which knows what to show there.
"""

from __future__ import annotations

from pathlib import Path

from fastapi import Request, Response
from starlette.responses import FileResponse

from tacitus.serve.problems import Refusal

PAGE = Path(__file__).with_name("page")
_MEDIA = {
    ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".mjs": "text/javascript",
    ".css": "text/css; charset=utf-8", ".json": "application/json", ".geojson": "application/geo+json",
    ".svg": "image/svg+xml", ".png": "image/png", ".webp": "image/webp", ".ico": "image/x-icon",
    ".woff2": "font/woff2", ".pbf": "application/x-protobuf", ".pmtiles": "application/vnd.pmtiles",
    ".webmanifest": "application/manifest+json", ".txt": "text/plain; charset=utf-8",
}  # fmt: skip
_NOT_BUILT = (
    '<!doctype html><html lang="en"><title>Tacitus</title><p>The page of this Tacitus has not been built; '
    "install it from a wheel, or build it with <code>make web</code>. The API is at "
    '<a href="/api/v1/openapi.json">/api/v1</a>.'
)


def served(request: Request, path: str) -> Response:
    """The file at the path, the page where it has no suffix, or 404."""
    last = path.rsplit("/", 1)[-1]
    if path == "api" or path.startswith("api/"):
        raise Refusal(404, "There is nothing at this address; /api/v1/openapi.json describes what there is.")
    file = _inside(path) if "." in last else PAGE / "index.html"
    if file is None or not _is_file(file):
        if "." in last:
            raise Refusal(404, "There is no such file.")
        return Response(_NOT_BUILT, media_type="text/html", headers={"Cache-Control": "no-store"})
    lasting = path.startswith("assets/")
    headers = {"Cache-Control": "public, max-age=31536000, immutable" if lasting else "no-cache"}
    if "Range" in request.headers:
        headers["Content-Encoding"] = "identity"  # part of a file cannot be packed by itself
    media = _MEDIA.get(file.suffix, "application/octet-stream")
    found = FileResponse(file, media_type=media, stat_result=file.stat(), headers=headers)
    if found.headers["ETag"] in request.headers.get("If-None-Match", ""):
        return Response(status_code=304, headers={**headers, "ETag": found.headers["ETag"]})
    return found


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a name longer than names can be
        return False


def _inside(path: str) -> Path | None:
    """The file of that path, if it is in the page's folder and not elsewhere."""
    if "\0" in path:
        return None
    try:
        file = (PAGE / path).resolve()
    except OSError:
        return None
    return file if file.is_relative_to(PAGE.resolve()) else None
