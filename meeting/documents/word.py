"""A paper as a Word document: real heading styles, repeated table heads, no trace of who wrote it."""

import io
import zipfile
from datetime import datetime

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt, RGBColor
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from meeting.documents.paper import Heading, Line, Paper, Table

_INK, _SOFT = RGBColor(0x1F, 0x2A, 0x44), RGBColor(0x5A, 0x62, 0x73)
_WIDTH = 170  # mm between the margins of A4
_LONG_AGO = datetime(2000, 1, 1)  # properties tell nothing of when
_LANGUAGES = {"en": "en-GB", "sq": "sq-AL"}


def word(paper: Paper) -> bytes:
    """The document's bytes, the same for the same paper."""
    document = Document()
    _page(document, paper)
    document.add_paragraph(paper.title, style="Title")
    for block in paper.blocks:
        if isinstance(block, Heading):
            document.add_heading(block.text, level=block.level)
        elif isinstance(block, Line):
            _line(document, block)
        else:
            _table(document, block)
    held = io.BytesIO()
    document.save(held)
    return _same_bytes(held.getvalue())


def _page(document: WordDocument, paper: Paper) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin = section.bottom_margin = Mm(22)
    _styles(document, _LANGUAGES.get(paper.language, "en-GB"))
    header = section.header.paragraphs[0]
    header.add_run(paper.mark).bold = True
    header.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _soft(header)
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _field(footer, "PAGE")
    footer.add_run(" / ")
    _field(footer, "NUMPAGES")
    _soft(footer)
    about = document.core_properties
    about.author = about.last_modified_by = about.comments = about.keywords = about.subject = about.category = ""
    about.title, about.language = paper.title, _LANGUAGES.get(paper.language, "en-GB")
    about.created = about.modified = _LONG_AGO
    about.last_printed = _LONG_AGO
    about.revision = 1


def _styles(document: WordDocument, language: str) -> None:
    for name, size, before, after in (
        ("Normal", 10.5, 0, 4),
        ("Title", 22, 0, 8),
        ("Heading 1", 14, 14, 4),
        ("Heading 2", 11.5, 10, 2),
    ):
        style = document.styles[name]
        style.font.name, style.font.size = "Calibri", Pt(size)
        properties = style.element.get_or_add_rPr()
        fonts = properties.find(qn("w:rFonts"))
        for kind in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(qn(f"w:{kind}"), "Calibri")
        for theme in [key for key in fonts.attrib if key.endswith("Theme")]:
            del fonts.attrib[theme]
        if name == "Title" and (line := style.element.pPr.find(qn("w:pBdr"))) is not None:
            style.element.pPr.remove(line)
        if name != "Normal":
            style.font.color.rgb, style.font.bold = _INK, True
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    spoken = OxmlElement("w:lang")
    spoken.set(qn("w:val"), language)
    document.styles["Normal"].element.get_or_add_rPr().append(spoken)


def _line(document: WordDocument, line: Line) -> None:
    paragraph = document.add_paragraph()
    if line.label:
        paragraph.add_run(f"{line.label}: ").bold = True
    paragraph.add_run(line.text)
    if line.small:
        _soft(paragraph)
        paragraph.paragraph_format.keep_with_next = True


def _table(document: WordDocument, block: Table) -> None:
    """Thin lines between rows, a shaded head that is repeated, columns of fixed width."""
    table = document.add_table(rows=1, cols=len(block.head))
    table.autofit = False
    table._tbl.tblPr.append(_lines())
    widths = [Mm(_WIDTH * width / sum(block.widths)) for width in block.widths]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for cells, texts in [(table.rows[0].cells, block.head), *((None, row) for row in block.rows)]:
        cells = cells or table.add_row().cells
        for cell, text, width in zip(cells, texts, widths, strict=True):
            cell.width = width
            if texts is block.head:
                _shade(cell)
            paragraph = cell.paragraphs[0]
            paragraph.text = text
            paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(2)
            for run in paragraph.runs:
                run.font.size = Pt(9.5)
                run.font.bold = texts is block.head
    _repeat(table.rows[0]._tr)
    for row in table.rows:
        _together(row._tr)
    document.add_paragraph().paragraph_format.space_after = Pt(2)


def _lines() -> BaseOxmlElement:
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", "C9CED8")):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    return borders


def _shade(cell: _Cell) -> None:
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", "EEF1F6")):
        shade.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shade)


def _repeat(row) -> None:  # type: ignore[no-untyped-def]
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    row.get_or_add_trPr().append(mark)


def _together(row) -> None:  # type: ignore[no-untyped-def]
    row.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _field(paragraph: Paragraph, code: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    paragraph._p.append(field)


def _soft(paragraph: Paragraph) -> None:
    for run in paragraph.runs:
        run.font.size, run.font.color.rgb = Pt(9), _SOFT


def _same_bytes(packed: bytes) -> bytes:
    """The same parts with one date for all and no thumbnail: the time of writing tells nothing."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as old, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "docProps/thumbnail.jpeg":
                continue
            if name == "_rels/.rels":
                import re

                data = re.sub(rb"<Relationship [^>]*thumbnail[^>]*/>", b"", data)
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            new.writestr(entry, data, zipfile.ZIP_DEFLATED)
    return held.getvalue()
