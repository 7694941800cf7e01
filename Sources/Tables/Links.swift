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

/// Two or more registrations of one person, or rows of several persons with one identifier.
package struct Cluster: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case sameSchool = "same-school"
    case sameOffice = "same-office"
    case otherOffice = "other-office"
    /// With a row of another dataset, as the list of a private or municipal school.
    case otherAffiliation = "other-affiliation"
    /// Of rows that are of no school: within their own dataset, or with a row of another one.
    case sameTable = "same-table"
    case otherTable = "other-table"
    /// One identifier on persons who are clearly different; they stay different persons.
    case collision
  }

  /// How sure it is that the rows are one person's.
  package enum Certainty: String, Sendable, CaseIterable { case certain, probable, review }

  package enum Suggestion: String, Sendable { case keep, remove, check }

  package struct Member: Sendable {
    /// The place of its dataset among the tables, and the row there.
    package let dataset: Int
    package let row: Int
    package let suggestion: Suggestion
    /// Why: what set the registration to keep apart from the next best; empty when nothing did.
    package let reason: String
    /// The probability of its likeliest link to another row of the cluster, 0…1.
    package let score: Double
    /// What the registration is called from one export to the next.
    package let record: String
    /// What a person has decided about it and another row of the cluster; nil when nothing was.
    package let verdict: MatchVerdict?
    /// What a check of presence has found; nil where none has.
    package let presence: CheckedPresence?

    package init(
      dataset: Int, row: Int, suggestion: Suggestion, reason: String = "", score: Double = 1,
      record: String = "", verdict: MatchVerdict? = nil, presence: CheckedPresence? = nil
    ) {
      self.presence = presence
      self.record = record
      self.verdict = verdict
      self.dataset = dataset
      self.row = row
      self.suggestion = suggestion
      self.reason = reason
      self.score = score
    }
  }

  /// Stays the same from run to run, as far as the history knows its rows.
  package var number = 0
  package let kind: Kind
  package let evidence: String
  package let certainty: Certainty
  /// The probability of the weakest link that holds the cluster together, 0…1; 0 for a collision.
  package let score: Double
  /// In the order of the datasets and rows.
  package let members: [Member]
  /// The pairs that hold it together, the likeliest first; of a collision what keeps its rows apart.
  package let links: [MatchEvidence]

  package init(
    kind: Kind, evidence: String, certainty: Certainty = .certain, score: Double, members: [Member],
    links: [MatchEvidence] = []
  ) {
    self.links = links
    self.kind = kind
    self.evidence = evidence
    self.certainty = certainty
    self.score = score
    self.members = members
  }

  /// Its rows are one person's.
  package var isOnePerson: Bool { kind != .collision }

  /// Its rows of a dataset.
  package func rows(of dataset: Int) -> [Int] {
    members.filter { $0.dataset == dataset }.map { $0.row }
  }
}

/// What the rows of a dataset are linked to: their schools, and each other.
package struct Links: Sendable {
  /// The place of each row's school among the schools; nil for a row without a usable code.
  package var schools: [Int32?]
  package var clusters: [Cluster] = []
  /// The pairs that a person should look at, those first where a decision changes most.
  package var questions: [MatchQuestion] = []
  /// The lines of the file of decisions that could not be followed.
  package var decisionNotes: [DecisionNote] = []
  /// What the matcher learned; nil where rows are not compared with each other.
  package var matching: MatchReport?
  /// What the model calls its parts.
  package var matchNames = MatchNames()
  /// Whether a row is the registration of a person.
  package var holdsPersons = false
  /// The rows that register a person once more, and are not counted after removing duplicates.
  package var further: Bitmap
  /// What became of the persons between this dataset's round and another; nil where none is followed.
  package var movements: Movements?

  package init(rows: Int) {
    schools = Array(repeating: nil, count: rows)
    further = Bitmap(count: rows)
  }
}
