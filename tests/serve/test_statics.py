"""The page's files: found, kept for good where their name says so, and nothing outside their folder."""

from pathlib import Path

import pytest

from tacitus.serve import statics
from tests.serve.conftest import Browser


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "page"
    (folder / "assets").mkdir(parents=True)
    (folder / "index.html").write_text("<!doctype html><title>The desk</title>")
    (folder / "assets" / "index-4f3a.js").write_text("export const many = 1;\n" * 5000)
    (folder / "world.pmtiles").write_bytes(bytes(range(256)) * 20)
    (tmp_path / "secret.txt").write_text("secret")
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    monkeypatch.setattr(statics, "PAGE", folder)
    return folder


def test_the_page_is_at_every_address_without_a_suffix(client: Browser, page: Path) -> None:
    for path in ("/", "/incidents/abc", "/review"):
        found = client.get(path)
        assert found.status_code == 200 and "The desk" in found.text
        assert found.headers["Cache-Control"] == "no-cache"
        assert found.headers["Content-Type"] == "text/html; charset=utf-8"
        assert client.get(path, headers={"If-None-Match": found.headers["ETag"]}).status_code == 304


def test_assets_never_change(client: Browser, page: Path) -> None:
    found = client.get("/assets/index-4f3a.js")
    assert found.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert found.headers["Content-Encoding"] == "gzip" and found.text.startswith("export")
    assert found.headers["Content-Type"].startswith("text/javascript")


def test_a_part_of_a_file(client: Browser, page: Path) -> None:
    found = client.get("/world.pmtiles", headers={"Range": "bytes=256-511"})
    assert found.status_code == 206 and found.content == bytes(range(256))
    assert found.headers["Content-Range"] == "bytes 256-511/5120"


@pytest.mark.parametrize(
    "path",
    ["/nothing.js", "/assets/nothing.js", "/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt",
     "/link.txt", "/assets/..%2f..%2fsecret.txt", "/a%00.js", "//etc/passwd.txt", "/%2fetc%2fpasswd.d", "/api/x.js",
     "/" + "a" * 5000 + ".js"],
)  # fmt: skip
def test_what_is_not_of_the_page_is_not_found(client: Browser, page: Path, path: str) -> None:
    found = client.get(path)
    assert found.status_code == 404 and "secret" not in found.text


def test_a_page_that_is_not_built_says_so(client: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(statics, "PAGE", tmp_path / "none")
    found = client.get("/")
    assert found.status_code == 200 and "not been built" in found.text and "<script" not in found.text
