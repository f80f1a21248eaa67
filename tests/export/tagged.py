"""The tags of a PDF in, each in order with what it stands for and the words that it holds out."""

import re
from collections.abc import Iterator

import pikepdf

LOOKS = {"/Strong", "/Em", "/Span"}
_PAIR = re.compile(rb"^<([0-9A-F]+)> <([0-9A-F]{4,})>$", re.M)


def tags(pdf: pikepdf.Pdf) -> list[str]:
    """Each tag in order. One that says only how words look is none: its words are those of the tag above."""
    words = {one.objgen: dict(_marked(one)) for one in pdf.pages}
    found = list[list[str]]()

    def read(one: pikepdf.Dictionary, into: list[str]) -> None:
        looks = str(one.get("/S")) in LOOKS and "/Alt" not in one and "/Block" not in str(one.get("/A"))
        if not looks:
            into = [f"{one.get('/S')} {one.get('/Alt')} {one.get('/A')}: "]
            found.append(into)
        kids = one.get("/K", [])
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                read(kid, into)
            elif not isinstance(kid, pikepdf.Dictionary) or "/MCID" in kid:
                there, number = (kid.get("/Pg"), kid.MCID) if isinstance(kid, pikepdf.Dictionary) else (None, kid)
                into.append(words[(there or one.Pg).objgen][int(number)])

    read(pdf.Root.StructTreeRoot.K[0], [])
    return ["".join(each) for each in found]


def _marked(one: pikepdf.Page) -> Iterator[tuple[int, str]]:
    """The words of each mark of a page, without what moves them."""
    number, font, words, depth = -1, "", "", 0
    for values, operator in pikepdf.parse_content_stream(one):
        match str(operator):
            case "BDC" | "BMC":
                if depth == 0:
                    number, words = int(values[1].get("/MCID", -1)) if len(values) > 1 else -1, ""
                depth += 1
            case "EMC":
                depth -= 1
                if depth == 0:
                    yield number, words
            case "Tf":
                font = str(values[0])
            case "Tj" | "TJ":
                shown = values[0] if isinstance(values[0], pikepdf.Array) else [values[0]]
                told = b"".join(bytes(each) for each in shown if isinstance(each, pikepdf.String))
                words += _read(told, one.Resources.Font[font])


def _read(told: bytes, font: pikepdf.Dictionary) -> str:
    if font.get("/Encoding") == "/WinAnsiEncoding":
        return told.decode("cp1252")
    size = 2 if font.Subtype == "/Type0" else 1
    names = {int(code, 16): bytes.fromhex(name.decode()) for code, name in _PAIR.findall(font.ToUnicode.read_bytes())}
    codes = (int.from_bytes(told[at : at + size]) for at in range(0, len(told), size))
    return "".join(names.get(code, bytes((0, code))).decode("utf-16-be") for code in codes)
