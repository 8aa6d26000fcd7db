"""The root of every error that the product raises on purpose.

An error is a code with named fields, never prose: the sentence is the catalogue's message
`error-<code>`, looked up in the reader's language when it is shown.
"""

from typing import ClassVar


class BellError(Exception):
    """Something the product refuses, with the fields that its sentence names.

    Subclass once per case, set `code`, and pass the fields as keywords. Fields are numbers,
    text, dates or catalogue references; text from people is escaped where it is rendered.
    """

    code: ClassVar[str] = "unexpected"

    def __init__(self, **fields: object) -> None:
        super().__init__(self.code, fields)
        self.fields = fields

    def __str__(self) -> str:
        """Return the code and its fields, for logs and tracebacks only."""
        named = ", ".join(f"{name}={value!r}" for name, value in self.fields.items())
        return f"{self.code}({named})"
