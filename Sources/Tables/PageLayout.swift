/// Where the records of a page stand, and the labels and values within each; all as XPath.
package struct PageLayout: Sendable, Equatable {
  /// What is one record, seen from the page.
  package let records: String
  /// What is a label, seen from its record; nil where every column says by a path where it stands.
  package let label: String?
  /// Where a label's value stands, seen from the label; nil where it follows a colon in the label.
  package let value: String?
  /// Where the heading above a label stands, seen from the label.
  package let section: String?

  package init(
    records: String, label: String? = nil, value: String? = nil, section: String? = nil
  ) {
    self.records = records
    self.label = label
    self.value = value
    self.section = section
  }
}
