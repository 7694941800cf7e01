/// The number that Excel keeps in `x:num` when the text it shows is rounded.
enum HTMLExcelNumber {
  /// Its shortest form; nil where the text shown says more, as that of a date does.
  static func text(of number: [UInt8], shownAs shown: [UInt8]) -> [UInt8]? {
    guard !number.isEmpty, shown.allSatisfy({ marks.contains($0) }),
      let value = NumberText.parse(number.span)
    else { return nil }
    var text: [UInt8] = []
    NumberText.append(value, to: &text)
    return text
  }

  private static let marks = Array("0123456789.,+-()%Ee# ".utf8)
}
