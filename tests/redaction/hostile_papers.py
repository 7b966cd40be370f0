"""Finished documents that carry one recorded name or number where a reader of visible text does not look."""

import io
import zipfile
import zlib
from collections.abc import Callable

import pikepdf
from docx import Document
from pikepdf import Array, Dictionary, Name, String

NAME, PHONE = "Hollingworth", "07700 900114"
_RELS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def docx(changed: dict[str, bytes | Callable[[bytes], bytes]] | None = None, comment: bytes = b"") -> bytes:
    """A harmless Word document with some parts put in or changed."""
    held, out = io.BytesIO(), io.BytesIO()
    document = Document()
    document.add_paragraph("The case was heard.")
    document.core_properties.author = ""
    document.save(held)
    changed = dict(changed or {})
    with zipfile.ZipFile(held) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            change = changed.pop(name, None)
            data = old.read(name)
            new.writestr(name, change(data) if callable(change) else data if change is None else change)
        for name, data in changed.items():
            assert isinstance(data, bytes)
            new.writestr(name, data)
        new.comment = comment
    return out.getvalue()


def _body(xml: str) -> dict[str, bytes | Callable[[bytes], bytes]]:
    return {"word/document.xml": lambda old: old.replace(b"<w:sectPr", xml.encode() + b"<w:sectPr", 1)}


def _xlsx(parts: dict[str, str]) -> bytes:
    out = io.BytesIO()
    plain = {
        "[Content_Types].xml": "<Types/>",
        "xl/workbook.xml": '<workbook><sheets><sheet name="One" sheetId="1"/></sheets></workbook>',
        "xl/worksheets/sheet1.xml": "<worksheet><sheetData/></worksheet>",
    }
    with zipfile.ZipFile(out, "w") as new:
        for name, text in (plain | parts).items():
            new.writestr(name, text)
    return out.getvalue()


def _inner() -> bytes:
    return _xlsx({"xl/sharedStrings.xml": f"<sst><si><t>{NAME}</t></si></sst>"})


def _png() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")

    text = chunk(b"tEXt", b"Author\x00" + NAME.encode())
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", bytes([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])) + text


WORD: dict[str, bytes] = {
    "paragraph": docx(_body(f"<w:p><w:r><w:t>Then {NAME} left</w:t></w:r></w:p>")),
    "split over runs": docx(_body("<w:p><w:r><w:t>Then Holl</w:t></w:r><w:r><w:t>ingworth left</w:t></w:r></w:p>")),
    "hidden text": docx(_body(f"<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Then {NAME} left</w:t></w:r></w:p>")),
    "deleted text": docx(_body(f'<w:p><w:del w:author="x"><w:r><w:delText>to {NAME}</w:delText></w:r></w:del></w:p>')),
    "author of a change": docx(_body(f'<w:p><w:ins w:author="{NAME}"><w:r><w:t>left</w:t></w:r></w:ins></w:p>')),
    "field code": docx(_body(f'<w:p><w:r><w:instrText>HYPERLINK "http://x.example/{NAME}"</w:instrText></w:r></w:p>')),
    "simple field": docx(_body(f'<w:p><w:fldSimple w:instr="AUTHOR {NAME}"/></w:p>')),
    "bookmark": docx(_body(f'<w:p><w:bookmarkStart w:id="1" w:name="{NAME}"/></w:p>')),
    "alternative text": docx(_body(f'<w:p><w:r><w:drawing><wp:docPr descr="photo of {NAME}"/></w:drawing></w:r></w:p>')),
    "content control tag": docx(_body(f'<w:sdt><w:sdtPr><w:tag w:val="{NAME}"/></w:sdtPr></w:sdt>')),
    "XML comment": docx(_body(f"<!-- {NAME} -->")),
    "character data": docx(_body(f"<w:p><w:r><w:t><![CDATA[to {NAME}]]></w:t></w:r></w:p>")),
    "character references": docx(_body("<w:p><w:r><w:t>Then &#72;ollingwo&#x72;th left</w:t></w:r></w:p>")),
    "header": docx({"word/header9.xml": f"<w:hdr {_W}><w:p><w:t>re {NAME}</w:t></w:p></w:hdr>".encode()}),
    "footnote": docx({"word/footnotes.xml": f"<w:footnotes {_W}><w:t>re {NAME}</w:t></w:footnotes>".encode()}),
    "comment": docx({"word/comments.xml": f"<w:comments {_W}><w:t>re {NAME}</w:t></w:comments>".encode()}),
    "comment's author": docx({"word/comments.xml": f'<w:comments {_W}><w:comment w:author="{NAME}"/></w:comments>'.encode()}),
    "core property": docx({"docProps/core.xml": f"<cp:coreProperties><dc:creator>to {NAME}</dc:creator></cp:coreProperties>".encode()}),
    "company": docx({"docProps/app.xml": f"<Properties><Manager>to {NAME}</Manager></Properties>".encode()}),
    "custom property's name": docx({"docProps/custom.xml": f'<Properties><property name="{NAME}"/></Properties>'.encode()}),
    "custom XML": docx({"customXml/item1.xml": f"<x><y>to {NAME}</y></x>".encode()}),
    "document variable": docx({"word/settings.xml": f'<w:settings {_W}><w:docVars><w:docVar w:val="{NAME}"/></w:docVars></w:settings>'.encode()}),
    "link target": docx({"word/_rels/x.xml.rels": _RELS.format(f'<Relationship Target="http://x.example/{NAME}"/>').encode()}),
    "style's name": docx({"word/styles.xml": lambda old: old.replace(b"</w:styles>", f'<w:style w:styleId="a"><w:name w:val="{NAME}"/></w:style></w:styles>'.encode())}),
    "theme": docx({"word/theme/theme9.xml": f"<a:theme><a:t>to {NAME}</a:t></a:theme>".encode()}),
    "part's name": docx({f"word/media/{NAME}.png": b"\x89PNG\r\n\x1a\n"}),
    "picture's metadata": docx({"word/media/image1.png": _png()}),
    "embedded workbook": docx({"word/embeddings/sheet.xlsx": _inner()}),
    "embedded HTML": docx({"word/afchunk.html": f"<p>to {NAME}</p>".encode()}),
    "embedded text": docx({"word/afchunk.txt": f"to {NAME}".encode()}),
    "part in UTF-16": docx({"word/header9.xml": f'<?xml version="1.0" encoding="UTF-16"?><w:hdr><w:t>re {NAME}</w:t></w:hdr>'.encode("utf-16")}),
    "archive's comment": docx(comment=f"to {NAME}".encode()),
    "number split over runs": docx(_body("<w:p><w:r><w:t>on 07700 </w:t></w:r><w:r><w:t>900114</w:t></w:r></w:p>")),
    "part that is encrypted": docx({"word/header9.xml": b"\x00\xff\xfe\x01" * 9}),
}  # fmt: skip

