"""A case is a file or a dict; what is wrong with it is told as the command line tells it."""

import pickle
from pathlib import Path, PurePosixPath
from typing import Any

import concord
import numpy
import pytest


def test_a_dict_is_read_as_its_file_is(mechanic: dict[str, Any], mechanic_file: Path) -> None:
    of_file, of_dict = concord.check(mechanic_file), concord.check(mechanic)
    assert of_file.pop("file").endswith("mechanic.toml") and of_dict.pop("file") == "case"
    assert of_file == of_dict and of_file["name"] == "Mechanic"
    assert concord.fit(mechanic, persons=3) == concord.fit(mechanic_file, persons=3)


def test_the_case_of_a_result_can_be_run_again(mechanic: dict[str, Any]) -> None:
    first = concord.run(mechanic, persons=0)
    again = concord.run(first["case"], persons=0)
    assert again["days"] == first["days"] and again["case"] == first["case"]


def test_numbers_of_numpy_are_numbers_and_none_is_not_said(mechanic: dict[str, Any]) -> None:
    plain = concord.check(mechanic)
    mechanic["person"]["body_mass_kg"] = numpy.float32(84)
    mechanic["person"]["age_years"] = numpy.int64(46)
    mechanic["person"]["conditions"]["dialysis"] = numpy.bool_(False)
    mechanic["about"] = None
    tape = mechanic["limb"]["circumferences"]
    mechanic["limb"]["circumferences"] = tuple(
        {"below_reference_mm": below, "circumference_mm": around}
        for below, around in zip(
            numpy.array([row["below_reference_mm"] for row in tape]),
            numpy.array([row["circumference_mm"] for row in tape], dtype=numpy.float64),
        )
    )
    assert concord.check(mechanic) == plain


def test_units_of_the_file_are_units_of_the_dict(mechanic: dict[str, Any]) -> None:
    del mechanic["person"]["body_mass_kg"]
    mechanic["person"]["body_mass_lb"] = 185.2
    assert concord.check(mechanic)["body_mass_kg"] == pytest.approx(84.0, abs=0.1)


def test_there_are_three_verdicts_and_what_is_to_be_settled_is_named(mechanic: dict[str, Any]) -> None:
    def judged() -> tuple[str, list[str]]:
        fit, run = concord.fit(mechanic, persons=0), concord.run(mechanic, persons=0)
        assert (fit.verdict, fit.to_settle) == (run.verdict, run.to_settle)
        return fit.verdict, fit.to_settle

    assert judged() == ("candidate", [])
    mechanic["prosthesis"]["foot_build_height_mm"] = None
    assert judged() == ("not_before", ["the height"])
    mechanic["person"]["conditions"]["dialysis"] = True
    assert judged() == ("refused", [])


