"""When and where a happening was, where its own words do not tell."""