BOOKS: dict[str, bytes] = {
    "shared string": _inner(),
    "inline string": _xlsx({"xl/worksheets/sheet1.xml": f"<c t='inlineStr'><is><t>to {NAME}</t></is></c>"}),
    "sheet's name": _xlsx({"xl/workbook.xml": f'<workbook><sheet name="{NAME}"/></workbook>'}),
    "defined name": _xlsx({"xl/workbook.xml": f'<workbook><definedName name="{NAME}">A1</definedName></workbook>'}),
    "comment": _xlsx({"xl/comments1.xml": f"<comments><author>{NAME}</author></comments>"}),
    "formula": _xlsx({"xl/worksheets/sheet1.xml": f'<c><f>"to {NAME}"</f></c>'}),
    "formula in pieces": _xlsx({"xl/worksheets/sheet1.xml": '<c><f>"Holl"&amp;"ingworth"</f></c>'}),
    "phone as a number": _xlsx({"xl/worksheets/sheet1.xml": "<c><v>7700900114</v></c>"}),
    "date of birth as a day number": _xlsx({"xl/worksheets/sheet1.xml": "<c><v>32275</v></c>"}),
    "rich text in runs": _xlsx({"xl/sharedStrings.xml": "<sst><si><r><t>to Holl</t></r><r><t>ingworth</t></r></si></sst>"}),
    "printed header": _xlsx({"xl/worksheets/sheet1.xml": f"<headerFooter><oddHeader>&amp;L{NAME}</oddHeader></headerFooter>"}),
    "list to choose from": _xlsx({"xl/worksheets/sheet1.xml": f'<dataValidation><formula1>"a,{NAME}"</formula1></dataValidation>'}),
    "input prompt": _xlsx({"xl/worksheets/sheet1.xml": f'<dataValidation prompt="{NAME}"/>'}),
    "external link": _xlsx({"xl/externalLinks/_rels/a.xml.rels": _RELS.format(f'<Relationship Target="file:///{NAME}.xlsx"/>')}),
    "macro": _xlsx({"xl/vbaProject.bin": f"Sub {NAME}()"}),
}  # fmt: skip


