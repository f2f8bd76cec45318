"""What Rasa loads: the ear, the safety policy, the tracker store, the locks, the doors' way in, and the launcher."""
