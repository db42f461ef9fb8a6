"""Sockets of scans and cases."""

from pathlib import Path
from typing import Any

import concord
import pytest


@pytest.fixture
def scan(mechanic_file: Path) -> Path:
    return mechanic_file.with_name("scanned_limb.stl")


def test_a_socket_of_tape_measurements_is_a_solid_and_its_files_are_written(
    mechanic: dict[str, Any], tmp_path: Path
) -> None:
    made = concord.socket(mechanic, tmp_path)
    assert made["solid"]["open_edges"] == made["solid"]["crossings"] == 0
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == made.files
    assert made.report.startswith("<!DOCTYPE html>") and "case-socket.stl" in made.files
    assert f"Files in {tmp_path}" in str(made)


def test_what_is_said_of_a_scan_is_taken(scan: Path) -> None:
    said = {"fibular_head": (-20.0, -51.0, -18.0)}
    made = concord.socket(scan, side="right", units="mm", length=155, up=(0, 0, 1), front="x", landmarks=said, crop=60)
    assert made["side"] == "right" and made["scan"]["unit_reason"] == "as was said"
    placed = next(row for row in made["landmarks"] if row["name"] == "fibular_head")
    assert placed["confidence"] == 1.0


@pytest.mark.parametrize(
    ("argument", "said"),
    [
        ("side", {}),
        ("side", {"side": "upper"}),
        ("units", {"side": "left", "units": "ell"}),
        ("over", {"side": "left", "over": "sock"}),
        ("concept", {"side": "left", "concept": "icebag"}),
        ("length", {"side": "left", "length": float("nan")}),
        ("crop", {"side": "left", "crop": -1}),
        ("up", {"side": "left", "up": "sideways"}),
        ("front", {"side": "left", "front": (0, 0, 0)}),
        ("landmark", {"side": "left", "landmarks": {"nose": (1, 2, 3)}}),
    ],
)
def test_what_cannot_be_said_of_a_scan_is_refused_by_name(scan: Path, argument: str, said: dict[str, Any]) -> None:
    with pytest.raises(concord.CaseError) as caught:
        concord.socket(scan, **said)
    assert caught.value.problems[0]["field"] == argument


def test_a_technique_is_replayed_from_a_file_or_a_dict(mechanic: dict[str, Any], tmp_path: Path) -> None:
    first = concord.socket(mechanic)
    file = tmp_path / "steps.toml"
    file.write_bytes(first.files["case-technique.toml"])
    of_file = concord.socket(mechanic, technique=file)
    of_dict = concord.socket(mechanic, technique=first["technique"])
    assert of_file["socket"] == of_dict["socket"] == first["socket"]
    with pytest.raises(concord.CaseError) as caught:
        concord.socket(mechanic, technique={"concord_technique": 1, "name": "x", "steps": [{"step": "pray"}]})
    assert caught.value.problems[0]["file"] == "technique" and caught.value.problems[0]["line"] is None


def test_above_the_knee_the_answer_is_why_and_nothing_is_written(mechanic_file: Path, tmp_path: Path) -> None:
    refused = concord.socket(mechanic_file.with_name("transfemoral.toml"), tmp_path / "out")
    assert refused["refused"][0]["field"] == "limb.amputation_level"
    assert refused.files == {} and refused.report == "" and "No socket is made" in str(refused)
    assert not list(tmp_path.iterdir())
    dialysis = mechanic_file.with_name("dialysis.toml")
    assert concord.socket(dialysis)["refused"][0]["field"] == "person.conditions.dialysis"
    made = concord.socket(dialysis, although_refused="M. Muster decided it")
    assert made["although_refused"] == "M. Muster decided it" and made.files
