"""What is stored and how it is damaged: MNIST, random patterns, corruptions. Enters: types only."""
