internal import ArgumentParser
internal import Containers
internal import Pipeline
internal import Settings

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// `krong tokens`: finds pupils of two offices without handing over names.
struct TokensCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tokens",
    abstract: "Finds pupils who are registered in two offices, without handing over names.",
    discussion: """
      Both offices export with the same secret, and either compares the two files. What such files
      can leak stands in docs/tokens.md; they are personal data.

      Example:
        openssl rand -hex 32 > secret.txt && chmod 600 secret.txt
        krong tokens export dmc-students.yaml --input exports --out ours.tokens --secret-file secret.txt
        krong tokens match ours.tokens theirs.tokens --out candidates.csv
      """,
    subcommands: [Export.self, Match.self])
}

extension TokensCommand {
  /// `krong tokens export`: the rows of an office as keyed tokens.
  struct Export: AsyncParsableCommand {
    private static let variable = "KRONG_TOKENS_SECRET"

    static let configuration = CommandConfiguration(
      commandName: "export",
      abstract: "Writes the rows of an office as keyed tokens.",
      discussion: """
        FILE is for the other office. FILE.private.csv says which row each reference means, and stays.
        The secret is read from a file or from the variable \(variable), and stored nowhere.
        """)

    @OptionGroup var options: PipelineOptions

    @Option(help: "The folder of the exports; the patterns of the pipeline file count from here.")
    var input = "."

    @Option(help: "The file that receives the tokens.")
    var out: String

    @Option(help: "A file with the secret that the offices share, of 16 bytes or more.")
    var secretFile: String?

    @Option(help: "The dataset whose rows are exported.")
    var dataset = "student"

    @Option(
      help: "How many files or parts of files are worked on at a time; default: all processors.")
    var jobs: Int?

    func validate() throws {
      if let jobs, jobs < 1 { throw ValidationError("--jobs: expected 1 or more, found \(jobs)") }
    }

    func run() async throws {
      let secret = try secret()
      let plan = try options.plan(jobs: jobs ?? Processors.count)
      let files = try InputFolder(root: input).someFiles(of: plan)
      let export = try await TokenExport(plan, dataset: dataset, files: files, secret: secret)
      let tokens = try FileSink(path: out, isPrivate: true)
      let references = try FileSink(path: out + ".private.csv", isPrivate: true)
      try export.write(
        tokens: { try tokens.append($0) }, references: { try references.append($0) })
      try references.finish()
      try tokens.finish()
      report(export)
    }

    private func report(_ export: TokenExport) {
      Console.result("\(out): \(export.rowCount) rows\n")
      for key in export.keys {
        Console.result(
          "  \(key.name): \(key.rows) rows; at most \(key.largest) share a token"
            + (key.leftOut == 0 ? "\n" : "; \(key.leftOut) left out, too many share theirs\n"))
      }
      Console.result("\(out).private.csv: what the references mean; it stays in the office\n")
    }

    private func secret() throws -> TokenSecret {
      guard let secretFile else {
        guard let value = Self.environment(Self.variable) else {
          throw ValidationError("expected --secret-file, or the secret in \(Self.variable)")
        }
        return try Self.secret(value, from: Self.variable)
      }
      let source = try ByteSource(path: secretFile)
      guard source.count <= 4096 else {
        throw FileError(
          path: secretFile, reason: "is too large for a secret; expected 4096 bytes or less")
      }
      if PrivateFile.isOpenToOthers(secretFile) {
        Console.error(
          "warning: \(secretFile): others may read the secret; chmod 600 keeps it to you")
      }
      return try Self.secret(source.read(0..<source.count), from: secretFile)
    }

    private static func secret(_ bytes: [UInt8], from place: String) throws -> TokenSecret {
      do {
        return try TokenSecret(bytes)
      } catch let weakness as TokenSecret.Weakness {
        throw FileError(path: place, reason: weakness.description)
      }
    }

    private static func environment(_ name: String) -> [UInt8]? {
      // Safe: getenv gives a C string that ends with zero, or nil; its bytes are copied at once.
      unsafe getenv(name).map { unsafe Array(UnsafeRawBufferPointer(start: $0, count: strlen($0))) }
    }
  }
}

extension TokensCommand {
  /// `krong tokens match`: the rows of two token files that may be one person.
  struct Match: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "match",
      abstract: "Finds the rows of two token files that may be one pupil; needs no secret.",
      discussion: """
        Writes reference_a,reference_b,keys,similarity, the likeliest first. Whom a reference means only
        the office knows that made it.
        """)

    @Argument(help: "The tokens of one office.")
    var first: String

    @Argument(help: "The tokens of the other.")
    var second: String

    @Option(help: "How alike the filters of two rows must be, from 0 to 1 (Dice's coefficient).")
    var threshold = 0.8

    @Option(help: "The file that receives the pairs; default: standard output.")
    var out: String?

    func validate() throws {
      guard 0...1 ~= threshold else {
        throw ValidationError("--threshold: expected a number from 0 to 1, found \(threshold)")
      }
    }

    func run() throws {
      let match = try TokenMatch(
        (ByteSource(path: first), first), (ByteSource(path: second), second), threshold: threshold)
      if let out {
        let sink = try FileSink(path: out, isPrivate: true)
        try sink.append(match.csv)
        try sink.finish()
      } else {
        Console.result(match.csv)
      }
      Console.error(
        "\(match.rows.0) and \(match.rows.1) rows: \(match.candidates) pairs share a token, "
          + "\(match.found) are alike")
      for key in match.keys where key.leftOut > 0 {
        Console.error(
          "warning: \(key.name): \(key.leftOut) rows were not compared by it, too many share a token"
        )
      }
    }
  }
}
