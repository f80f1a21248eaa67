"""The commands that keep links alive: they say first, change what is needed and no byte more, and refuse all at once."""

import shutil
from pathlib import Path

import pytest

from builder import keeping
from builder.diagnostics.errors import BuilderError
from builder.keeping.edits import Edit
from builder.keeping.plan import Bench, Plan
from builder.load.gather import load
from builder.render import publication_of
from tests.conftest import TODAY
from tests.keeping.project import change, errors, ledger, moves, released

WHY = "It was only a sample."


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return released(tmp_path)


def _bytes(content: Path) -> dict[str, bytes]:
    return {path.relative_to(content).as_posix(): path.read_bytes() for path in content.rglob("*") if path.is_file()}


def _refused(content: Path, old: str, new: str) -> str:
    before = _bytes(content)
    with pytest.raises(BuilderError) as said:
        keeping.move(content, old, new, TODAY, write=True)
    assert _bytes(content) == before
    return str(said.value)


def test_nothing_is_written_before_somebody_says_so(content: Path) -> None:
    before = _bytes(content)
    told = keeping.move(content, "warm-socks", "dry-socks", TODAY, write=False)
    assert "warm-socks/practice#put-them-on leads to dry-socks/practice#put-them-on." in told
    assert "The folder modules/warm-socks is called dry-socks." in told
    keeping.retire(content, "window-seat", WHY, "", TODAY, write=False)
    change(content, "library.yml", ('version: "0.1"', 'version: "0.2"'))
    before["library.yml"] = _bytes(content)["library.yml"]
    assert keeping.release(content, (), TODAY, write=False)[0].startswith("Version 0.2, 24 November 2026:")
    assert _bytes(content) == before


def test_a_version_goes_out_once(content: Path) -> None:
    assert keeping.release(content, (), TODAY, write=True) == ()
    with pytest.raises(BuilderError, match="nothing has changed since"):
        keeping.release(content, ("Nothing.",), TODAY, write=True)
    change(content, "modules/cup-of-tea/learn.md", ("A cloth is enough.", "A dry cloth is enough."))
    with pytest.raises(BuilderError, match=r"with another content:\nNew words: cup-of-tea\."):
        keeping.release(content, (), TODAY, write=True)
    change(content, "library.yml", ('version: "0.1"', 'version: "0.2"'))
    keeping.release(content, ("Tea is dried up.",), TODAY, write=True)
    first, second = ledger(content).releases
    assert (second.version, second.says, set(second.modules)) == ("0.2", ("Tea is dried up.",), {"cup-of-tea"})
    assert first.version == "0.1"
    assert {"cup-of-tea", "warm-socks"} <= set(first.modules)
    change(content, "modules/cup-of-tea/learn.md", ("(page:help)", "(page:halp)"))
    with pytest.raises(BuilderError, match=r"learn.md:\d+:\d+: REF008"):
        keeping.release(content, (), TODAY, write=True)


def test_a_renamed_module_changes_its_name_everywhere_and_no_other_byte(content: Path) -> None:
    facts = content / "modules/warm-socks/module.yml"
    facts.write_bytes(b"\xef\xbb\xbf# Socks: an example.\r\n" + facts.read_bytes().replace(b"\n", b"\r\n"))
    before = _bytes(content)
    moves(content, ("warm-socks", "dry-socks"))
    after = _bytes(content)
    for name, data in before.items():
        if name != "ledger.yml":
            now = after[name.replace("/warm-socks/", "/dry-socks/")]
            assert now == data.replace(b"warm-socks", b"dry-socks"), name
    assert not errors(content)
    assert ledger(content).moved["try/#warm-socks"] == "try/#dry-socks"
    assert ledger(content).moved["warm-socks/socks-large.pdf"] == "dry-socks/socks-large.pdf"


