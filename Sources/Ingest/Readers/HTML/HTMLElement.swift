/// What the reading of tables needs to know of an element.
enum HTMLElement {
  case other
  case table, caption, section, column, row, cell
  case lineBreak
  /// Stands in lines of its own.
  case block
  /// A block whose white space counts.
  case pre
  case meta
  /// Text without tags, with character references.
  case title, textarea
  /// Text without tags that nobody reads.
  case script, unseen

  /// What stands between its tags is text, whatever it looks like.
  var isRawText: Bool {
    switch self {
    case .title, .textarea, .script, .unseen: true
    default: false
    }
  }

  init(_ name: HTMLName) {
    switch name.packed {
    // td, th and tr are nearly all of a table.
    case 0x7464, 0x7468: self = .cell
    case 0x7472: self = .row
    default: self = Self.known[name.packed] ?? .other
    }
  }

  private static let known: [UInt64: HTMLElement] = {
    let lists: [(HTMLElement, String)] = [
      (.table, "table"), (.caption, "caption"), (.section, "thead tbody tfoot"),
      (.column, "col colgroup"), (.lineBreak, "br"), (.pre, "pre"), (.meta, "meta"),
      (.title, "title"), (.textarea, "textarea"), (.script, "script"),
      (.unseen, "style xmp iframe noembed noframes"),
      (
        .block,
        "p div li ul ol dl dt dd h1 h2 h3 h4 h5 h6 hr form center address article section header"
          + " footer nav main aside fieldset option details summary"
      ),
    ]
    var known: [UInt64: HTMLElement] = [:]
    for (element, names) in lists {
      for name in names.split(separator: " ") {
        known[HTMLName(Array(name.utf8)).packed] = element
      }
    }
    return known
  }()
}

/// The name of an element or attribute in small letters, packed into a number.
///
/// Names of more than eight bytes are all alike; none that we look for is so long.
struct HTMLName: Equatable {
  private(set) var packed: UInt64 = 0
  private(set) var length = 0

  init() {}

  init(_ name: [UInt8]) { for byte in name { append(byte) } }

  mutating func append(_ byte: UInt8) {
    length &+= 1
    packed = length > 8 ? 0 : packed << 8 | UInt64(byte.smallLetter)
  }
}

extension UInt8 {
  /// A to Z as small letters, all else as it is.
  var smallLetter: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }

  var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }

  /// White space as HTML has it: with the form feed.
  var isHTMLSpace: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D && self != 0x0B) }
}

extension Span<UInt8> {
  /// Whether a word of small letters stands at a place, in letters of any size.
  func holdsWord(_ word: StaticString, at place: Int) -> Bool {
    let length = word.utf8CodeUnitCount
    guard place + length <= count else { return false }
    var at = place
    return word.description.utf8.allSatisfy { byte in
      defer { at += 1 }
      return self[at].smallLetter == byte
    }
  }

  /// A range without the white space at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, self[start].isHTMLSpace { start += 1 }
    while end > start, self[end - 1].isHTMLSpace { end -= 1 }
    return start..<end
  }
}
