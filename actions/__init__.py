"""The tongue: thin adapters between a conversation and the use cases in bot.intake.

Flat, because the action server imports every module here without a prefix. No sentence that the public reads and no
decision of the law stands in this room.
"""