def test_ways_stay_one_step_long_and_a_way_back_is_none(content: Path) -> None:
    moves(content, ("cup-of-tea#last-word", "cup-of-tea#the-end"), ("cup-of-tea#the-end", "cup-of-tea#bye"))
    assert ledger(content).moved == {"cup-of-tea/#last-word": "cup-of-tea/#bye"}
    assert "{#bye}" in (content / "modules/cup-of-tea/learn.md").read_text("utf-8")
    moves(content, ("cup-of-tea#bye", "cup-of-tea#last-word"))
    assert not ledger(content).moved


def test_a_part_goes_with_its_words_and_what_it_names_is_still_found(content: Path) -> None:
    change(
        content,
        "modules/cup-of-tea/learn.md",
        ("Tea can spill.", "Tea can spill, see [above](#what-it-is). [A slow stir may help.](claim:slow-stir)"),
        ("back to [the start](#what-it-is)".capitalize(), "Back to [the start](#what-it-is) and [the floor](#spilled)"),
    )
    moves(content, ("cup-of-tea#spilled", "warm-socks#spilled"))
    here, there = ((content / f"modules/{one}/learn.md").read_text("utf-8") for one in ("cup-of-tea", "warm-socks"))
    assert "## Spilled tea" not in here
    assert "[the floor](module:warm-socks#spilled)" in here
    assert "[above](module:cup-of-tea#what-it-is)" in there
    assert "(claim:cup-of-tea/slow-stir)" in there
    assert not errors(content)


def test_a_heading_of_two_lines_gets_another_anchor_and_goes_with_its_words(content: Path) -> None:
    path = content / "modules/cup-of-tea/clinicians.md"
    path.write_text(f"{path.read_text('utf-8')}\nA long heading that\ngoes on {{#goes-on}}\n---\n\nWords.\n", "utf-8")
    moves(content, ("cup-of-tea/clinicians#goes-on", "cup-of-tea/clinicians#goes-far"))
    assert path.read_text("utf-8").endswith("A long heading that\ngoes on {#goes-far}\n---\n\nWords.\n")
    moves(content, ("cup-of-tea/clinicians#goes-far", "warm-socks/clinicians#goes-far"))
    there = (content / "modules/warm-socks/clinicians.md").read_text("utf-8")
    assert there.endswith("\n\nA long heading that\ngoes on {#goes-far}\n---\n\nWords.\n")


def test_what_is_written_in_another_way_is_named_and_no_fault_of_ours(content: Path) -> None:
    change(content, "modules/cup-of-tea/module.yml", ("code: tea", 'code: "te\\x61"'))
    change(content, "modules/cup-of-tea/learn.md", ("{#last-word}", "&#123;#last-word}"))
    assert "m/tea is still there." in _refused(content, "m/tea", "m/mug")
    assert "cup-of-tea#last-word is still there." in _refused(content, "cup-of-tea#last-word", "cup-of-tea#bye")


def test_what_cannot_be_moved_is_refused_with_every_reason(content: Path) -> None:
    assert "cup-of-tea#claim-slow-stir is still there." in _refused(
        content, "cup-of-tea#claim-slow-stir", "help#leaving"
    )
    assert "try#no-such is not there." in _refused(content, "cup-of-tea#last-word", "try#no-such")
    assert "cup-of-tea#try is still there." in _refused(content, "cup-of-tea#try", "warm-socks#try")
    assert "something else in every library" in _refused(content, "warm-socks", "assets")
    assert "is not a place" in _refused(content, "warm-socks", "../elsewhere")


def test_an_old_address_never_comes_to_mean_something_else(content: Path) -> None:
    moves(content, ("cup-of-tea#last-word", "cup-of-tea#bye"))
    other = "meant something else once, and links to it are out there. Choose another name."
    assert f"cup-of-tea#last-word {other}" in _refused(content, "cup-of-tea#spilled", "cup-of-tea#last-word")
    moves(content, ("cup-of-tea", "mug-of-tea"), ("m/tea", "m/mug"))
    told = _refused(content, "warm-socks", "cup-of-tea")
    assert f"cup-of-tea {other}" in told
    assert "cup-of-tea#" not in told, "the page says enough"
    assert f"m/tea {other}" in _refused(content, "m/socks", "m/tea")
    moves(content, ("mug-of-tea", "cup-of-tea"), ("m/mug", "m/tea"), ("cup-of-tea#bye", "cup-of-tea#last-word"))
    assert not ledger(content).moved, "what comes back to its own place can"


