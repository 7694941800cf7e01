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
    package let registrations: [Registration]
    package let falls: [Fall]
  }

  package struct Registration: Sendable {
    /// By which the waterfalls name it.
    package let number: Int
    package let suggestion: String
    package let isKept: Bool
    package let reason: String
    package let school: String
    package let person: String
    package let place: String
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
  package let list: DocumentList

  package init(cards: [Card], more: String?, sumLabel: String, list: DocumentList) {
    self.cards = cards
    self.more = more
    self.sumLabel = sumLabel
    self.list = list
  }
}
