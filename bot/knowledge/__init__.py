"""The knowledge base: what is answered, who wrote it, who agreed, and until when it holds."""
