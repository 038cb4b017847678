"""Words → places: geocodes out of the gazetteer, chosen with the whole report in view."""
