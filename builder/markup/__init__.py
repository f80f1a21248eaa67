"""Pure text tools: Markdown into prose, prose into words, words into reading measures."""
