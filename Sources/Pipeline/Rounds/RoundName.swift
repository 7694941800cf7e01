package import Settings

/// A round as the command line names it: YEAR/TERM, such as 2569/1.
package struct RoundName: Sendable {
  package let year: Int
  package let term: Int

  package init(_ settings: Settings) throws {
    let parts = try settings.word.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let year = Int(parts[0]), let term = Int(parts[1]) else {
      throw settings.expected("YEAR/TERM, such as 2569/1")
    }
    self.year = year
    self.term = term
  }
}
