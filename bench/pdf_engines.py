"""One engine, a folder of what it is to print, and a folder for its PDFs in: PDFs out. One process of `bench.pdf`."""

import gc
import pickle
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
CSS = """
@font-face { font-family: Next; src: url(%s) }
@font-face { font-family: Next; src: url(%s); font-weight: 700 }
@page { size: A4; margin: 16mm 19mm 27mm; @bottom-right { content: counter(page) " / " counter(pages) } }
html { font: 13pt/1.5 Next, sans-serif; } h2 { break-after: avoid } table { border-collapse: collapse } th, td { text-align: left; padding: 2mm }
"""


def psychoed(given: Path, out: Path, book: bool) -> None:
    """Ours, from the document as the renderer leaves it."""
    gc.disable()  # as the command does, before it loads anything
    from builder.export import pdfs_of
    from builder.model.files import STYLES

    asked = pickle.loads((given / ("book" if book else "alone")).read_bytes())
    for path, made in pdfs_of(asked, ROOT / "theme", styles=STYLES[:1]).items():
        (out / Path(path).name).write_bytes(made.data)


def weasyprint(given: Path, out: Path, book: bool) -> None:
    """WeasyPrint, asked for PDF/UA-1."""
    from weasyprint import CSS as Sheet
    from weasyprint import HTML
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    sheet = Sheet(string=css(), font_config=fonts)
    for file in sources(given, book):
        HTML(filename=str(file)).write_pdf(
            out / f"{file.stem}.pdf", stylesheets=[sheet], font_config=fonts, pdf_variant="pdf/ua-1"
        )


def chromium(given: Path, out: Path, book: bool) -> None:
    """Headless Chromium, tagged, with an outline."""
    from playwright.sync_api import sync_playwright

    from tests.chromium import FLAGS, found

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found(), args=list(FLAGS))
        page = browser.new_page()
        for file in sources(given, book):
            page.goto(file.as_uri())
            page.add_style_tag(content=css())
            page.pdf(path=out / f"{file.stem}.pdf", tagged=True, outline=True, prefer_css_page_size=True)
        browser.close()


def plugin(given: Path, out: Path, _: bool) -> None:
    """mkdocs-to-pdf, which makes a book while MkDocs builds the site."""
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", given / "plain.yml", "--site-dir", out / "site"], check=True)  # fmt: skip
    (out / "site" / "book.pdf").rename(out / "book.pdf")


def sources(given: Path, book: bool) -> list[Path]:
    """The XHTML to print: of each module, or of all."""
    return [given / "book.xhtml"] if book else sorted(given.glob("m-*.xhtml"))


def css() -> str:
    """A plain print style in our letters."""
    font = ROOT / "theme" / "print" / "font"
    return CSS % tuple((font / f"atkinson-next-{weight}.ttf").as_uri() for weight in ("regular", "bold"))


if __name__ == "__main__":
    name, given, out, kind = sys.argv[1:]
    {one.__name__: one for one in (psychoed, weasyprint, chromium, plugin)}[name](
        Path(given), Path(out), kind == "book"
    )
    if name == "psychoed":
        from builder.cli.main import leave

        leave(0)  # as the command does
