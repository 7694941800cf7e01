internal import Tables

/// A value on its way to another spelling, with what was changed in it so far.
struct Mending {
  private(set) var text: [UInt8]
  private(set) var changes = Changes()

  init(_ text: [UInt8]) { self.text = text }

  /// Changes the text, and says so when it is another one afterwards.
  mutating func step(_ change: Change, _ work: (inout [UInt8]) -> Void) {
    let before = text
    work(&text)
    if text != before { changes.insert(change) }
  }

  /// The text after as many passes as it takes until nothing changes any more.
  ///
  /// What does not settle soon is no value that the pass knows, and stays as it was: so cleaning twice is
  /// cleaning once, whatever the pass does.
  static func settled(_ text: [UInt8], _ pass: (inout Mending) -> Void) -> Mending {
    var mending = Mending(text)
    for _ in 0..<4 {
      let before = mending.text
      pass(&mending)
      if mending.text == before { return mending }
    }
    return Mending(text)
  }
}