def _pdf(
    change: Callable[[pikepdf.Pdf], None], content: bytes = b"BT /F1 12 Tf 50 700 Td (The case was heard.) Tj ET"
) -> bytes:
    out = io.BytesIO()
    book = pikepdf.new()
    font = book.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
    page = book.add_blank_page(page_size=(595, 842))
    page.obj.Resources = Dictionary(Font=Dictionary(F1=font))
    page.obj.Contents = book.make_stream(content)
    change(book)
    book.save(out)
    return out.getvalue()


def _shown(content: str) -> bytes:
    return _pdf(lambda book: None, f"BT /F1 12 Tf 50 700 Td {content} ET".encode())


def _annotation(book: pikepdf.Pdf, **entries: object) -> None:
    note = Dictionary(Type=Name.Annot, Rect=Array([0, 0, 9, 9]), **entries)
    book.pages[0].obj.Annots = book.make_indirect(Array([book.make_indirect(note)]))


def _attached(book: pikepdf.Pdf, name: str, data: bytes) -> None:
    book.attachments[name] = pikepdf.AttachedFileSpec(book, data, filename=name)


def _form(book: pikepdf.Pdf) -> None:
    _annotation(book, Subtype=Name.Widget, FT=Name.Tx, T=String("a"), V=String(NAME))
    book.Root.AcroForm = Dictionary(Fields=book.pages[0].obj.Annots)


def _outline(book: pikepdf.Pdf) -> None:
    with book.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem(f"About {NAME}", 0))


def _xmp(book: pikepdf.Pdf) -> None:
    with book.open_metadata() as about:
        about["dc:description"] = f"about {NAME}"


PDFS: dict[str, bytes] = {
    "page": _shown(f"(to {NAME} then) Tj"),
    "letters apart": _shown("[(H)-20(o)-20(l)-20(l)-20(i)-20(n)-20(g)-20(w)-20(o)-20(r)-20(t)-20(h)] TJ"),
    "letters wide apart": _shown("[(H)-900(o)-900(l)-900(l)-900(i)-900(n)-900(g)-900(w)-900(o)-900(r)-900(t)-900(h)] TJ"),
    "invisible text": _shown(f"3 Tr (to {NAME} then) Tj"),
    "broken over two lines": _shown("(to Holling-) Tj 0 -14 Td (worth then) Tj"),
    "property": _pdf(lambda book: book.docinfo.__setitem__(Name.Author, String(NAME))),
    "property's key": _pdf(lambda book: book.docinfo.__setitem__(Name("/" + NAME), String("x"))),
    "XMP": _pdf(_xmp),
    "outline": _pdf(_outline),
    "annotation": _pdf(lambda book: _annotation(book, Subtype=Name.Text, Contents=String(f"re {NAME}"))),
    "annotation's author": _pdf(lambda book: _annotation(book, Subtype=Name.Text, T=String(NAME))),
    "link": _pdf(lambda book: _annotation(book, Subtype=Name.Link, A=Dictionary(S=Name.URI, URI=String(f"http://x.example/{NAME}")))),
    "form field": _pdf(_form),
    "attachment": _pdf(lambda book: _attached(book, "a.txt", f"to {NAME}".encode())),
    "attachment's name": _pdf(lambda book: _attached(book, f"{NAME}.txt", b"x")),
    "alternative text": _pdf(lambda book: book.Root.__setitem__(Name.StructTreeRoot, Dictionary(Type=Name.StructTreeRoot, K=Dictionary(S=Name.Figure, Alt=String(NAME))))),
    "actual text": _shown(f"/Span <</ActualText ({NAME})>> BDC (x) Tj EMC"),
    "JavaScript": _pdf(lambda book: book.Root.__setitem__(Name.OpenAction, Dictionary(S=Name.JavaScript, JS=String(f"app.alert('{NAME}')")))),
    "page label": _pdf(lambda book: book.Root.__setitem__(Name.PageLabels, Dictionary(Nums=Array([0, Dictionary(P=String(NAME))])))),
    "layer's name": _pdf(lambda book: book.Root.__setitem__(Name.OCProperties, Dictionary(OCGs=Array([book.make_indirect(Dictionary(Type=Name.OCG, Name=String(NAME)))]), D=Dictionary()))),
}  # fmt: skip

PAPERS: dict[str, dict[str, bytes]] = {"docx": WORD, "xlsx": BOOKS, "pdf": PDFS}
HARMLESS: dict[str, bytes] = {"docx": docx(), "xlsx": _xlsx({}), "pdf": _pdf(lambda book: None)}
