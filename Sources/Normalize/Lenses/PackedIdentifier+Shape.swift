import Tables

extension PackedIdentifier {
  /// Form and number of digits in one small number, so that a loop over rows needs one look-up.
  var shape: Int { Int(truncatingIfNeeded: word >> 54) }

  static let shapeCount = 1 << 10

  /// The shape of a number of so many digits, or of a G and so many digits.
  static func shape(_ form: Form, length: Int) -> Int {
    PackedIdentifier(form: form, length: length, value: 0).shape
  }
}
