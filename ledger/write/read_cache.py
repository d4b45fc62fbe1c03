"""What a decision was told of the stored ledger: each question once, many of them in one journey."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from domain import streams
from ledger.codec import Codec, Row
from ledger.event_store import EventStore

Place = tuple[str, int]
"""The stream and version that hold a key."""


class ReadCache:
    """The stored ledger at one position, as far as it was asked for.

    It lives as long as one try of a command: a command that is decided again asks anew.
    """

    def __init__(self, store: EventStore, position: int, codec: Codec) -> None:
        self.store, self.position, self.codec = store, position, codec
        self._rows: dict[str, list[Row]] = {}
        self._last: dict[str, str] = {}
        self._places: dict[str, Place | None] = {}
        self._whole: set[str] = set()
        self._commands: dict[str, Mapping[str, list[str]] | None] = {}

    def rows(self, stream: str) -> list[Row]:
        """The stored rows of a stream; not to be changed."""
        if self._is_new(stream):
            return []
        if stream not in self._rows:
            self._rows[stream] = self.store.rows(stream, self.position)
        return self._rows[stream]

    def fetch(self, names: Iterable[str]) -> None:
        """Reads the streams that will be looked at; it makes no difference but to the time."""
        wanted = sorted({name for name in names if name not in self._rows and not self._is_new(name)})
        if wanted:
            self._rows |= self.store.rows_of(wanted, self.position)

    def last_number(self, region: str, kind: str) -> int:
        """The highest number given to a stream of this kind; 0 when there is none."""
        family = f"{region}/{kind}"
        if family not in self._last:
            self._last[family] = self.store.last_stream(region, kind) or ""
        return streams.number_of(self._last[family]) if self._last[family] else 0

    def _is_new(self, stream: str) -> bool:
        """True when the stream comes after the last that is stored: nothing needs to be asked then."""
        last = self._last.get(stream.rpartition("/")[0])
        return last is not None and stream > last

    def reserved(self, keys: Iterable[str]) -> dict[str, Place]:
        """Those of the keys that are held, with the stream and version that hold them."""
        wanted = list(keys)
        if unknown := sorted({key for key in wanted if not self._knows(key)}):
            found = self.store.reserved(unknown)
            # That a key is free is an answer too, and is not asked for twice.
            self._places.update((key, found.get(key)) for key in unknown)
        return {key: place for key in wanted if (place := self._places.get(key))}

    def reserved_under(self, prefix: str) -> set[str]:
        """The streams that hold keys which begin with a prefix (ending in a slash); all are known then."""
        found = self.store.reserved_under(prefix)
        self._places.update(found)
        self._whole.add(prefix)
        return {stream for stream, _ in found.values()}

    def _knows(self, key: str) -> bool:
        return key in self._places or any(key.startswith(prefix) for prefix in self._whole)

    def written(self, action: str) -> list[str] | None:
        """The streams that a recorded action wrote to, sorted; None when its command is not recorded."""
        command = action.rpartition("/")[0]
        if command not in self._commands:
            self._commands[command] = self._by_action(command)
        by_action = self._commands[command]
        return None if by_action is None else by_action.get(action, [])

    def _by_action(self, command: str) -> Mapping[str, list[str]] | None:
        append = self.store.append_of(command)
        if append is None:
            return None
        found: dict[str, set[str]] = {}
        for row in self.store.between(append.first, append.last):
            found.setdefault(self.codec.raw(row)["action"], set()).add(row.stream)
        return {action: sorted(names) for action, names in found.items()}
