"""The peer: read every file, weigh its words by TF-IDF, group by average linkage.

python bench/peer.py FOLDER
"""

import re
import sys
from collections import Counter
from math import log
from pathlib import Path
from typing import cast

import numpy as np
import trafilatura
from numpy.typing import NDArray
from scipy.cluster.hierarchy import fcluster, linkage  # pyright: ignore[reportUnknownVariableType] - scipy ships no types

THRESHOLD = 0.85
"""Average cosine distance above which two groups stay apart."""


def main() -> None:
    """Print how many groups the reports of a folder fall into."""
    paths = sorted(Path(sys.argv[1]).iterdir())
    pages = [path.read_text(encoding="utf-8") for path in paths]
    texts = [trafilatura.extract(f"<article><p>{page}</p></article>") or page for page in pages]
    counts = [Counter(re.findall(r"[a-z]{3,}", text.lower())) for text in texts]
    spread = Counter(word for words in counts for word in words)
    places = {word: place for place, word in enumerate(spread)}
    matrix = np.zeros((len(texts), len(places)), dtype=np.float32)
    for row, words in enumerate(counts):
        for word, count in words.items():
            matrix[row, places[word]] = (1 + log(count)) * log(1 + len(texts) / spread[word])
    matrix /= np.linalg.norm(matrix, axis=1, keepdims=True)
    pairs = np.triu_indices(len(texts), 1)
    distances = np.clip(1 - (matrix @ matrix.T)[pairs], 0, None)
    tree = cast("NDArray[np.float64]", linkage(distances, "average"))  # pyright: ignore[reportUnknownArgumentType] - scipy ships no types
    groups = cast("NDArray[np.int32]", fcluster(tree, THRESHOLD, "distance"))
    print(len(set(groups.tolist())), "groups")


if __name__ == "__main__":
    main()
