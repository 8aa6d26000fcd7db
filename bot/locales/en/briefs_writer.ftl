# The optional writing assistant: its button, its drafts, and why there is none.
button-writer = Ask the writing assistant
writer-asked = Asking the writing assistant; this takes a minute at most
writer-state = by the writing assistant, waits for approval
writer-preview = { $mark } · version { $version } · by the writing assistant, goes out only if approved]
    { $text }
writer-failed-off = The writing assistant is switched off{ $detail ->
    [none] { "" }
   *[other]  ({ $detail })
}. The template's draft stands.
writer-failed-no-data = There are no figures to write from{ $detail ->
    [none] { "" }
   *[other]  ({ $detail })
}. The template's draft stands.
writer-failed-timed-out = The writing assistant did not answer in time{ $detail ->
    [none] { "" }
   *[other]  ({ $detail })
}. The template's draft stands.
writer-failed-busy = The writing assistant is busy; try again in a few minutes{ $detail ->
    [none] { "" }
   *[other]  ({ $detail })
}. The template's draft stands.
writer-failed-unreachable = The writing assistant cannot be reached{ $detail ->
    [none] { "" }
   *[other]  ({ $detail })
}. The template's draft stands.
writer-failed-refused = The writing assistant refused the request{ $detail ->
    [none] { "" }
   *[other]  ({ $detail })
}. The template's draft stands.
writer-failed-too-large = The writing assistant's answer is too large{ $detail ->
    [none] { "" }
   *[other]  ({ $detail })
}. The template's draft stands.
writer-failed-malformed = The writing assistant's answer cannot be read{ $detail ->
    [none] { "" }
   *[other]  ({ $detail })
}. The template's draft stands.
writer-failed-empty = The writing assistant wrote nothing{ $detail ->
    [none] { "" }
   *[other]  ({ $detail })
}. The template's draft stands.
writer-failed-too-long = The writing assistant wrote too much{ $detail ->
    [none] { "" }
   *[other]  ({ $detail })
}. The template's draft stands.
writer-failed-no-figure = The text quotes no figure{ $detail ->
    [none] { "" }
   *[other]  ({ $detail })
}. The template's draft stands.
writer-failed-unknown-placeholder = The text uses a placeholder that does not exist{ $detail ->
    [none] { "" }
   *[other]  ({ $detail })
}. The template's draft stands.
writer-failed-own-number = The text has a number of its own{ $detail ->
    [none] { "" }
   *[other]  ({ $detail })
}. The template's draft stands.
writer-failed-link = The text has a link, an account or a command{ $detail ->
    [none] { "" }
   *[other]  ({ $detail })
}. The template's draft stands.
writer-failed-markup = The text has formatting marks{ $detail ->
    [none] { "" }
   *[other]  ({ $detail })
}. The template's draft stands.
writer-failed-screened = The text did not pass screening{ $detail ->
    [none] { "" }
   *[other]  ({ $detail })
}. The template's draft stands.
