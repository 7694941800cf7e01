/// Finds where a script ends, which may hold a script itself inside of a comment.
///
/// Source: HTML Living Standard 13.2.5.15–31. It keeps its state from window to window.
struct HTMLScriptText {
  private enum State { case plain, escaped, doubleEscaped }

  private var state = State.plain

  /// The place of the script's end tag; or else how far the text has been looked at.
  mutating func end(
    _ bytes: Span<UInt8>, from start: Int, to count: Int, isLast: Bool
  ) -> (end: Int, isFound: Bool) {
    var place = start
    while place < count {
      let byte = bytes[place]
      guard byte == UInt8(ascii: "<") || (byte == UInt8(ascii: "-") && state != .plain) else {
        place &+= 1
        continue
      }
      // The longest mark, </script and one byte more, has nine bytes.
      if !isLast, place + 9 > count { return (place, false) }
      if byte == UInt8(ascii: "-") {
        let isEnd = bytes.holds("-->", at: place)
        if isEnd { state = .plain }
        place += isEnd ? 3 : 1
      } else if isTag("</script", bytes, at: place) {
        if state != .doubleEscaped { return (place, true) }
        state = .escaped
        place += 8
      } else {
        place += open(bytes, at: place)
      }
    }
    return (count, false)
  }

  /// Looks at a `<` that is no end tag; gives how many bytes are done with.
  private mutating func open(_ bytes: Span<UInt8>, at place: Int) -> Int {
    if state == .plain, bytes.holds("<!--", at: place) {
      state = .escaped
      // The dashes may belong to the comment's end.
      return 2
    }
    if state == .escaped, isTag("<script", bytes, at: place) {
      state = .doubleEscaped
      return 7
    }
    return 1
  }

  private func isTag(_ word: StaticString, _ bytes: Span<UInt8>, at place: Int) -> Bool {
    bytes.holdsWord(word, at: place) && bytes[place + word.utf8CodeUnitCount].endsName
  }
}
