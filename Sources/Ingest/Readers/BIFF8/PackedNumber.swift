/// A number in four bytes (MS-XLS 2.5.217): a whole one of 30 bits, or the upper part of a
/// floating-point one; each of them perhaps a hundred times what is meant.
struct PackedNumber {
  let bits: UInt32

  var value: Double {
    let number =
      bits & 2 != 0
      ? Double(Int32(bitPattern: bits) >> 2)
      : Double(bitPattern: UInt64(bits & 0xFFFF_FFFC) << 32)
    return bits & 1 != 0 ? number / 100 : number
  }
}
