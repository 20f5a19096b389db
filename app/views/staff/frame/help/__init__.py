"""The side panel's pages about the program itself: the keys, About, and the licenses."""
