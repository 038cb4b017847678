"""The annotated corpus: invented reports, their format and its reader."""