def test_who_writes_something_new_at_an_old_address_is_not_told_to_forget_the_old_one(content: Path) -> None:
    moves(content, ("cup-of-tea#last-word", "cup-of-tea#bye"))
    change(content, "modules/cup-of-tea/learn.md", ("{#spilled}", "{#last-word}"))
    wrong = next(one for one in errors(content) if one.code.id == "ADR005")
    assert "Give it another name" in wrong.mend
    assert "delete" not in wrong.mend + wrong.code.mend


def test_what_came_back_by_hand_can_be_said(content: Path) -> None:
    moves(content, ("cup-of-tea#last-word", "cup-of-tea#bye"))
    change(content, "modules/cup-of-tea/learn.md", ("{#bye}", "{#last-word}"))
    assert keeping.move(content, "cup-of-tea#bye", "cup-of-tea#last-word", TODAY, write=True) == (
        "cup-of-tea#last-word is back.",
    )
    assert not ledger(content).moved
    assert not errors(content)


def test_nothing_changes_unless_every_file_can_be_written(content: Path) -> None:
    before = _bytes(content)
    bench = Bench(content, TODAY)
    shutil.rmtree(content / "packets")  # behind the tool's back: the last file has no folder any more
    (content / "packets").touch()
    plan = Plan(
        {one: (Edit(0, 0, "# x\n"),) for one in ("glossary.yml", "packets/warm-evening.yml")}, ("warm-socks", "x")
    )
    with pytest.raises(BuilderError, match=r"Nothing was changed"):
        bench.carry_out(plan, bench.ledger)
    after = _bytes(content)
    del after["packets"]
    assert after == {name: data for name, data in before.items() if not name.startswith("packets/")}


def test_a_folder_that_is_there_already_is_left_alone(content: Path) -> None:
    (content / "modules/dry-socks").mkdir()
    (content / "modules/dry-socks/.DS_Store").touch()
    assert "dry-socks is there already" in _refused(content, "warm-socks", "dry-socks")


def test_a_move_names_every_review_that_it_ends(content: Path) -> None:
    told = keeping.move(content, "cup-of-tea", "mug-of-tea", TODAY, write=False)
    (line,) = (one for one in told if one.startswith("The review of "))
    assert line.startswith("The review of Warm socks no longer holds. The pages have changed since Sample Reviewer")


def test_a_topic_with_a_new_name_is_not_new(content: Path) -> None:
    moves(content, ("warm-socks", "dry-socks"))
    change(content, "library.yml", ('version: "0.1"', 'version: "0.2"'))
    keeping.release(content, (), TODAY, write=True)
    second, first = publication_of(load(content).library, TODAY).changes
    assert "dry-socks" in {one.id for one in first.new}
    assert second.new == ()
    assert "warm-socks/" in second.moved
    moves(content, ("dry-socks", "warm-socks"))
    second, first = publication_of(load(content).library, TODAY).changes
    assert (second.new, second.moved, second.back) == ((), (), ()), "what is where it was is neither away nor back"


def test_what_is_said_to_readers_has_to_be_words(content: Path) -> None:
    change(content, "library.yml", ('version: "0.1"', 'version: "0.2"'))
    before = _bytes(content)
    for says, fault in (
        ("", "needs words"),
        ("a" * 3000, "has 3000 letters"),
        ("a\u200bb", "U\\+200B"),
        ("<b>a</b>", "ledger"),
    ):
        with pytest.raises(BuilderError, match=fault):
            keeping.release(content, (says,), TODAY, write=True)
    assert _bytes(content) == before
    keeping.release(content, ("Tea\u00a0is dried up.",), TODAY, write=True)
    assert ledger(content).releases[-1].says == ("Tea is dried up.",)


