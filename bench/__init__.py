"""The measures of design section 7, one module each; ``floors.json`` pins what has been reached.

Every module has ``DATA``, the folder it reads by default, and ``run(data) -> figures``.
"""
