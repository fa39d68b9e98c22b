"""Files for trainers and for checking, made from the same items as the Parquet files."""

from __future__ import annotations

import json
from pathlib import Path

from spinemed.dataset.split import SPLITS, Split
from spinemed.domain.records import Item

EXPORTS = "exports"


def chat_path(folder: Path, split: Split) -> Path:
    """Where the conversations of a split lie: one file a split, as trainers take them."""
    return folder / EXPORTS / f"chat-{split}.jsonl"


def chat_line(item: Item) -> str:
    """`messages` and `images` as ms-swift and LLaMA-Factory read them; pictures stand as `<image>` in the text."""
    messages = [message.model_dump() for message in item.messages]
    return _line({"id": item.id, "messages": messages, "images": [picture.path for picture in item.pictures]})


def _line(said: dict[str, object]) -> str:
    return json.dumps(said, ensure_ascii=False) + "\n"


def write_dataset_info(folder: Path, name: str) -> None:
    """`dataset_info.json`, by which LLaMA-Factory finds the chat files."""
    columns = {"messages": "messages", "images": "images"}
    tags = {
        "role_tag": "role",
        "content_tag": "content",
        "user_tag": "user",
        "assistant_tag": "assistant",
        "system_tag": "system",
    }
    described = {
        f"{name}-{split}": {"file_name": path.name, "formatting": "sharegpt", "columns": columns, "tags": tags}
        for split in SPLITS
        if (path := chat_path(folder, split)).exists()
    }
    (folder / EXPORTS / "dataset_info.json").write_text(json.dumps(described, indent=1) + "\n", encoding="utf-8")
