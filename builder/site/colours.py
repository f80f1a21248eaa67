"""A publisher's colours in, rules for the end of the style sheet out."""

from builder.model.publisher import Schemes


def colour_rules(colours: Schemes) -> str:
    """Each given colour as the custom property of its name. Forced colours and paper keep their own."""
    rules = ""
    for scheme, given in colours.given.items():
        if given:
            said = " ".join(f"--{name}: {colour};" for name, colour in given.items())
            rules += f"@media (prefers-color-scheme: {scheme}) and (forced-colors: none) {{ :root {{ {said} }} }}\n"
    return rules
