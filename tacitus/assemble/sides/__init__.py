"""Which of the parties named beside a deed did it, suffered it, or had no part in it."""
