import hashlib
import re
from pathlib import Path

import pytest

from stemma.language.session import WEIGHTS

CARD = (WEIGHTS / "README.md").read_text("utf-8")
FILES = sorted(path for path in WEIGHTS.iterdir() if path.suffix in (".onnx", ".json"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_card_names_every_file_by_its_digest(path: Path):
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    row = re.search(rf"\| `{re.escape(path.name)}` .* `(\w{{64}})` \|", CARD)
    assert row is not None
    assert row.group(1) == digest
