internal import Settings
internal import Tables

extension Rule {
  /// Reads what every rule says, whatever its check.
  init(code: String, _ settings: Settings) throws {
    self.init(
      code: code,
      title: try settings.required("title").localizedText,
      severity: try settings.required("severity").choice(of: Severity.self, called: "severity"),
      message: try settings.required("message").localizedText,
      source: try settings.required("source").word,
      privacy: try settings["privacy"]?.choice(of: PrivacyClass.self, called: "privacy class"))
  }
}
