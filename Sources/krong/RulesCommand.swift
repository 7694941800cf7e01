internal import ArgumentParser
internal import Containers
internal import Pipeline
internal import Settings
internal import Tables

/// `krong rules`: which rules there are, what each says, and what it finds.
struct RulesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract:
      "Lists the rules with their severity, settings, messages and sources, or explains one.",
    discussion: """
      Examples:
        krong rules
        krong rules --pipeline pipelines/dmc-students.yaml
        krong rules id-check-digit
        krong rules --try
        krong rules --markdown --language en > docs/rules.md
      """)

  @Argument(help: "The code of a rule, to be explained with its examples.")
  var code: String?

  @Option(help: "Only the rules that this pipeline file asks for.")
  var pipeline: String?

  @Option(help: "The folder of pipelines, rules and schemas, where no pipeline file is named.")
  var pipelines = "pipelines"

  @Flag(help: "Prints the rules as JSON.")
  var json = false

  @Flag(help: "Prints the reference as Markdown.")
  var markdown = false

  @Flag(
    name: .customLong("try"),
    help: "Tries the examples of every rule, or of one, and tells those that do not hold.")
  var tries = false

  @Option(help: "The language of the answer: th or en.")
  var language = Language.thai

  func validate() throws {
    if code != nil, markdown {
      throw ValidationError("--markdown prints all rules; leave the code out")
    }
    if [tries, markdown, json].count(where: { $0 }) > 1 {
      throw ValidationError("--try, --markdown and --json exclude each other")
    }
  }

  func run() async throws {
    let shelf = SettingsFolder(path: pipeline.map { Folder.parent(of: $0) } ?? pipelines).shelf
    let files = try pipeline.map { path in
      Set(try PipelineOptions.plan(path, RunOptions()).settingsFiles.map { $0.path })
    }
    let catalog = try RuleCatalog(shelf, files: files)
    let place = Place(file: "krong rules")
    let chosen = try code.map { try catalog.entries(of: Settings(.word($0), at: place)) }
    if tries { return try await tryExamples(of: chosen ?? catalog.entries, shelf) }
    if json {
      return Console.result(RuleJSON.document(chosen ?? catalog.entries).document)
    }
    let words = try RuleWords(shelf, language: language)
    if let chosen {
      for entry in chosen { Console.result(RuleText(words).explanation(entry)) }
    } else if markdown {
      Console.result(RuleReference(words).text(catalog.entries))
    } else {
      Console.result(RuleText(words).list(catalog.entries))
    }
  }

  private func tryExamples(of entries: [RuleCatalog.Entry], _ shelf: Shelf) async throws {
    let trial = try RuleTrial(shelf)
    var mistakes: [SettingsError] = []
    for entry in entries { mistakes += try await trial.mistakes(of: entry) }
    guard mistakes.isEmpty else { throw SettingsErrors(mistakes) }
    let examples = entries.reduce(0) { $0 + $1.examples.finds.count + $1.examples.passes.count }
    Console.result("ok: rules tried: \(entries.count), examples: \(examples)\n")
  }
}
