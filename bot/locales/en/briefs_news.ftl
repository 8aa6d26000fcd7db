# Headlines that came and are not carried.
drop-screened = its title did not pass screening; this one is left out
drop-untrusted = its publisher is not on the trusted list; left out of briefs that go out unread
