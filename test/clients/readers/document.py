"""Reads a document of Word by python-docx, and prints what it has as JSON."""

import json
import sys

import docx

TITLES = {"Heading 2", "Heading 3", "Heading 4", "Heading 5", "Heading 6", "Session Break", "Session Registration"}

document = docx.Document(sys.argv[1])
properties = document.core_properties
cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
inside = [paragraph for cell in cells for paragraph in cell.paragraphs]
print(
    json.dumps(
        {
            "title": properties.title,
            "author": properties.author,
            "language": properties.language,
            "modified": properties.modified.isoformat(),
            "sections": len(document.sections),
            "columns": sorted({len(row.cells) for table in document.tables for row in table.rows}),
            "days": [one.text for one in document.paragraphs if one.style.name == "Heading 1"],
            "titles": [one.text for one in inside if one.style.name in TITLES],
            "unstyled": sum(one.style.name == "Normal" for one in inside),
        }
    )
)
