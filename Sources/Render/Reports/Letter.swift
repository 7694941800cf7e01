package import Settings
internal import Tables

/// The head of an official memorandum (บันทึกข้อความ), where the office hands a report in as one.
///
/// A pipeline's `render: { letter: { to: …, number: …, date: …, agency: …, subject: … } }`; what is not given and has no
/// usual value stays open, to be filled in by hand. Without `letter` a report has no such head.
package struct Letter: Sendable {
  let agency: LocalizedText?
  let number: LocalizedText?
  let date: LocalizedText?
  let subject: LocalizedText?
  let recipient: LocalizedText?

  package init(_ settings: Settings) throws {
    try settings.allow(only: ["agency", "number", "date", "subject", "to"])
    agency = try settings["agency"]?.localizedText
    number = try settings["number"]?.localizedText
    date = try settings["date"]?.localizedText
    subject = try settings["subject"]?.localizedText
    recipient = try settings["to"]?.localizedText
  }
}
