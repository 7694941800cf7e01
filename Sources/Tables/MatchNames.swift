/// What a model calls its parts, so that pages can tell in words what came of them.
package struct MatchNames: Sendable {
  package struct Comparison: Sendable {
    package let name: String
    package let title: LocalizedText
    /// The kind of comparator, which gives the levels their meaning.
    package let comparator: String

    package init(name: String, title: LocalizedText, comparator: String) {
      self.name = name
      self.title = title
      self.comparator = comparator
    }
  }

  /// In the order of the model.
  package let comparisons: [Comparison]
  /// What keeps two rows apart, by its name.
  package let guards: [String: LocalizedText]
  /// The names of the evidence that clusters rest on.
  package let evidence: [String: LocalizedText]
  /// The columns that are compared, by their places in the schema.
  package let columns: [Int]
  /// The column of identifiers, by its place in the schema.
  package let identifier: Int?

  package init(
    comparisons: [Comparison] = [], guards: [String: LocalizedText] = [:],
    evidence: [String: LocalizedText] = [:], columns: [Int] = [], identifier: Int? = nil
  ) {
    self.comparisons = comparisons
    self.guards = guards
    self.evidence = evidence
    self.columns = columns
    self.identifier = identifier
  }

  package subscript(comparison name: String) -> Comparison? {
    comparisons.first { $0.name == name }
  }
}
