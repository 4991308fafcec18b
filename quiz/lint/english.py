"""English words that several rules know, as parts of patterns."""

ASKING = "who|whom|whose|what|which|when|where|why|how"
"""What a question asks by."""

DOES = "is|are|was|were|did|do|does|has|have|had|can|could|will|would|must|may|might|should|shall"
"""The verbs that a question is made with."""

AT_WHOM = r"^(?:(?:to|by|from|for|with|against|on) )?(?:who|whom|whose)\b"
"""The beginning of a question that asks for a person."""

ARTICLE = r"(?:the|an?) "
"""An article, and the blank behind it."""
