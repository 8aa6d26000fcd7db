"""What the knowledge base refuses, and why."""

from bot.errors import BellError


class KnowledgeUnknownError(BellError):
    """There is no entry of this key; fields: received."""

    code = "knowledge-unknown"


class KnowledgeUsageError(BellError):
    """The words after /kb ask for nothing known; fields: received."""

    code = "knowledge-usage"


class KnowledgeKeyTakenError(BellError):
    """An entry has this key already; fields: key."""

    code = "knowledge-key-taken"


class KnowledgeFieldError(BellError):
    """Something was written that may not stand; fields: problem (what to say of it)."""

    code = "knowledge-field"


class KnowledgeProblemsError(BellError):
    """An entry cannot be served as it is; fields: key, problems."""

    code = "knowledge-problems"


class KnowledgeOwnError(BellError):
    """Whoever wrote on a version may not approve it; fields: key."""

    code = "knowledge-own"


class KnowledgeStaleError(BellError):
    """The button belongs to an earlier version, or the version is decided; fields: key."""

    code = "knowledge-stale"


class KnowledgeNothingError(BellError):
    """There is no pending version of an entry; fields: key."""

    code = "knowledge-nothing"


class KnowledgeRetiredError(BellError):
    """The entry is retired: it has to be restored first; fields: key."""

    code = "knowledge-retired"


class KnowledgeFileError(BellError):
    """A file that cannot be read at all; fields: problem (what to say of it)."""

    code = "knowledge-file"


class KnowledgeFileMissingError(BellError):
    """No file came with the command; fields: none."""

    code = "knowledge-file-missing"


class KnowledgeImportUnknownError(BellError):
    """The preview is not there any more, or is somebody else's; fields: none."""

    code = "knowledge-import-unknown"


class KnowledgeImportLateError(BellError):
    """Somebody wrote on entries of a file after its preview; fields: keys."""

    code = "knowledge-import-late"


class KnowledgePendingError(BellError):
    """An edit of the entry waits: it has to be decided first; fields: key."""

    code = "knowledge-pending"
