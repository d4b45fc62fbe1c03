"""Pages for a browser: the environment that renders all of them safely, and the page of one life."""
