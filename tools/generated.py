"""Files that a tool writes: brought up to date, or compared with what it would write."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parent.parent


def bring_up_to_date(
    made: dict[Path, str], arguments: list[str], tool: str, folder: Path | None = None
) -> int:
    """Writes what differs, removes what is stray in `folder`; `--check` names both. Gives the exit status."""
    stale = [
        path for path, text in made.items() if not path.exists() or path.read_text(encoding="utf-8") != text
    ]
    stray = [path for path in folder.glob("*.json") if path not in made] if folder else []
    if "--check" in arguments:
        for path in [*stale, *stray]:
            print(f"not up to date: {path.relative_to(ROOT)} (run python -m tools.{tool})")
        return 1 if stale or stray else 0
    for path in stale:
        path.parent.mkdir(exist_ok=True)
        path.write_text(made[path], encoding="utf-8")
    for path in stray:
        path.unlink()
    return 0
