"""Two colours in, their contrast ratio out, as WCAG 2.2 defines it (relative luminance, contrast ratio)."""


def contrast(one: str, other: str) -> float:
    """The ratio of two colours such as #1b4f72: from 1, the same, to 21, black on white."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """How light a colour is: from 0, black, to 1, white."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
