internal import ArgumentParser
internal import Containers
internal import Pipeline
internal import Settings
internal import Tables

/// `krong explain`: why two rows are, or are not, one child.
struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Tells why two rows are, or are not, one child, and what each part weighs.",
    discussion: """
      A row is named as duplicates.csv names it: the file below --input, and its
      row as a spreadsheet shows it; the sheet stands between them where a file has
      several. Of the children is shown what the pipeline's audience may see.

      Examples:
        krong explain dmc-students.yaml --input exports dmc/a.csv:12 dmc/b.csv:40
        krong explain dmc-students.yaml 'dmc/a.xlsx#Sheet1:12' dmc/b.csv:7 --json
        krong explain dmc-students.yaml --set render.audience=officer a.csv:1 b.csv:2

      Exit codes: 0 explained; 2 the command is wrong, or there is no such row;
      3 an input could not be read, or the row is in quarantine.
      """)

  @OptionGroup var options: PipelineOptions

  @Argument(help: "The two rows, each as FILE:ROW or FILE#SHEET:ROW.")
  var rows: [String]

  @Option(help: "The folder of the exports; the patterns of the pipeline file count from here.")
  var input = "."

  @Flag(help: "Prints the explanation as JSON; weights are hundredths of a bit.")
  var json = false

  func validate() throws {
    guard rows.count == 2 else {
      throw ValidationError("name two rows as FILE:ROW, found \(rows.count)")
    }
  }

  func run() async throws {
    let plan = try options.plan(jobs: Processors.count)
    let words = plan.explanationWords
    do {
      let explanation = try await Explainer(plan, words: words).explain(
        InputFolder(root: input).files(of: plan), below(rows[0]), below(rows[1]))
      Console.result(
        json
          ? ExplanationJSON.document(explanation).document : ExplanationText.text(explanation))
    } catch let refusal as Explainer.Refusal {
      Console.error("error: " + refusal.message)
      throw refusal.isWrongCommand ? ExitStatus.wrongCommand : ExitStatus.noFile
    }
  }

  /// A shell completes paths from where one stands, and so with the folder of the inputs in front.
  private func below(_ row: String) -> String {
    let root = input.hasSuffix("/") ? input : input + "/"
    return row.hasPrefix(root) ? String(row.dropFirst(root.count)) : row
  }
}