def test_every_fault_of_a_file_is_told_with_its_line(mechanic_file: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.toml"
    text = mechanic_file.read_text(encoding="utf-8")
    broken.write_text(text.replace("body_mass_kg = 84", "body_mass_kg = 1").replace("mass_kg = 2.1", "mass_kg = 99"))
    with pytest.raises(concord.CaseError) as caught:
        concord.check(broken)
    first, second = caught.value.problems
    assert first["field"] == "person.body_mass_kg" and first["value"] == "1" and first["line"] == 7
    assert first["what"] == "out of range" and first["expected"] == "give 15 to 300 kg"
    assert second["field"] == "prosthesis.mass_kg" and first["file"] == second["file"] == str(broken)
    said = str(caught.value)
    assert "line 7, person.body_mass_kg = 1: out of range" in said and "help: give 15 to 300 kg" in said
    assert "7 │ body_mass_kg = 1" in said and "\x1b" not in said


def test_a_fault_of_a_dict_has_a_field_but_no_line(mechanic: dict[str, Any]) -> None:
    mechanic["day"]["activities"][0]["do"] = "fly"
    with pytest.raises(concord.CaseError, match="possible: walk") as caught:
        concord.day(mechanic)
    (problem,) = caught.value.problems
    assert (problem["file"], problem["line"], problem["field"]) == ("case", None, "day.activities[0].do")
    assert "line" not in str(caught.value)


@pytest.mark.parametrize("number", [float("nan"), float("inf"), -(10**12), 10**12])
def test_numbers_that_no_case_has_are_refused(mechanic: dict[str, Any], number: float) -> None:
    mechanic["person"]["body_mass_kg"] = number
    with pytest.raises(concord.CaseError, match="person.body_mass_kg"):
        concord.check(mechanic)


def test_what_no_file_could_hold_is_a_type_error_that_names_the_place(mechanic: dict[str, Any]) -> None:
    for place, value in [("a set", {1}), ("an object", object()), ("bytes", b"84"), ("too large", 10**30)]:
        mechanic["person"]["body_mass_kg"] = value
        with pytest.raises((TypeError, concord.CaseError), match="person.body_mass_kg"):
            concord.check(mechanic)
            pytest.fail(place)
    with pytest.raises(TypeError, match="a key that is no text"):
        concord.check({1: 2})  # type: ignore[dict-item]
    with pytest.raises(TypeError, match="a case is a path or a dict"):
        concord.check(42)  # type: ignore[arg-type]


def test_endless_dicts_are_refused(mechanic: dict[str, Any]) -> None:
    within: dict[str, Any] = {}
    within["person"] = within
    with pytest.raises(TypeError, match="deeper or longer"):
        concord.check(within)
    itself: list[Any] = []
    itself.append(itself)
    with pytest.raises(TypeError, match="deeper or longer"):
        concord.check({**mechanic, "about": itself})
    with pytest.raises(TypeError, match="deeper or longer"):
        concord.check({**mechanic, "about": range(10**9)})
    with pytest.raises(concord.CaseError, match="larger than any case"):
        concord.check({**mechanic, "about": "a" * 2**21})


def test_text_of_a_dict_cannot_become_another_field(mechanic: dict[str, Any]) -> None:
    mechanic["name"] = 'x"\n[person]\nbody_mass_kg = 20 # '
    with pytest.raises(concord.CaseError, match="name"):
        concord.check(mechanic)
    mechanic["name"] = 'the "quick" \\ one'
    assert concord.check(mechanic)["name"] == 'the "quick" \\ one'


def test_a_file_that_is_not_there_is_told_with_one_that_is(mechanic_file: Path) -> None:
    with pytest.raises(concord.CaseError, match="did you mean .*mechanic.toml"):
        concord.check(mechanic_file.with_name("mechanik.toml"))


def test_a_dash_is_no_standard_input() -> None:
    with pytest.raises(concord.CaseError, match="there is no such file"):
        concord.check("-")


def test_paths_of_every_kind_are_paths(mechanic_file: Path) -> None:
    assert concord.check(PurePosixPath(mechanic_file))["name"] == "Mechanic"


def test_a_scan_of_a_dict_is_looked_for_in_the_current_folder(
    monkeypatch: pytest.MonkeyPatch, mechanic_file: Path, tmp_path: Path
) -> None:
    case = concord.run(mechanic_file.with_name("scanned.toml"), persons=0)["case"]
    monkeypatch.chdir(mechanic_file.parent)
    assert concord.check(case)["limb_volume_ml"] > 0
    monkeypatch.chdir(tmp_path)
    with pytest.raises(concord.CaseError, match="scanned_limb.stl"):
        concord.check(case)


def test_an_error_keeps_its_problems_between_processes(mechanic: dict[str, Any]) -> None:
    mechanic["person"]["body_mass_kg"] = 1
    with pytest.raises(concord.CaseError) as caught:
        concord.check(mechanic)
    again = pickle.loads(pickle.dumps(caught.value))
    assert type(again) is concord.CaseError and isinstance(again, ValueError)
    assert str(again) == str(caught.value) and again.problems == caught.value.problems


@pytest.mark.parametrize(
    ("argument", "given"),
    [("persons", 100_001), ("pinhole_mm", 6.0), ("pinhole_mm", float("nan")), ("system", ["nonsense"])],
)
def test_an_argument_out_of_range_is_called_by_its_name(mechanic: dict[str, Any], argument: str, given: Any) -> None:
    keyword = "systems" if argument == "system" else argument
    with pytest.raises(concord.CaseError, match=f"arguments, {argument}") as caught:
        concord.day(mechanic, **{keyword: given})
    assert caught.value.problems[0]["field"] == argument


def test_the_catalogue_is_read_as_the_command_line_reads_it() -> None:
    every = concord.catalog()
    assert {"4R147", "4R144", "sheath"} <= {entry["article"] for entry in every["articles"]}
    for entry in every["articles"]:
        one = concord.catalog(entry["article"])
        assert one["articles"] == [entry] and str(one).startswith(entry["article"])
        assert all(one["sources"].values())
    with pytest.raises(concord.CaseError, match="did you mean 4R144"):
        concord.catalog("4R14")


def test_a_fit_has_its_order(mechanic: dict[str, Any]) -> None:
    order = concord.fit(mechanic, persons=0).order
    liner = next(part for part in order if part["kind"] == "liner")
    assert liner["quantity"] == 2 and liner["size"] is None and liner["ask"]
    assert {"socket", "pump", "liner", "sheath", "sleeve"} <= {part["kind"] for part in order}
