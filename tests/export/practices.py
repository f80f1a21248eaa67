"""Two things to try: one alone, one with somebody."""

from builder.model.document import Exercise

BREATH = Exercise(
    anchor="a-long-slow-breath-out",
    title="A long, slow breath out",
    why="Slow breathing can help calm the body, whether you do it alone or with someone.",
    minutes=2,
    stop_if="you feel dizzy or worse. Stopping is a fine way to finish.",
    alternative="Hold something warm or cool, and look at one thing near you.",
    steps=(
        "Sit or stand. Keep your eyes open if you like.",
        "Breathe in through your nose for about four.",
        "Breathe out gently for about six.",
        "Do that five times. Then look around the room.",
    ),
)

ALONGSIDE = Exercise(
    anchor="sitting-alongside",
    title="Sitting alongside",
    why="For two people who both want to.",
    minutes=5,
    stop_if="either of you wants to. If you feel afraid of the other person, this is not for now.",
    alternative="A phone call, a text, a pet, or a place where other people are.",
    steps=(
        "Ask: “Would you like some company?” Take no for an answer.",
        "Sit side by side. You do not need to look at each other.",
        "Do one quiet thing: drink tea, fold washing, look out of the window.",
        "If one of you talks, the other listens. Nothing has to be fixed.",
    ),
)
