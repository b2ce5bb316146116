"""Word pieces and shapes: what the encoder sees of a word.

The rules are those of docs/model_format.md; extractor/model/ has them in C++.
"""
import unicodedata

SHAPE_COUNT = 9
MARKER, LOWER, TITLE, UPPER, LETTER, MIXED, NUMBER, CODE, OTHER = range(9)
UNKNOWN, BEGIN, END, PADDING = "[UNK]", "[CLS]", "[SEP]", "[PAD]"
SPECIAL = (PADDING, UNKNOWN, BEGIN, END)
LONGEST_WORD = 100


def shape_of(form):
    """Return the number of the casing pattern of `form`."""
    letters = [c for c in form if c.isupper() or c.islower()]
    digits = any("0" <= c <= "9" for c in form)
    if digits:
        return CODE if letters else NUMBER
    if not letters:
        return OTHER
    upper = [c.isupper() for c in letters]
    if not any(upper):
        return LOWER
    if all(upper):
        return UPPER if len(letters) > 1 else LETTER
    return TITLE if upper[0] and not any(upper[1:]) else MIXED


def is_punctuation(char):
    if "!" <= char <= "~" and not char.isalnum():
        return True
    return unicodedata.category(char).startswith("P")


def is_ideograph(char):
    code = ord(char)
    return (0x4E00 <= code <= 0x9FFF or 0x3400 <= code <= 0x4DBF
            or 0xF900 <= code <= 0xFAFF or 0x20000 <= code <= 0x2CEAF
            or 0x2F800 <= code <= 0x2FA1F)


def basic_tokens(form):
    """Split `form` as BERT's basic tokenizer: lower case, no accents."""
    tokens, open_token = [], False
    for char in unicodedata.normalize("NFD", form.lower()):
        category = unicodedata.category(char)
        if category == "Mn":
            continue
        if char.isspace() or category == "Zs":
            open_token = False
        elif category[0] == "C" or char == "\ufffd":
            continue
        elif is_punctuation(char) or is_ideograph(char):
            tokens.append(char)
            open_token = False
        elif open_token:
            tokens[-1] += char
        else:
            tokens.append(char)
            open_token = True
    return tokens


class Pieces:
    """A vocabulary of word pieces and the greedy longest-match splitter."""

    def __init__(self, names):
        self.names = list(names)
        self.ids = {name: i for i, name in enumerate(self.names)}
        self.cache = {}

    def __len__(self):
        return len(self.names)

    def split(self, form):
        """Return the ids of the pieces of a word; never empty."""
        found = self.cache.get(form)
        if found is None:
            found = self.cache[form] = self._split(form)
        return found

    def _split(self, form):
        unknown = self.ids[UNKNOWN]
        if len(form) > LONGEST_WORD:
            return [unknown]
        found = []
        for token in basic_tokens(form):
            found += self._match(token) or [unknown]
        return found or [unknown]

    def _match(self, token):
        start, found = 0, []
        while start < len(token):
            prefix = "##" if start else ""
            for end in range(len(token), start, -1):
                piece = self.ids.get(prefix + token[start:end])
                if piece is not None:
                    break
            else:
                return None
            found.append(piece)
            start = end
        return found
