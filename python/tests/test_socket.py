"""Sockets of scans and cases."""

import inspect
import re
from pathlib import Path
from typing import Any

import concord
import pytest


@pytest.fixture
def scan(mechanic_file: Path) -> Path:
    return mechanic_file.with_name("scanned_limb.stl")


def test_a_check_of_size_of_tape_measurements_is_a_solid_and_its_files_are_written(
    mechanic: dict[str, Any], tmp_path: Path
) -> None:
    made = concord.socket(mechanic, tmp_path)
    assert made["solid"]["open_edges"] == made["solid"]["crossings"] == 0
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == made.files
    assert made.report.startswith("<!DOCTYPE html>") and "case-size-check.stl" in made.files
    assert made["purpose"] == "size_check" and "SIZE CHECK ONLY" in str(made)
    assert all("size-check" in name for name in made.files)
    assert f"Files in {tmp_path}" in str(made)


def test_what_is_said_of_a_scan_is_taken(scan: Path) -> None:
    said: dict[str, Any] = {"fibular_head": (-20.0, -51.0, -18.0)}
    axes: dict[str, Any] = {"up": (0, 0, 1), "front": "x"}
    made = concord.socket(
        scan, side="right", level="transtibial", units="mm", length=155, landmarks=said, crop=60, **axes
    )
    assert made["side"] == "right" and made["purpose"] == "socket" and made["scan"]["unit_reason"] == "as was said"
    placed = next(row for row in made["landmarks"] if row["name"] == "fibular_head")
    assert placed["found"] == "placed"


def test_every_option_of_the_command_is_an_argument() -> None:
    source = Path(__file__).parents[2] / "crates" / "concord" / "src" / "commands" / "socket.rs"
    block = source.read_text().split("pub struct Args {")[1].split("\n}\n")[0]
    names = re.findall(r"^    (\w+): ", block, re.MULTILINE)
    # The file is the first argument; where a case's files may lie is the command line's matter.
    own = {"file": "limb", "keep_box": "box", "landmark": "landmarks", "no_report": "report"}
    options = {own.get(name, name) for name in names if name != "named"}
    assert "weld" in options and len(options) > 25
    assert options == set(inspect.signature(concord.socket).parameters)


def test_what_is_kept_of_a_scan_and_what_is_made_beside_the_socket_are_arguments(scan: Path, tmp_path: Path) -> None:
    said: dict[str, Any] = {"side": "right", "level": "transtibial", "length": 155}
    made = concord.socket(
        scan,
        **said,
        part=1,
        box=(-500, 500, -500, 500, -500, -5),
        cut_plane=(0, 0, -10, 0, 0, 1),
        keep_side="other",
        weld="auto",
        job="4711",
        job_date="2026-11-20",
        taken_by="scan",
        carving=True,
        picture=tmp_path / "all.svg",
    )
    assert any("beyond the box or the plane" in line for line in made["scan"]["done"])
    assert made["scan"]["parts"]["taken"] == 1
    assert made["job"]["number"] == "4711" and (tmp_path / "all.svg").read_text().startswith("<svg")
    assert len(made.files) > len(concord.socket(scan, **said).files)


@pytest.mark.parametrize(
    ("argument", "said"),
    [
        ("side", {}),
        ("side", {"side": "upper"}),
        ("level", {"side": "left"}),
        ("level", {"side": "left", "level": "elbow"}),
        ("units", {"side": "left", "units": "ell"}),
        ("over", {"side": "left", "over": "sock"}),
        ("concept", {"side": "left", "concept": "icebag"}),
        ("length", {"side": "left", "level": "transtibial", "length": float("nan")}),
        ("crop", {"side": "left", "level": "transtibial", "crop": -1}),
        ("up", {"side": "left", "level": "transtibial", "up": "sideways"}),
        ("front", {"side": "left", "level": "transtibial", "front": (0, 0, 0)}),
        ("landmark", {"side": "left", "level": "transtibial", "landmarks": {"nose": (1, 2, 3)}}),
        ("part", {"part": 0}),
        ("box", {"box": (1, 0, 0, 1, 0, 1)}),
        ("cut_plane", {"cut_plane": (0, 0, 0, 0, 0, 0)}),
        ("keep_side", {"keep_side": "other"}),
        ("keep_side", {"keep_side": "upper", "cut_plane": (0, 0, 0, 0, 0, 1)}),
        ("weld", {"weld": 5}),
        ("taken_by", {"taken_by": "guess"}),
        ("strength", {"strength": "oak"}),
        ("job_date", {"side": "left", "level": "transtibial", "job_date": "2026-11-20"}),
    ],
)
def test_what_cannot_be_said_of_a_scan_is_refused_by_name(scan: Path, argument: str, said: dict[str, Any]) -> None:
    with pytest.raises(concord.CaseError) as caught:
        concord.socket(scan, **said)
    assert caught.value.problems[0]["field"] == argument


