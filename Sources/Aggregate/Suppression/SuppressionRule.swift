package import Settings
internal import Tables

/// From how many persons on a number that is sensitive may be seen by the public.
///
/// 0 may be seen: that nobody is concerned names nobody.
package struct SuppressionRule: Sendable {
  /// No official Thai minimum was found, so this is an assumption; 10 is usual, too.
  private static let usual = 5

  /// The least number that is shown.
  package let fewest: Int

  package init(_ settings: Settings?) throws {
    try settings?.allow(only: ["fewest"])
    let fewest = settings?["fewest"]
    self.fewest = try fewest?.number ?? Self.usual
    if let fewest, !(2...1000 ~= self.fewest) {
      throw fewest.expected("a number of persons from 2 to 1000")
    }
  }

  func hides(_ count: Int) -> Bool { 1..<fewest ~= count }

  func hides(_ value: Figure.Value) -> Bool {
    if case .count(let count) = value { hides(count) } else { false }
  }

  var note: LocalizedText {
    LocalizedText(
      thai: "* ปิดไว้ เพราะมีไม่ถึง \(fewest) คน หรือเพื่อไม่ให้คำนวณย้อนหาจำนวนที่ปิดไว้ได้",
      english:
        "* is hidden: fewer than \(fewest), or needed to keep such a number from being computed")
  }
}
