/// A row of a dataset of the run.
package struct RowReference: Sendable, Hashable {
  /// The place of the dataset among the tables.
  package let dataset: Int
  package let row: Int

  package init(dataset: Int, row: Int) {
    self.dataset = dataset
    self.row = row
  }
}

/// What speaks for and against two rows being one person, part by part.
///
/// All weights are whole hundredths of a bit, so that they add up to the score exactly: 100 doubles the
/// odds that the rows are one person's, -100 halves them.
package struct MatchEvidence: Sendable {
  /// What two rows may be instead of one person.
  package enum Rival: String, Sendable, CaseIterable { case strangers, family }

  /// One comparison and what came of it.
  package struct Item: Sendable, Equatable {
    /// As the model names it.
    package let comparison: String
    /// The comparator's word for how far they agree; `missing` where one of the rows says nothing.
    package let level: String
    package let points: Int
    /// How much more, or less, it says because what they share is rare or common.
    package var rarity: Int

    package init(comparison: String, level: String, points: Int, rarity: Int) {
      self.comparison = comparison
      self.level = level
      self.points = points
      self.rarity = rarity
    }
  }

  package let left: RowReference
  package let right: RowReference
  package let rival: Rival
  /// What is known before anything is compared: how seldom two rows are one person's.
  package let prior: Int
  package let items: [Item]
  /// The rule of the model that keeps the rows apart, whatever the weights; nil when none does.
  package let apart: String?

  package init(
    left: RowReference, right: RowReference, rival: Rival, prior: Int, items: [Item], apart: String?
  ) {
    self.left = left
    self.right = right
    self.rival = rival
    self.prior = prior
    self.items = items
    self.apart = apart
  }

  /// The sum of all parts.
  package var points: Int { items.reduce(prior) { $0 + $1.points + $1.rarity } }
}

/// What the matcher learned and did in a dataset.
package struct MatchReport: Sendable {
  /// What a level of a comparison weighs against each rival, in hundredths of a bit.
  package struct Level: Sendable {
    package let comparison: String
    package let level: String
    package let againstStrangers: Int
    package let againstFamily: Int

    package init(comparison: String, level: String, againstStrangers: Int, againstFamily: Int) {
      self.comparison = comparison
      self.level = level
      self.againstStrangers = againstStrangers
      self.againstFamily = againstFamily
    }
  }

  /// What a blocking key proposed, and what was too much to compare.
  package struct Key: Sendable, Equatable {
    package let name: String
    /// The pairs it proposed; other keys may have proposed the same.
    package var pairs = 0
    /// The groups that were left out because they are too large, and the rows and pairs in them.
    package var cutGroups = 0
    package var cutRows = 0
    package var cutPairs = 0

    package init(name: String) { self.name = name }
  }

  package let dataset: String
  package let rows: Int
  package let pairs: Int
  /// The pairs that a person might be asked about; the worklist holds those where it changes most.
  package let openPairs: Int
  package let keys: [Key]
  /// Before anything is compared, against strangers and against a family.
  package let priors: [Int]
  /// Whether the model knows of families.
  package var hasFamily: Bool { priors[1] < 100_000 }
  package let levels: [Level]

  package init(
    dataset: String, rows: Int, pairs: Int, openPairs: Int = 0, keys: [Key], priors: [Int],
    levels: [Level]
  ) {
    self.openPairs = openPairs
    self.dataset = dataset
    self.rows = rows
    self.pairs = pairs
    self.keys = keys
    self.priors = priors
    self.levels = levels
  }
}

/// A pair that a person should look at, because the weights leave it open.
package struct MatchQuestion: Sendable {
  package let evidence: MatchEvidence
  /// The probability that the rows are one person's, 0…1.
  package let probability: Double
  /// How much a decision changes: the chance that it goes against today's result, times the pairs of rows
  /// that it joins or parts.
  package let impact: Double
  /// What the two registrations are called from one export to the next.
  package let record: String
  package let other: String
  /// Whether the rows count as one person's today.
  package let isJoined: Bool
  /// A person has put the decision off.
  package let isPutOff: Bool

  package init(
    evidence: MatchEvidence, probability: Double, impact: Double, record: String, other: String,
    isJoined: Bool, isPutOff: Bool
  ) {
    self.record = record
    self.other = other
    self.isJoined = isJoined
    self.isPutOff = isPutOff
    self.evidence = evidence
    self.probability = probability
    self.impact = impact
  }
}