def test_a_technique_is_replayed_from_a_file_or_a_dict(mechanic: dict[str, Any], tmp_path: Path) -> None:
    first = concord.socket(mechanic)
    file = tmp_path / "steps.toml"
    file.write_bytes(first.files["case-size-check-technique.toml"])
    of_file = concord.socket(mechanic, technique=file)
    of_dict = concord.socket(mechanic, technique=first["technique"])
    assert of_file["socket"] == of_dict["socket"] == first["socket"]
    with pytest.raises(concord.CaseError) as caught:
        concord.socket(mechanic, technique={"concord_technique": 1, "name": "x", "steps": [{"step": "pray"}]})
    assert caught.value.problems[0]["file"] == "technique" and caught.value.problems[0]["line"] is None


def test_strength_is_computed_where_a_material_is_said_and_the_report_shows_it(mechanic: dict[str, Any]) -> None:
    assert "strength" not in concord.socket(mechanic, report=False)
    made = concord.socket(mechanic, strength="pa12")
    tests = made["strength"]["tests"]
    assert made["strength"]["material"]["id"] == "pa12" and len(tests) == 8
    assert all(low < usual < high for low, usual, high in (row["safety"] for row in tests))
    assert "Shear through the wall" in made.report


def test_without_a_report_every_other_file_is_the_same(mechanic: dict[str, Any], tmp_path: Path) -> None:
    whole = concord.socket(mechanic)
    made = concord.socket(mechanic, tmp_path, report=False)
    assert made.report == "" and set(whole.files) - set(made.files) == {"case-size-check.html"}
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == made.files
    assert all(whole.files[name] == data for name, data in made.files.items())


def test_above_the_knee_a_tape_gives_a_check_of_size(mechanic_file: Path) -> None:
    made = concord.socket(mechanic_file.with_name("transfemoral.toml"))
    assert made["level"] == "transfemoral" and made["purpose"] == "size_check" and made.files


def test_where_vacuum_is_refused_the_answer_is_why_and_nothing_is_written(mechanic_file: Path, tmp_path: Path) -> None:
    dialysis = mechanic_file.with_name("dialysis.toml")
    refused = concord.socket(dialysis, tmp_path / "out")
    assert refused["refused"][0]["field"] == "person.conditions.dialysis"
    assert refused.files == {} and refused.report == "" and "No socket is made" in str(refused)
    assert not list(tmp_path.iterdir())
    made = concord.socket(dialysis, although_refused="M. Muster decided it")
    assert made["although_refused"] == "M. Muster decided it" and made.files


def test_a_bare_scan_of_a_thigh_is_of_its_level(scan: Path) -> None:
    assert concord.socket(scan, side="left", level="transfemoral")["level"] == "transfemoral"


def test_a_landmark_that_the_level_does_not_have_is_an_error(mechanic: dict[str, Any], mechanic_file: Path) -> None:
    technique = concord.socket(mechanic)["technique"]
    with pytest.raises(concord.CaseError) as caught:
        concord.socket(mechanic_file.with_name("transfemoral.toml"), technique=technique)
    assert "a transfemoral limb has no" in caught.value.problems[0]["what"]
    assert caught.value.problems[0]["field"].startswith("step[")


def test_tape_and_scan_that_disagree_are_asked_about(mechanic: dict[str, Any], scan: Path) -> None:
    named = mechanic | {"scan": {"file": str(scan), "unit": "mm"}}
    for call in (concord.fit, concord.socket, concord.day):
        with pytest.raises(concord.CaseError) as caught:
            call(named)
        problem = caught.value.problems[0]
        assert problem["open"] and problem["field"] == "scan.goes_by"
        assert len(problem["tape_against_scan"]["circumferences"]) == 5
        assert "+28.1 mm" in str(caught.value)
    said = {"goes_by": "scan", "goes_by_reason": "taped over a sock"}
    by_scan = concord.fit(named | {"scan": named["scan"] | said})
    assert by_scan["tape_against_scan"]["goes_by"] == "scan" and "taped over a sock" in str(by_scan)
