"""Events of many reports → incidents: candidates, compare, cluster, settle."""
