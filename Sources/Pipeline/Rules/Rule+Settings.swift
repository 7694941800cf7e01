internal import Settings
internal import Tables

extension Rule {
  /// Reads what every rule says, whatever its check; `file` is the file of rules that it stands in.
  init(code: String, _ settings: Settings, in file: Settings) throws {
    self.init(
      code: code,
      title: try settings.required("title").localizedText,
      severity: try settings.required("severity").choice(of: Severity.self, called: "severity"),
      message: try settings.required("message").localizedText,
      phrases: Dictionary(
        try (settings["phrases"]?.entries ?? []).map { ($0.key, try $0.value.localizedText) },
        uniquingKeysWith: { first, _ in first }),
      source: try settings.required("source").word,
      privacy: try settings["privacy"]?.choice(of: PrivacyClass.self, called: "privacy class"),
      unit: try (settings["counts"] ?? file["counts"])?
        .choice(of: FindingUnit.self, called: "unit") ?? .rows)
  }
}
