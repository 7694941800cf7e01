/// A school as the run knows it: from the register, or only from rows that name it.
package struct School: Sendable {
  /// The eight-digit SMIS code, or the code as the rows give it when the register does not hold it.
  package let code: String
  package let name: String
  /// The row of the register; nil for a school that only the rows name.
  package let registerRow: Int?
  /// How many schools of the register the code means: 0 where it does not hold the code, several where
  /// it gives one code to several schools.
  package let meanings: Int

  package init(code: String, name: String, registerRow: Int?, meanings: Int? = nil) {
    self.code = code
    self.name = name
    self.registerRow = registerRow
    self.meanings = meanings ?? (registerRow == nil ? 0 : 1)
  }
}

/// Two or more rows of a dataset that carry the same person or the same identifier.
package struct Cluster: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case sameSchool = "same-school"
    case sameOffice = "same-office"
    /// One identifier on children who are clearly different; they stay different persons.
    case shared
  }

  package enum Suggestion: String, Sendable { case keep, remove, check }

  package struct Member: Sendable {
    package let row: Int
    package let suggestion: Suggestion

    package init(row: Int, suggestion: Suggestion) {
      self.row = row
      self.suggestion = suggestion
    }
  }

  package let kind: Kind
  package let evidence: String
  /// 0…1.
  package let score: Double
  /// In the order of the rows.
  package let members: [Member]

  package init(kind: Kind, evidence: String, score: Double, members: [Member]) {
    self.kind = kind
    self.evidence = evidence
    self.score = score
    self.members = members
  }
}

/// What the rows of a dataset are linked to: their schools, and each other.
package struct Links: Sendable {
  /// The place of each row's school among the schools; nil for a row without a usable code.
  package var schools: [Int32?]
  package var clusters: [Cluster] = []
  /// Whether a row is the registration of a person.
  package var holdsPersons = false
  /// The rows that register a person once more, and are not counted after removing duplicates.
  package var further: Bitmap

  package init(rows: Int) {
    schools = Array(repeating: nil, count: rows)
    further = Bitmap(count: rows)
  }
}
