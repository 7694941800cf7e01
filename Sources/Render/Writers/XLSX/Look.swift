internal import Tables

/// How a cell of a workbook looks; equal looks share one entry of the style sheet.
struct Look: Hashable, Sendable {
  enum Align: String, Sendable { case left, center, right }
  enum Number: Int, Sendable, CaseIterable {
    /// The identifiers of the built-in formats (ECMA-376 part 1, 18.8.30); 164 is the first of one's own.
    case general = 0
    case text = 49
    case count = 3
    case amount = 4
    case share = 164
    case change = 165
    case amountChange = 166
    case pointChange = 167
    /// The left side of a pyramid is drawn by negative numbers, and told without their signs.
    case mirrored = 168
    /// The same of shares.
    case mirroredShare = 170
    /// n of 1 : n.
    case ratio = 169

    init(_ scale: Figure.Scale) {
      self =
        switch scale {
        case .whole: .change
        case .hundredths: .amountChange
        case .points: .pointChange
        }
    }

    /// The number by which cells ask for the format; in Thai digits all formats of numbers are one's own.
    func identifier(_ numerals: Numerals) -> Int {
      numerals == .thai && self != .general && self != .text ? rawValue + 200 : rawValue
    }

    /// The format's code, where it is no built-in one.
    func code(_ numerals: Numerals) -> String? {
      numerals == .thai ? wholeCode.map { numerals.format($0) } : code
    }

    /// The format's code as a chart has to be told it, the built-in ones too.
    func chartCode(_ numerals: Numerals, skipsZero: Bool = false) -> String {
      numerals.format((wholeCode ?? "General") + (skipsZero ? ";;" : ""))
    }

    private var wholeCode: String? {
      switch self {
      case .count: "#,##0"
      case .amount: "#,##0.00"
      default: code
      }
    }

    private var code: String? {
      switch self {
      case .general, .text, .count, .amount: nil
      case .share: "0.0%"
      case .change: "+#,##0;\"−\"#,##0;0"
      case .amountChange: "+#,##0.00;\"−\"#,##0.00;0"
      case .pointChange: "+0.00\" pp\";\"−\"0.00\" pp\";0"
      case .mirrored: "#,##0;#,##0"
      case .mirroredShare: "0.0%;0.0%"
      // As the page writes it, with one decimal below ten.
      case .ratio: "[<9.95]\"1 : \"0.0;\"1 : \"#,##0"
      }
    }
  }

  var size = 10
  var isBold = false
  var isItalic = false
  var isUnderlined = false
  var color = Palette.ink
  var fill: String?
  /// A stronger line to the left opens a group of columns.
  var opensGroup = false
  var hasLine = false
  /// Something was found in the cell: a ground and a frame in the colours of the severity.
  var mark: Severity?
  var hasTotalLine = false
  var number = Number.general
  var align = Align.left
  var indent = 0
  var wraps = false
  var isTop = false
  /// Keeps a text that begins like a formula a text, also when somebody edits the cell.
  var isQuoted = false
}

/// Colours as RGB; dark type on light ground, each pair at least 4.5 : 1 (WCAG 2.2, 1.4.3).
enum Palette {
  static let ink = "1B2733"
  static let quiet = "55626F"
  static let brand = "0B4F6C"
  static let paper = "FFFFFF"
  static let headTop = "0B4F6C"
  static let headLow = "DDEBF1"
  static let subtotal = "F1F7FA"
  static let total = "DDEBF1"
  static let line = "D5DEE5"
  static let strongLine = "7F9AAB"
  static let bar = "9CC7DB"
  static let link = "0B5E86"
  /// Of charts; each at least 4.5 : 1 on white, and white on each.
  static let series = ["0B5E86", "A3552A", "5B4A9E", "2F7346", "68737E", "A3325F"]
  /// The ground of cells that are to be filled in, and of what differs.
  static let answer = "FFF9DB"
  static let marked = "FFE3B8"

  static func ground(_ severity: Severity) -> String {
    switch severity {
    case .error: ground(Tone.bad)
    case .warning: ground(Tone.attention)
    case .info: headLow
    }
  }

  static func ink(_ severity: Severity) -> String {
    switch severity {
    case .error: ink(Tone.bad)
    case .warning: ink(Tone.attention)
    case .info: brand
    }
  }

  static func ground(_ tone: Tone) -> String {
    switch tone {
    case .bad: "FCE6E4"
    case .attention: "FFF2CF"
    case .good: "E3F4E8"
    }
  }

  static func ink(_ tone: Tone) -> String {
    switch tone {
    case .bad: "8A1A14"
    case .attention: "694300"
    case .good: "14532B"
    }
  }
}

extension Look {
  static let title = Look(size: 16, isBold: true, color: Palette.brand)
  static let office = Look(size: 11, isBold: true)
  static let quiet = Look(size: 9, color: Palette.quiet)
  static let link = Look(isUnderlined: true, color: Palette.link)
  static let section = Look(size: 12, isBold: true, color: Palette.brand, hasTotalLine: true)
  static let paragraph = Look(wraps: true, isTop: true)
  static let cardLabel = Look(hasLine: true, wraps: true)
  static let cardDetail = Look(
    size: 9, color: Palette.quiet, hasLine: true, indent: 1, wraps: true)
  static let headTop = Look(
    isBold: true, color: Palette.paper, fill: Palette.headTop, hasLine: true, align: .center,
    wraps: true)
  static let headLow = Look(
    isBold: true, fill: Palette.headLow, hasLine: true, align: .center, wraps: true)
}

extension Numerals {
  /// A format of numbers that shows these digits.
  func format(_ code: String) -> String {
    guard self == .thai else { return code }
    // Numeral shape 0D is Thai, language 041E as well.
    return code.split(separator: ";", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "[$-D00041E]" + $0 }.joined(separator: ";")
  }
}
