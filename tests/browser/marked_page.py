"""The page script in wide letters: every word that is not from the catalogue stands out."""

import sys
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))

    from assoc_core.ui.app import frame
    from assoc_core.ui.words import language
    from tests.marked import catalogue

    language.speak(catalogue())
    frame.show()
