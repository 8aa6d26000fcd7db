"""Questions of members: asked in their own words, answered at once or by a promised time."""
