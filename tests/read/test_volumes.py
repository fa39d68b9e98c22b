"""Promises: a scan and its mask give one picture, head up and front left, however they are stored; a bad file says why."""

from __future__ import annotations

import gzip
import io
import struct
import time
import warnings
from collections.abc import Callable
from functools import partial
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import nibabel as nib
import numpy as np
import PIL.Image
import pytest

from phantom import HEADER, ROW, SHAPE, SPACING, bones, scan, tilted, turned, write_volumes
from spinemed.domain.assertion import Numbering
from spinemed.domain.records import Study
from spinemed.domain.taxonomy import Modality
from spinemed.read import Shelf, list_volumes

ReadAll = Callable[[Any], Any]


def volumes(folder: Path, *, name: str = "src") -> Any:
    return partial(list_volumes, folder, Shelf(name=name, title="Scans", licence="MIT", credit="Somebody", local_only=True))


@pytest.fixture
def read_study(read_all: ReadAll) -> Callable[[Path], Study]:
    """The one study of a folder without a fault."""

    def read(folder: Path) -> Study:
        reading = read_all(volumes(folder))
        assert reading.faults == []
        (material,) = reading.good.values()
        assert isinstance(material.content, Study)
        return material.content

    return read


@pytest.fixture
def fault(read_all: ReadAll) -> Callable[[Path], str]:
    """The one line a folder with one bad scan is refused with."""

    def read(folder: Path) -> str:
        reading = read_all(volumes(folder))
        assert reading.good == {}
        (line,) = reading.faults
        return str(line)

    return read


def shown(study: Study, tmp_path: Path) -> np.ndarray:
    (image,) = study.images
    with PIL.Image.open(tmp_path / "store" / f"{image.picture.sha256}.png") as picture:
        return np.asarray(picture)


def test_a_row_becomes_a_study_with_a_marked_picture(tmp_path: Path, read_study: Callable[[Path], Study]) -> None:
    study = read_study(write_volumes(tmp_path / "v", "a,ct.nii.gz,mask.nii.gz,TotalSeg-Total,CT,,pat1,anchored_localizer"))
    assert (study.id, study.subject, study.source.group) == ("src:a", "src-pat1", "src:pat1")
    assert (study.source.licence, study.source.credit, study.source.local_only) == ("MIT", "Somebody", True)
    (image,) = study.images
    assert (image.modality, image.plane, image.orientation) == (Modality.CT, "sagittal", "IP")
    assert (image.picture.width_px, image.picture.height_px) == (256, 576)
    assert image.spacing_mm == pytest.approx((SHAPE[1] * SPACING / 256,) * 2, abs=1e-4)
    (mask,) = study.masks
    assert (mask.path, mask.codec, mask.numbering) == ("mask.nii.gz", "totalseg_total", Numbering.ANCHORED_LOCALIZER)
    assert [one.label for one in mask.labels] == list(ROW)
    assert mask.labels[0].voxels == int((bones() == 26).sum())
    # Middle of L5 by hand: 11.5 voxels to the right is 23 mm, so x is -23 in LPS.
    right, front, head = np.argwhere(bones() == 27).mean(axis=0) * SPACING
    assert mask.labels[1].centre_mm == pytest.approx((-right, -front, head), abs=0.01)
    assert sorted(mark.label for mark in image.marks) == list(ROW)


def test_letters_stand_on_the_bodies_and_tell_nothing_of_the_order(tmp_path: Path, read_study: Callable[[Path], Study]) -> None:
    study = read_study(write_volumes(tmp_path / "v"))
    (image,) = study.images
    px = SPACING / image.spacing_mm[0]
    for mark in image.marks:
        x, y = (mark.box[0] + mark.box[2]) / 2, (mark.box[1] + mark.box[3]) / 2
        # Front (voxel 39) is left and head (voxel 89) is up: a body spans voxels 22-33 and 9 more from its height up.
        assert (SHAPE[1] - 34) * px < x < (SHAPE[1] - 22) * px
        assert (SHAPE[2] - ROW[mark.label] - 9) * px < y < (SHAPE[2] - ROW[mark.label]) * px
    letters = [mark.letter for mark in sorted(image.marks, key=lambda mark: mark.label)]
    assert len(set(letters)) == len(letters)
    assert letters not in (sorted(letters), sorted(letters, reverse=True))
    assert [mark.letter for mark in image.marks] == sorted(letters)


