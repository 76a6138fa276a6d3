"""The plugins that make Jianbao out of Pelican; each folder is one plugin, or a library they share."""
