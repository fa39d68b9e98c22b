"""Small PDF files written by hand, page by page, so that a test knows where each word stands and can spoil what it likes."""

from __future__ import annotations

from collections.abc import Sequence

Line = tuple[float, float, str]
"""x, y and words, in points from the bottom left."""


def text_page(lines: Sequence[Line], *, size: float = 10, font: str = "F1") -> str:
    """The content of a page with these lines, in the order given; F1 is Helvetica, F2 its bold."""
    return "\n".join(f"BT /{font} {size} Tf {x} {y} Td ({_escaped(words)}) Tj ET" for x, y, words in lines)


def picture_page() -> str:
    """The content of a page that is a picture: a scan."""
    return "q 400 0 0 500 50 100 cm BI /W 2 /H 2 /CS /G /BPC 8 /F /AHx ID 00FF00FF> EI Q"


def pdf(pages: Sequence[str], *, extra: str = "", trailer: str = "") -> bytes:
    """A PDF of A4 pages with these contents; `extra` joins each page's dictionary, `trailer` the file's."""
    kids = " ".join(f"{5 + 2 * place} 0 R" for place in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
    ]
    for place, content in enumerate(pages):
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] {extra} /Contents {6 + 2 * place} 0 R "
            "/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>",
            f"<< /Length {len(content.encode('cp1252'))} >>\nstream\n{content}\nendstream",
        ]
    data = b"%PDF-1.7\n"
    offsets: list[int] = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252")
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    end += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{len(data)}\n%%EOF\n"
    return data + end.encode()


ENCRYPTED = f"/ID [<00> <00>] /Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <{'41' * 32}> /U <{'42' * 32}> >>"
"""What makes a file ask for a password that nobody knows."""


def _escaped(words: str) -> str:
    return words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
