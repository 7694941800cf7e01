/// Cases of registrations that are, or may be, one person's: a card each on a page, and all of them in a workbook.
package struct MatchCards: Sendable {
  package struct Card: Sendable {
    /// The case's number in the list.
    package let number: String
    package let kind: String
    /// How sure it is, in a word, and how good that is; nil where nothing is claimed.
    package let certainty: (word: String, tone: Tone)?
    package let chance: String?
    package let evidence: String
    /// How far the check has come, and how good that is; nil where nobody has said enough.
    package let resolution: (word: String, tone: Tone)?
    package let registrations: [Registration]
    /// What the registrations say, side by side.
    package let sides: [Side]
    package let falls: [Fall]
  }

  /// What each of the registrations has in one column.
  package struct Side: Sendable {
    package let label: String
    package let values: [(text: String, differs: Bool)]
  }

  package struct Registration: Sendable {
    /// By which the waterfalls name it.
    package let number: Int
    package let suggestion: String
    package let isKept: Bool
    package let reason: String
    package let school: String
    package let place: String
    /// What a check or a decision has said of it so far.
    package let result: String
  }

  /// What speaks for and against two of the registrations being one person's.
  package struct Fall: Sendable {
    package let between: String
    package let waterfall: Waterfall
  }

  package let cards: [Card]
  /// What stands below the cards when there are more cases.
  package let more: String?
  package let sumLabel: String
  /// What the mark of a difference says to whoever does not see it.
  package let differs: String
  package let resultLabel: String
  package let list: DocumentList

  package init(
    cards: [Card], more: String?, sumLabel: String, differs: String = "", resultLabel: String = "",
    list: DocumentList
  ) {
    self.differs = differs
    self.resultLabel = resultLabel
    self.cards = cards
    self.more = more
    self.sumLabel = sumLabel
    self.list = list
  }
}
