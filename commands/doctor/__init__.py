"""What `jejak doctor` looks at: one small function for each check, each for itself."""
