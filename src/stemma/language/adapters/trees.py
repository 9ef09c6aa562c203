"""A sentence's tree while it is being rewritten."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

LOOSE = "dep"
ROOT = "root"


@dataclass(slots=True, kw_only=True)
class Tree:
    """One sentence: words in lower case, tags, heads (word index; the root is its own), relations.

    ``xpos`` are Penn Treebank tags, ``upos`` universal ones.
    """

    words: Sequence[str]
    xpos: Sequence[str]
    upos: list[str]
    heads: list[int]
    relations: list[str]

    def __len__(self) -> int:
        """Count the words."""
        return len(self.words)

    def children(self, head: int) -> list[int]:
        """Give the words below a word, in text order."""
        return [at for at in range(len(self)) if self.heads[at] == head and at != head]

    def attach(self, at: int, head: int, relation: str) -> None:
        """Hang a word under another."""
        self.heads[at], self.relations[at] = head, relation

    def promote(self, child: int, *, as_relation: str, leaving: str) -> None:
        """Let a child take the place of its head, as ``as_relation``.

        The head hangs under it as ``leaving``, and all that hung under the head does, too.
        """
        head = self.heads[child]
        for sibling in self.children(head):
            self.heads[sibling] = child
        above = self.heads[head]
        self.attach(child, child if above == head else above, as_relation)
        self.attach(head, child, leaving)

    def bottom_up(self) -> list[int]:
        """Give the words, each after all that are below it."""
        below = self._below()
        order = [at for at, head in enumerate(self.heads) if at == head]
        for at in order:
            order += below[at]
        return order[::-1]

    def settle(self) -> None:
        """Make it one tree with one root, whatever it was: what is loose hangs under the root."""
        tops = [at for at, head in enumerate(self.heads) if at == head]
        root = tops[0] if tops else 0
        self.attach(root, root, ROOT)
        for at in tops[1:]:
            self.attach(at, root, LOOSE)
        while loose := self._unreached(root):
            self.attach(loose[0], root, LOOSE)
        for at, relation in enumerate(self.relations):
            if relation.lower() == ROOT or not relation:
                self.relations[at] = ROOT if at == root else LOOSE

    def rename(self, naming: Callable[[int], str]) -> None:
        """Give every word but the root a relation anew."""
        for at, head in enumerate(self.heads):
            if at != head:
                self.relations[at] = naming(at)

    def _below(self) -> list[list[int]]:
        below: list[list[int]] = [[] for _ in self.words]
        for at, head in enumerate(self.heads):
            if at != head:
                below[head].append(at)
        return below

    def _unreached(self, root: int) -> list[int]:
        below = self._below()
        seen = {root}
        waiting = [root]
        while waiting:
            inside = below[waiting.pop()]
            seen.update(inside)
            waiting += inside
        return [at for at in range(len(self)) if at not in seen]
