# Errors of quote and news sources, as alerts and operators' answers show them.

error-fetch-failed = The source { $host } gave no usable answer.
error-fetch-base-malformed = The address “{ $received }” of a source is wrong: it must be an http or https address.
error-fetch-host-not-configured = { $host } is not among the configured sources and was not asked.
error-fetch-address-refused = { $host } leads to an internal address and was not asked.
error-fetch-redirect-refused = The source { $host } redirected to where it may not; not followed.
error-fetch-unreachable = The source { $host } cannot be reached.
error-fetch-timed-out = The source { $host } did not answer in time.
error-fetch-bad-status = The source { $host } answered with error { $status }.
error-fetch-too-large = The answer of { $host } was too large and was not used.
error-fetch-garbled = The answer of { $host } could not be read and was not used.
error-fetch-page-instead = { $host } answered with a web page instead of data; not used.
error-fetch-backing-off = The source { $host } failed a moment ago; it is asked again later.
error-bars-malformed = The bars in { $file } are wrong at line { $line }, { $field }: received “{ $received }”. Columns needed: symbol, date, open, high, low, close, volume; prices above zero.
error-symbol-unknown = I do not know the code “{ $received }”. Please write the six digits, such as 600036.
error-quote-source-unknown =
    There is no quote source “{ $received }”. Allowed:
    { $allowed }
error-hall-not-loopback = The rehearsal hall opens on this machine alone; it cannot listen on { $host }.
