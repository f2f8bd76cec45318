"""The officers' door: sign-in, queue, alert, conversation, case. Its own port, its own sessions, its own cookies."""
