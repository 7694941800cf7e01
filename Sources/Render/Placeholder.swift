enum PlaceholderRender {}
