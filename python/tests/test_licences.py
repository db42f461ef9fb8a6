"""What others wrote in the wheel is given on with their licences."""

import re
from importlib.metadata import distribution


def test_the_wheel_carries_the_licences_of_what_is_in_it() -> None:
    files = [file for file in distribution("concord-twin").files or [] if file.name == "licences.txt"]
    assert len(files) == 1 and ".dist-info" in str(files[0])
    text = files[0].read_text()
    assert re.search(r"^pyo3 \d+\.\d+\.\d+$", text, re.MULTILINE)
    assert text.count("Permission is hereby granted") > 10 and "Apache License" in text