def test_a_packet_is_retired_with_all_that_is_below_it(content: Path) -> None:
    (content / "packets/warm-evening.yml").unlink()
    keeping.retire(content, "packets/warm-evening", "It\u00a0was only a sample.", "", TODAY, write=True)
    gone = ledger(content).gone
    assert {"m/evening/", "packets/warm-evening/evening-large.pdf"} <= gone.keys()
    assert {one.why for one in gone.values()} == {WHY}
    assert not [one for one in errors(content) if "evening" in one.message]


def test_a_module_is_taken_back_and_every_address_of_it_leads_to_its_notice(content: Path) -> None:
    with pytest.raises(BuilderError) as said:
        keeping.retire(content, "warm-socks", WHY, "cup-of-tea", TODAY, write=True)
    assert str(said.value).count("REF012") >= 2, "each link to it is named"
    change(content, "modules/cup-of-tea/module.yml", ("related: [warm-socks]\n", ""))
    change(content, "packets/warm-evening.yml", ("  - warm-socks/practice\n", ""))
    change(
        content, "modules/cup-of-tea/learn.md", (" You can read about [warm socks](module:warm-socks#wool) too.", "")
    )
    keeping.retire(content, "warm-socks", WHY, "cup-of-tea", TODAY, write=True)
    assert [one for one in errors(content) if one.place.file != "ledger.yml"] == []
    pages = {page.address: page for page in publication_of(load(content).library, TODAY).pages}
    assert pages["warm-socks/"].kind == "withdrawn"
    for part in ("practice", "clinicians", "handout"):
        assert pages[f"warm-socks/{part}/"].kind == "moved"
        assert not pages[f"warm-socks/{part}/"].elsewhere
    (line,) = pages["try/"].elsewhere
    assert (line.anchor, line.says, line.leads_on) == ("warm-socks", WHY, False)


def test_readers_are_sent_on_to_a_page_and_not_to_a_file(content: Path) -> None:
    with pytest.raises(BuilderError, match=r"warm-socks/socks\.pdf is a file"):
        keeping.retire(content, "cup-of-tea#last-word", WHY, "warm-socks/socks.pdf", TODAY, write=True)


def test_of_two_with_one_code_the_one_that_was_not_released_with_it_is_named(content: Path) -> None:
    change(content, "modules/cup-of-tea/module.yml", ("code: tea", "code: evening"))
    (said,) = (one for one in errors(content) if one.code.id == "STR002")
    assert (said.place.file, said.message) == (
        "modules/cup-of-tea/module.yml",
        'The packet "warm-evening" has the code "evening" already.',
    )


def test_a_ledger_that_two_people_changed_is_named_at_its_line(content: Path) -> None:
    path = content / "ledger.yml"
    path.write_text(path.read_text("utf-8").replace("files:\n", "<<<<<<< HEAD\nfiles:\n"), "utf-8")
    with pytest.raises(BuilderError, match=r"ledger.yml:\d+:\d+: YML001"):
        keeping.move(content, "warm-socks", "dry-socks", TODAY, write=True)


def test_a_release_knows_at_which_address_it_is_out(content: Path) -> None:
    assert ledger(content).releases[0].at is None, "an example's address is none"
    change(
        content,
        "library.yml",
        ('version: "0.1"', 'version: "0.2"'),
        ("base_address: https://sample.example", "base_address: https://old.sample.org/"),
    )
    keeping.release(content, (), TODAY, write=True)
    assert ledger(content).releases[-1].at == "https://old.sample.org"
    change(
        content,
        "library.yml",
        ('version: "0.2"', 'version: "0.3"'),
        ("https://old.sample.org/", "https://new.sample.org"),
    )
    (said,) = (one for one in Bench(content, TODAY).before.report.diagnostics if one.code.id == "ADR006")
    assert said.message.startswith("Version 0.2 is out at https://old.sample.org, and codes")
    keeping.release(content, (), TODAY, write=True)
    assert not [one for one in Bench(content, TODAY).before.report.diagnostics if one.code.id == "ADR006"]
