"""Which mistakes can a caller meet?

SaysoError
├── InputError        something handed in cannot be used (exit code 2)
│   ├── SettingsError     sayso.toml says something it must not
│   └── UnknownIdError    no record, or more than one, has this id
├── CaseError         a case folder cannot be opened or written (exit code 2)
│   ├── NewerCaseError    the case was written by a newer version
│   └── CaseBusyError     another build holds the case
├── JudgementError    a judgement cannot be taken (exit code 2)
└── ModelError        the syntax model cannot be used (exit code 2)
"""


class SaysoError(Exception):
    """The root of all errors sayso raises on purpose; its text is one line: what, where, what to do."""


class InputError(SaysoError, ValueError):
    """Something handed in cannot be used."""


class SettingsError(InputError):
    """The settings say something they must not."""


class UnknownIdError(InputError):
    """No record, or more than one, has this id."""


class CaseError(SaysoError):
    """A case folder cannot be opened or written."""


class NewerCaseError(CaseError):
    """The case was written by a newer version of sayso."""


class CaseBusyError(CaseError):
    """Another build holds the case."""


class JudgementError(SaysoError, ValueError):
    """A judgement cannot be taken as it stands."""


class ModelError(SaysoError):
    """The syntax model cannot be used."""
