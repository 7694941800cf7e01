enum PlaceholderDeduplicate {}
