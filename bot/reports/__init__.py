"""Reports for the operators, drawn from several features at once."""
