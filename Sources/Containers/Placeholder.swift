enum PlaceholderContainers {}
