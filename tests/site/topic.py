"""The pages of one module, made by hand."""

from builder.model.document import (
    Choice,
    Cite,
    Contents,
    Defined,
    Downloads,
    Gloss,
    Inline,
    Lamp,
    Listing,
    Pair,
    Paragraph,
    Quotation,
    Room,
    Safety,
    Say,
    Strong,
    Sure,
    Table,
    Text,
    To,
    Topics,
)
from builder.model.page import Page
from tests.site.pieces import (
    ALONGSIDE,
    BREATH,
    CHILD,
    HORMONES,
    PARTS,
    PDF,
    POLYVAGAL,
    SOURCES,
    STATE,
    TAKE,
    figure,
    head,
    points,
    say,
    to,
)


def _contents(address: str, *entries: tuple[str, str]) -> Contents:
    return Contents(tuple(to(words, address, anchor) for anchor, words in entries))


def _learn() -> Page:
    here = "co-regulation/"
    body: tuple[Inline, ...] = (
        Text("In lab tests, hearts tend to race less when someone supportive is there."),
        Sure("moderate", To(here, HORMONES.anchor)),
        Text(" "),
        Defined((Text("Stress hormones"),)),
        Text(" may change too"),
        Cite((("Ditzen et al., 2007", "source-ditzen2007"),)),
        Text(". Polyvagal theory is another matter."),
        Sure("contested", To(here, POLYVAGAL.anchor)),
        Text(" Support that feels judging can make stress worse."),
    )
    return Page(
        here, "learn", "Co-regulation", "Feeling calmer", "How people can help each other feel calmer.",
        (
            say("Co-regulation is a name for how people can help each other feel calmer.", "lead"),
            Lamp("Only got a minute?",
                 "We can calm ourselves alone, and many of us find it easier with someone we trust.",
                 "Try this now: breathe out slowly, a little longer than you breathe in. Do that five times.",
                 "you feel dizzy or worse", to("Show me how", "co-regulation/practice/", "long-breath-out")),
            STATE,
            head(2, "key-points", "Key points"),
            points("Being near people we trust can ease stress.", "Needing people is part of being human.",
                   "On your own right now, skills such as slow breathing can still help."),
            _contents(here, ("what", "What it is"), ("body", "What happens in the body"),
                      ("unsafe", "When care was not safe"), ("try", "Something to try"),
                      ("know", "What we know, and do not"), ("claims", "How sure we are, line by line")),
            Choice("One part of this page, “When care was not safe”, is about being hurt as a child",
                   (to("Skip that part", here, "try"), to("Only the short version", here, "minute")),
                   "look around and name three things you can see"),
            head(2, "what", "What it is"),
            say("Humans are a social species. A soft voice, a kind face or a slow pace may help, and what feels "
                "soothing differs from person to person."),
            figure("beside", "How a steady presence can help a body settle",
                   "The upper line does not pull the lower one into step. Drawn from the idea, not from measurements."),
            head(2, "body", "What happens in the body"),
            Paragraph(body),
            Gloss("Stress hormones", "chemicals your body makes to get ready for effort or danger. Cortisol is the "
                  "best known."),
            Quotation(True, "Being able to feel safe with other people is probably the single most important aspect of "
                      "mental health.", "Bessel van der Kolk", Cite((("van der Kolk, 2014", "sources"),)), "chapter 5",
                      "We compared the words with three people’s copies.", "His view, not a finding"),
            Quotation(False, "Porges argues that the body looks for signs of safety before we think about it.",
                      "Stephen Porges", None, "", "The thought was found, not the words.", ""),
            head(2, "unsafe", "When care was not safe"),
            Paragraph((Strong((Text("Your safety comes first."),)), Text(" You choose who, when and how much."))),
            Safety("If someone hurts you", (
                Paragraph((Text("If someone hurts, scares or controls you, this is not a regulation problem. "),
                           to("Get help now", "help/"), Text("."))),)),
            head(2, "try", "Something to try"),
            BREATH,
            head(2, "know", "What we know, and do not"),
            Pair("We know", ("A caring, steady adult can help an upset child calm down.",
                             "Support often eases stress, on average."),
                 "We do not know", ("Whether it works through the vagus nerve.", "Who it will help, and when.")),
            head(2, "claims", "How sure we are, line by line"),
            HORMONES, POLYVAGAL, CHILD,
            head(2, "sources", "Sources"),
            SOURCES,
            head(2, "related", "Related topics"),
            Topics(((to("Polyvagal basics", "polyvagal-basics/"), "A helpful map for some people."),)),
            *TAKE,
        ),
        "co-regulation", PARTS,
    )  # fmt: skip


