#!/usr/bin/env python3
"""Writes the workbooks of this folder: python3 Tests/Fixtures/XLSX/make.py

Only the standard library is used; entries carry a fixed time, so that a rerun gives the same bytes.
Each workbook has one thing that the tests ask about; `base` is an officers register as a county
keeps it, with a title row above the headers.
"""
import os
import zipfile
from xml.sax.saxutils import escape

FOLDER = os.path.dirname(os.path.abspath(__file__))
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

# Styles by index: 0 general, 1 built-in 14, 2 and 3 codes with and without Chinese words,
# 4 minutes and seconds, 5 built-in 31, 6 a code whose letters are all quoted, 7 a time (built-in 21).
STYLES = f"""{HEAD}<styleSheet xmlns="{MAIN}"><numFmts count="4">
<numFmt numFmtId="176" formatCode="[$-804]yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/>
<numFmt numFmtId="177" formatCode="m\\/d"/><numFmt numFmtId="178" formatCode="[h]:mm:ss"/>
<numFmt numFmtId="179" formatCode="0.00&quot;day&quot;_d\\y[Red]"/></numFmts>
<cellXfs count="8"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/><xf numFmtId="177"/>
<xf numFmtId="178"/><xf numFmtId="31"/><xf numFmtId="179"/><xf numFmtId="21"/></cellXfs></styleSheet>"""

STRINGS = [
    "<t>执法证号</t>", "<t>姓名</t>", "<t>所在单位代码</t>", "<t>有效期至</t>", "<t>证件状态</t>",
    # Rich text, with how to pronounce it.
    "<r><rPr><b/></rPr><t>林</t></r><r><t xml:space=\"preserve\">巡甲</t></r>"
    "<rPh sb=\"0\" eb=\"1\"><t>リン</t></rPh><phoneticPr fontId=\"1\"/>",
    "<t>SLXLY01</t>", "<t>自</t>",
]


def relationships(*list_):
    return HEAD + f'<Relationships xmlns="{PACKAGE}">' + "".join(
        f'<Relationship Id="rId{i}" Type="{DOCUMENT}/{kind}" Target="{target}"/>'
        for i, (kind, target) in enumerate(list_, 1)) + "</Relationships>"


def cell(place, value=None, kind=None, style=None, formula=None):
    attributes = f' r="{place}"' if place else ""
    attributes += f' s="{style}"' if style is not None else ""
    attributes += f' t="{kind}"' if kind else ""
    inner = f"<f>{escape(formula)}</f>" if formula else ""
    if kind == "inlineStr":
        inner += f"<is><t>{escape(value)}</t></is>"
    elif value is not None:
        inner += f"<v>{escape(str(value))}</v>"
    return f"<c{attributes}>{inner}</c>"


def text(place, value):
    return cell(place, value, "inlineStr")


def sheet(rows, after=""):
    """Rows by number, each a list of cells."""
    body = "".join(f'<row r="{n}">' + "".join(cells) + "</row>" for n, cells in rows.items())
    return HEAD + f'<worksheet xmlns="{MAIN}"><sheetData>{body}</sheetData>{after}</worksheet>'


def headers(row=1, names="ABCDE"):
    return [cell(f"{c}{row}", i, "s") for i, c in enumerate(names)]


def officer(row, key, name, day=46752, style=1, status="有效"):
    return [text(f"A{row}", key), text(f"B{row}", name), cell(f"C{row}", 6, "s"),
            cell(f"D{row}", day, style=style), text(f"E{row}", status)]


def parts(sheets, date1904=False, states=None):
    """A whole container; sheets by name."""
    names = list(sheets)
    states = states or {}
    listed = "".join(
        f'<sheet name="{escape(n)}" sheetId="{i}" r:id="rId{i}"'
        + (f' state="{states[n]}"' if n in states else "") + "/>" for i, n in enumerate(names, 1))
    result = {
        "[Content_Types].xml": HEAD
        + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": relationships(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": HEAD + f'<workbook xmlns="{MAIN}" xmlns:r="{DOCUMENT}"><workbookPr'
        + (' date1904="1"' if date1904 else "") + f"/><sheets>{listed}</sheets></workbook>",
        # One target counts from the container, the others from the workbook.
        "xl/_rels/workbook.xml.rels": relationships(
            *[("worksheet", f"worksheets/sheet{i}.xml") for i in range(1, len(names) + 1)],
            ("sharedStrings", "/xl/sharedStrings.xml"), ("styles", "styles.xml")),
        "xl/sharedStrings.xml": HEAD + f'<sst xmlns="{MAIN}">'
        + "".join(f"<si>{s}</si>" for s in STRINGS) + "</sst>",
        "xl/styles.xml": STYLES,
    }
    for i, n in enumerate(names, 1):
        result[f"xl/worksheets/sheet{i}.xml"] = sheets[n]
    return result


