"""What Chinese text is made of: characters, words, names of persons and of places."""
