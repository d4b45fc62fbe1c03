"""Why a template cannot be used, and where in it."""

from __future__ import annotations

from typing import Literal

Fault = Literal[
    "no_word_file",
    "old_word",
    "word_template",
    "macros",
    "outside",
    "too_large",
    "damaged",
    "language",
    "name",
    "forbidden",
    "result",
    "time",
    "memory",
    "stopped",
]
"""What is wrong.

`no_word_file`: no .docx; `old_word`: a .doc; `word_template`: a .dotx; `macros`: it holds programs;
`outside`: it fetches something from elsewhere; `too_large`: more than `template_file.LARGEST` or `UNPACKED`;
`damaged`: not to be read; `language`: a command that is none; `name`: a name that does not exist;
`forbidden`: what the sandbox does not allow; `result`: what comes out is no document; `time`, `memory`: more
than `sandbox.SECONDS` or `sandbox.MEMORY`; `stopped`: the process that rendered it ended.
"""


class TemplateRefusedError(ValueError):
    """A template cannot be used; `place` is the text of the paragraph or cell at fault, where it is known."""

    def __init__(self, fault: Fault, detail: str = "", place: str = "") -> None:
        super().__init__(": ".join(part for part in (fault, detail, place) if part))
        self.fault, self.detail, self.place = fault, detail, place

    def __reduce__(self) -> tuple[type[TemplateRefusedError], tuple[Fault, str, str]]:
        # It goes from one process of a batch to another.
        return type(self), (self.fault, self.detail, self.place)
