"""What all verbs share: options, output, running a command, progress."""
