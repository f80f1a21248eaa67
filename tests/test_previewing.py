"""A preview shows what was saved at once, then all pages, and then makes their files."""

import shutil
import signal
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from builder.pipeline import Project
from builder.preview import Preview
from builder.previewing import Previews
from builder.saved import SavedAgain
from tests.conftest import TODAY

LEARN = "modules/cup-of-tea/learn.md"


@pytest.fixture
def previews(project: Project) -> Iterator[Previews]:
    with closing(Previews(project, "mkdocs", lambda _: None, lambda: TODAY)) as previews:
        yield previews


def change(project: Project, was: str, now: str) -> None:
    file = project.content / LEARN
    text = file.read_text("utf-8")
    assert was in text
    file.write_text(text.replace(was, now), "utf-8")


def told(out: Path) -> tuple[str, str]:
    """The page, and the same words to take along."""
    text = next(out.glob("cup-of-tea/*.txt")).read_text("utf-8")
    return (out / "cup-of-tea" / "index.html").read_text("utf-8"), text


def test_a_change_is_on_the_page_first_and_in_the_files_after_that(project: Project, previews: Previews) -> None:
    out = project.root / "out"
    list(previews.round(out))
    change(project, "A cloth is enough", "A towel is enough")
    rounds = previews.round(out)
    assert next(rounds).built
    page, text = told(out)
    assert "A towel is enough" in page
    assert "A cloth is enough" in text
    assert [one.built for one in rounds] == [True, True]
    page, text = told(out)
    assert "A towel is enough" in page
    assert "A towel is enough" in text


def test_what_nobody_waited_for_is_made_in_the_next_round(project: Project, previews: Previews) -> None:
    out = project.root / "out"
    list(previews.round(out))
    change(project, "A cloth is enough", "A towel is enough")
    next(previews.round(out))
    change(project, "A towel is enough", "A scarf is enough")
    list(previews.round(out))
    assert all("A scarf is enough" in words for words in told(out))


def test_the_first_pages_do_not_wait_for_files(project: Project, previews: Previews) -> None:
    out = project.root / "out"
    rounds = previews.round(out)
    assert next(rounds).built
    assert "A cloth is enough" in (out / "cup-of-tea" / "index.html").read_text("utf-8")
    assert not list(out.glob("cup-of-tea/*.txt"))
    assert [one.built for one in rounds] == [True, True]
    assert list(out.glob("cup-of-tea/*.txt"))


def test_a_new_module_is_seen_before_its_files(project: Project, previews: Previews) -> None:
    out = project.root / "out"
    list(previews.round(out))
    folder = shutil.copytree(project.content / "modules" / "cup-of-tea", project.content / "modules" / "cup-two")
    facts = folder / "module.yml"
    words = facts.read_text("utf-8")
    for was, now in (("id: cup-of-tea", "id: cup-two"), ("code: tea", "code: teatwo")):
        assert was in words
        words = words.replace(was, now, 1)
    facts.write_text(words, "utf-8")
    assert previews.glance(out, [facts]) is None
    rounds = previews.round(out)
    assert next(rounds).built
    assert (out / "cup-two" / "index.html").is_file()
    assert not list(out.glob("cup-two/*.txt"))
    list(rounds)
    assert list(out.glob("cup-two/*.txt"))


def test_a_mistake_leaves_the_site_as_it_was(project: Project, previews: Previews) -> None:
    out = project.root / "out"
    list(previews.round(out))
    before = told(out)
    change(project, "A cloth is enough", "A rag <b>is</b> enough")
    assert [one.built for one in previews.round(out)] == [False]
    assert told(out) == before


def test_what_was_saved_in_one_module_is_seen_at_a_glance_and_as_a_round_makes_it(
    project: Project, previews: Previews
) -> None:
    out = project.root / "out"
    list(previews.round(out))
    before = pages(out)
    change(project, "A cloth is enough", "A towel is enough")
    seen = previews.glance(out, [project.content / LEARN])
    after = pages(out)
    assert {path for path in after if after[path] != before[path]} == {"cup-of-tea/index.html"}
    rounds = previews.round(out)
    assert next(rounds) == seen
    assert pages(out)["cup-of-tea/index.html"] == after["cup-of-tea/index.html"]


def test_a_mistake_and_its_mend_are_seen_at_a_glance(project: Project, previews: Previews) -> None:
    out = project.root / "out"
    list(previews.round(out))
    before, files = pages(out), [project.content / LEARN]
    change(project, "A cloth is enough", "A rag <b>is</b> enough")
    broken = previews.glance(out, files)
    assert broken
    assert not broken.built
    assert "MKD001" in {one.code.id for one in broken.report.diagnostics if one.place.file == LEARN}
    assert pages(out) == before
    assert next(previews.round(out)) == broken
    change(project, "A rag <b>is</b> enough", "A rag is enough")
    mended = previews.glance(out, files)
    assert mended
    assert mended.built
    assert "A rag is enough" in pages(out)["cup-of-tea/index.html"]


def test_two_saves_in_a_row_are_both_seen(project: Project, previews: Previews) -> None:
    out = project.root / "out"
    list(previews.round(out))
    change(project, "A cloth is enough", "A towel is enough")
    assert previews.glance(out, [project.content / LEARN])
    change(project, "A towel is enough", "A scarf is enough")
    assert previews.glance(out, [project.content / LEARN])
    assert "A scarf is enough" in pages(out)["cup-of-tea/index.html"]


