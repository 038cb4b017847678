"""The nouns of the house: frozen dataclasses, standard library only, importing nothing else of Tacitus."""