def test_the_picture_shows_the_front_left_and_the_head_up(tmp_path: Path, read_study: Callable[[Path], Study]) -> None:
    pixels = shown(read_study(write_volumes(tmp_path / "v")), tmp_path)
    # Air is in front, bright arches behind, and no bone lies in the top tenth, above L1.
    assert pixels[:, :5].max() < 10
    assert pixels[:, pixels.shape[1] // 2 :].max() > 190
    assert pixels[: len(pixels) // 15].max() < 100


@pytest.mark.parametrize("code", ["LPS", "PIR", "LAS", "RPI", "ASR", "SAL", "IPL", "AIL"])
def test_however_a_scan_is_stored_the_picture_is_the_same(tmp_path: Path, read_study: Callable[[Path], Study], code: str) -> None:
    usual = read_study(write_volumes(tmp_path / "v"))
    other = read_study(write_volumes(tmp_path / "w", code=code))
    assert other.images == usual.images
    assert other.masks == usual.masks


@pytest.mark.parametrize("degrees", [-20, 7, 25])
def test_a_tilted_scan_shows_the_same_way_round(tmp_path: Path, read_study: Callable[[Path], Study], degrees: float) -> None:
    usual = read_study(write_volumes(tmp_path / "v"))
    folder = write_volumes(tmp_path / "w")
    nib.save(turned(scan(bones()), "PIR", tilted(degrees)), folder / "ct.nii.gz")
    nib.save(turned(bones(), "LPS", tilted(degrees)), folder / "mask.nii.gz")
    assert read_study(folder).images == usual.images


def test_pixels_are_square_where_voxels_are_not(tmp_path: Path, read_study: Callable[[Path], Study]) -> None:
    usual = read_study(write_volumes(tmp_path / "v"))
    folder = write_volumes(tmp_path / "w")
    thin = np.diag([SPACING, SPACING, SPACING / 2, 1.0])
    for name, voxels in (("ct.nii.gz", scan(bones())), ("mask.nii.gz", bones())):
        nib.save(nib.Nifti1Image(np.repeat(voxels, 2, axis=2), thin), folder / name)
    (image,), (expected,) = read_study(folder).images, usual.images
    assert image.picture.width_px == expected.picture.width_px
    assert [mark.letter for mark in image.marks] == [mark.letter for mark in expected.marks]
    for mark, other in zip(image.marks, expected.marks, strict=True):
        assert mark.box == pytest.approx(other.box, abs=3)


def test_a_mask_on_another_grid_of_the_same_place_is_resampled(tmp_path: Path, read_study: Callable[[Path], Study]) -> None:
    usual = read_study(write_volumes(tmp_path / "v"))
    folder = write_volumes(tmp_path / "w")
    fine = np.repeat(np.repeat(np.repeat(bones(), 2, axis=0), 2, axis=1), 2, axis=2)
    affine = np.diag([SPACING / 2] * 3 + [1.0])
    affine[:3, 3] = -SPACING / 4  # the corner of the first voxel stays where it was
    nib.save(turned(fine, "LPI", affine), folder / "mask.nii.gz")
    study = read_study(folder)
    assert study.images == usual.images
    assert study.masks == usual.masks


def test_float_labels_and_scaled_voxels_are_read(tmp_path: Path, read_study: Callable[[Path], Study]) -> None:
    usual = read_study(write_volumes(tmp_path / "v"))
    folder = write_volumes(tmp_path / "w")
    nib.save(nib.Nifti1Image(bones().astype(np.float64), np.diag([SPACING] * 3 + [1.0])), folder / "mask.nii.gz")
    stored = nib.Nifti1Image((scan(bones()) + 1024).astype(np.int16), np.diag([SPACING] * 3 + [1.0]))
    stored.header.set_slope_inter(1, -1024)
    stored.to_filename(folder / "ct.nii.gz")
    assert read_study(folder).images[0].marks == usual.images[0].marks
    nib.save(nib.Nifti1Image(bones()[..., None], np.diag([SPACING] * 3 + [1.0])), folder / "mask.nii.gz")
    assert read_study(folder).images[0].marks == usual.images[0].marks


def test_plain_nii_and_nifti_2(tmp_path: Path, read_study: Callable[[Path], Study]) -> None:
    usual = read_study(write_volumes(tmp_path / "v"))
    folder = write_volumes(tmp_path / "w", "a,ct.nii,mask.nii,totalseg_total,ct,,,")
    nib.save(nib.Nifti2Image(scan(bones()), np.diag([SPACING] * 3 + [1.0])), folder / "ct.nii")
    nib.save(turned(bones(), "RAS"), folder / "mask.nii")
    assert read_study(folder).images == usual.images


def test_a_bone_that_the_edge_of_the_scan_cuts_away_is_not_marked(tmp_path: Path, read_study: Callable[[Path], Study]) -> None:
    row = {label: height + 12 for label, height in ROW.items() if label != 26}  # of L1 no more than 10 of 18 mm are seen
    row[31] = 87
    study = read_study(write_volumes(tmp_path / "v", labels=bones({**row, 30: 68})))
    assert sorted(mark.label for mark in study.images[0].marks) == [27, 28, 29, 30]
    assert [one.label for one in study.masks[0].labels if one.at_edge] == [31]


def test_body_and_process_of_a_single_slice_are_one_bone(tmp_path: Path, read_study: Callable[[Path], Study]) -> None:
    folder = write_volumes(tmp_path / "v")
    thin = bones()[14:15].copy()
    thin[:, 8:14] = np.roll(thin[:, 8:14], -6, axis=2)  # processes that reach far down
    change(folder, "ct.nii.gz", scan(thin))
    change(folder, "mask.nii.gz", thin)
    study = read_study(folder)
    assert sorted(mark.label for mark in study.images[0].marks) == list(ROW)


def change(folder: Path, name: str, voxels: np.ndarray, affine: np.ndarray | None = None) -> None:
    nib.save(nib.Nifti1Image(voxels, np.diag([SPACING] * 3 + [1.0]) if affine is None else affine), folder / name)


def half(value: float) -> np.ndarray:
    voxels = bones().astype(np.float32)
    voxels[12, 12, 12] = value
    return voxels


MASKS: dict[str, tuple[np.ndarray, str]] = {
    "four dimensions": (
        np.stack([bones()] * 2, axis=-1),
        "mask.nii.gz: 4-dimensional (24 x 40 x 90 x 2); a volume of three is expected",
    ),
    "two dimensions": (bones()[12], "mask.nii.gz: 2-dimensional (40 x 90); a volume of three is expected"),
    "a fraction": (
        half(1.5),
        "mask.nii.gz: holds fractions; a mask holds whole numbers: resample it by nearest neighbour",
    ),
    "NaN": (half(np.nan), "mask.nii.gz: holds voxels that are NaN or infinite; a mask holds whole numbers"),
    "infinite": (half(np.inf), "mask.nii.gz: holds voxels that are NaN or infinite; a mask holds whole numbers"),
    "a negative number": (half(-1), "mask.nii.gz: holds numbers outside 0 to 65,535; a mask holds label numbers"),
    "a huge number": (half(7e9), "mask.nii.gz: holds numbers outside 0 to 65,535; a mask holds label numbers"),
    "empty": (bones({}), "mask.nii.gz: no vertebra in it (codec totalseg_total); nothing can be marked"),
    "organs only": (bones({1: 40}), "mask.nii.gz: no vertebra in it (codec totalseg_total); nothing can be marked"),
    "sacrum only": (bones({25: 40}), "mask.nii.gz: no vertebra in it (codec totalseg_total); nothing can be marked"),
    "another shape": (
        bones()[:, :, :60],
        "mask.nii.gz and ct.nii.gz do not cover the same place: their corners lie 60 mm apart; "
        "give the mask of this image, on its grid",
    ),
    "one label on two bones": (
        np.where(bones() == 30, 28, bones()).astype(np.uint8),
        "mask.nii.gz: numbering contradicts geometry: label 28 lies in 2 pieces 51 mm apart from head to tail; correct the mask",
    ),
}


@pytest.mark.parametrize("case", MASKS)
def test_a_bad_mask_is_refused_in_one_line(tmp_path: Path, fault: Callable[[Path], str], case: str) -> None:
    voxels, expected = MASKS[case]
    folder = write_volumes(tmp_path / "v")
    change(folder, "mask.nii.gz", voxels)
    assert fault(folder) == expected


def test_an_unknown_label_names_the_codec(tmp_path: Path, fault: Callable[[Path], str]) -> None:
    folder = write_volumes(tmp_path / "v", "a,ct.nii.gz,mask.nii.gz,verse,ct,,,", labels=bones({29: 16}))
    assert fault(folder).startswith("mask.nii.gz: label 29 is unknown to codec 'verse' (28 labels, 1 to 28): name the codec of")


@pytest.mark.parametrize(
    ("codec", "reason"),
    [
        ("totalseg_total_mr", "gives all vertebrae one number; no single one can be marked"),
        ("sct_vertebrae", "labels the cord or points; no vertebra can be marked by it"),
        ("sct_discs", "labels the cord or points; no vertebra can be marked by it"),
    ],
)
def test_codecs_that_mark_no_single_vertebra(tmp_path: Path, fault: Callable[[Path], str], codec: str, reason: str) -> None:
    folder = write_volumes(tmp_path / "v", f"a,ct.nii.gz,mask.nii.gz,{codec},ct,,,", labels=bones({19: 40}))
    assert fault(folder) == f"mask.nii.gz: codec {codec} {reason}"


def test_an_image_that_shows_nothing(tmp_path: Path, fault: Callable[[Path], str]) -> None:
    folder = write_volumes(tmp_path / "v")
    for value, expected in (
        (np.nan, "ct.nii.gz: the slice holds voxels that are NaN or infinite: write the image anew with numbers in every voxel"),
        (40, "ct.nii.gz: the slice is of one grey: check the image, and the modality that chooses its window"),
    ):
        change(folder, "ct.nii.gz", np.full(SHAPE, value, dtype=np.float32))
        assert fault(folder) == expected


def test_colours_are_no_grey_values(tmp_path: Path, fault: Callable[[Path], str]) -> None:
    folder = write_volumes(tmp_path / "v")
    change(folder, "ct.nii.gz", np.zeros(SHAPE, dtype=[("R", "u1"), ("G", "u1"), ("B", "u1")]))
    assert fault(folder).startswith("ct.nii.gz: holds no grey values")


@pytest.mark.parametrize("share", [0, 1, 20, 300, 800, -1000, -9, -1])
def test_files_cut_short(tmp_path: Path, fault: Callable[[Path], str], share: int) -> None:
    for name in ("mask.nii.gz", "ct.nii.gz"):
        folder = write_volumes(tmp_path / name)
        data = (folder / name).read_bytes()
        (folder / name).write_bytes(data[:share])
        said = fault(folder)
        assert (
            said.startswith(f"{name}: broken or truncated NIfTI file (")
            or said == f"{name}: no NIfTI file; .nii or .nii.gz is expected"
        )


def test_files_that_are_no_nifti(tmp_path: Path, fault: Callable[[Path], str]) -> None:
    expected = "ct.nii.gz: no NIfTI file; .nii or .nii.gz is expected"
    for data in (b"Zebulon at L4-5\n" * 99, gzip.compress(b"Zebulon at L4-5\n" * 99), bytes(5000), gzip.compress(bytes(5000))):
        folder = write_volumes(tmp_path / "v")
        (folder / "ct.nii.gz").write_bytes(data)
        assert fault(folder) == expected


def header(**fields: Any) -> bytes:
    """The start of a NIfTI file whose header says what it likes."""
    made = nib.Nifti1Header()
    made.set_data_shape(SHAPE)
    made.set_data_dtype(np.int16)
    made.set_sform(np.diag([SPACING] * 3 + [1.0]), code=1)
    made["magic"], made["vox_offset"] = b"n+1", 352
    for name, value in fields.items():
        made[name] = value
    return bytes(made.binaryblock) + bytes(4)


CLAIMS: dict[str, tuple[dict[str, Any], str]] = {
    "huge": (
        {"dim": [3, 32767, 32767, 32767, 1, 1, 1, 1]},
        "ct.nii.gz: 32767 x 32767 x 32767 voxels of int16 are over the limit of 314,572,800 voxels and 2,000 MB: "
        "crop or resample it",
    ),
    "a little too much": (
        {"dim": [3, 512, 512, 1201, 1, 1, 1, 1]},
        "ct.nii.gz: 512 x 512 x 1201 voxels of int16 are over the limit of 314,572,800 voxels and 2,000 MB: crop or resample it",
    ),
    "a long header": ({"vox_offset": 1e9}, "ct.nii.gz: its header claims to be larger than 4 MB"),
    "no orientation": (
        {"sform_code": 0},
        "ct.nii.gz: its header states no orientation (qform and sform are 0), so head and front are unknown",
    ),
    "an affine of zeros": (
        {"srow_x": [0, 0, 0, 0]},
        "ct.nii.gz: the affine of the header maps voxels to no place: write the file anew with a valid orientation",
    ),
    "an affine of NaN": (
        {"srow_x": [np.nan, 0, 0, 0]},
        "ct.nii.gz: the affine of the header maps voxels to no place: write the file anew with a valid orientation",
    ),
    "metres": (
        {"srow_x": [0.002, 0, 0, 0], "srow_y": [0, 0.002, 0, 0], "srow_z": [0, 0, 0.002, 0]},
        "ct.nii.gz: voxels of 0.002 x 0.002 x 0.002 mm; expected 0.05 to 15 mm",
    ),
    "nothing in it": ({"dim": [3, 24, 0, 90, 1, 1, 1, 1]}, "ct.nii.gz: holds no grey values (shape (24, 0, 90)"),
    "more than it says": ({}, "ct.nii.gz: holds more than the 173,152 bytes of its header; write the file anew"),
}


@pytest.mark.parametrize("case", CLAIMS)
def test_headers_are_judged_before_anything_is_unpacked(tmp_path: Path, fault: Callable[[Path], str], case: str) -> None:
    fields, expected = CLAIMS[case]
    folder = write_volumes(tmp_path / "v")
    (folder / "ct.nii.gz").write_bytes(gzip.compress(header(**fields) + bytes(50_000_000)))
    started = time.monotonic()
    assert fault(folder).startswith(expected)
    assert time.monotonic() - started < 5


def test_a_header_that_is_mended_is_mended_in_silence(
    tmp_path: Path, read_study: Callable[[Path], Study], capfd: pytest.CaptureFixture[str]
) -> None:
    folder = write_volumes(tmp_path / "v")
    made = header(pixdim=[1, 0, 0, 0, 0, 0, 0, 0])
    (folder / "ct.nii.gz").write_bytes(gzip.compress(made + scan(bones()).tobytes(order="F")))
    assert read_study(folder).images == read_study(write_volumes(tmp_path / "w")).images
    assert capfd.readouterr().err == ""


def test_an_extension_that_claims_to_be_endless(tmp_path: Path, fault: Callable[[Path], str]) -> None:
    folder = write_volumes(tmp_path / "v")
    block = header(vox_offset=4_000_000)[:-4] + b"\1\0\0\0" + struct.pack("<ii", 2**31 - 16, 4)
    (folder / "ct.nii.gz").write_bytes(gzip.compress(block + bytes(5_000_000)))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # nibabel's own, on the odd size
        assert fault(folder).startswith("ct.nii.gz: broken or truncated NIfTI file")


def test_a_flipped_byte_in_a_packed_mask(tmp_path: Path, fault: Callable[[Path], str]) -> None:
    folder = write_volumes(tmp_path / "v")
    data = bytearray((folder / "mask.nii.gz").read_bytes())
    for at in (-5, len(data) // 2):
        spoilt = data.copy()
        spoilt[at] ^= 0x10
        (folder / "mask.nii.gz").write_bytes(spoilt)
        assert fault(folder).startswith("mask.nii.gz: broken or truncated NIfTI file")


def test_a_scan_at_45_degrees_has_no_sagittal_slice(tmp_path: Path, fault: Callable[[Path], str]) -> None:
    folder = write_volumes(tmp_path / "v")
    change(folder, "ct.nii.gz", scan(bones()), tilted(45))
    assert fault(folder) == "ct.nii.gz: the axes of the grid are tilted by more than 30 degrees: resample the scan along the body"


ROWS = {
    "a,ct.nii.gz,mask.nii.gz,nonsense,ct,,,": "volumes.csv row 0: codec 'nonsense' is unknown: name one of verse, ",
    "a,ct.nii.gz,mask.nii.gz,totalseg_total,pet,,,": "volumes.csv row 0: modality is 'pet': expected ct or mri",
    "a,ct.nii.gz,mask.nii.gz,totalseg_total,ct,,,anchored_c2": "volumes.csv row 0: numbering is 'anchored_c2': leave it empty, ",
    "a,ct.nii.gz,,totalseg_total,ct,,,": "volumes.csv row 0: mask is '': name a file inside the folder of the source",
    "a,../ct.nii.gz,mask.nii.gz,totalseg_total,ct,,,": "volumes.csv row 0: image is '../ct.nii.gz': name a file inside ",
    "a,/etc/passwd,mask.nii.gz,totalseg_total,ct,,,": "volumes.csv row 0: image is '/etc/passwd': name a file inside ",
    ",ct.nii.gz,mask.nii.gz,totalseg_total,ct,,,": "volumes.csv row 0: no id, or one that another row has too",
    "a,ct.nii.gz": "volumes.csv row 0: fewer cells than the header has",
    "a,gone.nii.gz,mask.nii.gz,totalseg_total,ct,,,": "gone.nii.gz: no such file; check volumes.csv",
}


@pytest.mark.parametrize("row", ROWS)
def test_a_bad_row_of_the_table_concerns_only_itself(tmp_path: Path, read_all: ReadAll, row: str) -> None:
    folder = write_volumes(tmp_path / "v", row, "good,ct.nii.gz,mask.nii.gz,totalseg_total,ct,,,")
    reading = read_all(volumes(folder))
    assert list(reading.good) == ["src:good"]
    (line,) = reading.faults
    assert line.startswith(ROWS[row])


def test_two_rows_of_one_id_are_both_set_aside(tmp_path: Path, read_all: ReadAll) -> None:
    row = "a,ct.nii.gz,mask.nii.gz,totalseg_total,ct,,,"
    reading = read_all(volumes(write_volumes(tmp_path / "v", row, row)))
    assert (reading.good, len(reading.faults)) == ({}, 2)


def test_a_folder_without_the_table(tmp_path: Path, fault: Callable[[Path], str]) -> None:
    folder = write_volumes(tmp_path / "v")
    (folder / "volumes.csv").write_text(HEADER.replace("codec", "kind"), encoding="utf-8")
    assert fault(folder).startswith("volumes.csv: column 'codec' is missing from the first line; it must name id, image, mask, ")
    (folder / "volumes.csv").unlink()
    assert fault(folder) == "volumes.csv: no such file; check the path in the build file"


def test_a_changed_scan_is_another_unit(tmp_path: Path) -> None:
    folder = write_volumes(tmp_path / "v")
    (before,) = volumes(folder)()
    change(folder, "mask.nii.gz", bones({27: 40}))
    (after,) = volumes(folder)()
    assert (before.id, before != after) == (after.id, True)


# Where the letters stand in the scans that come with the package, looked at by eye: picture height, then label to row.
BUNDLED = {
    "totalsegmentator": {"abdomen": (Modality.CT, [32, 31, 30, 29, 28, 27, 26])},
    "tptbox": {"ct": (Modality.CT, [22, 23]), "mri": (Modality.MRI, [6, 7])},
    "pam50": {"cervical": (Modality.MRI, [2, 3, 4, 5, 6, 7, 8])},
}


@pytest.mark.parametrize("name", BUNDLED)
def test_the_scans_of_the_package_are_marked_from_head_to_tail(read_all: ReadAll, tmp_path: Path, name: str) -> None:
    with as_file(files("spinemed") / "examples" / "volumes" / name) as folder:
        reading = read_all(volumes(folder, name=name))
    assert reading.faults == []
    for key, (modality, labels) in BUNDLED[name].items():
        study = reading.good[f"{name}:{key}"].content
        (image,) = study.images
        assert image.modality is modality
        assert [mark.label for mark in sorted(image.marks, key=lambda mark: mark.box[1])] == labels
        # Bodies lie in the front two thirds; the letters cover a few percent of the picture.
        assert all(mark.box[2] < 0.75 * image.picture.width_px for mark in image.marks)
        png = (tmp_path / "store" / f"{image.picture.sha256}.png").read_bytes()
        assert len(png) < 200_000
        with PIL.Image.open(io.BytesIO(png)) as picture:
            assert (picture.mode, max(picture.size)) == ("L", 761 if name == "pam50" else 512)
