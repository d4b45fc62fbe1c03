"""The dossiers of many innovations, each in a folder of its own, with a list of them all."""
