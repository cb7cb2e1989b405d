"""Who may see what, written from docs/labels.md: labels, what is withheld, and keys on persons."""

import pathlib
import re
import unicodedata

ORDER = ("clear", "green", "amber", "amber+strict", "red")
LIST = pathlib.Path(__file__).parents[2] / "isms-core" / "src" / "json" / "personal.txt"
EVERYBODY = None
# Fields that may name what is withheld: the record stays in a review without that.
MENTIONS = {("measures", "rests_on"), ("contingencies", "activated_for")}


class Label:
    """A word, the set of those who may see it, and what is said of persons."""

    def __init__(self, word, audience=EVERYBODY, personal=None):
        self.audience = audience if audience is EVERYBODY else frozenset(audience)
        bare = word.lower().removeprefix("tlp:")
        self.word = "red" if self.audience == frozenset() else bare if bare in ORDER else word
        self.personal = personal

    @classmethod
    def read(cls, value):
        """Return the label that a document writes so, and whether all of it could be read."""
        if isinstance(value, str):
            return cls(value), True
        if not isinstance(value, dict) or not isinstance(value.get("tlp"), str):
            return None, False
        strange = [key for key in value if key not in ("tlp", "audience", "personal")]
        return cls(value["tlp"], value.get("audience"), value.get("personal")), not strange

    def rank(self):
        """Return how strict the word is."""
        return ORDER.index(self.word) if self.word in ORDER else len(ORDER) - 1

    def written(self):
        """Return the label as an answer writes it."""
        if self.audience is EVERYBODY and self.personal is None:
            return self.word
        long = {"tlp": self.word}
        if self.audience is not EVERYBODY:
            long["audience"] = sorted(self.audience)
        if self.personal is not None:
            long["personal"] = self.personal
        return long


RED = Label("red")


def strictest(labels):
    """Return the strictest of some labels, all at once."""
    labels = list(labels)
    top = max(label.rank() for label in labels)
    words = {label.word for label in labels if label.rank() == top}
    named = [label.audience for label in labels if label.audience is not EVERYBODY]
    said = {label.personal for label in labels}
    personal = True if True in said else False if said == {False} else None
    return Label(words.pop() if len(words) == 1 else "red", frozenset.intersection(*named) if named else EVERYBODY, personal)


def of_document(document):
    """Return the label of records that have none of their own."""
    if "label" not in document:
        return Label("amber+strict")
    label, whole = Label.read(document["label"])
    return label if whole and "label" not in document.twice else RED


def of_record(kind, value, default, traced=False):
    """Return the labels whose strictest is that of a record, with all its fields or those that trace it."""
    if not isinstance(value, dict):
        return [default, RED]
    counts = lambda pointer: not traced or re.fullmatch("(|/id|/title|/causes(/.*)?)", pointer)
    found, readable = Label.read(value["label"]) if "label" in value else (default, True)
    labels = [found or default]
    said = value.get("labels", {})
    for pointer, written in said.items():
        label, whole = Label.read(written)
        readable = readable and whole and (pointer == "" or pointer.startswith("/"))
        if label and counts(pointer):
            labels.append(label)
    readable = readable and not {"label", "labels"} & set(value.twice)
    by_default = {
        "/point": kind == "places" and value.get("kind") == "premises" and "point" in value,
        "/status": kind == "measures" and "status" in value,
        "/effectiveness": kind == "measures" and "effectiveness" in value,
        "/result": kind == "verifications" and "result" in value,
        "/state": kind == "obligations" and "state" in value,
        "": kind in ("exchanges", "contingencies") or kind == "incidents" and withheld(value) == "whole",
    }
    labels += [RED for pointer, is_red in by_default.items() if is_red and pointer not in said and counts(pointer)]
    return labels if readable else [*labels, RED]


def withheld(incident):
    """Return what a review may not do with an incident: None, "told" or "whole"."""
    if incident.get("open", False) is not False:
        return "whole"
    consent = incident.get("consent", "share")
    return {"share": None, "count_only": "told"}.get(consent, "whole") if isinstance(consent, str) else "whole"


# Keys on persons


def entries():
    """Return the lines of the list: how, words, what they tell."""
    lines = LIST.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


ENTRIES = entries()


def words(key):
    """Return the words of a key, with blanks between them and at both ends."""
    sort = lambda letter: unicodedata.category(letter)[0] if unicodedata.category(letter)[0] in "LN" else " "
    spaced = ""
    for at, letter in enumerate(key):
        before, after = key[at - 1:at], key[at + 1:at + 2]
        if sort(letter) == " ":
            spaced += " "
            continue
        turn = before and sort(before) != sort(letter)
        rise = letter.isupper() and (before.islower() or (before and after.islower()))
        spaced += (" " if turn or rise else "") + letter.lower()
    return f" {' '.join(spaced.split())} "


def on_person(key):
    """Say whether a key names a person or a personal attribute."""
    if len(key.encode(errors="surrogatepass")) > 100:
        return False
    found = words(key)
    about = any(how == "person" and f" {text} " in found for how, text, _ in ENTRIES)
    for how, text, _ in ENTRIES:
        there, alone = f" {text} " in found, f" {text} " == found
        if (how == "any" and there) or (how == "whole" and alone) or (how == "alone" and (alone or there and about)):
            return True
    return False


def keys_on_persons(value, at=""):
    """Return the pointers of all keys on persons within a value."""
    if isinstance(value, list):
        return [found for nth, item in enumerate(value) for found in keys_on_persons(item, f"{at}/{nth}")]
    if not isinstance(value, dict):
        return []
    found = []
    for key, item in value.items():
        path = f"{at}/{key.replace('~', '~0').replace('/', '~1')}"
        found += [path] if on_person(key) else []
        found += keys_on_persons(item, path)
    return found
