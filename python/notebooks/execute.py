"""Executes a notebook as its reader would; fails where a cell does, or where outputs were committed with it.

``python execute.py NOTEBOOK [FOLDER]``: pictures go to the folder, to be looked at.
"""

import base64
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient

path = Path(sys.argv[1])
notebook = nbformat.read(path, as_version=4)
code = [cell for cell in notebook.cells if cell.cell_type == "code"]
if any(cell.outputs or cell.execution_count for cell in code):
    sys.exit(f"{path}: outputs are committed with it; clear them")
NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(path.parent)}}).execute()

pictures = [output.data["image/png"] for cell in code for output in cell.outputs if "image/png" in output.get("data", {})]
if not pictures:
    sys.exit(f"{path}: it shows no picture")
if len(sys.argv) > 2:
    for number, picture in enumerate(pictures, 1):
        (Path(sys.argv[2]) / f"{path.stem}-{number}.png").write_bytes(base64.b64decode(picture))
