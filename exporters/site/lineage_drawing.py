"""The family tree of an innovation: each idea a card with its proposers, flowing into what it became."""

from __future__ import annotations

from markupsafe import Markup

from exporters.site import svg
from jejak_i18n import gettext as _
from jejak_i18n import labels
from projections.queries.lineage import IdeaNode, InnovationNode, Node

WIDTH, GAP, SPACE = 224, 64, 18
"""Of a card, between columns, between cards above each other."""
LETTERS = 27


def lineage_drawing(root: InnovationNode, *, public: bool) -> Markup:
    """The tree from left (ideas) to right (the innovation)."""
    layout = _Layout(public)
    depth = _depth(root)
    layout.place(root, depth)
    width = (depth + 1) * WIDTH + depth * GAP
    label = _("Lineage: {ideas} ideas into {code}").format(ideas=layout.ideas, code=root.code)
    return svg.drawing(width + 2, layout.bottom - SPACE + 2, label, layout.parts, "lineage")


def _depth(node: Node) -> int:
    return max((1 + _depth(one) for one in node.made_from), default=0)


class _Layout:
    """Places cards: ideas without parents from above to below, all others beside the middle of theirs."""

    def __init__(self, public: bool) -> None:
        self.public, self.bottom, self.ideas = public, 1.0, 0
        self.parts: list[Markup] = []

    def place(self, node: Node, column: int) -> float:
        """Draws a node with all before it; gives the height of its middle."""
        x = 1.0 + column * (WIDTH + GAP)
        self.ideas += isinstance(node, IdeaNode)
        lines, small = self._lines(node), self._small(node)
        height = svg.card_height(len(lines))
        top = self.bottom
        middles = [self.place(one, column - 1) for one in node.made_from]
        y = max(top, sum(middles) / len(middles) - height / 2) if middles else top
        self.bottom = max(self.bottom, y + height + SPACE)
        middle = y + height / 2
        for one in middles:
            self.parts.append(svg.curve(x - GAP, one, x, middle))
        kind = "idea" if isinstance(node, IdeaNode) else "inno"
        self.parts.append(svg.card(x, y, WIDTH, lines, small=small, kind=kind))
        return middle

    def _lines(self, node: Node) -> list[str]:
        acronym = node.acronym if isinstance(node, InnovationNode) else None
        named = f"{acronym}: {node.title}" if acronym else node.title
        lines = svg.wrapped(named, LETTERS)
        who = [*(unit for unit in node.units if unit), *([] if self.public else node.proposers)]
        return [*lines, *svg.wrapped("; ".join(dict.fromkeys(who)), LETTERS, 2)] if who else lines

    def _small(self, node: Node) -> str:
        if isinstance(node, InnovationNode):
            if node.launched_on:
                return f"{node.code} · {_('launched')} {node.launched_on[:4]}"
            return node.code
        how = labels.label_for_terminal("origin", node.origin)
        return f"{node.code} · {how}"
