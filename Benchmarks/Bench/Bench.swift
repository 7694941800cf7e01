/// `bench`: reads a file into the raw table and says what that cost, or makes the files to be read.
///
///     bench read --schema pipelines/schemas/dmc/student.yaml [--jobs N] FILE
///     bench match [--pipeline dmc-students.yaml] [--jobs N] [--rounds N] DIR
///     bench group [--pipeline dmc-students.yaml] [--rounds N] DIR
///     bench workbook [--students N] [--jobs N] [--rounds N] DIR
///     bench cells DIR
///     bench schools [--students N] [--rounds N]
///     bench make DIR [--students N]
@main
struct Bench {
  static func main() async throws {
    var words = Array(CommandLine.arguments.dropFirst())
    let options = try Options(taking: &words)
    switch (words.first, words.count) {
    case ("read", 2): try await Reading(options).print(words[1])
    case ("match", 2): try await Matching(options: options).print(words[1])
    case ("group", 2): try await Grouping(options: options).print(words[1])
    case ("workbook", 2): try await Workbooks(options: options).print(words[1])
    case ("cells", 2): try Workbooks.compare(words[1])
    case ("schools", 1): try await SchoolSheets(options: options).print()
    case ("make", 2): try Making(folder: words[1], students: options.students).run()
    default: throw Misuse(reason: usage)
    }
  }

  private static let usage = """
    expected 'bench read --schema FILE [--rules FILE] [--jobs N] FILE', \
    'bench match [--pipeline NAME] [--jobs N] [--rounds N] DIR', \
    'bench group [--pipeline NAME] [--rounds N] DIR', \
    'bench workbook [--students N] [--jobs N] [--rounds N] DIR', 'bench cells DIR', \
    'bench schools [--students N] [--rounds N]' or \
    'bench make DIR [--students N]'
    """
}

/// What stands behind the words that begin with `--`.
struct Options {
  private(set) var schema = "pipelines/schemas/dmc/student.yaml"
  private(set) var rules = "pipelines/rules/ingest.yaml"
  private(set) var jobs = 1
  private(set) var students = 100_000
  private(set) var pipeline = "dmc-students.yaml"
  private(set) var rounds = 1

  /// Takes the options out of the words.
  init(taking words: inout [String]) throws {
    while let place = words.firstIndex(where: { $0.hasPrefix("--") }) {
      guard place + 1 < words.count else { throw Misuse(reason: "\(words[place]) lacks a value") }
      let (name, value) = (words[place], words[place + 1])
      words.removeSubrange(place...place + 1)
      switch name {
      case "--schema": schema = value
      case "--rules": rules = value
      case "--jobs": jobs = try Self.number(value)
      case "--pipeline": pipeline = value
      case "--rounds": rounds = try Self.number(value)
      case "--students": students = try Self.number(value)
      default: throw Misuse(reason: "\(name) is not known")
      }
    }
  }

  private static func number(_ text: String) throws -> Int {
    guard let number = Int(text), number > 0 else {
      throw Misuse(reason: "'\(text)' is no number above 0")
    }
    return number
  }
}

/// The command was not understood.
struct Misuse: Error, CustomStringConvertible {
  let reason: String
  var description: String { reason }
}
