"""The history as static pages: a folder that opens by double-click, without server, login or network."""
