"""What contests do in the database; every rule they follow is a pure file beside them."""
