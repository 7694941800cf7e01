internal import ArgumentParser
internal import Containers
internal import Pipeline
internal import Settings

/// The command line: turns words into a subcommand, and mistakes into exit codes.
@main
struct Krong: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "krong",
    abstract: "Turns the exports of DMC, EMIS and B-OBEC into figures that can be trusted.",
    discussion: """
      Examples:
        krong run pipelines/dmc-students.yaml --input exports --round 2569/1
        krong check pipelines/dmc-students.yaml
        krong inspect exports/dmc/2569-1-student.xlsx
        krong rounds --today 2026-06-01
        krong explain pipelines/dmc-students.yaml --input exports dmc/a.csv:12 dmc/b.xlsx:40

      Exit codes: 0 done; 1 done, but a gate failed; 2 the command or the pipeline file is wrong;
      3 an input or an output could not be read or written; 4 another run holds this round;
      130 interrupted.
      """,
    version: KrongVersion.number,
    subcommands: [
      RunCommand.self, CheckCommand.self, InspectCommand.self, ExplainCommand.self,
      TraceCommand.self, ReportCommand.self,
      RoundsCommand.self, HistoryCommand.self, RulesCommand.self, TokensCommand.self,
      SynthCommand.self,
    ])

  static func main() async {
    do {
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      end(with: error)
    }
  }

  /// Says what went wrong, in one place, and ends the process with the code that the design gives it.
  private static func end(with error: any Error) -> Never {
    switch error {
    case let status as ExitStatus: status.end()
    case let mistake as SettingsError:
      Console.error("\(mistake)")
      ExitStatus.wrongCommand.end()
    case let mistakes as SettingsErrors:
      Console.error("\(mistakes)")
      ExitStatus.wrongCommand.end()
    case let failure as FileError:
      Console.error("error: \(failure)")
      ExitStatus.noFile.end()
    case let failure as LedgerError:
      Console.error("error: \(failure)")
      ExitStatus.noFile.end()
    default:
      // Help and version come as errors too, with the code 0.
      guard exitCode(for: error) != .success else { exit(withError: error) }
      Console.error(fullMessage(for: error))
      ExitStatus.wrongCommand.end()
    }
  }
}
