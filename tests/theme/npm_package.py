"""A program from the npm registry, fetched once in one exact version and kept in .cache/npm."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

CACHE = Path(__file__).resolve().parents[2] / ".cache" / "npm"


class FetchError(RuntimeError):
    """A package that could not be fetched; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class NpmPackage:
    """A package by name and exact version, and the file in it that is run."""

    name: str
    version: str
    program: str

    def fetch(self, cache: Path = CACHE) -> Path:
        """Return the program, fetching the package when it is not there yet; raise FetchError when npm fails.

        No script of a package runs. The folder takes its name when it is whole, so a fetch that is killed leaves
        none that looks fetched.
        """
        folder = cache / f"{self.name}-{self.version}"
        program = folder / "node_modules" / self.name / self.program
        if not program.is_file():
            half = cache / f".{folder.name}.{os.getpid()}"
            half.mkdir(parents=True, exist_ok=True)
            self._install(half)
            shutil.rmtree(folder, ignore_errors=True)
            half.rename(folder)
        return program

    def _install(self, folder: Path) -> None:
        options = ("--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock", "--loglevel=error")
        wanted = f"{self.name}@{self.version}"
        command = [find_program("npm"), "install", *options, "--prefix", str(folder), wanted]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
        if done.returncode:
            raise FetchError(f"npm: {wanted} could not be fetched: {done.stderr.strip()}")


def find_program(name: str) -> str:
    """Return the path of node or npm: those of this Python's environment first. Raise FetchError without one."""
    scripts = str(Path(sys.executable).parent)
    found = shutil.which(name, path=os.pathsep.join([scripts, os.environ.get("PATH", "")]))
    if found is None:
        raise FetchError(f"npm: there is no {name} here; install requirements-dev.txt")
    return found
