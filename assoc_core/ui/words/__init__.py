"""Every sentence of the interface. Sentences are made of facts, when they are drawn.

Written `words.race.PRESETS` wherever it is drawn, and looked up then: so another language is
another catalogue. What is cached, computed or sent to the browser carries facts, never sentences.
Enters: the facts of model and choices.
"""

from typing import TYPE_CHECKING, Any

from assoc_core.ui.words import language

if TYPE_CHECKING:
    from assoc_core.ui.words.english import *
else:

    def __getattr__(module: str) -> Any:
        return getattr(language.spoken(), module)
