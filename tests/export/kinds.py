"""Every kind of block, in words that a reader might meet."""

from pathlib import Path

from builder.model.claim import STATUSES
from builder.model.document import (
    Block,
    Choice,
    Cite,
    Contents,
    Defined,
    Downloads,
    Drawing,
    Gloss,
    Heading,
    Inline,
    Lamp,
    Link,
    Listing,
    Marks,
    Numbers,
    Pair,
    Paragraph,
    Quotation,
    Room,
    Safety,
    Sample,
    Say,
    SearchField,
    Signature,
    Sources,
    Statement,
    Strong,
    Sure,
    Table,
    Text,
    To,
    Topics,
    Web,
)
from tests.export.practices import ALONGSIDE, BREATH

FIGURES = Path(__file__).parent / "figures"


def said(*children: Inline | str) -> tuple[Inline, ...]:
    """Words in a line; a string stands for plain words."""
    return tuple(Text(child) if isinstance(child, str) else child for child in children)


def para(*children: Inline | str, tone: str = "") -> Paragraph:
    """A paragraph of such words."""
    return Paragraph(said(*children), tone)


def drawing(name: str, title: str, description: str, caption: str) -> Drawing:
    """One of the drawings beside this file."""
    return Drawing(name, (FIGURES / f"{name}.svg").read_text(encoding="utf-8"), title, description, said(caption))


HORMONES = Statement(
    anchor="support-lowers-stress-hormones",
    says="Support from someone you trust can lower stress hormones. It does not work every time.",
    status="moderate",
    holds_for="mostly adults in short lab tests. The studies are small and many are older.",
    for_says="",
    against_says="",
    sources=Cite((("Thorsteinsson & James, 1999", "thorsteinsson1999"), ("Ditzen et al., 2007", "ditzen2007"))),
    against=Cite((("Taylor et al., 2007", "taylor2007"),)),
)

VAGUS = Statement(
    anchor="three-states",
    says="Polyvagal theory speaks of three body states.",
    status="contested",
    holds_for="a theory about mammals. It has not been tested as a whole.",
    for_says="Its author says that critics test claims the theory does not make.",
    against_says="Leading experts on the vagus nerve say that the biology behind it does not hold.",
    sources=Cite((("Porges, 2025", "porges2025"),)),
    against=Cite((("Grossman, 2023", "grossman2023"),)),
)

