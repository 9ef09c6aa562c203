import pytest

from stemma.read.residue.captions import is_caption
from stemma.read.shape import folded


@pytest.mark.parametrize(
    "line",
    [
        "Getty Images",
        "Ada Okoro / Tarn Courier",
        "The ferry Meridian on the sandbank. (Ada Okoro/Associated Press)",
        "Passengers come ashore in Tarn (pictured)",
        "AFP The harbour of Tarn on Sunday",
        "FILE - In this Sept. 30, 2030, file photo, the Meridian leaves Tarn. It sank later.",
    ],
)
def test_captions_and_credits_of_pictures_are_told(line: str):
    assert is_caption(line, folded(line))


@pytest.mark.parametrize(
    "line",
    [
        "The strike goes on, the union said on Monday. (AP)",
        "Reuters journalists freed in Orlevia",
        "The agency showed a picture of the ship.",
        "AP source: ferry captain was told to wait",
    ],
)
def test_news_and_sign_offs_are_no_captions(line: str):
    assert not is_caption(line, folded(line))
