enum PlaceholderSynth {}
