/// A pattern that a whole text fits or does not fit.
///
/// A small grammar of its own and not Swift's `Regex`, for three reasons: a `Regex` goes back when it
/// fails, so that a hostile cell can cost it a time that doubles with each letter; it is not `Sendable`, so
/// a rule could not keep it compiled; and it compares `Character`s, of which a letter with its tone is one.
/// This one walks all ways at once, scalar by scalar (`PatternWalk`): its time is at most the length of the
/// text times that of the pattern, and both are bounded.
struct TextPattern: Sendable {
  /// More steps than this a pattern may not need once its counts are written out.
  static let mostSteps = 2_000
  /// A text of more bytes than this fits no pattern.
  static let longestText = 4_096

  enum Step: Sendable {
    case one(ScalarClass)
    case either(Int, Int)
    case jump(Int)
    case end
  }

  let steps: [Step]

  /// Reads a pattern; throws `PatternMistake`.
  init(_ pattern: String) throws {
    var parser = PatternParser(pattern)
    var program = PatternProgram()
    try program.append(parser.parse())
    steps = program.steps + [.end]
  }
}

/// The scalars that one place of a pattern allows.
struct ScalarClass: Sendable {
  var ranges: [ClosedRange<UInt32>]
  var isNegated = false

  static let any = ScalarClass(ranges: [], isNegated: true)
  static let digits = ScalarClass(ranges: [0x30...0x39])

  func contains(_ scalar: UInt32) -> Bool {
    ranges.contains { $0.contains(scalar) } != isNegated
  }
}

/// Writes a pattern out as steps.
private struct PatternProgram {
  private(set) var steps: [TextPattern.Step] = []

  mutating func append(_ node: PatternNode) throws {
    switch node {
    case .one(let allowed): try append(TextPattern.Step.one(allowed))
    case .sequence(let parts): for part in parts { try append(part) }
    case .choice(let options): try append(options)
    case .times(let part, let least, let most):
      for _ in 0..<least { try append(part) }
      if let most {
        for _ in least..<most { try appendEither { try $0.append(part) } }
      } else {
        let start = steps.count
        try appendEither {
          try $0.append(part)
          try $0.append(TextPattern.Step.jump(start))
        }
      }
    }
  }

  private mutating func append(_ step: TextPattern.Step) throws {
    guard steps.count < TextPattern.mostSteps else {
      throw PatternMistake("is too long once its counts are written out", at: 1)
    }
    steps.append(step)
  }

  /// Steps that may be left out.
  private mutating func appendEither(_ body: (inout Self) throws -> Void) throws {
    let start = steps.count
    try append(TextPattern.Step.jump(start))
    try body(&self)
    steps[start] = .either(start + 1, steps.count)
  }

  private mutating func append(_ options: [PatternNode]) throws {
    var ends: [Int] = []
    for (index, option) in options.enumerated() {
      let start = steps.count
      guard index + 1 < options.count else {
        try append(option)
        break
      }
      try append(TextPattern.Step.jump(start))
      try append(option)
      ends.append(steps.count)
      try append(TextPattern.Step.jump(start))
      steps[start] = .either(start + 1, steps.count)
    }
    for end in ends { steps[end] = .jump(steps.count) }
  }
}
