"""The page on the pre-check says three things, each true: decided by code, answered by people, open."""

from dataclasses import replace
from datetime import date

from builder.diagnostics.diagnostic import Diagnostic, Report
from builder.diagnostics.place import Place
from builder.load.files import read
from builder.model import document as doc
from builder.model.content_hash import content_hash
from builder.model.facts import Answer, Review
from builder.model.library import Library
from builder.model.precheck import Precheck
from builder.model.shared import Person, Waiver
from builder.pipeline import check, codes
from builder.render import precheck_of, publication_of
from builder.render.checks import CheckLists
from builder.render.search import plain
from tests.conftest import ROOT, TODAY
from tests.render.test_publication import parts_of

ASKED = (("clear", "Is it clear to somebody who is upset?"), ("kind", "Is it kind?"))
BY_ID = {code.id: code for code in codes()}
NOTHING = Report((), 0, 0, 0)


def words(blocks: object) -> str:
    return " | ".join(part.text for part in parts_of(tuple(blocks)) if isinstance(part, doc.Text))  # type: ignore[arg-type]


def summed_up(library: Library, report: Report = NOTHING, today: date = TODAY) -> Precheck:
    return precheck_of(library, report, codes(), ASKED, today)


def said(code: str, file: str, message: str) -> Diagnostic:
    return Diagnostic(Place(file), BY_ID[code], message, "")


def signed(library: Library, of: str = "", until: date = date(2027, 1, 1), said: str = "no") -> Library:
    """The library with one topic signed, one question answered yes and one no, unless `said` is something else."""
    module = library.modules["cup-of-tea"]
    answers = (
        Answer(ask="clear", said="yes"),
        Answer.model_validate({"ask": "kind", "said": said, "note": "Not yet."}),
    )
    review = Review(
        by="ada",
        role="clinician",
        on=date(2026, 6, 1),
        next=until,
        of=of or content_hash(module, library),
        answers=answers,
    )
    new = replace(module, facts=module.facts.model_copy(update={"review": review}))
    person = Person(id="ada", name="Ada Sample", credential="Sample clinician")
    return replace(library, people={**library.people, "ada": person}, modules={**library.modules, module.id: new})


def test_code_counts_its_rules_and_what_they_found_and_leaves_people_out(sample: Library) -> None:
    report = Report.of(
        [said("LAN005", "pages/home.md", "A word."), said("REV001", "modules/cup-of-tea/module.yml", "Nobody. x")],
        1, 1, 1,
    )  # fmt: skip
    precheck = summed_up(sample, report)
    assert precheck.rules == sum(code.severity != "person" for code in codes())
    assert (precheck.found, {one.family: one.found for one in precheck.decided if one.found}) == (
        1,
        {"Plain language and respectful wording": 1},
    )


def test_what_code_decided_does_not_read_like_a_clean_bill(sample: Library) -> None:
    def decided(library: Library, *found: Diagnostic) -> str:
        precheck = summed_up(library, Report.of(list(found), 1, 1, 1))
        return words(CheckLists(precheck, library, TODAY).decided())

    unsigned = {
        one.id: replace(one, facts=one.facts.model_copy(update={"review": None})) for one in sample.modules.values()
    }
    told = decided(replace(sample, modules=unsigned))
    number = summed_up(sample).rules
    assert (
        f"{number} rules were run on 24 November 2026. None stopped the site. "
        "That says nothing of whether a page helps, or is right."
    ) in told
    assert "rules run on dates and names. No page has been reviewed by a clinician yet." in told
    assert "No page has been reviewed" not in decided(signed(sample))
    told = decided(sample, said("LAN005", "pages/home.md", "A word."))
    assert "They found 1 thing to mend." in told
    assert "rules run, 1 thing to mend" in told
    assert "rules run, none stopped it" in told


def test_what_is_open_is_said_in_one_sentence_and_tells_nothing_of_drafts(sample: Library) -> None:
    draft = next(module.id for module in sample.modules.values() if module.facts.status == "draft")
    report = Report.of(
        [
            said("REV001", "modules/cup-of-tea/module.yml", "Nobody has signed. Who signs writes of: 012345"),
            said("REV001", f"modules/{draft}/module.yml", "A secret."),
            said("REV007", "helplines.yml", "Nobody has called."),
        ],
        1, 1, 1,
    )  # fmt: skip
    precheck = summed_up(sample, report)
    assert [(one.module, one.says) for one in precheck.open] == [
        ("", "Nobody has called."),
        ("cup-of-tea", "Nobody has signed."),
    ]
    shown = words(CheckLists(precheck, sample, TODAY).open())
    assert "Nobody has signed." in shown
    assert "Nobody has called." in shown


def test_answers_hold_until_the_words_change_or_the_day_passes(sample: Library) -> None:
    def answers(library: Library) -> tuple[int, str, str]:
        precheck = summed_up(library)
        lists = CheckLists(precheck, library, TODAY)
        return precheck.signed, words(lists.answered()), words(lists.open())

    before = summed_up(sample).signed
    number, told, waits = answers(signed(sample))
    assert number == before  # somebody who says no has read the page, and has not passed it
    assert "no longer hold" not in told
    assert "Read by Ada Sample, clinician, on 1 June 2026. They found something to mend: 1 of 2 answers is no." in told
    assert answers(signed(sample, said="yes"))[0] == before + 1
    assert "1 yes, 1 no, 0 does not apply." in told
    for stale in (signed(sample, of="0" * 64), signed(sample, until=date(2026, 11, 1))):
        number, told, also_waits = answers(stale)
        assert number == before
        assert "1 yes, 1 no, 0 does not apply. They no longer hold." in told
        assert also_waits.count("2 questions wait for answers.") == waits.count("2 questions wait for answers.") + 1


def test_every_question_is_shown_and_none_is_made_up(sample: Library) -> None:
    shown = words(CheckLists(summed_up(sample), sample, TODAY).questions())
    assert shown == " | ".join(asked for _, asked in ASKED)
    assert "Nothing that the pre-check knows of." not in words(CheckLists(summed_up(sample), sample, TODAY).open())
    assert "Nothing that the pre-check knows of." in words(CheckLists(Precheck(), sample, TODAY).open())
    assert "Nobody has written" in words(CheckLists(Precheck(), sample, TODAY).questions())


def test_what_somebody_let_through_stands_there_with_a_name(sample: Library) -> None:
    waiver = Waiver(
        rule="LAN005", file="pages/home.md", reason="It is quoted.", by="Ada Sample", until=date(2027, 1, 1)
    )
    library = replace(sample, waivers={0: waiver})
    shown = words(CheckLists(summed_up(library), library, TODAY).decided())
    assert "LAN005 in pages/home.md: It is quoted. Decided by Ada Sample, until 1 January 2027." in shown


def test_the_shipped_page_lists_each_open_item_and_calls_nothing_a_score(library: Library) -> None:
    report = check(read(ROOT / "content"), TODAY).report
    precheck = precheck_of(library, report, codes(), ASKED, TODAY)
    assert len(precheck.open) == report.count("person")
    pages = {page.address: page for page in publication_of(library, TODAY, codes(), precheck).pages}
    shown = " ".join(plain(part.children) for part in parts_of(pages["checks/"].blocks) if hasattr(part, "children"))
    assert all(one.says in shown for one in precheck.open)
    assert "A pass here is not a result of any of them." in shown
    assert any(part == doc.To("checks/") for part in parts_of(pages["about/"].blocks))