EVERY: tuple[Block, ...] = (
    para("Co-regulation is a name for how people can help each other feel calmer.", tone="lead"),
    para(Strong(said("Review overdue.")), " It was to be looked at again by 1 November 2026.", tone="notice"),
    Lamp(
        title="Only got a minute?",
        text="We can calm ourselves alone, and many of us find it easier with someone we trust.",
        do="Breathe out slowly, a little longer than you breathe in. Do that five times.",
        stop_if="you feel dizzy or worse.",
        button=Link(To("co-regulation/practice/"), said("Show me how")),
        children=(para("You can do this anywhere, with your eyes open."),),
    ),
    Heading(2, "key-points", said("Key points")),
    Listing(
        False,
        (
            (para("Being near people we trust can ease stress. It depends on who it is."),),
            (para("Needing people is part of being human, and how much you need is up to you."),),
            (para("If you are on your own right now, ", Strong(said("slow breathing")), " can still help."),),
        ),
    ),
    Contents((Link(To("co-regulation/", "what-it-is"), said("What it is")),)),
    Choice(
        covers="One part of these pages, “When care was not safe”, is about being hurt as a child. It is short.",
        ways=(
            Link(To("co-regulation/", "something-to-try"), said("Skip that part")),
            Link(To("help/"), said("Get help now")),
        ),
        steady="Look around and name three things you can see.",
    ),
    Heading(2, "what-it-is", said("What it is")),
    para(
        "Humans are a social species. A soft voice, a kind face or a slow pace may help, and what feels soothing ",
        "differs from person to person. Some people feel calmer side by side, in the dark, by text, or with no touch. ",
        "One page tells of ",
        Link(To("polyvagal-basics/", "states"), said("a map of body states")),
        ", and ",
        Link(Web("https://findahelpline.com/"), said("a list of free lines")),
        " is kept by others.",
    ),
    drawing(
        "beside",
        "How a steady presence can help a body settle",
        "Two lines run from left to right, as time passes. The upper line, someone steady, stays almost level.",
        "The upper line does not pull the lower one into step. Drawn from the idea, not from measurements.",
    ),
    Heading(3, "in-the-body", said("What happens in the body")),
    para(
        "In lab tests, hearts tend to race less when someone supportive is there ",
        Cite((("Thorsteinsson & James, 1999", "thorsteinsson1999"),)),
        ". ",
        Defined(said("Stress hormones")),
        " may change too",
        Sure("moderate", To("co-regulation/", "support-lowers-stress-hormones")),
        ".",
    ),
    Gloss(
        "Stress hormones",
        "chemicals that the body makes to get ready for effort or danger. Cortisol is the best known.",
    ),
    Listing(
        True,
        (
            (para("First, somebody notices."),),
            (
                para("Then they come nearer, or they wait."),
                para("Both can be right."),
                Listing(False, ((para("Ask."),), (para("Wait."),))),
            ),
        ),
    ),
    Table(
        "What people sometimes call it",
        ("Word", "Where it comes from", "How sure"),
        (
            (
                said("Co-regulation"),
                said("Research on infants, later on couples"),
                said(Sure("strong", To("research/", "words"))),
            ),
            (said("Social buffering"), said("Research on stress in many mammals"), said("Good evidence, with limits")),
        ),
    ),
    Quotation(
        exact=True,
        words="Being able to feel safe with other people is probably the single most important aspect of mental health",
        who="Bessel van der Kolk",
        source=Cite((("van der Kolk, 2014", "vanderkolk2014"),)),
        where="Chapter 5",
        checked="We compared the words with three people’s copies. We have not opened the book.",
        caution="His view, not a finding.",
    ),
    Quotation(
        exact=False,
        words="Schore’s theory is that we learn to manage feelings alone by first managing them with someone.",
        who="Allan Schore",
        source=None,
        where="",
        checked="His thought in our words",
        caution="",
    ),
    Safety(
        "When care was not safe",
        (
            para("If someone hurts, scares or controls you, it is not your job to calm them. Your safety comes first."),
            para("You choose who, when and how much."),
        ),
    ),
    Say((para("“Would you like some company, or would you rather be on your own for a bit?”"),)),
    Heading(2, "something-to-try", said("Something to try")),
    drawing(
        "hills",
        "Five hills for five breaths",
        "A line of five hills, each a little lower than the one before.",
        "Trace up as you breathe in, down as you breathe out.",
    ),
    BREATH,
    ALONGSIDE,
    Heading(2, "what-we-know", said("What we know, and do not")),
    Pair(
        "We know",
        ("A caring, steady adult can help an upset child calm down.", "Support often eases stress, on average."),
        "We do not know",
        ("Whether it works through the vagus nerve. Experts do not agree on that part.", "Who it will help, and when."),
    ),
    Heading(2, "claims", said("What we say, and how sure we are")),
    HORMONES,
    VAGUS,
    Marks(
        tuple(
            zip(
                STATUSES,
                (
                    "Many studies agree.",
                    "Good studies, with limits.",
                    "Few or small studies.",
                    "Experts openly disagree.",
                    "Hard to test, or not tested yet.",
                ),
                strict=True,
            )
        )
    ),
    Heading(2, "numbers", said("If you need somebody now")),
    Numbers(
        (
            ("112", Web("tel:112"), "Emergency number in the European Union"),
            ("988", Web("tel:988"), "United States: call or text"),
        )
    ),
    Topics(
        (
            (
                Link(To("polyvagal-basics/"), said("Polyvagal basics")),
                "A map that many people like and many experts dispute.",
            ),
        )
    ),
    Downloads((("co-regulation/co-regulation.pdf", "All of it, to print"),)),
    SearchField(),
    Sample("In module.yml", "short:\n  do: Breathe out slowly.\n\nstatus: draft"),
    Room("Who or what am I easier around?", 2),
    Heading(2, "sources", said("Sources")),
    Sources(
        (
            (
                "ditzen2007",
                "Ditzen, B. et al. (2007). Effects of different kinds of couple interaction on cortisol and "
                "heart rate responses to stress in women.",
                "https://doi.org/10.1016/j.psyneuen.2007.03.011",
            ),
            (
                "grossman2023",
                "Grossman, P. (2023). Fundamental challenges and likely refutations of the five basic "
                "premises of the polyvagal theory. https://doi.org/10.1016/j.biopsycho.2023.108589",
                "https://doi.org/10.1016/j.biopsycho.2023.108589",
            ),
            ("porges2025", "Porges, S. W. (2025). Polyvagal theory: a journey.", ""),
            (
                "taylor2007",
                "Taylor, S. E., & Iskra, Maša (2007). Cultural differences in the impact of social support.",
                "",
            ),
            (
                "thorsteinsson1999",
                "Thorsteinsson, E. B., & James, J. E. (1999). A meta-analysis of the effects of "
                "experimental manipulations of social support during laboratory stress. Psychology & Health, 14(5).",
                "",
            ),
            ("vanderkolk2014", "van der Kolk, B. (2014). The Body Keeps the Score.", ""),
        )
    ),
    Heading(2, "checked", said("Who has checked these pages")),
    Signature(
        "no clinician yet",
        (
            "Nobody with a clinical licence has signed this. When somebody does, their name, their "
            "training and the date stand on that line.",
            "Due to be looked at again by 23 May 2027.",
        ),
    ),
    para("Written 23 November 2026.", tone="small"),
    para("steady-together.example/m/coreg", tone="address"),
)