def _practice() -> Page:
    here = "co-regulation/practice/"
    return Page(
        here, "practice", "Co-regulation: things to try", "Feeling calmer", "Small things to try.",
        (
            say("One practice to do alone, one to do with somebody. Nothing here is a test.", "lead"),
            Lamp("A long, slow breath out", "",
                 "Trace the hills with a finger: up as you breathe in, down as you breathe out.",
                 "you feel dizzy or worse", to("Show me the steps", here, "long-breath-out")),
            STATE,
            figure("hills", "Five hills for five breaths", "Up for about four seconds, down for about six."),
            BREATH,
            say("The next one is for two people."),
            ALONGSIDE,
            *TAKE,
        ),
        "co-regulation", PARTS,
    )  # fmt: skip


def _clinicians() -> Page:
    here = "co-regulation/clinicians/"
    ninety = (
        head(3, "send", "Send"), say("steady-together.example/m/coreg", "address"),
        head(3, "print", "Print"), Downloads(((PDF, "One sheet for the client"),)),
        head(3, "say", "Say"), Say((say("We can calm ourselves alone, and many of us find it easier with someone "
                                        "we trust."),)),
    )  # fmt: skip
    rows = (
        ((Text("You cannot regulate alone."),), (Text("On your own right now, "), to("slow breathing", "co-regulation/practice/"), Text(
            " can still help."))),
        ((Text("You are codependent."),), (Text("A pattern of over-giving that leaves little room for you."),)),
    )  # fmt: skip
    return Page(
        here, "clinicians", "Co-regulation, for clinicians", "Feeling calmer", "What to send, print and say.",
        (
            say("Everything you need at the end of a session. The rest of the page can wait.", "lead"),
            Lamp("In ninety seconds", "", "", "", None, ninety),
            STATE,
            _contents(here, ("fits", "When it fits"), ("words", "Words")),
            head(2, "fits", "When it fits"),
            Listing(False, (
                (say("Somebody blames themselves for not calming down alone."),),
                (say("Somebody has one person, place or animal:"), points("a friend", "a pet")),
                (say("In this order:"), points("ask", "listen", numbered=True)))),
            head(2, "words", "Words"),
            say("Say it in your own words, for instance:"),
            Say((say("On your own right now, slow breathing can still help."),)),
            Table("What to leave out, and what to say", ("Leave out", "Say"), rows),
            *TAKE,
        ),
        "co-regulation", PARTS,
    )  # fmt: skip


def _handout() -> Page:
    return Page(
        "co-regulation/handout/", "handout", "Co-regulation: one sheet", "Feeling calmer", "One sheet to print.",
        (say("The words of the sheet stand below, and it is ready to print.", "lead"),
         Lamp("To print", "A paper copy can be seen by others.", "", "", None,
              (Downloads(((PDF, "One sheet to print"),)),)),
         points("Being near people we trust can ease stress.", "Slow breathing can still help."),
         BREATH, Room("Who or what am I easier around?", 2), Room("What helps me? What does not?", 3), *TAKE),
        "co-regulation", PARTS,
    )  # fmt: skip


PAGES = (_learn(), _practice(), _clinicians(), _handout())
