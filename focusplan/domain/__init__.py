"""The rules of FocusPlan as pure functions: standard library only, no words for people, no SQL, no screen."""
