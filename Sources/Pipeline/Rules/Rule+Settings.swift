internal import Settings
internal import Tables

extension Rule {
  /// Reads what every rule says, whatever its check; `file` is the file of rules that it stands in.
  init(code: String, _ settings: Settings, in file: Settings) throws {
    let message = try settings.required("message").localizedText
    let (thai, english) = (Self.parts(of: message.thai), Self.parts(of: message.english))
    self.init(
      code: code,
      title: try settings.required("title").localizedText,
      severity: try settings.required("severity").choice(of: Severity.self, called: "severity"),
      message: LocalizedText(thai: thai.message, english: english.message),
      remedy: LocalizedText(thai: thai.remedy, english: english.remedy),
      phrases: Dictionary(
        try (settings["phrases"]?.entries ?? []).map { ($0.key, try $0.value.localizedText) },
        uniquingKeysWith: { first, _ in first }),
      source: try settings.required("source").word,
      privacy: try settings["privacy"]?.choice(of: PrivacyClass.self, called: "privacy class"),
      unit: try (settings["counts"] ?? file["counts"])?
        .choice(of: FindingUnit.self, called: "unit") ?? .rows)
  }

  /// A bar in a message stands before what to do; readers of the whole message do not see it.
  private static func parts(of message: String) -> (message: String, remedy: String) {
    let parts = message.split(separator: "| ", maxSplits: 1).map { String($0) }
    return (parts.joined(), parts.count > 1 ? parts[1] : "")
  }
}
