import pytest

from sayso.errors import CaseError, NewerCaseError, SettingsError
from sayso.model.kinds import PlaceKind, VoiceKind
from sayso.model.settings import Settings
from sayso.store import CaseFolder, create_folder, open_folder, read_settings

MISTAKES = [
    ('titel = "a"', r"titel is no setting; did you mean 'title'"),
    ("title = 3", r"title: expected `str"),
    ('time_zone = "Asia/Damscus"', r"time_zone: 'Asia/Damscus' is no time zone; did you mean 'Asia/Damascus'"),
    ('time_zone = "+0300"', r"time_zone: '\+0300' is no time zone; one looks like"),
    ('[[places]]\nname = "a"\nlatitud = 3.0', r"places\[0\]\.latitud is no setting; did you mean 'latitude'"),
    (
        '[[places]]\nname = "a"\n[[places]]\nname = "b"\nkind = "hamlet"',
        r"places\[1\]\.kind: invalid enum value 'hamlet'",
    ),
    ('[[places]]\nkind = "city"', r"places\[0\]: object missing required field `name`"),
    ('places = "a"', r"places: expected `array`"),
    ("title = ", r"cannot be read"),
]


def test_a_new_case_has_its_name_as_title_and_no_other_setting(folder: CaseFolder):
    assert read_settings(folder) == Settings(title="valley")


@pytest.mark.parametrize("name", ["plain", 'with "marks"', "a\\b", "Ünïcode ن", "new\nline"])
def test_any_folder_name_makes_readable_settings(tmp_path, name: str):
    assert isinstance(read_settings(create_folder(tmp_path / name)).title, str)


def test_every_table_is_read(folder: CaseFolder):
    folder.settings.write_text(
        'title = "T"\n[[places]]\nname = "Ford"\nkind = "town"\nlatitude = 1\nlongitude = 2\n'
        '[[voices]]\nname = "Watch"\nkind = "monitor"\ndraws_on = ["activists"]\n'
        '[[sides]]\nname = "north"\nopposed = ["south"]\n'
    )
    settings = read_settings(folder)
    assert settings.places[0].kind is PlaceKind.TOWN
    assert settings.voices[0].kind is VoiceKind.MONITOR
    assert settings.sides[0].opposed == ("south",)


@pytest.mark.parametrize(("text", "message"), MISTAKES)
def test_a_mistake_names_the_key_and_what_to_do(folder: CaseFolder, text: str, message: str):
    folder.settings.write_text(text)
    with pytest.raises(SettingsError, match=message) as caught:
        read_settings(folder)
    assert "\n" not in str(caught.value)


def test_settings_that_are_no_utf8_are_an_error(folder: CaseFolder):
    folder.settings.write_bytes(b'title = "\xff"')
    with pytest.raises(SettingsError, match="cannot be read"):
        read_settings(folder)


def test_a_folder_without_case_is_named_with_what_to_do(tmp_path):
    with pytest.raises(CaseError, match=r"no case in .*sayso build"):
        open_folder(tmp_path)


def test_a_case_of_a_newer_version_is_left_alone(folder: CaseFolder):
    folder.settings.write_text("case_format = 99\n")
    with pytest.raises(NewerCaseError, match="newer sayso"):
        open_folder(folder.path)
    with pytest.raises(NewerCaseError):
        create_folder(folder.path)


def test_a_format_that_is_no_number_is_a_mistake(folder: CaseFolder):
    folder.settings.write_text('case_format = "one"')
    with pytest.raises(SettingsError, match="case_format must be a number"):
        open_folder(folder.path)


def test_making_a_case_that_is_there_changes_nothing(folder: CaseFolder):
    folder.settings.write_text('title = "mine"\n')
    create_folder(folder.path, b'title = "other"\n')
    assert read_settings(folder).title == "mine"


def test_a_case_where_no_folder_can_be_is_one_line(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(CaseError, match="cannot write") as caught:
        create_folder(tmp_path / "file" / "case")
    assert "\n" not in str(caught.value)
