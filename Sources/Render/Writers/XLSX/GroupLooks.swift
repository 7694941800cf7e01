/// The looks of the cells of a group of lines, looked up once for all groups of one ground.
struct GroupLooks {
  private var places: [Int]
  let number: Int

  /// What a cell is; each kind has a look of its own for a text that begins like a formula.
  private enum Kind: Int, CaseIterable { case text, wrapped, answer, marked }

  /// - Parameters:
  ///   - fill: the ground of the group.
  ///   - isTall: some cells take several lines, so that all begin at the top.
  init(_ fill: String?, isTall: Bool, _ book: inout LookBook) {
    var look = Look(hasLine: true)
    look.fill = fill
    look.isTop = isTall
    number = book.index(of: look)
    look.number = .text
    places = []
    for kind in Kind.allCases {
      var own = look
      switch kind {
      case .text: break
      case .wrapped: own.wraps = true
      case .answer:
        own.fill = Palette.answer
        own.wraps = isTall
      case .marked:
        own.fill = Palette.marked
        own.isBold = true
      }
      places.append(book.index(of: own))
      own.isQuoted = true
      places.append(book.index(of: own))
    }
  }

  func text(_ text: String, wraps: Bool) -> Int { look(of: text, as: wraps ? .wrapped : .text) }
  func answer(_ text: String) -> Int { look(of: text, as: .answer) }
  func marked(_ text: String) -> Int { look(of: text, as: .marked) }

  private func look(of text: String, as kind: Kind) -> Int {
    places[kind.rawValue * 2 + (text.beginsLikeFormula ? 1 : 0)]
  }
}