def write(name, entries):
    path = os.path.join(FOLDER, name + ".xlsx")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for entry, content in entries.items():
            info = zipfile.ZipInfo(entry, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return path


def one(name, rows, after="", **more):
    return write(name, parts({"Sheet1": sheet(rows, after)}, **more))


base = parts({
    "说明": sheet({1: [text("A1", "本表由县司法局维护")]}),
    "人员": sheet({
        1: [text("A1", "示例县行政执法人员名录")],
        3: headers(3) + [cell("F3", 7, "s")],
        # Shared, inline and rich strings; a day by built-in format; a formula's saved text.
        4: [text("A4", "C1"), cell("B4", 5, "s"), cell("C4", 6, "s"), cell("D4", 46752, style=1),
            cell("E4", "有效", "str", formula='IF(1,"有效","")'),
            cell("F4", 44915, style=3)],
        # The status is not there, nor is the row after this one.
        5: [text("A5", "C2"), text("B5", '洪, "巡"_x0042_'), cell("C5", 6, "s"),
            cell("D5", "46752.75", style=2)],
        7: officer(7, "C3", "丁巡丙", 46752, 5) + [text("F7", "2022年12月20日")],
    }, '<mergeCells count="1"><mergeCell ref="A1:E1"/></mergeCells>'),
})
write("officers", base)

# The same cells as text of every kind, for the table as such.
one("cells", {
    2: [cell("A2", 5, "s"), cell("C2", 1, "b"), cell("D2", 0, "b"), cell("F2", "200")],
    # Without references, cells follow each other.
    3: [cell(None, "1.1000000000000001"), cell(None, "1.5E-3"), cell(None, "-0.30000000000000004"),
        cell(None, "2024-05-06T08:00:00", "d"), cell(None, "20240506"), cell(None, "2E+3")],
    5: [cell("B5", "3.5", style=6), cell("C5", "1.5", style=4), text("D5", "a_x000D_b_x005F_c")],
    # A merged range, of which two cells still hold what nobody sees.
    6: [text("A6", "shown"), text("B6", "hidden"), text("C6", "beside")],
    7: [text("A7", "hidden"), text("C7", "beside")],
    9: [text("A9", ""), cell("B9", style=1)],
}, '<mergeCells count="1"><mergeCell ref="A6:B8"/></mergeCells>')

DAYS = [1, 59, 61, 25569, 45351, "45352.999", 2958465]
one("days-1900", {1: [cell(f"{c}1", d, style=s) for c, d, s in zip("ABCDEFG", DAYS, [1, 2, 3, 5, 1, 1, 1])]})
one("days-1904", {1: [cell(f"{c}1", d, style=1) for c, d in zip("ABCD", [0, 59, 60, 43889])]},
    date1904=True)
one("faults", {
    7: [cell("A7", "#N/A", "e"), cell("B7", "1.1010119900101E+17"), cell("C7", 60, style=1),
        cell("D7", "0.5", style=7), cell("E7", formula="A1&B1"), cell("F7", 99, "s"),
        cell("G7", "x")]})

one("error-cell", {1: headers(), 2: officer(2, "C1", "甲"),
                   7: officer(7, "C2", "乙")[:3] + [cell("D7", "#REF!", "e", formula="#REF!+1")]})
one("bad-row", {1: headers(), 3: officer(3, "C1", "甲", status=""),
                5: officer(5, "C2", "乙", status="")[:3] + [text("D5", "2027年13月1日")]})
write("hidden-first", parts(
    {"旧": sheet({1: [text("A1", "old")]}), "新": sheet({1: [text("A1", "new")]})},
    states={"旧": "veryHidden"}))

# Containers that are refused.
one("bomb", {1: headers()}, "<!--" + " " * (70 << 20) + "-->")
one("wide", {n: [cell(f"XFD{n}", 1)] for n in range(1, 300)})
doctype = parts({"Sheet1": HEAD + '<!DOCTYPE worksheet [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
                 + f'<worksheet xmlns="{MAIN}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&x;'
                 + "</t></is></c></row></sheetData></worksheet>"})
write("doctype", doctype)
without = dict(base)
del without["xl/worksheets/sheet1.xml"]
write("missing-sheet", without)
one("bad-place", {1: [text("A0", "x")]})

with open(os.path.join(FOLDER, "officers.xlsx"), "rb") as file:
    whole = file.read()
for name, content in {
    "truncated": whole[: len(whole) // 2],
    "not-a-zip": "执法证号,姓名\n".encode(),
    "compound": bytes.fromhex("D0CF11E0A1B11AE1") + bytes(504),
    # One byte of the second sheet's packed text is another: the check sum does not fit.
    "damaged": None,
}.items():
    if content is None:
        with zipfile.ZipFile(os.path.join(FOLDER, "officers.xlsx")) as archive:
            info = archive.getinfo("xl/worksheets/sheet2.xml")
        place = info.header_offset + 30 + len(info.filename) + info.compress_size // 2
        content = whole[:place] + bytes([whole[place] ^ 0x10]) + whole[place + 1:]
    with open(os.path.join(FOLDER, name + ".xlsx"), "wb") as file:
        file.write(content)

# The flag of encryption in both headers of every entry (bit 0 of the general purpose flags).
locked = bytearray(whole)
for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
    start = locked.find(signature)
    while start >= 0:
        locked[start + offset] |= 1
        start = locked.find(signature, start + 4)
with open(os.path.join(FOLDER, "encrypted.xlsx"), "wb") as file:
    file.write(locked)

# Two entries of one name.
with zipfile.ZipFile(write("repeated", base), "a") as archive:
    info = zipfile.ZipInfo("XL/workbook.xml", (1980, 1, 1, 0, 0, 0))
    archive.writestr(info, base["xl/workbook.xml"])
