"""A small publication made by hand: each kind of block, each kind of page, with words that readers could meet."""

from pathlib import Path

from builder.model.document import (
    Block,
    Choice,
    Cite,
    Contents,
    Defined,
    Downloads,
    Drawing,
    Exercise,
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
from builder.model.page import Entry, Page, Publication
from builder.site.inlines import FileFacts

FIGURES = Path(__file__).parents[1] / "export" / "figures"
PDF = "co-regulation/coreg-one-sheet.pdf"
FILES = {PDF: b"%PDF-1.7 one sheet\n"}
FACTS = {PDF: FileFacts(pages=1, bytes=21_840)}


def say(words: str, tone: str = "") -> Paragraph:
    return Paragraph((Text(words),), tone)


def to(words: str, address: str, anchor: str = "") -> Link:
    return Link(To(address, anchor), (Text(words),))


def head(level: int, anchor: str, words: str) -> Heading:
    return Heading(level, anchor, (Text(words),))


def points(*words: str, numbered: bool = False) -> Listing:
    return Listing(numbered, tuple((say(one),) for one in words))


def figure(name: str, title: str, caption: str) -> Drawing:
    svg = (FIGURES / f"{name}.svg").read_text(encoding="utf-8")
    return Drawing(name, svg, title, "", (Text(caption),))


HORMONES = Statement(
    "claim-support-lowers-stress-hormones",
    "Support from someone you trust can lower stress hormones. It does not work every time.",
    "moderate",
    "mostly adults in short lab tests. The studies are small and many are older. Which help works differs between cultures",
    "",
    "",
    Cite((("Ditzen et al., 2007", "source-ditzen2007"), ("Thorsteinsson & James, 1999", "source-thorsteinsson1999"))),
    Cite((("Taylor et al., 2007", "source-taylor2007"),)),
)
POLYVAGAL = Statement(
    "claim-polyvagal-map",
    "Polyvagal theory: some people find it a useful map. Many experts do not accept the science behind it.",
    "contested",
    "people who use the theory as a picture, and people who study the nerves",
    "Its author answered the critics in the same issue.",
    "39 authors called it untenable in 2026.",
    Cite((("Porges, 2026", "source-porges2026"),)),
    Cite((("Grossman, 2026", "source-grossman2026"),)),
)
CHILD = Statement(
    "claim-steady-adult",
    "A caring, steady adult can help an upset child calm down.",
    "strong",
    "Infants and children. Weaker in teens.",
    "",
    "",
    Cite((("Gunnar & Hostinar, 2015", "source-gunnar2015"),)),
    None,
)
THEORY = Statement("claim-practise", "Feeling calm with someone else can be a way to practise feeling calm.", "theory",
                   "A picture in words. It has not been tested as an order of steps in adults.", "", "", None, None)  # fmt: skip
LIMITED = Statement("claim-body-based", "The first tests of body-based care look hopeful.", "limited",
                    "Few trials, mixed quality.", "", "", None, None)  # fmt: skip
SOURCES = Sources(
    (
        ("source-ditzen2007", "Ditzen, B., & others. (2007). Effects of different kinds of couple interaction on "
         "cortisol and heart rate responses to stress in women. Psychoneuroendocrinology, 32(5), 565–574.",
         "https://doi.org/10.1016/j.psyneuen.2007.03.011"),
        ("source-grossman2026", "Grossman, P. (2026). Why the polyvagal theory is untenable.", ""),
        ("source-gunnar2015", "Gunnar, M. R., & Hostinar, C. E. (2015). The social buffering of the HPA axis.", ""),
        ("source-porges2026", "Porges, S. W. (2026). A reply.", ""),
        ("source-taylor2007", "Taylor, S. E. (2007). Cultural differences in the impact of social support.", ""),
        ("source-thorsteinsson1999", "Thorsteinsson, E. B., & James, J. E. (1999). A meta-analysis. "
         "Psychology & Health, 14(5).", "https://doi.org/10.1080/08870449908407353"),
    )
)  # fmt: skip
BREATH = Exercise(
    "long-breath-out",
    "A long, slow breath out",
    "Slow breathing can help calm the body, whether you do it alone or with someone.",
    2,
    "you feel dizzy or worse",
    "hold something warm or cool, and look at one thing near you",
    (
        "Sit or stand. Keep your eyes open if you like.",
        "Breathe in through your nose for about four.",
        "Breathe out gently for about six.",
        "Do that five times. Then look around the room.",
    ),
)
ALONGSIDE = Exercise("alongside", "Sitting alongside", "For two people who both want to.", 5,
                     "either of you wants to", "a phone call, a text, a pet, or a place where other people are",
                     ("Ask: “Would you like some company?”", "Sit side by side."))  # fmt: skip
STATE = Paragraph((Text("Not yet reviewed by a clinician. "), to("What that means", "about/", "review")), "small")
SIGNED = Signature(
    "no clinician yet",
    ("Nobody with a clinical licence has signed this page. Until somebody does, check with a professional before you "
     "rely on it.", "Version 0.1, 24 November 2026."),
)  # fmt: skip
TAKE: tuple[Block, ...] = (
    head(2, "review", "Who has checked this page"),
    SIGNED,
    head(2, "take", "Take it with you"),
    Downloads(((PDF, "One sheet to print"),)),
    say("This address is short enough to say aloud:"),
    say("steady-together.example/m/coreg", "address"),
    say("A paper copy can be seen by others. Keep it where you feel safe.", "small"),
)
PARTS = (to("Read", "co-regulation/"), to("Try", "co-regulation/practice/"),
         to("For clinicians", "co-regulation/clinicians/"), to("One sheet", "co-regulation/handout/"))  # fmt: skip


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
        ((Text("You cannot regulate alone."),), (Text("On your own right now, "), to("slow breathing", PARTS_TRY), Text(
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


PARTS_TRY = "co-regulation/practice/"


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


def _own() -> tuple[Page, ...]:
    topics = Topics((
        (to("Co-regulation", "co-regulation/"), "How people can help each other feel calmer, and what helps when "
         "nobody is near."),
        (to("Polyvagal basics", "polyvagal-basics/"), "A helpful map for some people. The biology is disputed."),
        (to("Trauma and doing it all alone", "trauma-and-isolation/"), "For some people, not leaning on anyone began "
         "as a way to stay safe."),
        (to("Co-regulation and codependency", "co-regulation-vs-codependency/"), "Needing people is normal."),
    ))  # fmt: skip
    marks = Marks((
        ("strong", "Many studies, and they agree."), ("moderate", "Several good studies, with real limits."),
        ("limited", "Few studies, or small ones."), ("contested", "People who know the field do not agree."),
        ("theory", "It has not been tested, or cannot easily be."),
    ))  # fmt: skip
    numbers = Numbers(tuple((shown, Web(f"tel:{shown}"), whose) for shown, whose in (
        ("999", "United Kingdom"), ("911", "US, Canada"), ("112", "EU, India"), ("000", "Australia"))))  # fmt: skip
    home: tuple[Block, ...] = (
        say("Short, plain pages. Free, with no account. Nothing here watches you.", "lead"),
        Lamp("Cannot settle right now?", "", "Breathe out slowly, a little longer than you breathe in. Then once more.",
             "", to("Show me how", "co-regulation/practice/")),
        SearchField(), head(2, "topics", "Four topics"), topics, head(2, "sure", "We say how sure we are"), marks,
    )  # fmt: skip
    research: tuple[Block, ...] = (
        say("What can honestly be said, how sure we are, and who was studied.", "lead"),
        Lamp("In two sentences", "", "Trusted people can ease stress: that has good support. Why it works is still "
             "argued over.", "", None),
        head(2, "marks", "How to read “how sure”"), marks,
        head(2, "co-regulation", "Co-regulation"), Paragraph((to("Read Co-regulation", "co-regulation/"),)),
        HORMONES, CHILD, THEORY, LIMITED,
        head(2, "polyvagal-basics", "Polyvagal basics"), POLYVAGAL, head(2, "sources", "Sources"), SOURCES,
    )  # fmt: skip
    helped: tuple[Block, ...] = (
        say("You do not need the right words. “I need help” is enough.", "lead"),
        Lamp("Call an emergency number if:", "You might hurt yourself or someone else, or someone is hurting you.",
             "", "", None, (numbers,)),
        head(2, "countries", "Somebody to talk to"),
        head(3, "in-uk", "United Kingdom"),
        Listing(False, ((Paragraph((Strong((Text("Samaritans"),)), Text(", for anybody. Call "),
                                    Link(Web("tel:116123"), (Text("116 123"),)), Text(". "),
                                    Link(Web("https://www.samaritans.org/?a=1&copy=2"), (Text("samaritans.org"),)))),),)),
        say("Last checked with the services themselves: not yet.", "small"),
        head(2, "leaving", "What “Leave this site” does"),
        say("It hides this page at once and opens another website. It does not clear your history."),
    )  # fmt: skip
    lost: tuple[Block, ...] = (
        say("It may have moved.", "lead"),
        Lamp("Look for it here", "", "", "", to("See all topics", "topics/")), SearchField(), topics,
    )  # fmt: skip
    plain = tuple(
        Page(f"{name}/", name, title, title, f"{title}.", (say(f"{title}, in short.", "lead"), *more))
        for name, title, more in (
            ("topics", "Topics", (topics,)), ("try", "Things to try", (BREATH,)),
            ("clinicians", "For clinicians", ()), ("about", "How we write", (head(2, "review", "Reviews"), SIGNED)),
            ("glossary", "What words mean", (head(2, "stress-hormones", "Stress hormones"), say("Chemicals."))),
            ("quotations", "Quotations", ()), ("accessibility", "Accessibility", ()), ("privacy", "Privacy", ()),
        )
    )  # fmt: skip
    learn = tuple(
        Page(f"{name}/", "learn", title, title, f"{title}.", (say(f"{title}.", "lead"),), name)
        for name, title in (("polyvagal-basics", "Polyvagal basics"),
                            ("trauma-and-isolation", "Trauma and doing it all alone"),
                            ("co-regulation-vs-codependency", "Co-regulation and codependency"))
    )  # fmt: skip
    return (
        Page("", "home", "How people calm down, alone and together", "Steady Together", "Short, plain pages.", home),
        Page("research/", "research", "What research shows", "What research shows", "How sure we are.", research),
        Page("help/", "help", "Get help now", "Get help now", "Numbers to call or text.", helped),
        Page("404.html", "not-found", "That page is not here", "Not here", "It may have moved.", lost),
        Page("m/coreg/", "short", "Feeling calmer", "Feeling calmer", "",
             (Paragraph((to("Go to Feeling calmer", "co-regulation/"),)),), "co-regulation"),
        *plain,
        *learn,
    )  # fmt: skip


ENTRIES = (
    Entry("co-regulation/", "Co-regulation", "How people can help each other feel calmer.",
          "calming down together why cant i calm down on my own how do i calm down when nobody is here is it weak to "
          "need people to calm down soothing each other", "What it is What happens in the body Something to try",
          "Humans are a social species. A soft voice, a kind face or a slow pace may help. Stress hormones."),
    Entry("co-regulation/practice/", "Co-regulation: things to try", "Small things to try.", "", "Take it with you",
          "A long, slow breath out can help calm the body, on your own or with someone."),
    Entry("polyvagal-basics/", "Polyvagal basics", "A helpful map for some people. The biology is disputed.",
          "vagus nerve window of tolerance what is polyvagal theory why do i shut down freeze",
          "The map What experts say", "Settled, stirred up, shut down. Some people find the map useful."),
    Entry("trauma-and-isolation/", "Trauma and doing it all alone",
          "For some people, not leaning on anyone began as a way to stay safe.",
          "hyperindependence why cant i ask for help why do i push people away i do everything on my own",
          "When care was not safe", "Being hurt in childhood makes it a bit more likely that trusting feels hard."),
    Entry("co-regulation-vs-codependency/", "Co-regulation and codependency", "Needing people is normal.",
          "am i codependent am i too needy losing myself in a relationship", "What the word means",
          "A pattern of over-giving that leaves little room for you."),
    Entry("help/", "Get help now", "Numbers to call or text.", "", "Somebody to talk to", ""),
)  # fmt: skip

PUBLICATION = Publication(
    name="Steady Together",
    language="en",
    released="2026-11-24",
    version="0.1",
    base_address="https://steady-together.example",
    exit_target="https://example.org/",
    danger_words=("kill myself", "want to die", "suicide", "he hits me"),
    pages=(*_own(), _learn(), _practice(), _clinicians(), _handout()),
    entries=ENTRIES,
    sheets=(),
)
