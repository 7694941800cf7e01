package import Settings
internal import Tables

/// The limits above which a run is done but not good.
///
/// A pipeline's `gates:` limits the rows with errors or warnings, the files that cannot be read, the
/// schools that have handed in nothing, and the findings of single rules; `per-school:` does so within
/// each school.
package struct Gates: Sendable {
  package enum Limit: Sendable {
    case count(Int)
    case share(Double)

    /// A whole number is a count; a decimal below 1 is a share.
    fileprivate init(_ settings: Settings) throws {
      if let count = try? settings.number, count >= 0 {
        self = .count(count)
        return
      }
      guard let share = try? settings.decimal, 0...1 ~= share else {
        throw settings.expected("a count such as 3, or a share such as 0.05")
      }
      self = .share(share)
    }

    func allows(_ found: Int, of all: Int) -> Bool {
      switch self {
      case .count(let most): found <= most
      case .share(let most): Double(found) <= most * Double(all)
      }
    }
  }

  /// What is counted and held against a limit.
  enum Subject: Sendable {
    case severity(Severity)
    case unsubmitted, unreadable
    case rule(code: String)
  }

  struct Gate: Sendable {
    /// The keys that lead to it, with dots between them.
    let name: String
    let subject: Subject
    let limit: Limit
    let isPerSchool: Bool
    let place: Place
  }

  let gates: [Gate]

  private static let ofRun: [(key: String, subject: Subject)] = [
    ("errors", .severity(.error)), ("warnings", .severity(.warning)),
    ("unsubmitted", .unsubmitted), ("unreadable", .unreadable),
  ]
  private static let ofSchool = ofRun.prefix(2)
  /// The gates that are no single rule's.
  static let named = ofRun.map { $0.key }

  package init(_ settings: Settings?) throws {
    guard let settings else {
      gates = []
      return
    }
    try settings.allow(only: Self.named + ["rules", "per-school"])
    var gates = try Self.read(settings, Self.ofRun[...], below: "", isPerSchool: false)
    if let schools = settings["per-school"] {
      try schools.allow(only: Self.ofSchool.map { $0.key } + ["rules"])
      gates += try Self.read(schools, Self.ofSchool, below: "per-school.", isPerSchool: true)
    }
    self.gates = gates
  }

  private static func read(
    _ settings: Settings, _ known: ArraySlice<(key: String, subject: Subject)>, below path: String,
    isPerSchool: Bool
  ) throws -> [Gate] {
    let named = try known.compactMap { key, subject in
      try settings[key].map {
        Gate(
          name: path + key, subject: subject, limit: try Limit($0), isPerSchool: isPerSchool,
          place: $0.place)
      }
    }
    let ofRules = try settings["rules"]?.entries.map { code, place, limit in
      Gate(
        name: "\(path)rules.\(code)", subject: .rule(code: code), limit: try Limit(limit),
        isPerSchool: isPerSchool, place: place)
    }
    return named + (ofRules ?? [])
  }

  /// Refuses gates that would always pass, for the run has no rule that finds what they count.
  ///
  /// `unsubmitted` are the rules whose findings are schools that have handed in nothing.
  func requireRules(_ book: RuleBook, off: Set<Int>, unsubmitted: Set<Int>) throws {
    for gate in gates {
      switch gate.subject {
      case .rule(let code):
        guard let index = book.index(of: code) else {
          throw Settings(.word(code), at: gate.place)
            .unknown("rule", among: book.rules.map { $0.code })
        }
        guard !off.contains(index) else {
          throw SettingsError(
            "the rule '\(code)' is switched off, so its gate would always pass", at: gate.place)
        }
      case .unsubmitted where unsubmitted.isEmpty:
        throw SettingsError(
          "no rule of this run tells schools that have not submitted, so this gate would always pass",
          at: gate.place)
      case .severity, .unsubmitted, .unreadable: continue
      }
    }
  }
}
