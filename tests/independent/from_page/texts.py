"""How texts are shown in facts, and which characters are blank (section 10)."""

# Unicode White_Space. What Python strips of itself is more.
WHITE_SPACE = "\t\n\v\f\r \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"


def cut(text):
    return text if len(text) <= 60 else text[:60] + "…"


def bare(text):
    """Without blanks around it, in lower case."""
    return text.strip(WHITE_SPACE).lower()