@pytest.mark.parametrize(
    ("file", "was", "now"),
    [
        ("modules/cup-of-tea/module.yml", "title: ", "title: More of "),
        ("glossary.yml", "means: ", "means: More of "),
        ("modules/cup-of-tea/learn.md", "{#", "{#more-of-"),
    ],
)
def test_what_can_change_other_pages_is_left_to_a_round(
    project: Project, previews: Previews, file: str, was: str, now: str
) -> None:
    out = project.root / "out"
    list(previews.round(out))
    path = project.content / file
    text = path.read_text("utf-8")
    assert was in text
    path.write_text(text.replace(was, now, 1), "utf-8")
    before = pages(out)
    assert previews.glance(out, [path]) is None
    assert pages(out) == before


def test_a_glance_waits_for_a_round_that_has_seen_the_rest(project: Project, previews: Previews) -> None:
    out = project.root / "out"
    assert previews.glance(out, [project.content / LEARN]) is None
    list(previews.round(out))
    assert previews.glance(out, [project.content / LEARN, project.content / "glossary.yml"]) is None
    assert previews.glance(out, [project.content / LEARN]) is None  # the other file still was not looked at
    list(previews.round(out))
    assert previews.glance(out, [project.content / LEARN])


def test_what_was_saved_in_a_draft_is_seen_at_a_glance_with_all_that_is_still_to_mend(
    project: Project, previews: Previews
) -> None:
    out = project.root / "out"
    list(previews.round(out))
    learn = project.content / "modules" / "window-seat" / "learn.md"
    learn.write_text(f"{learn.read_text('utf-8')}\nA cushion is enough.\n", "utf-8")
    seen = glimpsed(previews, out, learn)
    assert seen.built
    assert "STR008" in {one.code.id for one in seen.report.diagnostics}
    assert "A cushion is enough." in pages(out)["window-seat/index.html"]


def test_while_one_module_is_broken_another_is_left_to_a_round(project: Project, previews: Previews) -> None:
    out = project.root / "out"
    list(previews.round(out))
    change(project, "A cloth is enough", "A rag <b>is</b> enough")
    broken = previews.glance(out, [project.content / LEARN])
    assert broken
    assert not broken.built
    other = project.content / "modules" / "warm-socks" / "learn.md"
    other.write_text(f"{other.read_text('utf-8')}\nTwo pairs are enough.\n", "utf-8")
    before = pages(out)
    assert previews.glance(out, [other]) is None
    assert pages(out) == before


def test_a_page_that_leads_to_a_draft_is_not_built_at_a_glance_either(project: Project, previews: Previews) -> None:
    out = project.root / "out"
    list(previews.round(out))
    change(project, "A cloth is enough.", "A cloth is enough. Then try [a seat](module:window-seat).")
    assert not glimpsed(previews, out, project.content / LEARN).built


@pytest.mark.parametrize("folder", ["cup-of-tea", "new-one"])
def test_a_folder_with_nothing_to_read_is_left_to_a_round(project: Project, previews: Previews, folder: str) -> None:
    out = project.root / "out"
    list(previews.round(out))
    own = project.content / "modules" / folder
    shutil.rmtree(own, ignore_errors=True)
    own.mkdir()
    (own / ".learn.md.swp").write_bytes(b"\0")
    assert previews.glance(out, [own / "learn.md"]) is None


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # one that is lost ends nothing
def test_wherever_a_save_ends_it_the_next_round_makes_all_of_it(project: Project, previews: Previews) -> None:
    out, words = project.root / "out", "A cloth is enough"
    list(previews.round(out))

    def end(*_: object) -> None:
        raise SavedAgain

    before = signal.signal(signal.SIGALRM, end)
    try:
        for number, seconds in enumerate((0.02, 0.1, 0.25, 0.4, 0.6, 0.9, 1.3, 1.8, 2.4)):
            change(project, words, words := f"Cloth {number} is enough")
            with suppress(SavedAgain):
                signal.setitimer(signal.ITIMER_REAL, seconds)
                previews.glance(out, [project.content / LEARN])
                list(previews.round(out))
            signal.setitimer(signal.ITIMER_REAL, 0)
    finally:
        signal.signal(signal.SIGALRM, before)
    change(project, words, "A towel is enough")
    assert previews.glance(out, [project.content / LEARN])
    assert "A towel is enough" in pages(out)["cup-of-tea/index.html"]
    list(previews.round(out))
    afresh = project.root / "afresh"
    with closing(Previews(project, "mkdocs", lambda _: None, lambda: TODAY)) as others:
        list(others.round(afresh))
    assert files(out) == files(afresh)


def glimpsed(previews: Previews, out: Path, file: Path) -> Preview:
    """What is seen at a glance, which has to be what a round has to say."""
    seen = previews.glance(out, [file])
    assert seen
    assert next(previews.round(out)) == seen
    return seen


def files(out: Path) -> dict[str, bytes]:
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}


def pages(out: Path) -> dict[str, str]:
    return {path.relative_to(out).as_posix(): path.read_text("utf-8") for path in sorted(out.rglob("*.html"))}
